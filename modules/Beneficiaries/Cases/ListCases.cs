using InclusionPlatform.Shared.Http;
using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>The cases one may see, the latest taken on first.</summary>
internal sealed record ListCases(bool Mine, CaseState? State, Guid? BeneficiaryId, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedCase>>;

/// <summary>A case in a list.</summary>
/// <param name="ClosedOn">Day of the end; null while the case is open.</param>
/// <param name="Stalled">Whether nothing has happened for long.</param>
internal sealed record ListedCase(
    Guid Id, Guid BeneficiaryId, string DisplayName, bool Restricted, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, string? ManagerName, DateOnly LastActivityOn,
    int OpenInternships, bool Stalled);

internal static class ListCasesEndpoint
{
    public static void MapListCases(this IEndpointRouteBuilder cases) => cases
        .MapGet("/", Handle)
        .WithName("listCases")
        .WithSummary("List the cases one may see")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedCase>> Handle(
        bool? mine, [CodeOf(typeof(CaseState))] string? state, Guid? beneficiaryId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListCases(mine ?? false, QueryCode.Read<CaseState>(state, "state", States), beneficiaryId, cursor, limit, total ?? false), ct);

    private static readonly Words States = new("aperte, chiuse", "open, closed");
}

internal sealed class ListCasesHandler(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListCases, Page<ListedCase>>
{
    private const string Select = """
        select c.id as Id, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, c.restricted as Restricted, c.opened_on as OpenedOn, c.closed_on as ClosedOn,
               c.outcome as Outcome, c.manager_id as ManagerId, c.last_activity_on as LastActivityOn, c.open_internships as OpenInternships
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string Open = "and c.closed_on is null";
    private const string Closed = "and c.closed_on is not null";
    private const string OfPerson = "and c.beneficiary_id = @BeneficiaryId";
    private const string After = "and c.opened_on <= @AfterDay and (c.opened_on < @AfterDay or c.id < @AfterId)";
    private const string Order = "order by c.opened_on desc, c.id desc";

    public async Task<Page<ListedCase>> Handle(ListCases request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow(), request.BeneficiaryId, AfterDay = after?.Day, AfterId = after?.Id };
        var rows = await db.TopAsync<Row>(Filtered(new(Select + From)).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => DayCursor.Of(row.OpenedOn, row.Id), total);
        audit.Lists("beneficiary", page.Items.Select(row => row.BeneficiaryId), "list-cases");
        return new([.. page.Items.Select(row => new ListedCase(
            row.Id, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.Restricted, row.OpenedOn, row.ClosedOn, row.Outcome, names.GetValueOrDefault(row.ManagerId),
            row.LastActivityOn, row.OpenInternships, row.ClosedOn is null && Rules.CaseIsStalled.Holds(row.OpenInternships, row.LastActivityOn, today)))], page.NextCursor, page.Total);

        ListSql Filtered(ListSql sql) => sql
            .OnlyVisibleCases(needToKnow)
            .When(request.Mine, VisibleCases.Mine)
            .When(request.State is CaseState.Open, Open)
            .When(request.State is CaseState.Closed, Closed)
            .When(request.BeneficiaryId is not null, OfPerson);
    }

    private sealed record Row(
        Guid Id, Guid BeneficiaryId, string Surname, string Name, bool Restricted, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, Guid ManagerId,
        DateOnly LastActivityOn, int OpenInternships);
}

/// <summary>A point in a list ordered by day: no name is in it, so it may be in an address.</summary>
internal static class DayCursor
{
    public static string[] Of(DateOnly day, Guid id) => [day.ToString("O", CultureInfo.InvariantCulture), id.ToString()];

    /// <exception cref="FieldException"><c>paging.cursor</c> if it was made up.</exception>
    public static (DateOnly Day, Guid Id)? Open(string? cursor) => Paging.Decode(cursor, 2) switch
    {
        null => null,
        [var first, var second] when DateOnly.TryParse(first, CultureInfo.InvariantCulture, out var day) && Guid.TryParse(second, CultureInfo.InvariantCulture, out var id) => (day, id),
        _ => throw new FieldException("cursor", "paging.cursor", new(
            "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
            "The point to continue the list from is not valid: start again from the first page.")),
    };
}
