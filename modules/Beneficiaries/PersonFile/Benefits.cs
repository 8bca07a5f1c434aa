namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>What supports a person's income. Kept by position: add at the end.</summary>
internal enum BenefitKind
{
    /// <summary>Assegno di inclusione.</summary>
    Adi,

    /// <summary>Supporto per la formazione e il lavoro.</summary>
    Sfl,
    Naspi,
    DisColl,
    CivilInvalidity,
    OrdinaryInvalidity,
    SocialAllowance,
    FamilyAllowance,
    Municipal,
    Other,
}

/// <summary>A benefit that the person receives or received.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="FromOn">First day; null where it is not known.</param>
/// <param name="ToOn">Last day; null while it lasts.</param>
/// <param name="MonthlyCents">Cents a month; null where it is not known.</param>
internal sealed record Benefit(BenefitKind? Kind, DateOnly? FromOn, DateOnly? ToOn, int? MonthlyCents);

/// <summary>The benefits of a person; an empty list says that there are none.</summary>
internal sealed record BenefitsDetails(IReadOnlyList<Benefit> Benefits);
