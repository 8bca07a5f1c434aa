using InclusionPlatform.Shared.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Reference;

/// <summary>Reference data that forms need: no personal data, the same for everybody.</summary>
internal static class ReferenceEndpoints
{
    private const int Suggestions = 12;

    public static void MapReference(this IEndpointRouteBuilder api)
    {
        var reference = api.MapGroup("/reference").WithTags("Reference").RequireAuthorization();
        reference.MapGet("/municipalities", FindMunicipalities)
            .WithName("findMunicipalities")
            .WithSummary("Municipalities whose name begins as typed, the likeliest first, twelve unless more are asked for; suppressed ones on request, for birthplaces");
        reference.MapGet("/municipalities/{code}", FindMunicipality)
            .WithName("getMunicipality")
            .WithSummary("A municipality by ISTAT or Belfiore code");
        reference.MapGet("/sectors", () => TypedResults.Ok(Sectors.All)).WithName("listSectors").WithSummary("Codes of the sectors");
        reference.MapCodedLists();
    }

    private static Ok<IReadOnlyList<MunicipalityChoice>> FindMunicipalities(string? q, bool? suppressed, int? most) =>
        TypedResults.Ok<IReadOnlyList<MunicipalityChoice>>([.. Municipalities.Search(q, most is null ? Suggestions : Paging.Limit(most), suppressed ?? false).Select(MunicipalityChoice.Of)]);

    private static Ok<MunicipalityChoice> FindMunicipality(string code) => TypedResults.Ok(MunicipalityChoice.Of(
        Municipalities.ByIstat(code) ?? Municipalities.ByBelfiore(code.ToUpperInvariant()) ?? throw new NotFoundException("municipality")));

    /// <summary>A municipality to choose.</summary>
    /// <param name="Istat">ISTAT code; null for those suppressed long ago.</param>
    /// <param name="Belfiore">Belfiore code, as in the codice fiscale.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Province">Two letters.</param>
    /// <param name="Cap">First postal code.</param>
    /// <param name="Active">Whether it exists today.</param>
    internal sealed record MunicipalityChoice(string? Istat, string Belfiore, string Name, string Province, string? Cap, bool Active)
    {
        public static MunicipalityChoice Of(Municipality municipality) =>
            new(municipality.Istat, municipality.Belfiore, municipality.Name, municipality.ProvinceCode, municipality.Cap, municipality.IsActive);
    }
}
