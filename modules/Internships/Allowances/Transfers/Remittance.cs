using System.Globalization;
using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>What the person reads on the bank statement: the months for which they are paid, which may be others than the list's.</summary>
internal static class Remittance
{
    private const int MostLetters = 140;
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static string Of(IEnumerable<RegisterMonth> months)
    {
        var ordered = months.Select(month => month.First).Distinct().Order().ToArray();
        var byYear = ordered.GroupBy(month => month.Year).Select(year => string.Create(Italian, $"{string.Join(", ", year.Select(month => month.ToString("MMMM", Italian)))} {year.Key}"));
        var said = Said(string.Join(", ", byYear));
        return said.Length <= MostLetters ? said : Said(string.Create(Italian, $"da {ordered[0]:MMMM yyyy} a {ordered[^1]:MMMM yyyy}"));
    }

    private static string Said(string months) => $"Indennità di tirocinio {months}";
}
