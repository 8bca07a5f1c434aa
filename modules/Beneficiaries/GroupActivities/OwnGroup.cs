using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>A case of the group, with its person.</summary>
/// <param name="Id">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="Surname">Of the person.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Restricted">1 if their data are only kept (GDPR art. 18).</param>
internal sealed record GroupCase(Guid Id, Guid BeneficiaryId, string Surname, string Name, int Restricted);

/// <summary>A group is of people whom one follows: only open cases of one's own équipes. What is seen for a while by an emergency access is no group to work with.</summary>
internal sealed class OwnGroup(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string SelectCases = $"""
        select c.id as Id, c.beneficiary_id as BeneficiaryId, p.surname as Surname, p.name as Name, case when {MarkBook.IsOnlyKept} then 1 else 0 end as Restricted
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
               {VisibleCases.Mine}
               and c.id in {Batches.Keys}
        """;

    /// <summary>The cases.</summary>
    /// <exception cref="FieldException"><c>group-activity.not-mine</c>, and <c>beneficiary.only-kept</c> with the names of whose data are, on the field named.</exception>
    public async Task<IReadOnlyList<GroupCase>> DemandAsync(IReadOnlyList<Guid> caseIds, string field, CancellationToken ct)
    {
        var cases = await db.QueryInBatchesAsync<Guid, GroupCase>(SelectCases, caseIds, new { Me = user.Id, Today = clock.Today() }, ct);
        if (cases.Count != caseIds.Count)
        {
            throw new FieldException(field, "group-activity.not-mine", new(
                "Una delle persone non è tra quelle che si seguono oggi: scegliere dall'elenco.",
                "One of the people is not among those followed today: choose from the list."));
        }

        var kept = cases.Where(one => one.Restricted == 1).Select(one => $"{one.Surname} {one.Name}").ToArray();
        return kept.Length == 0 ? cases : throw new FieldException(field, "beneficiary.only-kept", new Words(
            "I dati si possono solo conservare (limitazione del trattamento, art. 18 GDPR): {0}. Togliere dall'elenco, o chiudere prima la limitazione nei «Diritti della persona».",
            "Data may only be kept (restriction of processing, GDPR art. 18): {0}. Take them off the list, or end the restriction under \"Rights of the person\" first.").With(string.Join(", ", kept)));
    }
}
