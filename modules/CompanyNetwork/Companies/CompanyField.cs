using System.Globalization;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A field of a company: how its history tells it, and how it passes from one company to another when two become one.</summary>
/// <param name="Name">As in the request's body.</param>
/// <param name="Choice">The choice at a merge to which it belongs: a site or a person is taken whole.</param>
/// <param name="Text">Its value, for the history and for telling whether it changed.</param>
/// <param name="Take">The target with this field of the source.</param>
internal sealed record CompanyField(string Name, string Choice, Func<CompanyData, string?> Text, Func<CompanyData, CompanyData, CompanyData> Take)
{
    public const string MainSite = "mainSite";
    public const string FirstPerson = "contactPerson";

    public static IReadOnlyList<CompanyField> All { get; } =
    [
        Of("name", company => company.Name, (target, source) => target with { Name = source.Name }),
        Of("tradeName", company => company.TradeName, (target, source) => target with { TradeName = source.TradeName }),
        Of("vatNumber", company => company.VatNumber, (target, source) => target with { VatNumber = source.VatNumber }),
        Of("taxCode", company => company.TaxCode, (target, source) => target with { TaxCode = source.TaxCode }),
        Of("legalForm", company => company.LegalForm?.Code(), (target, source) => target with { LegalForm = source.LegalForm }),
        Of("kind", company => company.Kind.Code(), (target, source) => target with { Kind = source.Kind }),
        Of("sector", company => company.Sector, (target, source) => target with { Sector = source.Sector }),
        Of("atecoSection", company => company.AtecoSection, (target, source) => target with { AtecoSection = source.AtecoSection }),
        Of("atecoCode", company => company.AtecoCode, (target, source) => target with { AtecoCode = source.AtecoCode }),
        Of("address", MainSite, company => company.Address, (target, source) => target with { Address = source.Address }),
        Of("cap", MainSite, company => company.Cap, (target, source) => target with { Cap = source.Cap }),
        Of("municipality", MainSite, company => Municipalities.ByIstat(company.Municipality)?.NameWithProvince ?? company.Municipality, (target, source) => target with { Municipality = source.Municipality }),
        Of("permanentStaff", MainSite, company => Written(company.PermanentStaff), (target, source) => target with { PermanentStaff = source.PermanentStaff }),
        Of("phone", company => company.Phone, (target, source) => target with { Phone = source.Phone }),
        Of("email", company => company.Email, (target, source) => target with { Email = source.Email }),
        Of("website", company => company.Website, (target, source) => target with { Website = source.Website }),
        Of("contactName", FirstPerson, company => company.ContactPerson?.Name, (target, source) => target with { ContactPerson = Person(target) with { Name = source.ContactPerson?.Name } }),
        Of("contactRole", FirstPerson, company => company.ContactPerson?.Role, (target, source) => target with { ContactPerson = Person(target) with { Role = source.ContactPerson?.Role } }),
        Of("contactPhone", FirstPerson, company => company.ContactPerson?.Phone, (target, source) => target with { ContactPerson = Person(target) with { Phone = source.ContactPerson?.Phone } }),
        Of("contactEmail", FirstPerson, company => company.ContactPerson?.Email, (target, source) => target with { ContactPerson = Person(target) with { Email = source.ContactPerson?.Email } }),
        Of("preferredHours", FirstPerson, company => company.ContactPerson?.PreferredHours, (target, source) => target with { ContactPerson = Person(target) with { PreferredHours = source.ContactPerson?.PreferredHours } }),
        Of("doNotCall", FirstPerson, company => company.ContactPerson?.DoNotCall == true ? "true" : null, (target, source) => target with { ContactPerson = Person(target) with { DoNotCall = source.ContactPerson?.DoNotCall ?? false } }),
        Of("solidarityNetwork", company => company.SolidarityNetwork == true ? "true" : null, (target, source) => target with { SolidarityNetwork = source.SolidarityNetwork }),
        Of("lookedAfterBy", company => company.LookedAfterBy?.ToString(), (target, source) => target with { LookedAfterBy = source.LookedAfterBy }),
        Of("obligationStaff", company => Written(company.ObligationStaff), (target, source) => target with { ObligationStaff = source.ObligationStaff }),
        Of("targetedPlacement", company => company.TargetedPlacement?.Code(), (target, source) => target with { TargetedPlacement = source.TargetedPlacement }),
        Of("article14Convention", company => company.Article14Convention, (target, source) => target with { Article14Convention = source.Article14Convention }),
        Of("article14Until", company => company.Article14Until?.ToString("O", CultureInfo.InvariantCulture), (target, source) => target with { Article14Until = source.Article14Until }),
        Of("consentNotes", company => company.ConsentNotes, (target, source) => target with { ConsentNotes = source.ConsentNotes }),
        Of("notes", company => company.Notes, (target, source) => target with { Notes = source.Notes }),
    ];

    /// <summary>What may be taken from the other company at a merge.</summary>
    public static IReadOnlySet<string> Choices { get; } = All.Select(field => field.Choice).ToHashSet();

    private static CompanyField Of(string name, Func<CompanyData, string?> text, Func<CompanyData, CompanyData, CompanyData> take) => new(name, name, text, take);

    private static CompanyField Of(string name, string choice, Func<CompanyData, string?> text, Func<CompanyData, CompanyData, CompanyData> take) => new(name, choice, text, take);

    private static ContactPerson Person(CompanyData company) => company.ContactPerson ?? new(null, null, null, null, null, false);

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
