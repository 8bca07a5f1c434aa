using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Tells other modules of a case only what their rules need, and only for whoever may see it.</summary>
internal sealed class FindCaseHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, MarkBook marks, IAuditTrail audit, TimeProvider clock) : IRequestHandler<FindCase, CaseFacts>
{
    private const string Select = """
        select p.surname as Surname, p.name as Name, p.birth_date as BirthDate
        from   beneficiaries_person p
        where  p.id = @BeneficiaryId
        """;

    private const string SelectInForce = """
        select details_cipher
        from   beneficiaries_attestation
        where  beneficiary_id = @BeneficiaryId and valid_from <= @Today and (valid_to is null or valid_to >= @Today)
        """;

    public async Task<CaseFacts> Handle(FindCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        if (request.StartsWork && !needToKnow.IsPlatform)
        {
            await marks.DemandUseAsync(seen.BeneficiaryId, cancellationToken);
        }

        if (!needToKnow.IsPlatform)
        {
            audit.Reads("beneficiary", seen.BeneficiaryId, "internship");
        }

        var person = (await db.FindAsync<Person>(Select, new { seen.BeneficiaryId }, cancellationToken))!;
        var details = await db.QueryAsync<string>(SelectInForce, new { seen.BeneficiaryId, Today = clock.Today() }, cancellationToken);
        var categories = details.Select(cipher => sensitive.Open<AttestationDetails>(cipher)!.Category).ToArray();
        return new(
            seen.Id, seen.BeneficiaryId, $"{person.Surname} {person.Name}", person.BirthDate, categories.Any(DisabilityCategories.Contains),
            categories.Any(category => !DisabilityCategories.Contains(category)), seen.OpenedOn, seen.ClosedOn, seen.ManagerId);
    }

    private sealed record Person(string Surname, string Name, DateOnly BirthDate);
}
