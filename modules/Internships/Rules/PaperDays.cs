using FluentValidation;

namespace InclusionPlatform.Internships.Rules;

/// <summary>Days of papers as they are written by hand. A year that is mistyped (a form makes 0026 of 26) would pass for a paper that came in time.</summary>
internal static class PaperDays
{
    private const int MostYearsBefore = 1;

    /// <summary>It has come, and its year is one of a paper.</summary>
    public static void IsOfAPaper<T>(this IRuleBuilder<T, DateOnly?> day, TimeProvider clock) => day
        .Must(value => value is null || value <= clock.Today())
        .WithErrorCode("internship.paper-in-the-future")
        .WithMessage(_ => new Words("Questo giorno deve ancora venire: si registra quando è avvenuto.", "This day is still to come: record it when it has happened.").ToString())
        .Must(HasAYear)
        .WithErrorCode("internship.paper-year")
        .WithMessage(_ => WrongYear.ToString());

    /// <summary>Whether its year is one of a paper.</summary>
    public static bool HasAYear(DateOnly? day) => day is null || day >= LikelyDays.First;

    /// <summary>What is said of another year.</summary>
    public static Words WrongYear { get; } = new("L'anno non torna: scriverlo con quattro cifre, per esempio 2026.", "The year is not right: write it with four digits, such as 2026.");

    /// <summary>What is signed, sent or declared for a start is not much older than it.</summary>
    /// <param name="field">Where it was written.</param>
    /// <param name="day">The day of the paper, if it is there.</param>
    /// <param name="startsOn">The first day.</param>
    /// <exception cref="FieldException"><c>internship.paper-too-early</c> (422).</exception>
    public static void CheckStart(string field, DateOnly? day, DateOnly startsOn)
    {
        if (day < startsOn.AddYears(-MostYearsBefore))
        {
            throw new FieldException(field, "internship.paper-too-early", new Words(
                "Il tirocinio comincia il {0:d}, e questo giorno è di oltre un anno prima: controllare l'anno.",
                "The internship begins on {0:d}, and this day is more than a year before: check the year.").With(startsOn));
        }
    }
}
