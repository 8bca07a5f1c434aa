using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>The columns that follow from what a body writes, the same when it is received and at each change.</summary>
internal sealed class ReferralColumns(IMediator mediator, SensitiveFields sensitive, BeneficiariesOptions options, ICurrentUser user, TimeProvider clock)
{
    public async Task<Dictionary<string, object?>> OfAsync(Guid id, ReferralDetails details, CancellationToken ct)
    {
        TaxCodeMatchesPerson.Check(details.Person!, details.Person!.Identifiers, "person.");
        var body = (await mediator.Send(new DescribePartnerBodies([details.ReferringBodyId!.Value]), ct)).SingleOrDefault()
            ?? throw new FieldException("referringBodyId", "referral.unknown-body", new(
                "L'ente inviante non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.",
                "The referring body is not in the network: choose it from the list or add it first."));
        var content = ReferralContent.Of(details);
        var receivedOn = user.Kind == ActorKind.Client ? clock.Today() : details.ReceivedOn ?? clock.Today();
        return new()
        {
            ["Id"] = id,
            ["Urgency"] = details.Urgency!.Value.Code(),
            ["Restricted"] = CaseIsRestricted.ByDefault(body.Kind, content.Reason),
            ["Content"] = sensitive.Seal(content),
            ["BodyHash"] = sensitive.BodyHash(body.Id),
            ["BodyCipher"] = sensitive.SealId(body.Id),
            ["PersonHash"] = sensitive.NameAndBirth(content.Person.Surname, content.Person.Name, content.Person.BirthDate!.Value),
            ["TaxCodeFamilyHash"] = sensitive.HashesOf(content.Person.Identifiers).TaxCodeFamily,
            ["ReceivedOn"] = receivedOn,
            ["AnswerDueOn"] = receivedOn.AddDays(options.ReferralAnswerDays),
        };
    }
}
