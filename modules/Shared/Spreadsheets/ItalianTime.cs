namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>The wall clock of the people who read the sheets; a sheet's moments carry no zone.</summary>
internal static class ItalianTime
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Rome).DateTime;
}
