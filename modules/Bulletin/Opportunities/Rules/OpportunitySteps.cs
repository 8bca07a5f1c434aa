using System.Collections.Frozen;

namespace InclusionPlatform.Bulletin.Opportunities.Rules;

/// <summary>Which steps an opportunity may take from where it is.</summary>
internal static class OpportunitySteps
{
    private static readonly FrozenSet<OpportunityState> Publishable =
        new[] { OpportunityState.Draft, OpportunityState.Proposed, OpportunityState.Withdrawn, OpportunityState.Rejected, OpportunityState.Expired }.ToFrozenSet();

    private static readonly FrozenSet<OpportunityState> Withdrawable = new[] { OpportunityState.Draft, OpportunityState.Proposed, OpportunityState.Published }.ToFrozenSet();

    /// <summary>Anything not already published, whose deadline has not passed.</summary>
    public static void CheckPublication(OpportunityState state, DateOnly? deadline, DateOnly today)
    {
        if (!Publishable.Contains(state))
        {
            throw new RuleBrokenException("opportunity.already-published", new("L'opportunità è già pubblicata.", "The opportunity is already published."));
        }

        if (deadline < today)
        {
            throw new RuleBrokenException("opportunity.deadline-passed", new(
                "La scadenza è già passata: correggerla prima di pubblicare.", "The deadline has passed: correct it before publishing."));
        }
    }

    /// <summary>Only what somebody proposed can be rejected.</summary>
    public static void CheckRejection(OpportunityState state)
    {
        if (state != OpportunityState.Proposed)
        {
            throw new RuleBrokenException("opportunity.not-proposed", new(
                "Si può rifiutare solo un'opportunità da rivedere; le altre si ritirano.", "Only an opportunity to be reviewed can be rejected; withdraw the others."));
        }
    }

    /// <summary>What is over stays over.</summary>
    public static void CheckWithdrawal(OpportunityState state)
    {
        if (!Withdrawable.Contains(state))
        {
            throw new RuleBrokenException("opportunity.not-withdrawable", new(
                "L'opportunità non è più in corso: non c'è nulla da ritirare.", "The opportunity is no longer open: there is nothing to withdraw."));
        }
    }
}
