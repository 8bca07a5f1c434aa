namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>How sectors are called where the client's texts do not reach: in the search and in files.</summary>
internal static class SectorNames
{
    public static string Italian(string code) => code switch
    {
        "catering" => "ristorazione",
        "thirdSector" => "terzo settore",
        "crafts" => "artigianato",
        "trade" => "commercio",
        "agriculture" => "agricoltura",
        "hospitality" => "alloggio e turismo",
        "industry" => "industria",
        "construction" => "edilizia",
        "logistics" => "logistica e magazzino",
        "cleaning" => "pulizie",
        "care" => "servizi alla persona",
        "publicAdministration" => "pubblica amministrazione",
        "culture" => "cultura e spettacolo",
        "transport" => "trasporti",
        "ict" => "informatica",
        _ => "",
    };
}
