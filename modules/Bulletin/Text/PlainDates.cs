using System.Globalization;

namespace InclusionPlatform.Bulletin.Text;

/// <summary>Days as the bulletin writes them, always in Italian: it is one mail for everybody.</summary>
internal static class PlainDates
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", Italian);
}
