namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>
/// Excel counts days from 1 January 1900 and believes that 29 February 1900 existed (day 60), or, in workbooks made on old Macs, from 1 January 1904.
/// Source: ECMA-376 part 1, 18.17.4.1.
/// </summary>
internal static class ExcelDate
{
    private const double LastDay1900 = 2_958_466;
    private const int DaysBetweenSystems = 1462;

    /// <summary>The instant on the wall of a day number; null where there is no such day.</summary>
    public static DateTime? Moment(double number, bool from1904 = false)
    {
        if (from1904) number += DaysBetweenSystems;
        if (double.IsNaN(number) || number < 1 || number >= LastDay1900) return null;
        // Before day 60 the count is one behind that of .NET, which knows that day 60 never was.
        var days = number < 60 ? number + 1 : number;
        var seconds = Math.Round(days * 86_400);
        return new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds);
    }

    public static DateOnly? Day(double number) => Moment(Math.Floor(number)) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>The day number to write; null for days before March 1900, that Excel would show wrong.</summary>
    public static double? Number(DateTime moment) =>
        moment >= new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified) ? (moment - new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)).TotalDays : null;
}
