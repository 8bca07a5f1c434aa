using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>The shape of an entry.</summary>
internal sealed class DiaryEntryValidator : AbstractValidator<DiaryEntryData>
{
    /// <summary>Nobody writes what happened longer ago; a mistyped year does.</summary>
    public const int MostYears = 10;

    private const int MostReaders = 40;

    public static Words TooEarly => new Words("La data è di più di {0} anni fa: controllare l'anno.", "The date is more than {0} years ago: check the year.").With(MostYears);

    public DiaryEntryValidator(TimeProvider clock)
    {
        RuleFor(entry => entry.Kind).NotNull().IsInEnum();
        RuleFor(entry => entry.Kind).NotEqual(DiaryKind.Group).WithErrorCode("diary.group-kind")
            .WithMessage(_ => new Words("Un'attività di gruppo si registra dalla sua pagina: qui scegliere un altro tipo.", "A group activity is recorded on its own page: choose another kind here.").ToString());
        RuleFor(entry => entry.Text).NotEmpty().MaximumLength(8000);
        RuleFor(entry => entry.On).NotNull();
        RuleFor(entry => entry.On).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("diary.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(entry => entry.On).Must(day => day is null || day >= clock.Today().AddYears(-MostYears)).WithErrorCode("diary.too-early").WithMessage(_ => TooEarly.ToString());
        RuleFor(entry => entry.At).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(entry => !string.IsNullOrEmpty(entry.At)).WithErrorCode("diary.time")
            .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        RuleFor(entry => entry.ReaderIds).Must(readers => readers is not { Count: 0 }).WithErrorCode("diary.no-readers")
            .WithMessage(_ => new Words(
                "Scegliere almeno una persona dell'équipe, oppure lasciare la nota a tutta l'équipe.",
                "Choose at least one member of the team, or leave the note to the whole team.").ToString());
        RuleFor(entry => entry.ReaderIds).Must(readers => readers is null || readers.Count <= MostReaders).WithErrorCode("diary.too-many-readers")
            .WithMessage(_ => new Words("Si possono scegliere al massimo 40 persone: altrimenti lasciare la nota a tutta l'équipe.", "At most 40 people can be chosen: otherwise leave the note to the whole team.").ToString());
    }
}

/// <summary>Lets a command be checked by the rules of the entry that it carries, so that errors name the fields of the form.</summary>
internal abstract class CarriesEntry<TCommand>(Func<TCommand, DiaryEntryData> entry, TimeProvider clock) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new DiaryEntryValidator(clock).ValidateAsync(entry(context.InstanceToValidate), cancellation);
}
