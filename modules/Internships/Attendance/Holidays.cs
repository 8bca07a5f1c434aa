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

    private static readonly Dictionary<(int Month, int Day), Words> Fixed = new()
    {
        [(1, 1)] = new("Capodanno", "New Year's Day"),
        [(1, 6)] = new("Epifania", "Epiphany"),
        [(4, 25)] = new("Liberazione", "Liberation Day"),
        [(5, 1)] = new("Festa del lavoro", "Labour Day"),
        [(6, 2)] = new("Festa della Repubblica", "Republic Day"),
        [(8, 15)] = new("Ferragosto", "Assumption"),
        [(11, 1)] = new("Ognissanti", "All Saints"),
        [(12, 8)] = new("Immacolata", "Immaculate Conception"),
        [(12, 25)] = new("Natale", "Christmas"),
        [(12, 26)] = new("Santo Stefano", "St Stephen's Day"),
    };

    /// <summary>The holiday's name, or null on other days.</summary>
    public static Words? Of(DateOnly day, PatronDay? patron)
    {
        // Reckoned only when it can be: every day of every register asks.
        var easter = day.Month is 3 or 4 ? EasterOf(day.Year) : (DateOnly?)null;
        return Fixed.TryGetValue((day.Month, day.Day), out var name) ? name
            : day == easter ? Easter
            : day == easter?.AddDays(1) ? EasterMonday
            : day is { Month: 10, Day: 4, Year: >= FirstYearOfStFrancis } ? StFrancis
            : patron?.Is(day) == true ? Patron
            : null;
    }

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
