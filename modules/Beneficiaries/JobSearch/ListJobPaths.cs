using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>The paths of the cases whose équipe one is on: those that one follows, or all; or those of one case.</summary>
internal sealed record ListJobPaths(Guid? CaseId, JobPathState? State, bool Everybody, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedJobPath>>;

/// <summary>A path in a list; what is looked for is in the path.</summary>
/// <param name="Id">The path.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Surname and name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="UserId">Who follows it.</param>
/// <param name="UserName">Their name.</param>
/// <param name="OpenedOn">First day.</param>
/// <param name="ClosedOn">Last day.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Held">Sessions held.</param>
/// <param name="Applications">Applications that went out.</param>
/// <param name="AnswersDue">Answers that are overdue.</param>
/// <param name="NextSessionOn">Day of the next session.</param>
internal sealed record ListedJobPath(
    Guid Id, Guid CaseId, Guid BeneficiaryId, string DisplayName, JobPathState State, Guid UserId, string? UserName, DateOnly OpenedOn, DateOnly? ClosedOn, JobPathOutcome? Outcome, int Held,
    int Applications, int AnswersDue, DateOnly? NextSessionOn);

internal static class ListJobPathsEndpoint
{
    public static void MapListJobPaths(this IEndpointRouteBuilder paths) => paths
        .MapGet("/", Handle)
        .WithName("listJobSearchPaths")
        .WithSummary("List the paths of active job search of the cases whose team one is on")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedJobPath>> Handle(Guid? caseId, string? state, bool? everybody, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListJobPaths(caseId, QueryCode.Read<JobPathState>(state, "state"), everybody ?? false, cursor, limit, total ?? false), ct);
}

internal sealed class ListJobPathsHandler(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListJobPaths, Page<ListedJobPath>>
{
    private const string Select = """
        select j.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, j.state as State, c.closed_on as CaseClosedOn, j.user_id as UserId, j.opened_on as OpenedOn,
               j.closed_on as ClosedOn, j.outcome as Outcome,
               (select count(*) from beneficiaries_job_session s where s.path_id = j.id and s.state = 'held') as Held,
               (select count(*) from beneficiaries_job_application a where a.path_id = j.id and a.applied_on is not null) as Applications,
               (select count(*) from beneficiaries_job_application a where a.path_id = j.id and a.state in ('sent', 'answered') and a.answer_due_on <= @Today) as AnswersDue,
               (select min(s.starts_at) from beneficiaries_job_session s where s.path_id = j.id and s.state = 'planned' and s.starts_at >= @Now) as NextSessionAt
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_job_path j
        join   beneficiaries_case c on c.id = j.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string OfCase = "and j.case_id = @CaseId";
    private const string OfMe = "and j.user_id = @Me";
    private const string Open = "and j.state = 'open' and c.closed_on is null";
    private const string Closed = "and (j.state = 'closed' or c.closed_on is not null)";
    private const string After = "and j.opened_on <= @AfterOn and (j.opened_on < @AfterOn or j.id < @AfterId)";
    private const string Order = "order by j.opened_on desc, j.id desc";

    public async Task<Page<ListedJobPath>> Handle(ListJobPaths request, CancellationToken cancellationToken)
    {
        if (request.CaseId is { } caseId)
        {
            // By the door of the case: who breaks the glass sees it too.
            var seen = await needToKnow.CaseAsync(caseId, Sight.Full, cancellationToken);
            audit.Reads("beneficiary", seen.BeneficiaryId, "read-job-search");
        }

        var after = Paging.Decode(request.Cursor, 2);
        var limit = Paging.Limit(request.Limit);
        var args = new
        {
            Me = user.Id, request.CaseId, Today = clock.Today(), Now = clock.GetUtcNow(), AfterOn = after is null ? (DateOnly?)null : Day(after[0]), AfterId = after is null ? (Guid?)null : Id(after[1]),
        };
        var rows = await db.TopAsync<Row>(Filtered(new(Select + From)).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => [row.OpenedOn.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
        return new([.. page.Items.Select(row => row.Show(names))], page.NextCursor, page.Total);

        ListSql Filtered(ListSql sql) => sql
            .When(request.CaseId is not null, OfCase)
            .When(request.CaseId is null, VisibleCases.Mine)
            .When(request.CaseId is null && !request.Everybody, OfMe)
            .When(request.State is JobPathState.Open, Open)
            .When(request.State is JobPathState.Closed, Closed);
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw WrongCursor();

    private static Guid Id(string text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : throw WrongCursor();

    private static FieldException WrongCursor() => new("cursor", "paging.cursor", new(
        "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.", "The point to continue the list from is not valid: start again from the first page."));

    private sealed record Row(
        Guid Id, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, JobPathState State, DateOnly? CaseClosedOn, Guid UserId, DateOnly OpenedOn, DateOnly? ClosedOn, JobPathOutcome? Outcome,
        int Held, int Applications, int AnswersDue, DateTimeOffset? NextSessionAt)
    {
        public ListedJobPath Show(IReadOnlyDictionary<Guid, string> names) => new(
            Id, CaseId, BeneficiaryId, $"{Surname} {Name}", CaseClosedOn is null ? State : JobPathState.Closed, UserId, names.GetValueOrDefault(UserId), OpenedOn, ClosedOn ?? CaseClosedOn, Outcome, Held,
            Applications, AnswersDue, NextSessionAt?.InItaly());
    }
}
