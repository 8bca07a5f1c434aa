using System.Globalization;
using FluentValidation;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>Hours of the day as people write them, <c>09:30</c>; kept so, because they mean the clock on the wall.</summary>
internal static class ClockTime
{
    public static bool IsWritten(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateTimeOffset At(DateOnly day, string time) => day.AtInItaly(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));

    /// <summary>A beginning that is an hour, and an end that is none or a later hour.</summary>
    public static void Span<T>(AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, string>> startsAt, System.Linq.Expressions.Expression<Func<T, string?>> endsAt)
    {
        var start = startsAt.Compile();
        validator.RuleFor(startsAt).Must(IsWritten).WithErrorCode("clock-time.form").WithMessage(_ => Form.ToString());
        validator.RuleFor(endsAt).Cascade(CascadeMode.Stop)
            .Must(text => string.IsNullOrEmpty(text) || IsWritten(text)).WithErrorCode("clock-time.form").WithMessage(_ => Form.ToString())
            .Must((whole, text) => string.IsNullOrEmpty(text) || string.CompareOrdinal(text, start(whole)) > 0).WithErrorCode("clock-time.ends-before-start")
            .WithMessage(_ => new Words("L'ora di fine deve venire dopo quella di inizio.", "The end must come after the beginning.").ToString());
    }

    private static readonly Words Form = new("Scrivere l'ora come 09:30.", "Write the time as 09:30.");
}
