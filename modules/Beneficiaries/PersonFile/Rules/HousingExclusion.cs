namespace InclusionPlatform.Beneficiaries.PersonFile.Rules;

/// <summary>
/// Homeless people and people affected by housing exclusion (Reg. EU 2021/1057, annex I, EECO16) read by the four groups of ETHOS Light: roofless, houseless,
/// insecure, inadequate. That the managing authority reads it so is to be verified.
/// </summary>
internal static class HousingExclusion
{
    private static readonly HashSet<Housing> Excluded =
        [Housing.Street, Housing.NightShelter, Housing.TemporaryAccommodation, Housing.InstitutionWithoutHome, Housing.GuestForNow, Housing.Inadequate];

    public static bool? Counts(Housing? housing) => housing is { } known ? Excluded.Contains(known) : null;
}
