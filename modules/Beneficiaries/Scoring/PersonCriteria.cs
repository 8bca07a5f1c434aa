namespace InclusionPlatform.Beneficiaries.Scoring;

/// <summary>
/// What declared criteria look at of a person, the same for the waiting list and for the selection of a programme. Null is what nobody knows: the waiting list gives
/// nothing for it, a selection asks somebody to say it.
/// </summary>
internal static class PersonCriteria
{
    /// <summary>Has children under age.</summary>
    public static bool? ParentOfMinors(int? minorChildren) => minorChildren is { } count ? count > 0 : null;

    /// <summary>Brings up children under age alone.</summary>
    public static bool? SingleParent(bool? alone, int? minorChildren) => minorChildren == 0 || alone == false ? false : alone is null || minorChildren is null ? null : true;

    /// <summary>Without work for so many months or more.</summary>
    public static bool? WithoutWorkFor(int months, DateOnly? since, DateOnly today) => since is { } day ? day <= today.AddMonths(-months) : null;

    /// <summary>Not yet so many years old.</summary>
    public static bool Under(int years, DateOnly birthDate, DateOnly today) => birthDate > today.AddYears(-years);
}
