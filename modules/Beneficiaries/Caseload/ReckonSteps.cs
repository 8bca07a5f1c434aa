using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>
/// Reckons the cases that were never reckoned by today's rule: those from before there was one, and all of them when it changes. Also gives attestations of before the hash of their
/// category. A little at a time; stopped at any instant the next run goes on. Answers how many were done.
/// </summary>
internal sealed record ReckonSteps : ICommand<int>;

internal sealed class ReckonStepsHandler(IDbSession db, CaseSteps steps, SensitiveFields sensitive) : IRequestHandler<ReckonSteps, int>
{
    private const int AtOnce = 2000;

    private const string SelectOld = """
        select id
        from   beneficiaries_case
        where  steps_version < @Rule
        order by steps_version, id
        """;

    private const string SelectAttestations = """
        select id as Id, details_cipher as Details
        from   beneficiaries_attestation
        where  category_hash is null
        order by category_hash, beneficiary_id
        """;

    private const string UpdateAttestation = "update beneficiaries_attestation set category_hash = @Hash where id = @Id";

    public async Task<int> Handle(ReckonSteps request, CancellationToken cancellationToken)
    {
        var cases = await db.TopAsync<Guid>(SelectOld, new { Rule = CaseSteps.RuleVersion }, AtOnce, cancellationToken);
        await steps.ReckonAsync(cases, cancellationToken);
        var attestations = await db.TopAsync<Row>(SelectAttestations, null, AtOnce, cancellationToken);
        foreach (var row in attestations)
        {
            await db.ExecuteAsync(UpdateAttestation, new { row.Id, Hash = sensitive.CategoryHash(sensitive.Open<AttestationDetails>(row.Details)!.Category) }, cancellationToken);
        }

        return cases.Count + attestations.Count;
    }

    private sealed record Row(Guid Id, string Details);
}
