using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Editions;

/// <summary>The editions, latest first.</summary>
internal sealed record ListEditions(string? Q, Guid? Course, EditionState? State, bool Mine, EditionDue? Due, string? Cursor, int Limit, bool Total) : IQuery<Page<Edition>>;

internal static class ListEditionsEndpoint
{
    public static void MapListEditions(this IEndpointRouteBuilder editions) => editions
        .MapGet("/", Handle)
        .WithName("listCourseEditions")
        .WithSummary("List the editions of courses")
        .RequireRight(TrainingModule.Read);

    private static async Task<Ok<Page<Edition>>> Handle(
        IMediator mediator, string? q, Guid? course, [CodeOf(typeof(EditionState))] string? state, bool? mine, [CodeOf(typeof(EditionDue))] string? due, string? cursor, int? limit, bool? total, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(
            new ListEditions(q, course, QueryCode.Read<EditionState>(state, "state"), mine ?? false, QueryCode.Read<EditionDue>(due, "due", Dues), cursor, Paging.Limit(limit), total ?? false), ct));

    private static readonly Words Dues = new("in partenza, presenze da segnare, posti liberi, esiti da scrivere", "about to begin, attendance to be marked, free places, outcomes to be written");
}

internal sealed class ListEditionsHandler(IDbSession db, EditionAccess access, ICurrentUser user, IColleagues colleagues, TimeProvider clock) : IRequestHandler<ListEditions, Page<Edition>>
{
    private const string Count = """
        select count(*)
        from   training_course_edition e
        join   training_course c on c.id = e.course_id
        where  1 = 1
        """;

    private const string OfCourse = "and e.course_id = @Course";

    private const string InState = "and e.state = @State";

    private const string OfTrainer = "and e.trainer_id = @Me";

    private const string Matching = "and (c.sort_title like @Like or e.code_key like @CodeLike)";

    private const string After = "and e.starts_on <= @AfterDay and (e.starts_on < @AfterDay or e.id < @AfterId)";

    private const string Order = "order by e.starts_on desc, e.id desc";

    public async Task<Page<Edition>> Handle(ListEditions request, CancellationToken cancellationToken)
    {
        var text = SearchText.Normalize(request.Q);
        var after = Paging.Decode(request.Cursor, 2);
        var today = clock.Today();
        var args = new
        {
            request.Course, State = request.State?.Code(), Me = user.Id, Like = $"%{text}%", CodeLike = $"%{text.ToUpperInvariant().Replace(' ', '-')}%",
            AfterDay = DateOnly.TryParseExact(after?[0], "yyyy-MM-dd", out var day) ? day : DateOnly.MaxValue,
            AfterId = Guid.TryParse(after?[1], out var id) ? id : Guid.Empty,
            Today = today, Soon = today.AddDays(DueEditions.Days), Recent = today.AddDays(-DueEditions.OutcomeDays),
        };
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(Count, request, text).ToString(), args, cancellationToken) : null;
        var rows = await db.TopAsync<EditionRow>(Filtered(EditionRow.Select, request, text).When(after is not null, After).OrderBy(Order), args, request.Limit + 1, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        return Paging.Page(
            [.. rows.Select(row => row.With(row.TrainerId is { } trainer ? names.GetValueOrDefault(trainer) : null, access.Runs(row.TrainerId)))],
            request.Limit,
            edition => [edition.StartsOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), edition.Id.ToString()],
            total);
    }

    private static ListSql Filtered(string select, ListEditions request, string text) => new ListSql(select)
        .When(request.Course is not null, OfCourse)
        .When(request.State is not null, InState)
        .When(request.Mine, OfTrainer)
        .When(text.Length > 0, Matching)
        .When(request.Due is not null, DueEditions.PieceOf(request.Due ?? default));
}
