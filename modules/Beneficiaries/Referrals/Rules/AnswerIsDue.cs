namespace InclusionPlatform.Beneficiaries.Referrals.Rules;

/// <summary>The service owes an answer by a day: it is late after it and near a few days before. What was answered is never due.</summary>
internal static class AnswerIsDue
{
    public static AnswerDue? Of(ReferralState state, DateOnly dueOn, DateOnly today, int warningDays) =>
        state is not (ReferralState.Received or ReferralState.InReading) ? null
        : dueOn < today ? AnswerDue.Late
        : dueOn <= today.AddDays(warningDays) ? AnswerDue.Soon
        : null;
}
