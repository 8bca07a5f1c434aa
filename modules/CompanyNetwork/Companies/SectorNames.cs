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
        "hospitality" => "turismo e ospitalità",
        "industry" => "industria",
        "construction" => "edilizia",
        "logistics" => "logistica",
        "cleaning" => "pulizie",
        "care" => "cura e assistenza",
        "publicAdministration" => "pubblica amministrazione",
        "culture" => "cultura",
        "transport" => "trasporti",
        "ict" => "informatica",
        _ => "",
    };
}
