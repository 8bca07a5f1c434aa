using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>Whose money it is.</summary>
internal enum ProgrammeKind
{
    Gol,
    FsePlus,
    Foundation,
    Municipal,
    Other,
}

/// <summary>How a programme stands today.</summary>
internal enum ProgrammeState
{
    Future,
    Running,
    Over,
}

/// <summary>What a line of the budget is for.</summary>
internal enum BudgetKind
{
    /// <summary>Allowances and dowries: pay lists consume it.</summary>
    Allowances,
    Staff,
    Training,
    Support,
    Other,
}

/// <summary>A line of the budget.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Title">As the funding body calls it.</param>
/// <param name="Cents">Euro cents.</param>
internal sealed record BudgetLine(BudgetKind? Kind, string? Title, long? Cents);

/// <summary>Something to be reached.</summary>
/// <param name="Title">What is counted, such as internships begun.</param>
/// <param name="Goal">How many.</param>
internal sealed record ProgrammeTarget(string? Title, int? Goal);

/// <summary>What is written of a programme.</summary>
/// <param name="Name">As everybody calls it.</param>
/// <param name="Kind">Whose money it is.</param>
/// <param name="Reference">Number of the project or of the act.</param>
/// <param name="LeadBodyId">The body of the network that leads.</param>
/// <param name="PartnerBodyIds">The other bodies.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="LastPaymentOn">The managing authority's last payment, from which the years of keeping run (Reg. EU 2021/1060 art. 82).</param>
/// <param name="Lines">The budget.</param>
/// <param name="Categories">Codes of the categories of disadvantage it is for; none: whoever is in charge of the service.</param>
/// <param name="Targets">What it has to reach.</param>
/// <param name="Notes">Whatever else, nothing about people.</param>
internal sealed record ProgrammeData(
    string? Name, ProgrammeKind? Kind, string? Reference, Guid? LeadBodyId, IReadOnlyList<Guid>? PartnerBodyIds, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? LastPaymentOn,
    IReadOnlyList<BudgetLine>? Lines, IReadOnlyList<string>? Categories, IReadOnlyList<ProgrammeTarget>? Targets, string? Notes);

/// <summary>A body of the network in a programme.</summary>
/// <param name="Name">Name of the body.</param>
internal sealed record ProgrammeBody(Guid Id, string Name);

/// <summary>A programme.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Reference">Reference of the programme, such as its project code; null if there is none.</param>
/// <param name="Categories">Codes of the disadvantage categories that it is for; any if there are none.</param>
internal sealed record Programme(
    Guid Id, int Version, string Name, ProgrammeKind Kind, string? Reference, ProgrammeBody LeadBody, IReadOnlyList<ProgrammeBody> PartnerBodies, DateOnly StartsOn, DateOnly EndsOn, ProgrammeState State,
    DateOnly? LastPaymentOn, IReadOnlyList<BudgetLine> Lines, long BudgetCents, IReadOnlyList<string> Categories, IReadOnlyList<ProgrammeTarget> Targets, string? Notes) : IVersioned;

/// <summary>How a programme stands follows from its days.</summary>
internal static class ProgrammeStates
{
    public static ProgrammeState Of(DateOnly from, DateOnly to, DateOnly today) => to < today ? ProgrammeState.Over : from > today ? ProgrammeState.Future : ProgrammeState.Running;
}

internal sealed class ProgrammeDataValidator : AbstractValidator<ProgrammeData>
{
    private const int MostLines = 30, MostBodies = 60, MostGoal = 1_000_000;
    private const long MostCents = 100_000_000_00;

    private static readonly ProgrammeDataValidator Instance = new();

    public ProgrammeDataValidator()
    {
        RuleFor(programme => programme.Name).NotEmpty().MaximumLength(200);
        RuleFor(programme => programme.Kind).NotNull().IsInEnum();
        RuleFor(programme => programme.Reference).MaximumLength(60);
        RuleFor(programme => programme.LeadBodyId).NotEmpty();
        RuleFor(programme => programme.PartnerBodyIds).HasAtMost(MostBodies);
        RuleFor(programme => programme.StartsOn).NotNull().IsLikelyDay();
        RuleFor(programme => programme.EndsOn).NotNull().IsLikelyDay();
        RuleFor(programme => programme.EndsOn)
            .Must((programme, to) => to is null || programme.StartsOn is null || to >= programme.StartsOn).WithErrorCode("programme.ends-before-start")
            .WithMessage(_ => new Words("Il programma finirebbe prima di cominciare: controllare le due date.", "The programme would end before it begins: check the two dates.").ToString());
        RuleFor(programme => programme.LastPaymentOn).IsLikelyDay();
        RuleFor(programme => programme.LastPaymentOn)
            .Must((programme, day) => day is null || programme.StartsOn is null || day >= programme.StartsOn).WithErrorCode("programme.paid-before-start")
            .WithMessage(_ => new Words("L'ultimo pagamento non può venire prima dell'inizio del programma.", "The last payment cannot come before the programme begins.").ToString());
        RuleFor(programme => programme.Lines).HasAtMost(MostLines);
        RuleForEach(programme => programme.Lines).ChildRules(line =>
        {
            line.RuleFor(one => one.Kind).NotNull().IsInEnum();
            line.RuleFor(one => one.Title).NotEmpty().MaximumLength(200);
            line.RuleFor(one => one.Cents).NotNull().IsBetweenEuro(0, MostCents);
        });
        RuleForEach(programme => programme.Categories).Must(code => CodeLists.DisadvantageCategories.Any(item => item.Code == code)).WithErrorCode("programme.category")
            .WithMessage(_ => new Words("Questa categoria non è tra quelle previste.", "This category is not one of those known.").ToString());
        RuleFor(programme => programme.Targets).HasAtMost(MostLines);
        RuleForEach(programme => programme.Targets).ChildRules(target =>
        {
            target.RuleFor(one => one.Title).NotEmpty().MaximumLength(200);
            target.RuleFor(one => one.Goal).NotNull().InclusiveBetween(1, MostGoal);
        });
        RuleFor(programme => programme.Notes).MaximumLength(2000);
    }

    public static void Check(ProgrammeData programme, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(programme).Errors.ForEach(tell);
}

/// <summary>The Italian and English names of the fields.</summary>
internal static class ProgrammeLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("leadBodyId", "Ente capofila", "Lead body"),
        ("partnerBodyIds", "Enti partner", "Partner bodies"),
        ("reference", "Riferimento", "Reference"),
        ("lastPaymentOn", "Ultimo pagamento dell'autorità", "Authority's last payment"),
        ("lines", "Voci di spesa", "Budget lines"),
        ("cents", "Importo", "Amount"),
        ("categories", "Categorie ammesse", "Eligible categories"),
        ("targets", "Risultati attesi", "Targets"),
        ("goal", "Quanti", "How many"),
    ];
}
