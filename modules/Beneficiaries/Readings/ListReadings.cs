using InclusionPlatform.Beneficiaries.Cases;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>The meetings that one organises or is in, the latest first.</summary>
internal sealed record ListReadings(bool OnlyOpen, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedReading>>;

/// <summary>A meeting in a list.</summary>
/// <param name="Place">Where, in words.</param>
/// <param name="Members">How many are of the équipe.</param>
/// <param name="OnAgenda">How many referrals are on the agenda.</param>
/// <param name="Decided">How many of them were decided.</param>
internal sealed record ListedReading(Guid Id, ReadingState State, DateOnly HeldOn, string? StartsAt, string? Place, int Members, int OnAgenda, int Decided);

internal static class ListReadingsEndpoint
{
    public static void MapListReadings(this IEndpointRouteBuilder readings) => readings
        .MapGet("/", Handle)
        .WithName("listCaseReadings")
        .WithSummary("List the case readings that one organises or is in")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedReading>> Handle(bool? open, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListReadings(open ?? false, cursor, limit, total ?? false), ct);
}

internal sealed class ListReadingsHandler(IDbSession db, ReadingDesk desk, ICurrentUser user) : IRequestHandler<ListReadings, Page<ListedReading>>
{
    private const string Select = """
        select g.id as Id, g.state as State, g.held_on as HeldOn, g.starts_at as StartsAt, g.place as Place,
               (select count(*) from beneficiaries_reading_member m where m.reading_id = g.id) as Members,
               (select count(*) from beneficiaries_reading_item i where i.reading_id = g.id) as OnAgenda,
               (select count(*) from beneficiaries_reading_item i where i.reading_id = g.id and i.decision is not null) as Decided
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_reading g
        where  1 = 1
        """;

    private const string Open = "and g.state = 'planned'";
    private const string After = "and g.held_on <= @AfterDay and (g.held_on < @AfterDay or g.id < @AfterId)";
    private const string Order = "order by g.held_on desc, g.id desc";

    public async Task<Page<ListedReading>> Handle(ListReadings request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var args = new { Me = user.Id, AfterDay = after?.Day, AfterId = after?.Id };
        var rows = await db.TopAsync<ListedReading>(Filtered(new(Select + From)).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        return Paging.Page(rows, limit, row => DayCursor.Of(row.HeldOn, row.Id), total);

        ListSql Filtered(ListSql sql) => sql.When(desk.SeesOnlyMine, ReadingDesk.OnlyMine).When(request.OnlyOpen, Open);
    }
}
