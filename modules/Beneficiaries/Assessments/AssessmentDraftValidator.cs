using FluentValidation;
using InclusionPlatform.Beneficiaries.Assessments.Icf;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>The shape of what is written; whether it is complete is asked when it is sent to be signed.</summary>
internal sealed class AssessmentDraftValidator : AbstractValidator<AssessmentDraft>
{
    private const int MostItems = 80, MostParts = 20, LongText = 4000;

    public AssessmentDraftValidator(TimeProvider clock)
    {
        RuleFor(draft => draft.HeldOn).NotNull().IsLikelyDay().Must(day => day is null || day <= clock.Today()).WithErrorCode("assessment.in-the-future")
            .WithMessage(_ => new Words("La valutazione si scrive dal giorno in cui si fa.", "An assessment is written from its day on.").ToString());
        RuleFor(draft => draft.Conclusion).MaximumLength(LongText);
        When(draft => draft.WorkNeed is not null, () =>
        {
            RuleFor(draft => draft.WorkNeed!.Experience).MaximumLength(LongText);
            RuleFor(draft => draft.WorkNeed!.Resources).MaximumLength(LongText);
            RuleFor(draft => draft.WorkNeed!.Obstacles).MaximumLength(LongText);
            RuleFor(draft => draft.WorkNeed!.Wishes).MaximumLength(LongText);
            RuleFor(draft => draft.WorkNeed!.Conditions).MaximumLength(LongText);
        });
        RuleFor(draft => draft.Skills).Must(skills => skills is null || skills.Count <= MostItems).WithErrorCode("assessment.too-many").WithMessage(_ => TooMany(MostItems));
        RuleForEach(draft => draft.Skills).NotNull().ChildRules(skill =>
        {
            skill.RuleFor(one => one.Label).NotEmpty().MaximumLength(200);
            skill.RuleFor(one => one.Level).InclusiveBetween(0, 9);
            skill.RuleFor(one => one.Evidence).MaximumLength(1000);
        });
        RuleFor(draft => draft.Icf).Must(items => items is null || items.Count <= MostItems).WithErrorCode("assessment.too-many").WithMessage(_ => TooMany(MostItems));
        RuleFor(draft => draft.Icf).Must(items => items is null || !Twice(items)).WithErrorCode("icf.code-twice")
            .WithMessage(_ => new Words("Lo stesso codice ICF è scritto due volte: lasciarlo una volta sola.", "The same ICF code is written twice: keep it once.").ToString());
        RuleForEach(draft => draft.Icf).NotNull().ChildRules(item =>
        {
            item.RuleFor(one => one.Notation).Custom((notation, context) =>
            {
                if (!IcfItem.TryParse(notation, out _, out var problem))
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, problem.Sentence().ToString()) { ErrorCode = $"icf.{problem.Code()}" });
                }
            });
            item.RuleFor(one => one.Note).MaximumLength(1000);
        });
        RuleFor(draft => draft.Parts).Must(parts => parts is null || parts.Count <= MostParts).WithErrorCode("assessment.too-many").WithMessage(_ => TooMany(MostParts));
        RuleForEach(draft => draft.Parts).NotNull().ChildRules(part =>
        {
            part.RuleFor(one => one.Dimension).NotNull().IsInEnum();
            part.RuleFor(one => one.Professional).MaximumLength(200);
            part.RuleFor(one => one.Text).NotEmpty().MaximumLength(LongText);
            part.RuleFor(one => one.Score).InclusiveBetween(0, 4);
        });
    }

    private static bool Twice(IReadOnlyList<IcfDraft> items)
    {
        // A factor of the environment may be barrier and facilitator at once: those are two.
        var keys = items.Select(one => IcfItem.TryParse(one?.Notation, out var item, out _) ? $"{item!.Code}{item.Facilitator}" : null).Where(key => key is not null).ToArray();
        return keys.Distinct().Count() < keys.Length;
    }

    private static string TooMany(int most) => new Words("Se ne possono scrivere al massimo {0}.", "There can be {0} at most.").With(most).ToString();
}
