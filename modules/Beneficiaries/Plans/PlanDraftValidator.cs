using FluentValidation;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The shape of what is written: a draft may be unfinished, what is in it must be readable. Whether it is complete is asked when it is sent to be signed.</summary>
internal sealed class PlanDraftValidator : AbstractValidator<PlanDraft>
{
    private const int MostNeeds = 15, MostObjectives = 10, MostActions = 15;

    public PlanDraftValidator()
    {
        RuleFor(plan => plan.Wishes).MaximumLength(4000);
        RuleFor(plan => plan.ReviewOn).IsLikelyDay();
        RuleFor(plan => plan.Needs).Must(needs => needs is null || needs.Count <= MostNeeds).WithErrorCode("plan.too-many").WithMessage(_ => TooMany(MostNeeds));
        RuleForEach(plan => plan.Needs).NotNull().ChildRules(need =>
        {
            need.RuleFor(one => one.Area).IsInEnum();
            need.RuleFor(one => one.Text).MaximumLength(1000);
            need.RuleFor(one => one.Objectives).Must(objectives => objectives is null || objectives.Count <= MostObjectives).WithErrorCode("plan.too-many").WithMessage(_ => TooMany(MostObjectives));
            need.RuleForEach(one => one.Objectives).NotNull().ChildRules(objective =>
            {
                objective.RuleFor(one => one.Text).MaximumLength(1000);
                objective.RuleFor(one => one.Measure).MaximumLength(500);
                objective.RuleFor(one => one.DueOn).IsLikelyDay();
                objective.RuleFor(one => one.Actions).Must(actions => actions is null || actions.Count <= MostActions).WithErrorCode("plan.too-many").WithMessage(_ => TooMany(MostActions));
                objective.RuleForEach(one => one.Actions).NotNull().ChildRules(action =>
                {
                    action.RuleFor(one => one.Kind).IsInEnum();
                    action.RuleFor(one => one.Text).MaximumLength(1000);
                    action.RuleFor(one => one.By).IsInEnum();
                    action.RuleFor(one => one.Who).MaximumLength(200);
                    action.RuleFor(one => one.DueOn).IsLikelyDay();
                    action.RuleFor(one => one.Times).InclusiveBetween(1, 200);
                });
            });
        });
    }

    private static string TooMany(int most) => new Words("Se ne possono scrivere al massimo {0}: unire o rimandare al prossimo aggiornamento.", "There can be {0} at most: join some or leave them for the next version.").With(most).ToString();
}
