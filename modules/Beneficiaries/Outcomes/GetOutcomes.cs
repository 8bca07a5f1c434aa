using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>How a case ended, each time that it did, with the contacts that followed and the hand-overs between operators.</summary>
internal sealed record GetOutcomes(Guid CaseId) : IQuery<CaseOutcomes>;

/// <summary>The story of the end of a case, the latest first.</summary>
internal sealed record CaseOutcomes(IReadOnlyList<CaseClosure> Closures, IReadOnlyList<CaseTransfer> Transfers);

/// <summary>One end.</summary>
/// <param name="Id">The closure.</param>
/// <param name="Version">For correcting it.</param>
/// <param name="ClosedOn">Day of the end.</param>
/// <param name="Outcome">How.</param>
/// <param name="Details">What is known of it; null when nothing was said.</param>
/// <param name="Months">Duration of job or training in whole months begun, where both days are known.</param>
/// <param name="BodyName">The service that the person returned or passed to.</param>
/// <param name="Note">What was written at this end, once the case was reopened; before, it is the case's closing note.</param>
/// <param name="ClosedByName">Who closed it.</param>
/// <param name="ReopenedOn">When it went on; null for the end that counts.</param>
/// <param name="ReopeningReason">Why it went on.</param>
/// <param name="ReopeningNote">What was written of it.</param>
/// <param name="FollowUps">Contacts after this end.</param>
internal sealed record CaseClosure(
    Guid Id, int Version, DateOnly ClosedOn, CaseOutcome Outcome, OutcomeDetails? Details, int? Months, string? BodyName, string? Note, string? ClosedByName, DateOnly? ReopenedOn,
    ReopeningReason? ReopeningReason, string? ReopeningNote, IReadOnlyList<FollowUp> FollowUps);

/// <summary>A contact after the end.</summary>
/// <param name="Attempts">How many times the person was sought so far.</param>
/// <param name="Improved">Whether the person is better off than before; null if it is not known.</param>
/// <param name="ContactedOn">Day on which the person was reached; null until then.</param>
internal sealed record FollowUp(
    Guid Id, int Version, FollowUpKind Kind, DateOnly DueOn, DateOnly NextTryOn, int Attempts, FollowUpState State, FollowUpSituation? Situation, bool? Improved, DateOnly? ContactedOn,
    string? Note, string? RecordedByName);

/// <summary>A hand-over to another operator.</summary>
/// <param name="FromName">Name of the case manager before.</param>
/// <param name="ToName">Name of the case manager after.</param>
internal sealed record CaseTransfer(Guid Id, DateOnly On, string? FromName, string? ToName, TransferReason Reason, string? Note);

internal static class GetOutcomesEndpoint
{
    public static void MapGetOutcomes(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/outcomes", Handle)
        .WithName("getCaseOutcomes")
        .WithSummary("How a case ended, with follow-up contacts and hand-overs; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<CaseOutcomes> Handle(Guid caseId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetOutcomes(caseId), ct);
}

internal sealed class GetOutcomesHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit)
    : IRequestHandler<GetOutcomes, CaseOutcomes>
{
    private const string SelectClosures = """
        select id as Id, version as Version, closed_on as ClosedOn, outcome as Outcome, contract as Contract, starts_on as StartsOn, ends_on as EndsOn, weekly_hours as WeeklyHours,
               sector as Sector, training as Training, coalesce(dropout_reason_cipher, dropout_reason) as DropOutReason, dowry_cents as DowryCents, details_cipher as Details, note_cipher as Note, closed_by as ClosedBy,
               reopened_on as ReopenedOn, reopening_reason as ReopeningReason, reopening_note_cipher as ReopeningNote
        from   beneficiaries_case_closure
        where  case_id = @CaseId
        order by closed_on desc, id desc
        """;

    private const string SelectFollowUps = """
        select id as Id, version as Version, closure_id as ClosureId, kind as Kind, due_on as DueOn, next_try_on as NextTryOn, attempts as Attempts, state as State, situation as Situation,
               improved as Improved, contacted_on as ContactedOn, note_cipher as Note, recorded_by as RecordedBy
        from   beneficiaries_follow_up
        where  case_id = @CaseId
        order by due_on, id
        """;

    private const string SelectTransfers = """
        select id as Id, transferred_on as Day, from_user_id as FromUser, to_user_id as ToUser, reason as Reason, note_cipher as Note
        from   beneficiaries_case_transfer
        where  case_id = @CaseId
        order by transferred_on desc, id desc
        """;

    public async Task<CaseOutcomes> Handle(GetOutcomes request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-outcomes");
        var args = new { request.CaseId };
        var closures = await db.QueryAsync<ClosureRow>(SelectClosures, args, cancellationToken);
        var followUps = await db.QueryAsync<FollowUpRow>(SelectFollowUps, args, cancellationToken);
        var transfers = await db.QueryAsync<TransferRow>(SelectTransfers, args, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var opened = closures.Select(row => (Row: row, Sealed: sensitive.Open<SealedOutcome>(row.Details))).ToArray();
        var bodyIds = opened.Select(one => one.Sealed?.BodyId).OfType<Guid>().Distinct().ToArray();
        var bodies = bodyIds.Length == 0 ? [] : (await mediator.Send(new DescribePartnerBodies(bodyIds), cancellationToken)).ToDictionary(body => body.Id, body => body.Name);
        return new(
            [.. opened.Select(one => Show(one.Row, one.Sealed, bodies, names, followUps))],
            [.. transfers.Select(row => new CaseTransfer(
                row.Id, row.Day, names.GetValueOrDefault(row.FromUser), names.GetValueOrDefault(row.ToUser), row.Reason, sensitive.OpenText(row.Note)))]);
    }

    private CaseClosure Show(
        ClosureRow row, SealedOutcome? part, Dictionary<Guid, string> bodies, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<FollowUpRow> followUps)
    {
        var details = new OutcomeDetails(
            row.Contract, row.StartsOn, row.EndsOn, row.WeeklyHours, row.Sector, part?.Employer, row.Training, part?.TrainingTitle, part?.Activity, row.DowryCents, sensitive.OpenCode<DropOutReason>(row.DropOutReason),
            part?.BodyId, part?.Agreed);
        var known = details == new OutcomeDetails(null, null, null, null, null, null, null, null, null, null, null, null, null) ? null : details;
        return new(
            row.Id, row.Version, row.ClosedOn, row.Outcome, known, Rules.Duration.Months(row.StartsOn, row.EndsOn), part?.BodyId is { } body ? bodies.GetValueOrDefault(body) : null,
            sensitive.OpenText(row.Note), names.GetValueOrDefault(row.ClosedBy), row.ReopenedOn, row.ReopeningReason, sensitive.OpenText(row.ReopeningNote),
            [.. followUps.Where(one => one.ClosureId == row.Id).Select(one => new FollowUp(
                one.Id, one.Version, one.Kind, one.DueOn, one.NextTryOn, one.Attempts, one.State, one.Situation, one.Improved, one.ContactedOn, sensitive.OpenText(one.Note),
                one.RecordedBy is { } by ? names.GetValueOrDefault(by) : null))]);
    }

    private sealed record ClosureRow(
        Guid Id, int Version, DateOnly ClosedOn, CaseOutcome Outcome, EmploymentContract? Contract, DateOnly? StartsOn, DateOnly? EndsOn, int? WeeklyHours, string? Sector,
        TrainingPath? Training, string? DropOutReason, long? DowryCents, string? Details, string? Note, Guid ClosedBy, DateOnly? ReopenedOn, ReopeningReason? ReopeningReason,
        string? ReopeningNote);

    private sealed record FollowUpRow(
        Guid Id, int Version, Guid ClosureId, FollowUpKind Kind, DateOnly DueOn, DateOnly NextTryOn, int Attempts, FollowUpState State, FollowUpSituation? Situation, bool? Improved,
        DateOnly? ContactedOn, string? Note, Guid? RecordedBy);

    private sealed record TransferRow(Guid Id, DateOnly Day, Guid FromUser, Guid ToUser, TransferReason Reason, string? Note);
}
