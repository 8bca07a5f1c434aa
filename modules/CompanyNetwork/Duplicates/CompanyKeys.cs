using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>By what two companies may be the same, the surest first.</summary>
internal enum LikenessKind
{
    Vat = 1,
    Name = 2,
    Phone = 3,
    Mail = 4,
}

/// <summary>One number or name by which a company is found.</summary>
internal sealed record CompanyKey(LikenessKind Kind, string Value);

/// <summary>What of a company tells it from others: VAT number and tax code, name in its municipality, phone, mail.</summary>
internal static class CompanyKeys
{
    public static HashSet<CompanyKey> Of(CompanyData company)
    {
        var keys = new HashSet<CompanyKey>();
        void Add(LikenessKind kind, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                keys.Add(new(kind, value));
            }
        }

        Add(LikenessKind.Vat, company.VatNumber);
        Add(LikenessKind.Vat, company.TaxCode);
        Add(LikenessKind.Name, company.Municipality is null ? null : $"{company.Municipality} {CompanyWords.SortName(company.Name)}");
        Add(LikenessKind.Phone, CompanyIdentifiers.PhoneKey(company.Phone));
        Add(LikenessKind.Mail, company.Email);
        return keys;
    }
}
