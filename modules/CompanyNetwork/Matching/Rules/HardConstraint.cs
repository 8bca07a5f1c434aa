namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Something that excludes, and says why. What is not known excludes nobody.</summary>
internal abstract class HardConstraint
{
    /// <summary>All, in the order in which they are told. A test fails if one is left out.</summary>
    public static IReadOnlyList<HardConstraint> All { get; } =
    [
        new CompanyIsInUse(), new CompanyMayBeContacted(), new CompanyDidNotSayNever(), new PlaceIsWithinReach(), new QuotaHasRoom(), new PlaceIsFree(),
        new ContextSuits(), new HoursFitTheFreeTime(), new LicenceIsHeld(), new EffortIsBearable(), new ShiftsArePossible(), new InterruptionsAreBorne(),
    ];

    /// <summary>Stable code.</summary>
    public abstract string Code { get; }

    /// <summary>Why it excludes; null when it does not.</summary>
    public abstract Words? Broken(MatchFacts facts);
}
