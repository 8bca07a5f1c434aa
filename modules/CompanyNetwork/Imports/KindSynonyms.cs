using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Understands what a company is as services write it: "S.r.l.", "Coop. sociale tipo B", "Ente pubblico", "ODV".</summary>
internal static class KindSynonyms
{
    private static readonly string[] Businesses =
        ["azienda", "impresa", "ditta", "societa", "srl", "srls", "spa", "snc", "sas", "ss", "individuale", "artigiana", "privata", "privato", "profit", "company", "r", "p", "s"];

    /// <summary>The kind, or null when nothing in the text tells it.</summary>
    public static CompanyKind? Find(string text)
    {
        if (Enum.TryParse<CompanyKind>(text.Trim(), ignoreCase: true, out var exact) && Enum.IsDefined(exact) && !int.TryParse(text, out _))
        {
            return exact;
        }

        var words = SearchText.Words(text);
        bool Any(params string[] beginnings) => words.Any(word => beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal)));

        return Any("coop", "cooperativ") ? words.Contains("b") ? CompanyKind.SocialCooperativeB : words.Contains("a") || Any("social") ? CompanyKind.SocialCooperativeA : CompanyKind.Company
            : Any("pubblic", "comune", "ente", "scuola", "asl", "ast", "provincia", "regione") ? CompanyKind.PublicBody
            : Any("associaz", "aps", "odv", "onlus", "volontariat", "fondazion", "ets") ? CompanyKind.Association
            : words.Any(Businesses.Contains) ? CompanyKind.Company
            : null;
    }
}
