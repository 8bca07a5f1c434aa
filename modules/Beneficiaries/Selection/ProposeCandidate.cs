using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Referrals;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>A body of the programme proposes somebody: a person on file, or a referral that has no person yet. An operator writes it down.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="CohortId">Which of its selections; null is the latest.</param>
/// <param name="BeneficiaryId">A person on file.</param>
/// <param name="ReferralId">Or a referral.</param>
/// <param name="BodyId">Lead or partner of the programme.</param>
/// <param name="ProposedOn">When the body proposed.</param>
/// <param name="ConsentOn">When the person agreed to be a candidate.</param>
/// <param name="ConsentKind">How.</param>
/// <param name="SomebodyElse">The other candidate with the same names and day of birth was looked at: it is somebody else.</param>
internal sealed record ProposeCandidate(
    Guid ProgrammeId, Guid? CohortId, Guid? BeneficiaryId, Guid? ReferralId, Guid? BodyId, DateOnly? ProposedOn, DateOnly? ConsentOn, ConsentKind? ConsentKind, bool SomebodyElse)
    : ICommand<ProposedCandidate>;

/// <summary>A candidate just proposed.</summary>
/// <param name="Number">The candidate's number in the selection.</param>
internal sealed record ProposedCandidate(Guid Id, int Number);

internal static class ProposeCandidateEndpoint
{
    /// <summary>Who is proposed, by whom.</summary>
    /// <param name="SomebodyElse">Whoever proposes has checked that this is not the person of the same name who is a candidate already.</param>
    internal sealed record CandidateBody(Guid? CohortId, Guid? BeneficiaryId, Guid? ReferralId, Guid? BodyId, DateOnly? ProposedOn, DateOnly? ConsentOn, ConsentKind? ConsentKind, bool? SomebodyElse);

    public static void MapProposeCandidate(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/candidates", Handle)
        .WithName("proposeCandidate")
        .WithSummary("Propose somebody for a programme")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<ProposedCandidate>> Handle(Guid programmeId, CandidateBody body, IMediator mediator, CancellationToken ct)
    {
        var proposed = await mediator.Send(
            new ProposeCandidate(programmeId, body.CohortId, body.BeneficiaryId, body.ReferralId, body.BodyId, body.ProposedOn, body.ConsentOn, body.ConsentKind, body.SomebodyElse ?? false), ct);
        return TypedResults.Created($"/api/v1/programmes/{programmeId}/candidates/{proposed.Id}", proposed);
    }
}

internal sealed class ProposeCandidateValidator : AbstractValidator<ProposeCandidate>
{
    public ProposeCandidateValidator(TimeProvider clock)
    {
        RuleFor(candidate => candidate.BeneficiaryId).Must((candidate, person) => (person is null) != (candidate.ReferralId is null)).WithErrorCode("candidate.who")
            .WithMessage(_ => new Words("Scegliere una persona del servizio oppure una segnalazione.", "Choose a person on file or a referral.").ToString());
        RuleFor(candidate => candidate.BodyId).NotEmpty();
        RuleFor(candidate => candidate.ProposedOn).NotNull().IsLikelyDay();
        RuleFor(candidate => candidate.ProposedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("candidate.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(candidate => candidate.ConsentOn).NotNull().IsLikelyDay();
        RuleFor(candidate => candidate.ConsentOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("candidate.consent-in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(candidate => candidate.ConsentKind).NotNull().IsInEnum();
    }
}

internal sealed class ProposeCandidateHandler(
    IDbSession db, CohortDesk desk, NeedToKnow needToKnow, ReferralDesk referrals, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ProposeCandidate, ProposedCandidate>
{
    private const string SelectPerson = "select surname as Surname, name as Name, birth_date as BirthDate from beneficiaries_person where id = @Id";

    private const string SelectReferralPerson = "select beneficiary_id from beneficiaries_referral where id = @Id";

    private const string IsPartner = """
        select count(*)
        from   beneficiaries_programme g
        where  g.id = @ProgrammeId and (g.lead_body_id = @BodyId or g.id in (select b.programme_id from beneficiaries_programme_body b where b.body_id = @BodyId))
        """;

    private const string NextNumber = "update beneficiaries_cohort set last_candidate = last_candidate + 1 where id = @CohortId and state = 'open'";

    private const string Insert = """
        insert into beneficiaries_candidate (
            id, version, cohort_id, number, beneficiary_id, referral_id, subject_hash, body_cipher, proposed_on, consent_on, consent_kind, state, created_at, created_by)
        values (@Id, 1, @CohortId, @Number, @BeneficiaryId, @ReferralId, @Subject, @Body, @ProposedOn, @ConsentOn, @ConsentKind, 'proposed', @Now, @Me)
        """;

    public async Task<ProposedCandidate> Handle(ProposeCandidate request, CancellationToken cancellationToken)
    {
        var (subject, personId) = await SubjectAsync(request, cancellationToken);
        var cohort = await desk.HoldAsync(request.ProgrammeId, request.CohortId, cancellationToken);
        CohortDesk.DemandOpen(cohort);
        if (cohort.ProgrammeEndsOn < clock.Today())
        {
            throw OpenCohortHandler.Over();
        }

        if (await db.ScalarAsync<int>(IsPartner, new { request.ProgrammeId, request.BodyId }, cancellationToken) == 0)
        {
            throw new FieldException("bodyId", "candidate.body-not-partner", new(
                "Questo ente non è tra quelli del programma: aggiungerlo prima al programma.", "This body is not one of the programme's: add it to the programme first."));
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        if (await db.ExecuteAsync(NextNumber, new { CohortId = cohort.Id }, cancellationToken) == 0)
        {
            throw CohortDesk.Frozen();
        }

        var number = cohort.LastCandidate + 1;
        var row = new
        {
            Id = id, CohortId = cohort.Id, Number = number, BeneficiaryId = personId, request.ReferralId, Subject = request.SomebodyElse ? $"{subject}:{personId ?? request.ReferralId:N}" : subject,
            Body = personId is { } person ? sensitive.SealId(person, request.BodyId!.Value) : sensitive.SealId(request.BodyId!.Value), request.ProposedOn, request.ConsentOn,
            ConsentKind = request.ConsentKind!.Value.Code(), Now = now, Me = user.Id,
        };
        await db.ExecuteAsync(Insert, row, cancellationToken, ifTaken: Twice);
        await desk.TellAsync(id, personId, CandidateEventKind.Proposed, null, cancellationToken);
        audit.Changes("candidate", id);
        audit.Changes(personId is null ? "referral" : "beneficiary", personId ?? request.ReferralId!.Value);
        return new(id, number);
    }

    private async Task<(string Hash, Guid? PersonId)> SubjectAsync(ProposeCandidate request, CancellationToken ct)
    {
        if (request.ReferralId is { } referralId)
        {
            var seen = await referrals.FindAsync(referralId, ct);
            if (seen.State is ReferralState.Declined or ReferralState.Withdrawn)
            {
                throw new FieldException("referralId", "candidate.referral-over", new(
                    "Questa segnalazione è stata ritirata o non accolta: non si può proporre.", "This referral was withdrawn or declined: it cannot be proposed."));
            }

            if (await db.ScalarAsync<Guid?>(SelectReferralPerson, new { Id = referralId }, ct) is not { } taken)
            {
                var person = referrals.Open(seen.ContentCipher).Person;
                return (sensitive.NameAndBirth(person.Surname, person.Name, person.BirthDate!.Value), null);
            }

            return (await HashOfAsync(taken, ct), taken);
        }

        await needToKnow.PersonAsync(request.BeneficiaryId!.Value, Sight.Full, ct);
        return (await HashOfAsync(request.BeneficiaryId.Value, ct), request.BeneficiaryId);
    }

    private async Task<string> HashOfAsync(Guid personId, CancellationToken ct)
    {
        var named = (await db.FindAsync<Named>(SelectPerson, new { Id = personId }, ct))!;
        return sensitive.NameAndBirth(named.Surname, named.Name, named.BirthDate);
    }

    private static ConflictException Twice() => new("candidate.twice", new(
        "In questa selezione c'è già un candidato con lo stesso nome e la stessa data di nascita: una persona si propone una volta sola. Se è davvero un'altra persona, confermarlo.",
        "This selection already has a candidate with the same name and day of birth: a person is proposed once. If it is really somebody else, confirm it."));

    private sealed record Named(string Surname, string Name, DateOnly BirthDate);
}
