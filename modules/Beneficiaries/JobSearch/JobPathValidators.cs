using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>The shape of a path.</summary>
internal sealed class JobPathPlanValidator : AbstractValidator<JobPathPlan>
{
    private const int MostPlaces = 40;

    public JobPathPlanValidator(TimeProvider clock)
    {
        RuleFor(plan => plan.UserId).NotNull();
        RuleFor(plan => plan.OpenedOn).NotNull();
        RuleFor(plan => plan.OpenedOn).Must(day => day is null || (day >= clock.Today().AddYears(-2) && day <= clock.Today().AddMonths(3))).WithErrorCode("job-search.opened-far")
            .WithMessage(_ => new Words("La data è troppo lontana: controllare l'anno.", "The date is too far away: check the year.").ToString());
        RuleFor(plan => plan.Goals).MaximumLength(2000);
        RuleFor(plan => plan.Sessions).InclusiveBetween(1, 60);
        RuleFor(plan => plan.Target).ChildRules(target =>
        {
            target.RuleFor(one => one!.Municipalities).Must(list => list is null || list.Count <= MostPlaces).WithErrorCode("job-search.too-many-places").WithMessage(_ => TooMany);
            target.RuleForEach(one => one!.Municipalities).Must(istat => Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown").WithMessage(_ => Sentences.Choice.ToString());
            target.RuleFor(one => one!.Provinces).Must(list => list is null || list.Count <= MostPlaces).WithErrorCode("job-search.too-many-places").WithMessage(_ => TooMany);
            target.RuleForEach(one => one!.Provinces).Must(code => Provinces.ByCode(code) is not null).WithErrorCode("province.unknown").WithMessage(_ => Sentences.Choice.ToString());
            target.RuleForEach(one => one!.Sectors).Must(code => Sectors.All.Contains(code)).WithErrorCode("sector.unknown").WithMessage(_ => Sentences.Choice.ToString());
            target.RuleFor(one => one!.Duties).MaximumLength(400);
            target.RuleFor(one => one!.WeeklyHours).InclusiveBetween(1, 48);
            target.RuleFor(one => one!.Times).MaximumLength(300);
        });
    }

    private static string TooMany => new Words("Sono troppi: al massimo 40.", "Too many: 40 at most.").ToString();
}

/// <summary>The shape of a session.</summary>
internal sealed class JobSessionPlanValidator : AbstractValidator<JobSessionPlan>
{
    public JobSessionPlanValidator(TimeProvider clock)
    {
        RuleFor(plan => plan.Way).NotNull().IsInEnum();
        RuleFor(plan => plan.On).NotNull();
        RuleFor(plan => plan.On).Must(day => day is null || (day >= clock.Today().AddYears(-1) && day <= clock.Today().AddYears(1))).WithErrorCode("appointment.far")
            .WithMessage(_ => new Words("La data è troppo lontana: controllare l'anno.", "The date is too far away: check the year.").ToString());
        RuleFor(plan => plan.At).NotEmpty();
        RuleFor(plan => plan.At).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(plan => !string.IsNullOrEmpty(plan.At)).WithErrorCode("appointment.time")
            .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        RuleFor(plan => plan.Minutes).NotNull().InclusiveBetween(5, 480);
        RuleFor(plan => plan.UserId).NotNull();
        RuleFor(plan => plan.Place).MaximumLength(300);
        RuleFor(plan => plan.Note).MaximumLength(1000);
    }
}

/// <summary>Lets a command be checked by the rules of what it carries, so that errors name the fields of the form.</summary>
internal abstract class Carries<TCommand, TPart>(Func<TCommand, TPart> part, IValidator<TPart> rules) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        rules.ValidateAsync(part(context.InstanceToValidate), cancellation);
}
