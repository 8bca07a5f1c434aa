using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Referrals.Attachments;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>Opens a referral.</summary>
internal sealed record GetReferral(Guid Id) : IQuery<ReferralRecord>;

/// <summary>A referral, whole: what the body wrote in the shape in which it is changed, who may be the same person already (only for who decides, while it is open), and its story. <c>BodyTold</c> once the service has answered.</summary>
/// <param name="InformationAsked">Whether the service waits for something that it asked of the body.</param>
/// <param name="AnsweredOn">Day of the answer; null until then.</param>
/// <param name="WaitingSince">Day since which the person is on the waiting list; null if they are not.</param>
/// <param name="Referral">What the body wrote, in the shape in which it is changed.</param>
/// <param name="Age">Age of the person today, in whole years.</param>
/// <param name="ReceivedByName">Name of the colleague who wrote it down; null if a system sent it.</param>
/// <param name="ReceivedFromSystem">Whether a third-party system sent it.</param>
/// <param name="ReadingIsOpen">Whether the meeting on whose agenda it stands is still open.</param>
/// <param name="BeneficiaryId">Id of the person on file, once taken on or recognised; null until then.</param>
/// <param name="CaseId">Id of the case that was opened; null until then.</param>
/// <param name="CanChange">Whether whoever asks may change it now.</param>
/// <param name="CanWithdraw">Whether whoever asks may take it back now.</param>
/// <param name="CanDecide">Whether whoever asks may decide of it.</param>
/// <param name="CanAttach">Whether whoever asks may add papers to it.</param>
/// <param name="Attachments">Papers that came with it.</param>
/// <param name="Matches">People on file who may be the same; only for who decides, while it is open.</param>
/// <param name="Story">What happened to it, step by step.</param>
/// <param name="BodyTold">How the body was told of the answer; null until then.</param>
internal sealed record ReferralRecord(
    Guid Id, int Version, ReferralState State, bool InformationAsked, bool Restricted, DateOnly ReceivedOn, DateOnly AnswerDueOn, DateOnly? AnsweredOn, AnswerDue? Due, DateOnly? WaitingSince,
    DeclineReason? DeclineReason, ReferralDetails Referral, string? BodyName, string? BirthplaceName, string? CitizenshipName, string? DomicileName, int Age, string? ReceivedByName, bool ReceivedFromSystem,
    Guid? ReadingId, DateOnly? ReadingOn, bool ReadingIsOpen, Guid? BeneficiaryId, Guid? CaseId, bool CanChange, bool CanWithdraw, bool CanDecide, bool CanAttach,
    IReadOnlyList<ReferralAttachment> Attachments, IReadOnlyList<PossibleDuplicate> Matches, IReadOnlyList<ReferralEvent> Story, AnswerNotice? BodyTold) : IVersioned;

/// <summary>Something that happened to a referral.</summary>
/// <param name="By">Name of who did it; null if it was a system, or the platform itself.</param>
/// <param name="BySystem">Whether a third-party system did it.</param>
/// <param name="ListPosition">Place on the waiting list at that moment, from 1; null if it was not on it.</param>
/// <param name="ListPoints">Points on the waiting list at that moment.</param>
internal sealed record ReferralEvent(Guid Id, ReferralEventKind Kind, DateTimeOffset At, string? By, bool BySystem, string? Note, int? ListPosition, int? ListPoints);

internal static class GetReferralEndpoint
{
    public static void MapGetReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/{id:guid}", Handle)
        .WithName("getReferral")
        .WithSummary("Open a referral; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<ReferralRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetReferral(id), ct));
}

internal sealed class GetReferralHandler(
    IDbSession db, IMediator mediator, ReferralDesk desk, AnswerMail answerMail, ReferralAttachments attachments, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, BeneficiariesOptions options, IAuditTrail audit,
    ICurrentUser user, TimeProvider clock) : IRequestHandler<GetReferral, ReferralRecord>
{
    private const string Select = """
        select r.information_asked as InformationAsked, r.answered_on as AnsweredOn, r.decline_reason as DeclineReason, r.urgency as Urgency, r.beneficiary_id as BeneficiaryId,
               r.case_id as CaseId, r.received_by_kind as ReceivedByKind, r.answer_mail_id as AnswerMailId, r.answer_mail_at as AnswerMailAt, g.held_on as ReadingOn, g.state as ReadingState
        from   beneficiaries_referral r
        left join beneficiaries_reading g on g.id = r.reading_id
        where  r.id = @Id
        """;

    private const string SelectStory = """
        select id as Id, kind as Kind, happened_at as At, actor_id as ActorId, actor_kind as ActorKind, note_cipher as Note, list_position as ListPosition, list_points as ListPoints
        from   beneficiaries_referral_event
        where  referral_id = @Id
        order by happened_at desc, id desc
        """;

    public async Task<ReferralRecord> Handle(GetReferral request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindAsync(request.Id, cancellationToken);
        audit.Reads("referral", seen.Id, "open-referral");
        var row = (await db.FindAsync<Row>(Select, new { request.Id }, cancellationToken))!;
        var story = await db.QueryAsync<EventRow>(SelectStory, new { request.Id }, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var content = desk.Open(seen.ContentCipher);
        var person = content.Person;
        var bodyId = sensitive.OpenId(seen.BodyCipher);
        var body = (await mediator.Send(new DescribePartnerBodies([bodyId]), cancellationToken)).SingleOrDefault();
        var today = clock.Today();
        var isOpen = seen.State is ReferralState.Received or ReferralState.InReading or ReferralState.WaitingList;
        var decides = isOpen && user.Has(BeneficiariesModule.DecideReferrals);
        var matches = decides
            ? (await mediator.Send(new CheckDuplicates(person.Identifiers?.TaxCode, person.Identifiers?.HealthCode, person.Surname, person.Name, person.BirthDate), cancellationToken)).Matches
            : [];
        return new(
            seen.Id, seen.Version, seen.State, row.InformationAsked, seen.Restricted, seen.ReceivedOn, seen.AnswerDueOn, row.AnsweredOn,
            Rules.AnswerIsDue.Of(seen.State, seen.AnswerDueOn, today, options.ReferralWarningDays), seen.WaitingSince, row.DeclineReason,
            new(bodyId, content.Referrer, person, content.Reason, content.ReasonText, row.Urgency, content.ConsentOn, content.ConsentKind, content.NoIncome, seen.ReceivedOn, content.SenderReference),
            body?.Name, Birthplaces.Find(person.Birthplace)?.Name, Countries.ByCode(person.Citizenship)?.Italian,
            Municipalities.ByIstat((person.Addresses?.Domicile ?? person.Addresses?.Residence)?.Municipality)?.NameWithProvince, GetBeneficiaryHandler.AgeOn(person.BirthDate!.Value, today),
            names.GetValueOrDefault(seen.ReceivedBy), row.ReceivedByKind == ActorKind.Client, seen.ReadingId, row.ReadingOn, row.ReadingState == "planned", row.BeneficiaryId, row.CaseId,
            seen.State is ReferralState.Received && user.Has(BeneficiariesModule.WriteReferrals), isOpen && (needToKnow.IsCoordinator || seen.ReceivedBy == user.Id), decides,
            isOpen && user.Has(BeneficiariesModule.WriteReferrals), await attachments.OfAsync(request.Id, cancellationToken), matches,
            [.. Ordered(story).Select(happened => new ReferralEvent(
                happened.Id, happened.Kind, happened.At, names.GetValueOrDefault(happened.ActorId), happened.ActorKind == ActorKind.Client, sensitive.OpenText(happened.Note),
                happened.ListPosition, happened.ListPoints))],
            row.AnsweredOn is null || seen.State is ReferralState.Withdrawn ? null : await answerMail.OfAsync(row.AnswerMailId, row.AnswerMailAt, cancellationToken));
    }

    /// <summary>The latest first; of two of the same instant the one that can only follow the other.</summary>
    private static IEnumerable<EventRow> Ordered(IEnumerable<EventRow> story) => story.OrderByDescending(happened => happened.At).ThenByDescending(happened => happened.Kind);

    private sealed record Row(
        bool InformationAsked, DateOnly? AnsweredOn, DeclineReason? DeclineReason, ReferralUrgency Urgency, Guid? BeneficiaryId, Guid? CaseId, ActorKind ReceivedByKind, Guid? AnswerMailId, DateTimeOffset? AnswerMailAt, DateOnly? ReadingOn,
        string? ReadingState);

    private sealed record EventRow(Guid Id, ReferralEventKind Kind, DateTimeOffset At, Guid ActorId, ActorKind ActorKind, string? Note, int? ListPosition, int? ListPoints);
}
