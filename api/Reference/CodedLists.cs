using InclusionPlatform.Shared.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Reference;

/// <summary>The short lists that the law or a classification fixes, and the countries: no personal data, the same for everybody.</summary>
internal static class CodedListEndpoints
{
    public static void MapCodedLists(this IEndpointRouteBuilder reference)
    {
        reference.MapGet("/countries", ListCountries)
            .WithName("listCountries")
            .WithSummary("Countries of today and, for birthplaces, those that ended");
        reference.MapGet("/ateco-sections", () => Of(CodeLists.AtecoSections))
            .WithName("listAtecoSections")
            .WithSummary("Sections of ATECO 2025");
        reference.MapGet("/education-levels", () => Of(CodeLists.IscedLevels))
            .WithName("listEducationLevels")
            .WithSummary("ISCED 2011 levels");
        reference.MapGet("/disadvantage-categories", () => Of(CodeLists.DisadvantageCategories))
            .WithName("listDisadvantageCategories")
            .WithSummary("Categories of disadvantage that a public body attests");
        reference.MapGet("/gol-paths", () => Of(CodeLists.GolPaths))
            .WithName("listGolPaths")
            .WithSummary("Paths of the GOL programme");
        reference.MapGet("/languages", () => Of(CodeLists.Languages))
            .WithName("listLanguages")
            .WithSummary("Languages by ISO 639-1");
        reference.MapGet("/licences", () => Of(CodeLists.Licences))
            .WithName("listLicences")
            .WithSummary("Driving licences and qualifications for machines");
        reference.MapGet("/provinces", ListProvinces)
            .WithName("listProvinces")
            .WithSummary("Provinces and metropolitan cities of today");
    }

    private static Ok<IReadOnlyList<CountryChoice>> ListCountries() => TypedResults.Ok<IReadOnlyList<CountryChoice>>(
        [.. Countries.All.Select(country => new CountryChoice(country.Code, Words.English ? country.English : country.Italian, country.Belfiore, country.IsActive))]);

    private static Ok<IReadOnlyList<ProvinceChoice>> ListProvinces() => TypedResults.Ok<IReadOnlyList<ProvinceChoice>>(
        [.. Provinces.All.Select(province => new ProvinceChoice(province.Code, province.Name, province.RegionName))]);

    private static Ok<IReadOnlyList<CodeChoice>> Of(IReadOnlyList<CodedItem> list) => TypedResults.Ok<IReadOnlyList<CodeChoice>>(
        [.. list.Select(item => new CodeChoice(item.Code, Words.English ? item.English : item.Italian, item.Source))]);

    /// <summary>A country to choose.</summary>
    /// <param name="Code">ISO 3166.</param>
    /// <param name="Name">In the language of the request.</param>
    /// <param name="Belfiore">As in the codice fiscale, or null.</param>
    /// <param name="Active">Whether it exists today.</param>
    internal sealed record CountryChoice(string Code, string Name, string? Belfiore, bool Active);

    /// <summary>A province to choose.</summary>
    /// <param name="Code">Two letters, such as AP.</param>
    /// <param name="Name">Italian name.</param>
    /// <param name="Region">Name of its region.</param>
    internal sealed record ProvinceChoice(string Code, string Name, string Region);

    /// <summary>An entry of a coded list.</summary>
    /// <param name="Code">Stable code.</param>
    /// <param name="Name">In the language of the request.</param>
    /// <param name="Source">The act or classification that says so.</param>
    internal sealed record CodeChoice(string Code, string Name, string Source);
}
