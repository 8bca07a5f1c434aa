namespace InclusionPlatform.Beneficiaries.Outcomes.Rules;

/// <summary>
/// The person is heard again 28 days and 6 months after the end: "on leaving" is within four weeks, and two of the results are measured six months after
/// (Reg. EU 2021/1057, annex I, EECR01-06).
/// </summary>
internal static class FollowUpDates
{
    /// <summary>After how many days without an answer the next try is due, when nobody says.</summary>
    public const int NextTryDays = 7;

    /// <summary>How early a contact counts: hearing somebody months before tells nothing of the day that is asked about.</summary>
    public const int EarlyDays = 28;

    /// <summary>Both contacts of a closing.</summary>
    public static IReadOnlyList<(FollowUpKind Kind, DateOnly DueOn)> After(DateOnly closedOn) =>
        [(FollowUpKind.Days28, closedOn.AddDays(28)), (FollowUpKind.Months6, closedOn.AddMonths(6))];
}

/// <summary>A follow-up is recorded once, not for a day to come, and not long before it is due.</summary>
internal static class FollowUpCanBeRecorded
{
    public static void Check(FollowUpState state, DateOnly dueOn, DateOnly contactedOn, DateOnly? nextTryOn, DateOnly today)
    {
        if (state is not FollowUpState.Planned)
        {
            throw new RuleBrokenException("follow-up.recorded", new(
                "Questo contatto ha già un esito: rileggere la scheda.", "This contact has an outcome already: read the record again."));
        }

        if (contactedOn > today)
        {
            throw new FieldException("contactedOn", "follow-up.in-future", new("Il contatto non può essere nel futuro.", "The contact cannot be in the future."));
        }

        if (contactedOn < dueOn.AddDays(-FollowUpDates.EarlyDays))
        {
            throw new FieldException("contactedOn", "follow-up.too-early", new(
                $"È troppo presto: questo contatto dice come sta la persona intorno al {dueOn:dd/MM/yyyy}.",
                $"It is too early: this contact tells how the person is around {dueOn:dd/MM/yyyy}."));
        }

        if (nextTryOn <= today)
        {
            throw new FieldException("nextTryOn", "follow-up.next-try", new("Il prossimo tentativo deve essere in un giorno a venire.", "The next try must be on a day to come."));
        }
    }
}
