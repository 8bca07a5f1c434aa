using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Standing;

/// <summary>What there is to do with a company, the most pressing first.</summary>
internal enum NextStepKind
{
    /// <summary>Whoever asks has a proposed place to accept or decline.</summary>
    AnswerReferral,

    /// <summary>Whoever asks accepted a place, and no internship has been proposed from it yet.</summary>
    ProposeInternship,

    /// <summary>The last call found a wrong number.</summary>
    CorrectNumber,

    /// <summary>The day agreed on for the next contact has come.</summary>
    CallBack,

    /// <summary>What it offered does not count any more.</summary>
    VerifyAvailability,

    /// <summary>Nobody has ever called it.</summary>
    FirstCall,

    /// <summary>L. 68/99 asks places of it that are known not to be given.</summary>
    CoverObligation,

    /// <summary>It may be the same as others of the bank.</summary>
    CompareDuplicates,

    /// <summary>It was reached but has never said what it could offer.</summary>
    AskAvailability,

    /// <summary>It is bound by L. 68/99 and nobody knows whether its places are given.</summary>
    AskObligation,

    /// <summary>An educator has a proposed place in hand.</summary>
    AwaitAnswer,

    /// <summary>The next contact is agreed on for a day to come.</summary>
    NextContact,
}

/// <summary>One thing to do.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">By when or since when, where there is a day.</param>
/// <param name="Count">How many places or likenesses, where it counts something.</param>
/// <param name="ReferralId">The referral that it is about.</param>
internal sealed record NextStep(NextStepKind Kind, DateOnly? On = null, int? Count = null, Guid? ReferralId = null);

/// <summary>An open referral of the company.</summary>
/// <param name="Id">The referral.</param>
/// <param name="Accepted">Accepted already; else it waits for an answer.</param>
/// <param name="Mine">Addressed to whoever asks.</param>
/// <param name="Until">The last day to answer.</param>
internal sealed record OpenReferral(Guid Id, bool Accepted, bool Mine, DateOnly Until);

/// <summary>What the steps of a company follow from.</summary>
/// <param name="Company">Its record.</param>
/// <param name="Duplicates">With how many it may be one.</param>
/// <param name="Referrals">Those open that whoever asks may know of.</param>
internal sealed record StandingFacts(Company Company, int Duplicates, IReadOnlyList<OpenReferral> Referrals);

/// <summary>Reckons what there is to do from how the company stands today; nothing of it is stored.</summary>
internal static class NextSteps
{
    private const string WrongNumber = "wrongNumber", Never = "never";

    public static IReadOnlyList<NextStep> Of(StandingFacts facts, DateOnly today)
    {
        var company = facts.Company;
        if (company.ArchivedAt is not null)
        {
            return [];
        }

        // A company that wants nothing, or nobody is to call, is not asked for anything; what it has already given still has to be answered.
        var isAsked = company.LastOutcome != Never && !company.ContactPerson.DoNotCall;
        var steps = new List<NextStep>();
        var mine = facts.Referrals.Where(referral => referral.Mine).ToArray();
        steps.AddRange(mine.Where(referral => !referral.Accepted).Select(referral => new NextStep(NextStepKind.AnswerReferral, referral.Until, ReferralId: referral.Id)));
        steps.AddRange(mine.Where(referral => referral.Accepted).Select(referral => new NextStep(NextStepKind.ProposeInternship, ReferralId: referral.Id)));
        if (isAsked)
        {
            steps.AddRange(Calls(company, today));
            if (IsUncovered(company, today))
            {
                steps.Add(new(NextStepKind.CoverObligation, Count: company.Obligation.Places));
            }
        }

        if (facts.Duplicates > 0)
        {
            steps.Add(new(NextStepKind.CompareDuplicates, Count: facts.Duplicates));
        }

        if (isAsked && company.AvailabilityVerifiedOn is null && company.LastContactAt is not null)
        {
            steps.Add(new(NextStepKind.AskAvailability));
        }

        if (isAsked && company.Obligation.State is ObligationState.Bound && company.TargetedPlacement is null && !HasConvention(company, today))
        {
            steps.Add(new(NextStepKind.AskObligation, Count: company.Obligation.Places));
        }

        steps.AddRange(facts.Referrals.Where(referral => !referral.Mine && !referral.Accepted).Select(referral => new NextStep(NextStepKind.AwaitAnswer, referral.Until, ReferralId: referral.Id)));
        if (company.NextContactOn > today)
        {
            steps.Add(new(NextStepKind.NextContact, company.NextContactOn));
        }

        return [.. steps.OrderBy(step => step.Kind).ThenBy(step => step.On).ThenBy(step => step.ReferralId)];
    }

    private static IEnumerable<NextStep> Calls(Company company, DateOnly today)
    {
        if (company.LastOutcome == WrongNumber)
        {
            yield return new(NextStepKind.CorrectNumber);
        }

        if (company.NextContactOn <= today)
        {
            yield return new(NextStepKind.CallBack, company.NextContactOn);
        }

        if (company.AvailableUntil < today)
        {
            yield return new(NextStepKind.VerifyAvailability, company.AvailableUntil);
        }

        if (company.LastContactAt is null)
        {
            yield return new(NextStepKind.FirstCall);
        }
    }

    private static bool IsUncovered(Company company, DateOnly today) =>
        company.Obligation.State is ObligationState.Bound && company.TargetedPlacement is TargetedPlacement.NotCovered && !HasConvention(company, today);

    // Art. 14 D.Lgs. 276/2003: by a convention in force orders to social cooperatives stand for the places.
    private static bool HasConvention(Company company, DateOnly today) => company.Article14Convention is not null && !(company.Article14Until < today);
}
