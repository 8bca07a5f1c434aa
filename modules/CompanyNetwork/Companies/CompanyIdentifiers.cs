using System.Diagnostics.CodeAnalysis;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Reads a company's numbers into the one form that is stored and compared.</summary>
internal static class CompanyIdentifiers
{
    /// <summary>A body's tax code has eleven digits, a sole trader's is the person's own.</summary>
    public static bool TryReadTaxCode(string text, [NotNullWhen(true)] out string? taxCode, [NotNullWhen(false)] out string? problem)
    {
        if (VatNumber.TryParse(text, out var number, out _))
        {
            (taxCode, problem) = (number.Value, null);
            return true;
        }

        if (TaxCode.TryParse(text, out var person, out problem))
        {
            taxCode = person.Value;
            return true;
        }

        taxCode = null;
        return false;
    }

    public static string? Vat(string? text) => VatNumber.TryParse(text, out var number, out _) ? number.Value : null;

    public static string? Tax(string? text) => string.IsNullOrWhiteSpace(text) || !TryReadTaxCode(text, out var code, out _) ? null : code;

    public static string? PhoneKey(string? text) => PhoneNumber.TryParse(text, out var phone, out _) ? phone.E164 : null;
}
