namespace InclusionPlatform.Internships.Attendance;

/// <summary>The patron saint of the place, on the same day each year.</summary>
internal sealed record PatronDay(int Month, int Day)
{
    public bool Is(DateOnly day) => day.Month == Month && day.Day == Day;
}

/// <summary>Italian public holidays (L. 260/1949 and later acts) and the patron saint of the place.</summary>
internal static class Holidays
{
    /// <summary>L. 151/2025: from 2026 the feast of St Francis is a public holiday again.</summary>
    private const int FirstYearOfStFrancis = 2026;

    private static readonly Words StFrancis = new("San Francesco", "St Francis");
    private static readonly Words EasterMonday = new("Lunedì dell'Angelo", "Easter Monday"), Easter = new("Pasqua", "Easter"), Patron = new("Santo patrono", "Patron saint");

    private static readonly Words NewYear = new("Capodanno", "New Year's Day"), Epiphany = new("Epifania", "Epiphany"), Liberation = new("Liberazione", "Liberation Day");
    private static readonly Words Labour = new("Festa del lavoro", "Labour Day"), Republic = new("Festa della Repubblica", "Republic Day"), Assumption = new("Ferragosto", "Assumption");
    private static readonly Words AllSaints = new("Ognissanti", "All Saints"), Immaculate = new("Immacolata", "Immaculate Conception");
    private static readonly Words Christmas = new("Natale", "Christmas"), StStephen = new("Santo Stefano", "St Stephen's Day");

    /// <summary>The holiday's name, or null on other days.</summary>
    public static Words? Of(DateOnly day, PatronDay? patron)
    {
        // Reckoned only when it can be: every day of every register asks.
        var easter = day.Month is 3 or 4 ? EasterOf(day.Year) : (DateOnly?)null;
        return FixedOn(day) is { } name ? name
            : day == easter ? Easter
            : day == easter?.AddDays(1) ? EasterMonday
            : day is { Month: 10, Day: 4, Year: >= FirstYearOfStFrancis } ? StFrancis
            : patron?.Is(day) == true ? Patron
            : null;
    }

    /// <summary>Those of every year (L. 260/1949).</summary>
    private static Words? FixedOn(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => NewYear,
        (1, 6) => Epiphany,
        (4, 25) => Liberation,
        (5, 1) => Labour,
        (6, 2) => Republic,
        (8, 15) => Assumption,
        (11, 1) => AllSaints,
        (12, 8) => Immaculate,
        (12, 25) => Christmas,
        (12, 26) => StStephen,
        _ => null,
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).</summary>
    public static DateOnly EasterOf(int year)
    {
        int golden = year % 19, century = year / 100, inCentury = year % 100;
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var moon = (19 * golden + century - century / 4 - correction + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        var shift = (golden + 11 * moon + 22 * weekday) / 451;
        var sum = moon + weekday - 7 * shift + 114;
        return new(year, sum / 31, sum % 31 + 1);
    }
}
