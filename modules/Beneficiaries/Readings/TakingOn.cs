using FluentValidation;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Who is taken on and who answers for the case.</summary>
/// <param name="CaseManagerId">A colleague.</param>
/// <param name="BeneficiaryId">The person, if already registered; null registers them from the referral.</param>
/// <param name="IsAnotherPerson">Confirms that who has the same names and date of birth is somebody else.</param>
/// <param name="Programme">Funded programme, if any.</param>
internal sealed record TakingOnDetails(Guid? CaseManagerId, Guid? BeneficiaryId, bool? IsAnotherPerson, string? Programme);

internal sealed class TakingOnDetailsValidator : AbstractValidator<TakingOnDetails>
{
    public TakingOnDetailsValidator()
    {
        RuleFor(taking => taking.CaseManagerId).NotNull();
        RuleFor(taking => taking.Programme).MaximumLength(120);
    }
}

/// <summary>Turns a referral into a person with a case, in the transaction of the decision.</summary>
internal sealed class TakingOn(
    IDbSession db, IMediator mediator, CaseOpening opening, ReferralDesk desk, SensitiveFields sensitive, INotifications notifications, IColleagues colleagues, IAuditTrail audit, ICurrentUser user)
{
    private const string SelectKnown = """
        select coalesce(merged_into, id) as Id, case when tax_code_family_hash = @TaxCodeFamily or health_code_hash = @HealthCode then 1 else 0 end as SameIdentifier
        from   beneficiaries_person
        where  tax_code_family_hash = @TaxCodeFamily or health_code_hash = @HealthCode or name_and_birth_hash = @NameAndBirth
        """;

    private const string Link = "update beneficiaries_referral set beneficiary_id = @BeneficiaryId, case_id = @CaseId where id = @Id";

    /// <summary>Registers or links the person, opens the case and answers its id.</summary>
    public async Task<Guid> TakeOnAsync(SeenReferral seen, TakingOnDetails taking, DateOnly on, CancellationToken ct)
    {
        var everybody = await colleagues.AllAsync(ct);
        if (!everybody.Any(colleague => colleague.Id == taking.CaseManagerId && Team.MayJoin(colleague)))
        {
            throw new FieldException("takingOn.caseManagerId", "member.unknown", new(
                "L'operatore di riferimento è un educatore o coordinatore con un account attivo: scegliere dall'elenco.",
                "The case manager is an educator or coordinator with an active account: choose from the list."));
        }

        var ownDecision = taking.CaseManagerId == user.Id;
        if (ownDecision)
        {
            NobodyGivesThemselfACase.Check(everybody, user.Id);
        }

        var content = desk.Open(seen.ContentCipher);
        var bodyId = sensitive.OpenId(seen.BodyCipher);
        var body = (await mediator.Send(new DescribePartnerBodies([bodyId]), ct)).Single();
        var personId = await PersonAsync(content.Person, taking, ct);
        var opened = await opening.OpenAsync(new(personId, body, taking.CaseManagerId!.Value, on, content.Reason, taking.Programme, seen.Restricted ? true : null), ct);
        await db.ExecuteAsync(Link, new { seen.Id, BeneficiaryId = personId, CaseId = opened.Id }, ct);
        if (ownDecision)
        {
            // Nobody else could have decided: so it does not stay between the two of them.
            audit.Reads("beneficiary", personId, "own-decision");
            await notifications.NotifyAsync(Role.Administrator, "referral.own-case", null, "/access-log", ct);
            await notifications.NotifyAsync(Role.Auditor, "referral.own-case", null, "/access-log", ct);
        }

        await notifications.NotifyAsync([taking.CaseManagerId.Value], "referral.case-assigned", null, $"/beneficiaries/{personId}", ct);
        return opened.Id;
    }

    private async Task<Guid> PersonAsync(PersonDetails person, TakingOnDetails taking, CancellationToken ct)
    {
        var hashes = sensitive.HashesOf(person.Identifiers);
        var known = await db.QueryAsync<Known>(
            SelectKnown, new { hashes.TaxCodeFamily, hashes.HealthCode, NameAndBirth = sensitive.NameAndBirth(person.Surname, person.Name, person.BirthDate!.Value) }, ct);
        if (taking.BeneficiaryId is { } chosen)
        {
            return known.Any(one => one.Id == chosen) ? chosen : throw new FieldException("takingOn.beneficiaryId", "referral.not-the-person", new(
                "La persona scelta non ha lo stesso codice né lo stesso nome e data di nascita della segnalazione.",
                "The chosen person has neither the same code nor the same name and date of birth as the referral."));
        }

        if (known.Any(one => one.SameIdentifier == 1) || (known.Count > 0 && taking.IsAnotherPerson != true))
        {
            throw new ConflictException("referral.person-known", new(
                "Una persona con questi dati è già registrata: collegare la segnalazione a quella, o confermare che è un'altra con lo stesso nome e la stessa data di nascita.",
                "A person with these data is already registered: link the referral to them, or confirm that this is somebody else with the same name and date of birth."));
        }

        return (await mediator.Send(new RegisterBeneficiary(person), ct)).Id;
    }

    private sealed record Known(Guid Id, int SameIdentifier);
}
