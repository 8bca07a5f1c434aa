using System.Globalization;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>The ways of writing a day that <see cref="CellText.Date"/> understands; month before day is never guessed.</summary>
internal static partial class CellDate
{
    // Italian, then English, by their first three letters; no two of them are at odds.
    private static readonly Dictionary<string, int> Months = new()
    {
        ["gen"] = 1, ["feb"] = 2, ["mar"] = 3, ["apr"] = 4, ["mag"] = 5, ["giu"] = 6, ["lug"] = 7, ["ago"] = 8, ["set"] = 9, ["ott"] = 10, ["nov"] = 11, ["dic"] = 12,
        ["jan"] = 1, ["may"] = 5, ["jun"] = 6, ["jul"] = 7, ["aug"] = 8, ["sep"] = 9, ["oct"] = 10, ["dec"] = 12
    };

    private static readonly string[] MonthNames =
    [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
    ];

    public static DateOnly? Parse(string text, DateOnly? latest)
    {
        if (text.Length > 60) return null;
        text = CellText.Fold(text);
        if (DayMonthYear().Match(text) is { Success: true } numeric) return Day(numeric, Number(numeric, "month"), latest);
        if (YearMonthDay().Match(text) is { Success: true } iso) return Day(iso, Number(iso, "month"), latest);
        if (Words().Match(text) is { Success: true } words && Month(words.Groups["month"].Value) is { } month) return Day(words, month, latest);
        return DayNumber().IsMatch(text) ? ExcelDate.Day(double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture)) : null;
    }

    private static int? Month(string word) =>
        word.Length >= 3 && (word == "sett" || MonthNames.Any(name => name.StartsWith(word, StringComparison.Ordinal))) ? Months.GetValueOrDefault(word[..3]) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Day(Match match, int month, DateOnly? latest)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        if (match.Groups["year"].Length == 2)
        {
            if (Valid(2000 + year, month, day) is { } recent && (latest is { } limit ? recent <= limit : year < 50)) return recent;
            year += 1900;
        }
        return Valid(year, month, day);
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private const string Time = @"(?:(?:t|,? +)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?)?";

    [GeneratedRegex(@"^(?<day>[0-9]{1,2}) ?(?<mark>[-/. ]) ?(?<month>[0-9]{1,2}) ?\k<mark> ?(?<year>[0-9]{4}|[0-9]{2})" + Time + "$", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<mark>[-/.]?)(?<month>[0-9]{2})\k<mark>(?<day>[0-9]{2})" + Time + "$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^(?:[a-z]{3,9}[.,]? +)?(?<day>[0-9]{1,2})[°º^]? ?[-/ ]? ?(?<month>[a-z]{3,9})\.? ?[-/, ]? ?'?(?<year>[0-9]{4}|[0-9]{2})" + Time + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // Five digits are the days from 1927 to 2173; fewer would be taken for a year.
    [GeneratedRegex(@"^[1-9][0-9]{4}(?:[.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayNumber();
}
