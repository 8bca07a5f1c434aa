using FluentValidation;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Internships.RuleSets;

/// <summary>The figures of a region for a kind as the administrator writes them.</summary>
internal abstract record RuleSetVersion
{
    /// <summary>The region, or <c>Italia</c> for what holds where a region says nothing.</summary>
    public string? Region { get; init; }

    /// <summary>Kind of internship that the figures are for.</summary>
    public InternshipKind? Kind { get; init; }

    /// <summary>First day; still to come, so that what has been in force stays as it was.</summary>
    public DateOnly? ValidFrom { get; init; }

    public string? Act { get; init; }

    /// <summary>Months at the most.</summary>
    public int? MaxMonths { get; init; }

    /// <summary>Months at the most for disadvantaged people; null: as for everybody.</summary>
    public int? MaxMonthsDisadvantaged { get; init; }

    /// <summary>Months at the most for people with a disability; null: as for the others.</summary>
    public int? MaxMonthsDisability { get; init; }

    /// <summary>Whether it may last longer where a public body attests that it is needed.</summary>
    public bool AttestationExtends { get; init; }

    /// <summary>Months at the most with that attestation; null: no limit.</summary>
    public int? MaxMonthsAttested { get; init; }

    /// <summary>Months at the least; null: none.</summary>
    public int? MinMonths { get; init; }

    /// <summary>Months at the least where the host works by season; null: none.</summary>
    public int? MinMonthsSeasonal { get; init; }

    /// <summary>Hours a week at the most.</summary>
    public int? MaxWeeklyHours { get; init; }

    /// <summary>Whether no internship of this kind counts in the host's quota.</summary>
    public bool OutsideQuota { get; init; }

    /// <summary>Whether those of people with a disability do not count in the host's quota.</summary>
    public bool DisabilityOutsideQuota { get; init; }

    /// <summary>Whether those of disadvantaged people do not count in the host's quota.</summary>
    public bool DisadvantagedOutsideQuota { get; init; }

    /// <summary>Internships at once in a unit of at most 5 permanent employees.</summary>
    public int? QuotaSmall { get; init; }

    /// <summary>Internships at once in a unit of 6 to 20 permanent employees.</summary>
    public int? QuotaMedium { get; init; }

    /// <summary>Internships at once in a larger unit, in per cent of its permanent employees, rounded up.</summary>
    public int? QuotaPercent { get; init; }

    /// <summary>People whom a tutor of the host follows at once; null: no limit.</summary>
    public int? HostTutorMax { get; init; }

    /// <summary>People whom a tutor of the promoting body follows at once; null: no limit.</summary>
    public int? PromoterTutorMax { get; init; }

    public long? MaxAllowanceCents { get; init; }

    public long? UsualAllowanceCents { get; init; }

    public int? FullPresencePercent { get; init; }

    /// <summary>From so many days on an illness or injury is a suspension; null: of any length.</summary>
    public int? SuspensionIllnessDays { get; init; }

    /// <summary>From so many days on a closure is a suspension; null: of any length.</summary>
    public int? SuspensionClosureDays { get; init; }

    /// <summary>For so many months before the first day the person had no work relation with the host; null: the region sets no such bar.</summary>
    public int? WorkRelationMonths { get; init; }

    /// <summary>The project names a case manager of the public service in charge; null, as it is read of a set that says nothing of it: it need not.</summary>
    public bool? CaseManagerRequired { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<AllowanceStep>? Allowances { get; init; }

    /// <summary>Names of figures that no act confirmed yet.</summary>
    public IReadOnlyList<string>? ToVerify { get; init; }

    public RuleSet AsRuleSet(Guid id, int version) => new(
        id, RuleSetRegion.Of(Region!), Kind!.Value, ValidFrom!.Value, null, Act!.Trim(), MaxMonths!.Value, MaxMonthsDisadvantaged, MaxMonthsDisability, AttestationExtends, MaxMonthsAttested,
        MinMonths, MinMonthsSeasonal, MaxWeeklyHours!.Value, OutsideQuota, DisabilityOutsideQuota, DisadvantagedOutsideQuota, QuotaSmall!.Value, QuotaMedium!.Value, QuotaPercent!.Value,
        HostTutorMax, PromoterTutorMax, MaxAllowanceCents, UsualAllowanceCents, FullPresencePercent, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        string.Join(' ', (ToVerify ?? []).Distinct()), version, SuspensionIllnessDays, SuspensionClosureDays, WorkRelationMonths, CaseManagerRequired)
    {
        Allowances = [.. (Allowances ?? []).OrderBy(step => step.ReachedAt)],
    };
}

/// <summary>A version as it is sent.</summary>
internal sealed record WrittenRuleSet : RuleSetVersion;

/// <summary>Which region is meant.</summary>
internal static class RuleSetRegion
{
    /// <exception cref="FieldException"><c>rule-set.region-wrong</c> (422).</exception>
    public static string Of(string written) => string.Equals(written.Trim(), RuleSetTable.National, StringComparison.OrdinalIgnoreCase) ? RuleSetTable.National
        : Regions.Find(written)?.Name ?? throw new FieldException("region", "rule-set.region-wrong", new(
            "Non c'è una regione con questo nome; per ciò che vale dove la regione non dice altro scrivere Italia.",
            "There is no region of this name; for what holds where a region says nothing write Italia."));
}

/// <summary>The names of the figures that may bear the mark "to be verified".</summary>
internal static class RuleSetFigureNames
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        "act", "validFrom", "maxMonths", "minMonths", "maxWeeklyHours", "outsideQuota", "hostTutorMax", "promoterTutorMax", "allowances", "fullPresencePercent", "suspensions", "workRelationMonths", "caseManagerRequired",
    };
}

/// <summary>What a version must say.</summary>
internal sealed class RuleSetVersionValidator : AbstractValidator<RuleSetVersion>
{
    private const int MostMonths = 120, MostHours = 60, MostInterns = 200, MostDays = 366, MostSteps = 12;
    private const long MostCents = 1_000_000;

    public RuleSetVersionValidator()
    {
        RuleFor(set => set.Region).NotEmpty().MaximumLength(60);
        RuleFor(set => set.Kind).NotNull();
        RuleFor(set => set.ValidFrom).NotNull().IsLikelyDay();
        RuleFor(set => set.Act).NotEmpty().MaximumLength(300);
        RuleFor(set => set.MaxMonths).NotNull().InclusiveBetween(1, MostMonths);
        AtLeastMaximum(RuleFor(set => set.MaxMonthsDisadvantaged));
        AtLeastMaximum(RuleFor(set => set.MaxMonthsDisability));
        AtLeastMaximum(RuleFor(set => set.MaxMonthsAttested));
        RuleFor(set => set.MaxMonthsAttested).Null().Unless(set => set.AttestationExtends);
        RuleFor(set => set.MinMonths).InclusiveBetween(1, MostMonths);
        RuleFor(set => set.MinMonths).LessThanOrEqualTo(set => set.MaxMonths).When(set => set.MaxMonths is > 0);
        RuleFor(set => set.MinMonthsSeasonal).InclusiveBetween(1, MostMonths);
        RuleFor(set => set.MinMonthsSeasonal).LessThanOrEqualTo(set => set.MinMonths).When(set => set.MinMonths is > 0);
        RuleFor(set => set.MaxWeeklyHours).NotNull().InclusiveBetween(1, MostHours);
        RuleFor(set => set.QuotaSmall).NotNull().InclusiveBetween(0, MostInterns);
        RuleFor(set => set.QuotaMedium).NotNull().InclusiveBetween(0, MostInterns);
        RuleFor(set => set.QuotaPercent).NotNull().InclusiveBetween(0, 100);
        RuleFor(set => set.HostTutorMax).InclusiveBetween(1, MostInterns);
        RuleFor(set => set.PromoterTutorMax).InclusiveBetween(1, MostInterns);
        RuleFor(set => set.MaxAllowanceCents).IsBetweenEuro(0, MostCents);
        RuleFor(set => set.UsualAllowanceCents).IsBetweenEuro(0, MostCents);
        RuleFor(set => set.MaxAllowanceCents)
            .Must((set, most) => most is null || set.Allowances is null || set.Allowances.All(step => step is null || step.Cents <= most))
            .WithErrorCode("rule-set.allowance-above-maximum")
            .WithMessage(_ => new Words(
                "L'indennità massima è sotto un minimo scritto qui: nessun tirocinio potrebbe rispettarle tutte e due.", "The maximum allowance is below a minimum written here: no internship could keep both.").ToString());
        RuleFor(set => set.UsualAllowanceCents)
            .Must((set, usual) => usual is null || set.MaxAllowanceCents is null || usual <= set.MaxAllowanceCents)
            .WithErrorCode("rule-set.usual-above-maximum")
            .WithMessage(_ => new Words("L'indennità di solito proposta è sopra la massima: abbassarla.", "The allowance that is usually proposed is above the maximum: lower it.").ToString());
        RuleFor(set => set.FullPresencePercent).InclusiveBetween(1, 100);
        RuleFor(set => set.SuspensionIllnessDays).InclusiveBetween(1, MostDays);
        RuleFor(set => set.SuspensionClosureDays).InclusiveBetween(1, MostDays);
        RuleFor(set => set.WorkRelationMonths).InclusiveBetween(1, MostMonths);
        RuleFor(set => set.Note).MaximumLength(600);
        RuleFor(set => set.Allowances)
            .Must(steps => steps is null || steps.Count <= MostSteps && steps.Select(step => step.Basis).Distinct().Count() <= 1
                && steps.Select(step => step.ReachedAt).Distinct().Count() == steps.Count
                && steps.All(step => step.ReachedAt is >= 0 and <= 400 && step.Cents is >= 0 and <= MostCents && step.CentsWithMeals is null or (>= 0 and <= MostCents)))
            .WithErrorCode("rule-set.allowances")
            .WithMessage(_ => new Words(
                "Le soglie dell'indennità sono al massimo 12, tutte misurate allo stesso modo, ognuna una volta sola e con un importo tra 0 e 10.000 €.",
                "There are at most 12 steps of the allowance, all measured in the same way, each once, with an amount between 0 and 10,000 €.").ToString());
        RuleFor(set => set.ToVerify)
            .Must(names => names is null || names.All(RuleSetFigureNames.All.Contains))
            .WithErrorCode("rule-set.unknown-figure")
            .WithMessage(_ => new Words("Uno dei valori segnati da verificare non esiste.", "One of the figures marked to be verified does not exist.").ToString());
    }

    private static void AtLeastMaximum(IRuleBuilderInitial<RuleSetVersion, int?> months) => months
        .Must((set, value) => value is null || value is >= 1 and <= MostMonths && (set.MaxMonths is null || value >= set.MaxMonths))
        .WithErrorCode("rule-set.below-maximum")
        .WithMessage(_ => new Words("Questa durata non può essere minore della durata massima.", "This duration cannot be below the maximum duration.").ToString());
}
