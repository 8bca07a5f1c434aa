using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Where somebody was born: an Italian municipality or a foreign country by its Belfiore code, or a country by its ISO code where it has none.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Belfiore">As in the codice fiscale; null where none is known.</param>
internal sealed record Birthplace(string Name, string? Belfiore);

internal static class Birthplaces
{
    public static Birthplace? Find(string? code) => code switch
    {
        null or "" => null,
        _ when Municipalities.ByBelfiore(code) is { } municipality => new(municipality.NameWithProvince, municipality.Belfiore),
        _ when (Countries.ByBelfiore(code) ?? Countries.ByCode(code)) is { } country => new(country.Italian, country.Belfiore),
        _ => null,
    };
}
