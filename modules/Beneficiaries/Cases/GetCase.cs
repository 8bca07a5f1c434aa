using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Caseload;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Opens a case.</summary>
internal sealed record GetCase(Guid Id) : IQuery<CaseRecord>;

/// <summary>
/// A case. The last contact is when the person was heard, which work done without them is not. Why it was opened, its programme, its referring body and how many appointments the person missed
/// are for the équipe only. The page of the person opens unless others have followed them since the case was closed.
/// </summary>
/// <param name="Programme">Programme in words; null if none is named, or for who is not on the équipe.</param>
/// <param name="ClosedOn">Day of the end; null while the case is open.</param>
/// <param name="ClosingNote">What was written at the end; null for who is not on the équipe.</param>
/// <param name="LastContactOn">Day on which the person was last heard; work done without them does not count.</param>
/// <param name="Stalled">Whether nothing has happened for long.</param>
/// <param name="ReferringBodyId">Id of the body that referred the person; null for who is not on the équipe.</param>
/// <param name="ReferringBodyName">Name of that body; null for who is not on the équipe.</param>
/// <param name="CanManage">Whether whoever asks answers for the case.</param>
/// <param name="NoShows">How many appointments the person missed; null for who is not on the équipe.</param>
internal sealed record CaseRecord(
    Guid Id, int Version, Guid BeneficiaryId, string DisplayName, CaseReason? Reason, string? Programme, bool Restricted, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome,
    string? ClosingNote, DateOnly LastActivityOn, DateOnly? LastContactOn, bool Stalled, int OpenInternships, Guid ManagerId, string? ManagerName, Guid? ReferringBodyId, string? ReferringBodyName,
    Sight Sight, bool CanManage, IReadOnlyList<CaseMember> Members, IReadOnlyList<OutsideCaseMember> OutsideMembers, int? NoShows, bool PersonOpens) : IVersioned;

/// <summary>Somebody on the équipe.</summary>
/// <param name="Name">Name and surname; null if the account is gone.</param>
internal sealed record CaseMember(Guid Id, Guid UserId, string? Name, MemberRole Role, DateOnly FromOn, DateOnly? ToOn);

/// <summary>Somebody on the équipe without an account. Name and body are for the équipe only: the body may tell the category.</summary>
/// <param name="Id">The membership.</param>
/// <param name="Name">Name and surname; null for whoever sees the registry only.</param>
/// <param name="BodyId">The body, if it is of the network.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="Role">The role on the équipe.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="AccountId">The account that they were given.</param>
/// <param name="AccountFrom">Since when the membership goes on with it.</param>
internal sealed record OutsideCaseMember(
    Guid Id, string? Name, Guid? BodyId, string? BodyName, MemberRole Role, DateOnly FromOn, DateOnly? ToOn, Guid? AccountId, DateOnly? AccountFrom);

internal static class GetCaseEndpoint
{
    public static void MapGetCase(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{id:guid}", Handle)
        .WithName("getCase")
        .WithSummary("Open a case; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<CaseRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetCase(id), ct));
}

internal sealed class GetCaseHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, OutsideMembers outsideMembers, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<GetCase, CaseRecord>
{
    private const string Select = """
        select c.version as Version, p.surname as Surname, p.name as Name, coalesce(c.reason_cipher, c.reason) as Reason, c.programme as Programme, c.restricted as Restricted,
               c.outcome as Outcome, c.closing_note_cipher as ClosingNote, c.last_activity_on as LastActivityOn, c.last_contact_on as LastContactOn, c.referring_body_cipher as BodyCipher,
               (select count(*) from beneficiaries_appointment a where a.case_id = c.id and a.state = 'noShow') as NoShows
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.id = @Id
        """;

    private const string SelectMembers = """
        select id as Id, user_id as UserId, role as Role, from_on as FromOn, to_on as ToOn
        from   beneficiaries_case_member
        where  case_id = @Id
        order by from_on, id
        """;

    public async Task<CaseRecord> Handle(GetCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.Id, Sight.Registry, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "open-case");
        var row = (await db.FindAsync<Row>(Select, new { request.Id }, cancellationToken))!;
        var members = await db.QueryAsync<MemberRow>(SelectMembers, new { request.Id }, cancellationToken);
        var outside = await outsideMembers.OfAsync(request.Id, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var full = seen.Sight == Sight.Full;
        var bodyId = full ? sensitive.OpenId(row.BodyCipher) : (Guid?)null;
        var body = bodyId is { } known ? (await mediator.Send(new DescribePartnerBodies([known]), cancellationToken)).SingleOrDefault() : null;
        return new(
            seen.Id, row.Version, seen.BeneficiaryId, $"{row.Surname} {row.Name}", full ? sensitive.OpenCode<CaseReason>(row.Reason) : null, full ? row.Programme : null, row.Restricted, seen.OpenedOn, seen.ClosedOn, row.Outcome,
            full ? sensitive.OpenText(row.ClosingNote) : null, row.LastActivityOn, row.LastContactOn == CaseSteps.NotYet ? null : row.LastContactOn,
            seen.ClosedOn is null && Rules.CaseIsStalled.Holds(seen.OpenInternships, row.LastActivityOn, clock.Today()), seen.OpenInternships,
            seen.ManagerId, names.GetValueOrDefault(seen.ManagerId), bodyId, body?.Name, seen.Sight, needToKnow.Manages(seen),
            [.. members.Select(member => new CaseMember(member.Id, member.UserId, names.GetValueOrDefault(member.UserId), member.Role, member.FromOn, member.ToOn))],
            [.. outside.Select(one => new OutsideCaseMember(
                one.Id, full ? one.Who.Name : null, full ? one.Who.BodyId : null, full ? one.Who.BodyName : null, one.Role, one.FromOn, one.ToOn, one.AccountId, one.AccountFrom))],
            full ? row.NoShows : null, seen.PersonSight != Sight.None);
    }

    private sealed record Row(
        int Version, string Surname, string Name, string Reason, string? Programme, bool Restricted, CaseOutcome? Outcome, string? ClosingNote, DateOnly LastActivityOn, DateOnly LastContactOn,
        string BodyCipher, int NoShows);

    private sealed record MemberRow(Guid Id, Guid UserId, MemberRole Role, DateOnly FromOn, DateOnly? ToOn);
}
