using FluentValidation;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>What a scheme says from a day on, as it is shown and written.</summary>
internal sealed record TermsData(
    DateOnly? ValidFrom, AllowanceMethod? Method, long? Cents, long? CentsWithMeals, int? ThresholdPercent, BelowThreshold? Below, long? FloorCents, long? TotalCents,
    IReadOnlyList<AmountStep>? Steps, string? Act, IReadOnlyList<string>? ToVerify)
{
    /// <summary>What a day of a partial month is worth; calendar days where it is not said.</summary>
    public DayShare? DayShare { get; init; }

    /// <summary>The act says "above" the threshold, not "at least"; at least where it is not said.</summary>
    public bool? ThresholdAbove { get; init; }
}

/// <summary>What is written of a scheme.</summary>
/// <param name="Name">As it is chosen.</param>
/// <param name="Region">The region it is of, or null.</param>
/// <param name="Kind">The kind of internship it is for, or null for any.</param>
/// <param name="Note">What else to know.</param>
/// <param name="Terms">By their first day.</param>
internal sealed record SchemeData(string? Name, string? Region, InternshipKind? Kind, string? Note, IReadOnlyList<TermsData>? Terms)
{
    /// <summary>The most hours that any day of the project may have; null where it does not matter.</summary>
    public int? MaxDailyHours { get; init; }
}

/// <summary>A scheme of allowances.</summary>
/// <param name="Name">As it is chosen.</param>
internal sealed record AllowanceScheme(Guid Id, int Version, string Name, string? Region, InternshipKind? Kind, string? Note, IReadOnlyList<TermsData> Terms)
{
    /// <summary>The most hours that any day of the project may have; null where it does not matter.</summary>
    public int? MaxDailyHours { get; init; }

    /// <summary>Internships are paid by it, so that terms up to this day, region, kind and hours of a day stay as they are; null while nobody is.</summary>
    public DateOnly? FixedUntil { get; init; }
}

internal sealed class SchemeDataValidator : AbstractValidator<SchemeData>
{
    private const int MostTerms = 40, MostSteps = 20, MostPercent = 100, MostReached = 400, MostHours = 24;
    private const long MostCents = 10_000_00, MostTotal = 100_000_00;

    private static readonly AllowanceMethod[] BySteps = [AllowanceMethod.PresenceSteps, AllowanceMethod.WeeklyHourSteps, AllowanceMethod.MonthlyHourBands, AllowanceMethod.DurationSteps];
    private static readonly AllowanceMethod[] ByAmount = [AllowanceMethod.FlatWithThreshold, AllowanceMethod.ProRataWithFloor, AllowanceMethod.Dowry];
    private static readonly SchemeDataValidator Instance = new();

    public SchemeDataValidator()
    {
        RuleFor(scheme => scheme.Name).NotEmpty().MaximumLength(200);
        RuleFor(scheme => scheme.Region).MaximumLength(60);
        RuleFor(scheme => scheme.Kind).IsInEnum();
        RuleFor(scheme => scheme.MaxDailyHours).InclusiveBetween(1, MostHours);
        RuleFor(scheme => scheme.Note).MaximumLength(600);
        RuleFor(scheme => scheme.Terms).NotEmpty();
        RuleFor(scheme => scheme.Terms).HasAtMost(MostTerms);
        RuleFor(scheme => scheme.Terms)
            .Must(terms => terms is null || terms.Select(one => one?.ValidFrom).Distinct().Count() == terms.Count).WithErrorCode("scheme.terms-twice")
            .WithMessage(_ => new Words("Due regole cominciano lo stesso giorno: tenerne una.", "Two terms begin on the same day: keep one of them.").ToString());
        RuleForEach(scheme => scheme.Terms).NotNull().ChildRules(terms =>
        {
            terms.RuleFor(one => one.ValidFrom).NotNull().IsLikelyDay();
            terms.RuleFor(one => one.Method).NotNull().IsInEnum();
            terms.RuleFor(one => one.Below).IsInEnum();
            terms.RuleFor(one => one.DayShare).IsInEnum();
            terms.RuleFor(one => one.Cents).NotNull().When(one => one.Method is { } method && ByAmount.Contains(method));
            terms.RuleFor(one => one.Cents).IsBetweenEuro(0, MostCents);
            terms.RuleFor(one => one.CentsWithMeals).IsBetweenEuro(0, MostCents);
            terms.RuleFor(one => one.FloorCents).IsBetweenEuro(0, MostCents);
            terms.RuleFor(one => one.FloorCents).NotNull().When(one => one.Method is AllowanceMethod.ProRataWithFloor);
            terms.RuleFor(one => one.ThresholdPercent).InclusiveBetween(1, MostPercent);
            terms.RuleFor(one => one.ThresholdPercent).LessThan(MostPercent).When(one => one.ThresholdAbove is true).WithErrorCode("scheme.above-all")
                .WithMessage(_ => new Words("Sopra il 100 % non c'è nulla: abbassare la soglia, oppure scegliere «almeno».", "There is nothing above 100 %: lower the threshold, or choose \"at least\".").ToString());
            terms.RuleFor(one => one.ThresholdPercent).NotNull().When(one => one.Method is AllowanceMethod.ProRataWithFloor);
            terms.RuleFor(one => one.TotalCents).IsBetweenEuro(1, MostTotal);
            terms.RuleFor(one => one.TotalCents).NotNull().When(one => one.Method is AllowanceMethod.Dowry);
            terms.RuleFor(one => one.Act).MaximumLength(300);
            terms.RuleFor(one => one.Steps).NotEmpty().When(one => one.Method is { } method && BySteps.Contains(method));
            terms.RuleFor(one => one.Steps).HasAtMost(MostSteps);
            terms.RuleFor(one => one.Steps)
                .Must(steps => steps is null || (steps.Select(step => step?.ReachedAt).Distinct().Count() == steps.Count && steps.All(step => step is { ReachedAt: >= 0 and <= MostReached, Cents: >= 0 and <= MostCents })))
                .WithErrorCode("scheme.steps")
                .WithMessage(_ => new Words(
                    "Le fasce cominciano ognuna da un valore diverso, e nessun importo è negativo.", "Each step begins at a value of its own, and no amount is negative.").ToString());
        });
    }

    public static void Check(SchemeData scheme, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(scheme).Errors.ForEach(tell);
}
