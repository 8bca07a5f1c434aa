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
        select p.surname as Surname, p.name as Name, p.birth_date as BirthDate, a.details_cipher as InForce
        from   beneficiaries_person p
        left join beneficiaries_attestation a on a.beneficiary_id = p.id and a.valid_from <= @Today and (a.valid_to is null or a.valid_to >= @Today)
        where  p.id = @BeneficiaryId
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

        var rows = await db.QueryAsync<Row>(Select, new { seen.BeneficiaryId, Today = clock.Today() }, cancellationToken);
        var (person, categories) = (rows[0], rows.Where(row => row.InForce is not null).Select(row => sensitive.Open<AttestationDetails>(row.InForce!)!.Category).ToArray());
        return new(
            seen.Id, seen.BeneficiaryId, $"{person.Surname} {person.Name}", person.BirthDate, categories.Any(DisabilityCategories.Contains),
            categories.Any(category => !DisabilityCategories.Contains(category)), seen.OpenedOn, seen.ClosedOn, seen.ManagerId);
    }

    /// <summary>The person, with one attestation in force; once without any if there is none.</summary>
    private sealed record Row(string Surname, string Name, DateOnly BirthDate, string? InForce);
}
