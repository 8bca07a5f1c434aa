using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Sites;

/// <summary>What is written of a site.</summary>
/// <param name="Name">As people call it, such as "magazzino".</param>
/// <param name="Address">Street and number.</param>
/// <param name="Municipality">ISTAT code.</param>
/// <param name="Latitude">Degrees, WGS 84; without both coordinates the site stands where its municipality's seat is.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="PermanentStaff">Permanent employees of this operating unit: on them depends how many internships it may host.</param>
/// <param name="IsMain">Whether it is the main site, which gives the company its address.</param>
internal sealed record SiteData(string? Name, string? Address, string? Cap, string? Municipality, double? Latitude, double? Longitude, int? PermanentStaff, bool? IsMain)
{
    public SiteData Tidy() => this with { Name = Text(Name), Address = Text(Address), Cap = Text(Cap), Municipality = Text(Municipality) };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A place where a company works.</summary>
/// <param name="Id">The site.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Cap">Postal code.</param>
/// <param name="Municipality">ISTAT code.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="Province">Two letters.</param>
/// <param name="Latitude">Own coordinates, or the municipality's.</param>
/// <param name="Longitude">Own coordinates, or the municipality's.</param>
/// <param name="HasOwnCoordinates">Whether somebody wrote them; otherwise they are those of the municipality's seat.</param>
/// <param name="PermanentStaff">Permanent employees of this operating unit: they decide how many internships it may host.</param>
/// <param name="IsMain">The one that lists and internships take.</param>
internal sealed record Site(
    Guid Id, string? Name, string? Address, string? Cap, string? Municipality, string? MunicipalityName, string? Province, double? Latitude, double? Longitude, bool HasOwnCoordinates,
    int? PermanentStaff, bool IsMain);

/// <summary>A site's row.</summary>
internal sealed record SiteRow(Guid Id, string? Name, string? Address, string? Cap, string? Municipality, double? Latitude, double? Longitude, int? PermanentStaff, bool IsMain)
{
    public bool IsBlank => Name is null && Address is null && Municipality is null && PermanentStaff is null;

    public Site Show()
    {
        var place = Municipalities.ByIstat(Municipality);
        var own = Latitude is not null && Longitude is not null;
        return new(Id, Name, Address, Cap, Municipality, place?.Name, place?.ProvinceCode, own ? Latitude : place?.Latitude, own ? Longitude : place?.Longitude, own, PermanentStaff, IsMain);
    }

    /// <summary>Whether the two are the same place, however the street is written.</summary>
    public bool IsSamePlaceAs(SiteRow other) => Municipality == other.Municipality && SearchText.Normalize(Address ?? "") == SearchText.Normalize(other.Address ?? "");

    public string Label => string.Join(", ", new[] { Name, Address, Municipalities.ByIstat(Municipality)?.NameWithProvince }.Where(part => part is not null));
}

internal sealed class SiteDataValidator : AbstractValidator<SiteData>
{
    public SiteDataValidator()
    {
        RuleFor(site => site.Name).MaximumLength(120);
        RuleFor(site => site.Address).MaximumLength(200);
        RuleFor(site => site.Cap).Matches("^[0-9]{5}$").When(site => !string.IsNullOrEmpty(site.Cap)).WithErrorCode("cap.form")
            .WithMessage(_ => new Words("Il CAP ha cinque cifre.", "The postal code has five digits.").ToString());
        RuleFor(site => site.Municipality).Cascade(CascadeMode.Stop).NotEmpty().Must(istat => Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => new Words("Il comune della sede serve: sceglierlo dall'elenco.", "The site's municipality is needed: choose it from the list.").ToString());
        RuleFor(site => site.PermanentStaff).InclusiveBetween(0, 500_000);
        RuleFor(site => site.Latitude).InclusiveBetween(35, 48);
        RuleFor(site => site.Longitude).InclusiveBetween(6, 19);
        RuleFor(site => site.Longitude).NotNull().When(site => site.Latitude is not null).WithErrorCode("coordinates.both").WithMessage(_ => Both);
        RuleFor(site => site.Latitude).NotNull().When(site => site.Longitude is not null).WithErrorCode("coordinates.both").WithMessage(_ => Both);
    }

    private static string Both => new Words("Servono tutte e due le coordinate, oppure nessuna: allora valgono quelle del comune.", "Give both coordinates or none: then the municipality's count.").ToString();
}
