using System.Text.Json;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>Reads what was seen of an internship, what is due next and what needs a look.</summary>
internal sealed record GetMonitoring(Guid Id) : IQuery<InternshipMonitoring>;

/// <summary>The monitoring of an internship.</summary>
/// <param name="Due">What is due next; empty while it does not run.</param>
/// <param name="Alerts">What needs a look.</param>
/// <param name="Visits">Sheets, the last first; drafts are shown to their author.</param>
/// <param name="Exchanges">With the host's tutor, the last first.</param>
/// <param name="Objectives">Of the project, one by one: what skills are observed on.</param>
internal sealed record InternshipMonitoring(
    IReadOnlyList<DueVisit> Due, IReadOnlyList<MonitoringAlert> Alerts, IReadOnlyList<ShownVisit> Visits, IReadOnlyList<ShownExchange> Exchanges, IReadOnlyList<string> Objectives);

internal static class GetMonitoringEndpoint
{
    public static void MapGetMonitoring(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}/monitoring", Handle)
        .WithName("getMonitoring")
        .WithSummary("Read visits, interviews and exchanges of an internship, with what is due")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<InternshipMonitoring>> Handle(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetMonitoring(id), ct));
}

internal sealed class GetMonitoringHandler(IDbSession db, VisibleInternships internships, MonitoringDesk desk, IFieldCipher cipher, IColleagues colleagues, ICurrentUser user, IAuditTrail audit)
    : IRequestHandler<GetMonitoring, InternshipMonitoring>
{
    private const string SelectVisits = """
        select id as Id, kind as Kind, state as State, held_on as HeldOn, sheet_cipher as SheetCipher, by_id as ById, version as Version
        from   internships_visit
        where  internship_id = @Id and (state = 'done' or by_id = @Me)
        order by held_on desc, id desc
        """;

    private const string SelectExchanges = """
        select id as Id, channel as Channel, held_on as HeldOn, note_cipher as NoteCipher, by_id as ById
        from   internships_exchange
        where  internship_id = @Id
        order by held_on desc, id desc
        """;

    public async Task<InternshipMonitoring> Handle(GetMonitoring request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "monitoring");
        audit.Reads("beneficiary", row.BeneficiaryId, "internship-monitoring");
        var names = await colleagues.NamesAsync(cancellationToken);
        var monitored = (await desk.ReadAsync(row.Id, null, cancellationToken)).GetValueOrDefault(row.Id);
        var visits = await db.QueryAsync<VisitRow>(SelectVisits, new { row.Id, Me = user.Id }, cancellationToken);
        var exchanges = await db.QueryAsync<ExchangeRow>(SelectExchanges, new { row.Id }, cancellationToken);
        return new(
            monitored?.Due ?? [], monitored?.Alerts ?? [],
            [.. visits.Select(one => new ShownVisit(
                one.Id, one.Version, one.Kind, one.State, one.HeldOn, names.GetValueOrDefault(one.ById), JsonSerializer.Deserialize<VisitSheet>(cipher.Unprotect(one.SheetCipher)!)!))],
            [.. exchanges.Select(one => new ShownExchange(one.Id, one.Channel, one.HeldOn, cipher.Unprotect(one.NoteCipher)!, names.GetValueOrDefault(one.ById)))],
            ProjectObjectives.Of(row.Objectives));
    }

    private sealed record VisitRow(Guid Id, VisitKind Kind, VisitState State, DateOnly HeldOn, string SheetCipher, Guid ById, int Version);

    private sealed record ExchangeRow(Guid Id, ExchangeChannel Channel, DateOnly HeldOn, string NoteCipher, Guid ById);
}

/// <summary>The objectives of a project are one text: each line is one, or each sentence when there is only one line.</summary>
internal static class ProjectObjectives
{
    private const int Most = 12;

    public static IReadOnlyList<string> Of(string objectives)
    {
        var lines = objectives.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimStart('-', '•', '*', ' ').TrimEnd('.', ' '));
        return [.. lines.Where(line => line.Length > 1).Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
