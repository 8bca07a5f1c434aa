using FluentValidation;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Training.Editions;

/// <summary>The shape of what is written of an edition.</summary>
internal sealed class EditionDataValidator : AbstractValidator<IEditionData>
{
    public EditionDataValidator()
    {
        RuleFor(edition => edition.Code).NotEmpty().MaximumLength(40);
        RuleFor(edition => edition.Municipality).NotEmpty().MaximumLength(120)
            .Must(text => string.IsNullOrWhiteSpace(text) || MunicipalityOf(text) is not null)
            .WithErrorCode("edition.municipality").WithMessage(_ => new Words(
                "Il comune non si riconosce: sceglierlo dall'elenco o scriverlo con la provincia, come «Grottammare (AP)».",
                "The municipality is not recognised: choose it from the list or write it with its province, as in “Grottammare (AP)”.").ToString());
        RuleFor(edition => edition.Address).MaximumLength(200);
        RuleFor(edition => edition.StartsOn).NotEmpty().IsLikelyDay();
        RuleFor(edition => edition.EndsOn).NotEmpty()
            .Must((edition, end) => end >= edition.StartsOn).WithErrorCode("edition.ends-before-start").WithMessage(_ => new Words(
                "L'ultimo giorno viene prima del primo.", "The last day is before the first.").ToString())
            .Must((edition, end) => edition.StartsOn > LikelyDays.Last || end <= edition.StartsOn.AddYears(2)).WithErrorCode("edition.too-long").WithMessage(_ => new Words(
                "Un'edizione dura al massimo due anni: controllare l'anno.", "An edition lasts two years at most: check the year.").ToString());
        RuleFor(edition => edition.Places).InclusiveBetween(1, 500);
        RuleFor(edition => edition.Programme).MaximumLength(200);
        RuleFor(edition => edition.GuaranteedJob!).ChildRules(job =>
        {
            job.RuleFor(given => given.Employer).NotEmpty().MaximumLength(200);
            job.RuleFor(given => given.Positions).InclusiveBetween(1, 500);
        }).When(edition => edition.GuaranteedJob is not null);
    }

    /// <summary>By ISTAT code or by name.</summary>
    public static Municipality? MunicipalityOf(string text) => (Municipalities.ByIstat(text.Trim()) ?? Municipalities.Find(text)) is { Istat: not null } found ? found : null;
}
