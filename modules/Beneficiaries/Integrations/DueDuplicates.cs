using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>How many pairs of people may be one, for who may merge them and of those whom they may see: a counter that leads to the list.</summary>
internal sealed class DueDuplicates(IDbSession db, NeedToKnow needToKnow, TimeProvider clock) : IDueWorkSource
{
    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Merge) || !needToKnow.IsCoordinator)
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow() };
        var count = await db.ScalarAsync<int>(ListDuplicatePeopleHandler.Visible(ListDuplicatePeopleHandler.Count, needToKnow).ToString(), args, ct);
        return count == 0 ? DueWork.None : new([], [new("beneficiary.duplicates", count, Urgency.Week, "/beneficiaries/duplicates", "beneficiaries")]);
    }
}
