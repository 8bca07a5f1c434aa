using System.Globalization;

namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>How two days of birth are alike.</summary>
internal enum BirthLikeness
{
    /// <summary>The same day.</summary>
    Same,

    /// <summary>Day and month stand in each other's place.</summary>
    Swapped,

    /// <summary>One digit differs.</summary>
    OneDigit,

    /// <summary>Nothing alike.</summary>
    None,
}

/// <summary>Days of birth that a slip of the pen makes of each other.</summary>
internal static class NearBirth
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>How two days are alike; the same whichever comes first.</summary>
    public static BirthLikeness Of(DateOnly one, DateOnly other)
    {
        if (one == other)
        {
            return BirthLikeness.Same;
        }

        if (one.Year == other.Year && one.Month == other.Day && one.Day == other.Month)
        {
            return BirthLikeness.Swapped;
        }

        var (first, second) = (Digits(one), Digits(other));
        return first.Where((digit, at) => digit != second[at]).Count() == 1 ? BirthLikeness.OneDigit : BirthLikeness.None;
    }

    /// <summary>The day itself and all those that are like it: some forty, so that they are looked up by index.</summary>
    public static IReadOnlyList<DateOnly> All(DateOnly day)
    {
        var days = new HashSet<DateOnly> { day };
        Keep(days, day.Year, day.Day, day.Month);
        var digits = Digits(day).ToCharArray();
        for (var at = 0; at < digits.Length; at++)
        {
            var was = digits[at];
            for (var digit = '0'; digit <= '9'; digit++)
            {
                digits[at] = digit;
                var number = int.Parse(digits, CultureInfo.InvariantCulture);
                Keep(days, number / 10_000, number / 100 % 100, number % 100);
            }

            digits[at] = was;
        }

        return [.. days];
    }

    private static void Keep(HashSet<DateOnly> days, int year, int month, int day)
    {
        if (year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            days.Add(new(year, month, day));
        }
    }

    private static string Digits(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
