using InclusionPlatform.Internships.Allowances.Reckoning;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Something to be put on a list.</summary>
internal sealed record DraftItem(
    Guid? InternshipId, Guid BeneficiaryId, string Month, ItemKind Kind, int RegisterVersion, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, IReadOnlyList<ReckonedLine> Lines,
    Guid? PaysAgain = null)
{
    /// <summary>The version of the register that earlier lists took.</summary>
    public int ListedVersion { get; init; }

    /// <summary>The scheme is for shorter days than the project had: to be checked before it is paid.</summary>
    public bool DaysTooLong => Lines.Any(line => line.Step is ReckonedStep.DaysTooLong);
}

/// <summary>Somebody to be paid, with all that they are paid for.</summary>
internal sealed record DraftPayment(Guid BeneficiaryId, string Name, PayeeAccount? Account, string? Mask, PayeeProblem? Problem, IReadOnlyList<DraftItem> Items)
{
    public long Cents => Items.Sum(item => item.Cents);
}

/// <summary>What a list would be now.</summary>
/// <param name="Payments">By name.</param>
/// <param name="Carried">Differences to the person's debit that are larger than what is due: they wait for a later list, whole or in part.</param>
/// <param name="PayeesDigest">Of all that is known of who is paid.</param>
internal sealed record RunDraft(IReadOnlyList<DraftPayment> Payments, int Carried, string PayeesDigest)
{
    public long Cents => Payments.Sum(payment => payment.Cents);

    public long KeptCents => Payments.Sum(payment => payment.Items.Sum(item => item.KeptCents));
}
