using FluentValidation;
using FluentValidation.Results;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>The shape of a meeting's plan.</summary>
internal sealed class ReadingPlanValidator : AbstractValidator<ReadingPlan>
{
    public ReadingPlanValidator()
    {
        RuleFor(plan => plan.HeldOn).NotNull().IsLikelyDay();
        RuleFor(plan => plan.StartsAt).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(plan => !string.IsNullOrEmpty(plan.StartsAt)).WithErrorCode("reading.time")
            .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        RuleFor(plan => plan.Place).MaximumLength(200);
        RuleFor(plan => plan.Members).NotEmpty().WithErrorCode("reading.no-members")
            .WithMessage(_ => new Words("Serve almeno una persona dell'équipe.", "At least one member of the team is needed.").ToString());
        RuleFor(plan => plan.Members).Must(members => members is null || members.Count <= 40).WithErrorCode("reading.too-many-members")
            .WithMessage(_ => new Words("Un incontro ha al massimo 40 componenti.", "A meeting has at most 40 members.").ToString());
        RuleFor(plan => plan.Members).Must(members => members is null || NobodyTwice(members)).WithErrorCode("reading.member-twice")
            .WithMessage(_ => new Words("La stessa persona è indicata due volte: lasciarla una volta sola.", "The same person is named twice: keep them once.").ToString());
        RuleForEach(plan => plan.Members).Must(member => member.UserId is not null || member.Name?.Trim() is { Length: > 0 and <= 160 }).WithErrorCode("reading.member-unnamed")
            .WithMessage(_ => new Words("Scegliere un collega o scrivere nome e cognome di chi viene da un altro ente.", "Choose a colleague or write the name of somebody from another body.").ToString());
    }

    private static bool NobodyTwice(IReadOnlyList<ReadingMemberData> members)
    {
        var colleagues = members.Where(member => member.UserId is not null).Select(member => member.UserId).ToArray();
        return colleagues.Distinct().Count() == colleagues.Length;
    }
}

/// <summary>Lets a command be checked by the rules of the plan that it carries, so that errors name the fields of the form.</summary>
internal abstract class CarriesPlan<TCommand>(Func<TCommand, ReadingPlan> plan) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new ReadingPlanValidator().ValidateAsync(plan(context.InstanceToValidate), cancellation);
}
