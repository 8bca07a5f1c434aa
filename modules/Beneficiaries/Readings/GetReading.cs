using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Opens a meeting.</summary>
internal sealed record GetReading(Guid Id) : IQuery<ReadingRecord>;

/// <summary>A meeting with its équipe and agenda.</summary>
/// <param name="Place">Where, in words.</param>
/// <param name="Minutes">The minutes, as far as they are written.</param>
/// <param name="ClosedBy">Name of who closed the minutes; null until then.</param>
/// <param name="CanOrganise">Whether whoever asks may change the meeting.</param>
internal sealed record ReadingRecord(
    Guid Id, int Version, ReadingState State, DateOnly HeldOn, string? StartsAt, string? Place, string? Minutes, string? ClosedBy, DateTimeOffset? ClosedAt, bool CanOrganise,
    IReadOnlyList<ReadingMember> Members, IReadOnlyList<AgendaItem> Agenda) : IVersioned;

/// <summary>Somebody of the équipe; whether they were there is known once the minutes are closed.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Present">Whether they were there; null until the minutes are closed.</param>
internal sealed record ReadingMember(Guid Id, Guid? UserId, string? Name, Guid? BodyId, string? BodyName, bool? Present);

/// <summary>A referral on the agenda. Once the minutes are closed its name, decision and reason are there only for who still sees the referral.</summary>
/// <param name="Visible">Whether whoever asks may see the referral.</param>
/// <param name="Reason">Why it was decided so; null until then.</param>
/// <param name="DecidedBy">Name of who wrote the decision; null until then.</param>
internal sealed record AgendaItem(
    Guid ReferralId, bool Visible, string? DisplayName, string? BodyName, ReferralUrgency? Urgency, bool Restricted, DateOnly? AnswerDueOn, ReadingDecision? Decision, string? Reason, DeclineReason? DeclineReason,
    string? DecidedBy, Guid? CaseId);

internal static class GetReadingEndpoint
{
    public static void MapGetReading(this IEndpointRouteBuilder readings) => readings
        .MapGet("/{id:guid}", Handle)
        .WithName("getCaseReading")
        .WithSummary("Open a case reading with its agenda; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<ReadingRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetReading(id), ct));
}

internal sealed class GetReadingHandler(
    IDbSession db, IMediator mediator, ReadingDesk readings, ReferralDesk desk, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, ICurrentUser user)
    : IRequestHandler<GetReading, ReadingRecord>
{
    private const string SelectClosing = "select minutes_cipher as Minutes, closed_by as ClosedBy, closed_at as ClosedAt from beneficiaries_reading where id = @Id";

    private const string SelectMembers = """
        select id as Id, user_id as UserId, name as Name, body_id as BodyId, present as Present
        from   beneficiaries_reading_member
        where  reading_id = @Id
        order by case when user_id is null then 1 else 0 end, id
        """;

    private const string SelectAgenda = """
        select i.referral_id as ReferralId, i.decision as Decision, i.reason_cipher as Reason, i.decided_by as DecidedBy, r.content_cipher as Content, r.referring_body_cipher as Body,
               r.urgency as Urgency, r.restricted as Restricted, r.answer_due_on as AnswerDueOn, r.decline_reason as DeclineReason, r.case_id as CaseId
        from   beneficiaries_reading_item i
        join   beneficiaries_referral r on r.id = i.referral_id
        where  i.reading_id = @Id
        order by i.position, i.referral_id
        """;

    private const string SelectVisible = """
        select r.id
        from   beneficiaries_referral r
        where  r.id in (select i.referral_id from beneficiaries_reading_item i where i.reading_id = @Id)
        """;

    public async Task<ReadingRecord> Handle(GetReading request, CancellationToken cancellationToken)
    {
        var seen = await readings.FindAsync(request.Id, cancellationToken);
        var closing = (await db.FindAsync<Closing>(SelectClosing, new { request.Id }, cancellationToken))!;
        var members = await db.QueryAsync<MemberRow>(SelectMembers, new { request.Id }, cancellationToken);
        var agenda = await db.QueryAsync<AgendaRow>(SelectAgenda, new { request.Id }, cancellationToken);
        var visible = (await db.QueryAsync<Guid>(new ListSql(SelectVisible).OnlyVisibleReferrals(user).ToString(), desk.Args(request.Id), cancellationToken)).ToHashSet();
        var names = await colleagues.NamesAsync(cancellationToken);
        var open = seen.State is ReadingState.Planned;
        var shown = agenda.Where(row => open || visible.Contains(row.ReferralId)).ToDictionary(row => row.ReferralId, row => sensitive.OpenId(row.Body));
        var bodyIds = shown.Values.Concat(members.Where(member => member.BodyId is not null).Select(member => member.BodyId!.Value)).Distinct().ToArray();
        var bodies = (await mediator.Send(new DescribePartnerBodies(bodyIds), cancellationToken)).ToDictionary(body => body.Id, body => body.Name);
        foreach (var referralId in shown.Keys)
        {
            audit.Reads("referral", referralId, "case-reading");
        }

        var canOrganise = user.Has(BeneficiariesModule.DecideReferrals);
        return new(
            seen.Id, seen.Version, seen.State, seen.HeldOn, seen.StartsAt, seen.Place, canOrganise || open ? sensitive.OpenText(closing.Minutes) : null,
            closing.ClosedBy is { } closer ? names.GetValueOrDefault(closer) : null, closing.ClosedAt, canOrganise && open,
            [.. members.Select(member => new ReadingMember(
                member.Id, member.UserId, member.UserId is { } userId ? names.GetValueOrDefault(userId) : member.Name, member.BodyId,
                member.BodyId is { } bodyId ? bodies.GetValueOrDefault(bodyId) : null, member.Present))],
            [.. agenda.Select(row => shown.TryGetValue(row.ReferralId, out var bodyId)
                ? new AgendaItem(
                    row.ReferralId, visible.Contains(row.ReferralId), desk.Open(row.Content).DisplayName, bodies.GetValueOrDefault(bodyId), row.Urgency, row.Restricted, row.AnswerDueOn, row.Decision,
                    sensitive.OpenText(row.Reason), row.Decision is ReadingDecision.Declined ? row.DeclineReason : null, row.DecidedBy is { } decider ? names.GetValueOrDefault(decider) : null,
                    visible.Contains(row.ReferralId) && row.Decision is ReadingDecision.TakenOn ? row.CaseId : null)
                : new AgendaItem(row.ReferralId, false, null, null, null, true, null, null, null, null, null, null))]);
    }

    private sealed record Closing(string? Minutes, Guid? ClosedBy, DateTimeOffset? ClosedAt);

    private sealed record MemberRow(Guid Id, Guid? UserId, string? Name, Guid? BodyId, bool? Present);

    private sealed record AgendaRow(
        Guid ReferralId, ReadingDecision? Decision, string? Reason, Guid? DecidedBy, string Content, string Body, ReferralUrgency Urgency, bool Restricted, DateOnly AnswerDueOn,
        DeclineReason? DeclineReason, Guid? CaseId);
}
