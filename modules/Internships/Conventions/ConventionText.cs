using FluentValidation;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>What a convention says, as it is written by hand.</summary>
internal abstract record ConventionText
{
    public string? Number { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? InailPosition { get; init; }

    public string? LiabilityPolicy { get; init; }

    /// <summary>Who insures.</summary>
    public string? Insurer { get; init; }

    /// <summary>Until when the liability policy runs; it is renewed on its own.</summary>
    public DateOnly? LiabilityUntil { get; init; }

    public string? Note { get; init; }
}

/// <summary>What holds for every convention.</summary>
internal sealed class ConventionTextValidator : AbstractValidator<ConventionText>
{
    public ConventionTextValidator()
    {
        RuleFor(convention => convention.Number).NotEmpty().MaximumLength(60);
        RuleFor(convention => convention.ValidFrom).NotNull().IsLikelyDay();
        RuleFor(convention => convention.ValidTo).NotNull().IsLikelyDay();
        RuleFor(convention => convention.ValidTo)
            .Must((convention, day) => day is null || convention.ValidFrom is null || day >= convention.ValidFrom)
            .WithErrorCode("convention.ends-before-start")
            .WithMessage(_ => new Words("La convenzione finirebbe prima di cominciare: controllare le due date.", "The convention would end before it begins: check the two dates.").ToString());
        RuleFor(convention => convention.InailPosition).MaximumLength(40);
        RuleFor(convention => convention.LiabilityPolicy).MaximumLength(120);
        RuleFor(convention => convention.Insurer).MaximumLength(120);
        RuleFor(convention => convention.LiabilityUntil).IsLikelyDay();
        RuleFor(convention => convention.Note).MaximumLength(1000);
    }
}

/// <summary>Days on which something happened to a convention.</summary>
internal static class ConventionDays
{
    /// <summary>A signature or a sending is recorded when it has happened.</summary>
    public static void NotInTheFuture<T>(this IRuleBuilder<T, DateOnly?> day, TimeProvider clock) => day
        .Must(value => value is null || value <= clock.Today())
        .WithErrorCode("convention.signed-in-the-future")
        .WithMessage(_ => new Words("Questo giorno deve ancora venire: si registra quando è avvenuto.", "This day is still to come: record it when it has happened.").ToString())
        .Must(PaperDays.HasAYear)
        .WithErrorCode("convention.year")
        .WithMessage(_ => PaperDays.WrongYear.ToString());
}
