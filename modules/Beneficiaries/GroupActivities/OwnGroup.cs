using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>A case of the group, with its person.</summary>
internal sealed record GroupCase(Guid Id, Guid BeneficiaryId);

/// <summary>A group is of people whom one follows: only open cases of one's own équipes. What is seen for a while by an emergency access is no group to work with.</summary>
internal sealed class OwnGroup(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string SelectCases = $"""
        select c.id as Id, c.beneficiary_id as BeneficiaryId
        from   beneficiaries_case c
        where  c.closed_on is null
               {VisibleCases.Mine}
               and c.id in {Batches.Keys}
        """;

    /// <summary>The cases.</summary>
    /// <exception cref="FieldException"><c>group-activity.not-mine</c>, on the field named.</exception>
    public async Task<IReadOnlyList<GroupCase>> DemandAsync(IReadOnlyList<Guid> caseIds, string field, CancellationToken ct)
    {
        var cases = await db.QueryInBatchesAsync<Guid, GroupCase>(SelectCases, caseIds, new { Me = user.Id, Today = clock.Today() }, ct);
        return cases.Count == caseIds.Count ? cases : throw new FieldException(field, "group-activity.not-mine", new(
            "Una delle persone non è tra quelle che si seguono oggi: scegliere dall'elenco.",
            "One of the people is not among those followed today: choose from the list."));
    }
}
