namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Where and how somebody lives, in the terms of ETHOS Light. Kept by position: add at the end.</summary>
internal enum Housing
{
    Owned,
    Rented,
    PublicHousing,
    WithRelatives,

    /// <summary>As a guest of friends or relatives for want of anything else.</summary>
    GuestForNow,

    /// <summary>A therapeutic or educational community.</summary>
    Community,

    /// <summary>A prison, a hospital or a similar place, with no home to return to.</summary>
    InstitutionWithoutHome,
    TemporaryAccommodation,
    NightShelter,
    Street,

    /// <summary>Unfit, overcrowded, or about to be lost.</summary>
    Inadequate,
}

/// <summary>With whom and where the person lives. Minor children and single parenthood are in the registry, because waiting list and statistics count them.</summary>
/// <param name="HouseholdSize">People of the household, the person included.</param>
/// <param name="OtherDependants">People who depend on them, minor children apart.</param>
/// <param name="Housing">Where they live.</param>
internal sealed record HouseholdDetails(int? HouseholdSize, int? OtherDependants, Housing? Housing);

/// <summary>The household as opened.</summary>
/// <param name="HouseholdSize">People of the household, the person included.</param>
/// <param name="OtherDependants">People who depend on them, minor children apart.</param>
/// <param name="Housing">Where they live.</param>
/// <param name="HousingExclusion">Whether FSE+ counts it as homelessness or housing exclusion; null where nothing is known.</param>
internal sealed record DisclosedHousehold(int? HouseholdSize, int? OtherDependants, Housing? Housing, bool? HousingExclusion);
