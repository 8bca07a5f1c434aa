namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>When to reach a company again if nobody says otherwise; never on a Saturday or Sunday.</summary>
internal static class NextContactDate
{
    public static DateOnly? After(ContactOutcome outcome, DateOnly today) => outcome switch
    {
        ContactOutcome.NoAnswer => Working(today.AddDays(2)),
        // The number is to be found and corrected: without a day nobody would come back to it.
        ContactOutcome.WrongNumber => Working(today.AddDays(1)),
        ContactOutcome.CallBack => Working(today.AddDays(7)),
        ContactOutcome.Reached or ContactOutcome.Available => Working(today.AddDays(4 * 7)),
        ContactOutcome.NotNow => Working(today.AddDays(12 * 7)),
        _ => null,
    };

    private static DateOnly Working(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
