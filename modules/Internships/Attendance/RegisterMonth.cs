using System.Globalization;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>A month of a register, written as in <c>2026-11</c>.</summary>
internal readonly record struct RegisterMonth(DateOnly First)
{
    private const string Form = "yyyy-MM";

    // Whoever reckons goes some months back and forth: not from the first or the last year there is.
    private const int FirstYear = 1950, LastYear = 2200;

    public string Text => First.ToString(Form, CultureInfo.InvariantCulture);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public RegisterMonth Next => new(First.AddMonths(1));

    public RegisterMonth Previous => new(First.AddMonths(-1));

    public static RegisterMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>For what goes out at once and is not taken back: the month is said by who asks, and does not change with the day on which the call arrives.</summary>
    /// <exception cref="FieldException"><c>attendance.month-required</c> or <c>attendance.month-form</c> (422): it was left empty, or is no month.</exception>
    public static RegisterMonth Required(string? text) => !string.IsNullOrWhiteSpace(text)
        ? Read(text)
        : throw new FieldException("month", "attendance.month-required", new(
            "Indicare di quale mese sono i registri, per esempio 2026-11: le mail partono subito.", "Say of which month the registers are, such as 2026-11: the mails go at once."));

    /// <exception cref="FieldException"><c>attendance.month-form</c> (422): it is no month.</exception>
    public static RegisterMonth Read(string text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= FirstYear and <= LastYear
        ? new(first)
        : throw new FieldException("month", "attendance.month-form", new("Il mese si scrive come anno e mese, per esempio 2026-11.", "The month is written as year and month, such as 2026-11."));
}
