namespace InclusionPlatform.Beneficiaries.Outcomes.Rules;

/// <summary>How long a job or training lasts: months begun, both days counted.</summary>
internal static class Duration
{
    public static int? Months(DateOnly? startsOn, DateOnly? endsOn)
    {
        if (startsOn is not { } from || endsOn is not { } to || to < from)
        {
            return null;
        }

        var months = 1;
        while (from.AddMonths(months) <= to)
        {
            months++;
        }

        return months;
    }
}
