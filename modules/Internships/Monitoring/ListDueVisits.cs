using System.Globalization;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>Which visits and interviews are shown.</summary>
internal enum VisitsDue
{
    /// <summary>Late already.</summary>
    Late,

    /// <summary>Within a week, late ones included.</summary>
    Week,
}

/// <summary>Visits and interviews of running internships in the order in which they are due.</summary>
internal sealed record ListDueVisits(string? Cursor, int Limit, bool Total) : IQuery<Page<ListedVisit>>
{
    public VisitKind? Kind { get; init; }

    public VisitsDue? Due { get; init; }

    /// <summary>Due from this day on: a calendar asks for the days it shows.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Due up to this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only internships with an alert, each once with what is due of it first: it is the internship that needs a look.</summary>
    public bool Alert { get; init; }

    public bool Mine { get; init; }
}

/// <summary>A visit or interview that is due.</summary>
internal sealed record ListedVisit(
    Guid InternshipId, VisitKind Kind, string PersonName, string CompanyName, string? MunicipalityName, DateOnly DueOn, DateOnly? LastOn, IReadOnlyList<MonitoringAlert> Alerts);

internal static class ListDueVisitsEndpoint
{
    public static void MapListDueVisits(this IEndpointRouteBuilder api) => api
        .MapGet("/internship-visits", Handle)
        .WithTags("Internships")
        .WithName("listDueVisits")
        .WithSummary("List the visits and interviews that are due, the first on top")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<Page<ListedVisit>>> Handle(
        [CodeOf(typeof(VisitKind))] string? kind, [CodeOf(typeof(VisitsDue))] string? due, DateOnly? from, DateOnly? to, bool? alert, bool? mine, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(
            new ListDueVisits(cursor, Paging.Limit(limit), total ?? false)
            {
                Kind = QueryCode.Read<VisitKind>(kind, "kind", Kinds), Due = QueryCode.Read<VisitsDue>(due, "due", Dues), From = from, To = to, Alert = alert ?? false, Mine = mine ?? false,
            },
            ct));

    private static readonly Words Kinds = new("visite, colloqui", "visits, interviews");

    private static readonly Words Dues = new("in ritardo, di questa settimana", "late, of this week");
}

internal sealed class ListDueVisitsHandler(VisitList visits, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListDueVisits, Page<ListedVisit>>
{
    public async Task<Page<ListedVisit>> Handle(ListDueVisits request, CancellationToken cancellationToken)
    {
        var after = Paging.Decode(request.Cursor, 3);
        var today = clock.Today();
        var found = (await visits.ReadAsync(request.Mine ? user.Id : null, cancellationToken)).Where(one =>
            (request.Kind is null || one.Kind == request.Kind) && (request.From is null || one.DueOn >= request.From) && (request.To is null || one.DueOn <= request.To)
            && (!request.Alert || one.Alerts.Count > 0)
            && (request.Due is null || one.DueOn <= (request.Due is VisitsDue.Late ? today.AddDays(-1) : today.AddDays(VisitList.WeekDays))));
        var all = (request.Alert ? found.DistinctBy(one => one.InternshipId) : found).ToArray();
        var rest = after is null ? all : all.SkipWhile(one => string.CompareOrdinal(KeyOf(one), string.Join(' ', after)) <= 0);
        var page = Paging.Page([.. rest.Take(request.Limit + 1)], request.Limit, one => KeyOf(one).Split(' '), request.Total ? all.Length : null);
        audit.Lists("beneficiary", page.Items.Select(one => one.BeneficiaryId), "list-visits");
        var names = await visits.CompaniesAsync(page.Items.Select(one => one.CompanyId), cancellationToken);
        return new(
            [.. page.Items.Select(one => new ListedVisit(
                one.InternshipId, one.Kind, one.PersonName, names.GetValueOrDefault(one.CompanyId)?.Name ?? "", names.GetValueOrDefault(one.CompanyId)?.MunicipalityName, one.DueOn, one.LastOn, one.Alerts))],
            page.NextCursor, page.Total);
    }

    private static string KeyOf(PlannedVisit one) => string.Create(CultureInfo.InvariantCulture, $"{one.DueOn:yyyy-MM-dd} {one.InternshipId:N} {one.Kind.Code()}");
}

/// <summary>A visit with whose it is, before the company's name is asked for.</summary>
internal sealed record PlannedVisit(Guid InternshipId, Guid BeneficiaryId, Guid CompanyId, VisitKind Kind, string PersonName, DateOnly DueOn, DateOnly? LastOn, IReadOnlyList<MonitoringAlert> Alerts);

/// <summary>The visits of internships that may be seen, in the order in which they are due.</summary>
internal sealed class VisitList(MonitoringDesk desk, InternshipQuery internships)
{
    public const int WeekDays = 7;

    public async Task<IReadOnlyList<PlannedVisit>> ReadAsync(Guid? tutorId, CancellationToken ct)
    {
        var monitored = await desk.ReadAsync(null, tutorId, ct);
        var planned = new List<PlannedVisit>();
        if (monitored.Count == 0)
        {
            return planned;
        }

        await foreach (var row in internships.ReadAsync(new InternshipFilter(InternshipState.Active, TutorId: tutorId), null, ct))
        {
            if (monitored.TryGetValue(row.Row.Id, out var one))
            {
                planned.AddRange(one.Due.Where(due => due.DueOn is not null)
                    .Select(due => new PlannedVisit(row.Row.Id, row.Case.BeneficiaryId, row.Row.CompanyId, due.Kind, row.Case.DisplayName, due.DueOn!.Value, due.LastOn, one.Alerts)));
            }
        }

        return [.. planned.OrderBy(one => one.DueOn).ThenBy(one => one.InternshipId.ToString("N"), StringComparer.Ordinal).ThenBy(one => one.Kind.Code(), StringComparer.Ordinal)];
    }

    public Task<IReadOnlyDictionary<Guid, CompanyNetwork.Contracts.CompanyLabel>> CompaniesAsync(IEnumerable<Guid> ids, CancellationToken ct) => internships.CompaniesAsync(ids, ct);
}
