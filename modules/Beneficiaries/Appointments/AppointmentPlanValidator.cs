using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>The shape of a plan.</summary>
internal sealed class AppointmentPlanValidator : AbstractValidator<AppointmentPlan>
{
    public AppointmentPlanValidator(TimeProvider clock)
    {
        RuleFor(plan => plan.Kind).NotNull().IsInEnum();
        RuleFor(plan => plan.On).NotNull();
        RuleFor(plan => plan.On).Must(day => day is null || (day >= clock.Today().AddYears(-1) && day <= clock.Today().AddYears(2))).WithErrorCode("appointment.far")
            .WithMessage(_ => new Words("La data è troppo lontana: controllare l'anno.", "The date is too far away: check the year.").ToString());
        RuleFor(plan => plan.At).NotEmpty();
        RuleFor(plan => plan.At).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(plan => !string.IsNullOrEmpty(plan.At)).WithErrorCode("appointment.time")
            .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        RuleFor(plan => plan.Minutes).NotNull().InclusiveBetween(5, 600);
        RuleFor(plan => plan.UserId).NotNull();
        RuleFor(plan => plan.Place).MaximumLength(200);
        RuleFor(plan => plan.Place).NotEmpty().When(plan => plan.TellPerson && plan.TellPlace).WithErrorCode("appointment.place-needed")
            .WithMessage(_ => new Words("Per scrivere alla persona dove, serve il luogo.", "To tell the person where, the place is needed.").ToString());
        RuleFor(plan => plan.Place).Must(place => !NothingOfHealthOrPenalFacts.IsIn(place)).When(plan => plan.TellPerson && plan.TellPlace).WithErrorCode("appointment.place-speaks")
            .WithMessage(_ => new Words(
                "Il luogo parla di salute o di giustizia e chi vede la posta capirebbe: scriverlo con il solo indirizzo, o non mandarlo.",
                "The place speaks of health or justice and whoever sees the mail would understand: write the address alone, or leave it out.").ToString());
        RuleFor(plan => plan.Note).MaximumLength(1000);
    }
}

/// <summary>Lets a command be checked by the rules of the plan that it carries, so that errors name the fields of the form.</summary>
internal abstract class CarriesAppointment<TCommand>(Func<TCommand, AppointmentPlan> plan, TimeProvider clock) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new AppointmentPlanValidator(clock).ValidateAsync(plan(context.InstanceToValidate), cancellation);
}
