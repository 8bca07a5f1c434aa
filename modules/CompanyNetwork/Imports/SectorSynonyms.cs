using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Understands the sectors as services write them: "Ristorazione", "bar/ristorante", "Coop. sociale", "edilizia". The first word that tells something decides.</summary>
internal static class SectorSynonyms
{
    // Beginnings of words, the longest that fits decides.
    private static readonly (string Beginning, string Sector)[] Beginnings =
    [
        .. Of("catering", "ristor", "bar", "pizzer", "trattor", "mens", "catering", "pasticc", "gelat", "gastronom", "pub", "osteri", "cucin", "food", "rosticc"),
        .. Of("thirdSector", "terzo", "cooperativ", "coop", "associaz", "volontar", "onlus", "noprofit", "nonprofit", "aps", "odv", "sociale"),
        .. Of("crafts", "artigian", "falegnam", "parrucch", "estet", "sartor", "calzol", "officin", "meccanic", "carrozz", "tipograf", "panific", "forn", "ceramic", "fabbr", "laborator", "idraulic", "elettric"),
        .. Of("trade", "commerc", "negoz", "vendit", "supermerc", "ingross", "dettagli", "market", "ferrament", "abbigliament", "alimentar", "farmac", "distribuz", "retail", "edicol", "tabacc"),
        .. Of("agriculture", "agric", "agro", "viv", "floro", "allevament", "orto", "ortofrutt", "vitivin", "cantin", "frantoi", "pesca", "ittic", "giardin", "verde", "zootecn", "apicol"),
        .. Of("hospitality", "hotel", "alberg", "turis", "ospital", "campeggi", "bb", "agriturism", "balnear", "ricett", "stabiliment", "resid", "villagg"),
        .. Of("industry", "industr", "manifattur", "metalmecc", "fabbric", "produz", "plastic", "chimic", "metall", "tessil", "calzatur", "alimentarist"),
        .. Of("construction", "edil", "costruz", "cantier", "impiant", "muratur", "imbianch", "serrament", "stradal"),
        .. Of("logistics", "logistic", "magazzin", "spediz", "corrier", "deposit"),
        .. Of("cleaning", "puliz", "lavander", "sanific", "multiserviz", "facility", "igien"),
        .. Of("care", "cura", "assisten", "sanit", "sociosanit", "rsa", "casa di riposo", "anzian", "infanz", "nid", "ospedal", "clinic", "socio"),
        .. Of("publicAdministration", "pubblic", "comun", "provinc", "region", "ente", "amministraz", "municip", "ministero", "scuol"),
        .. Of("culture", "cultur", "muse", "bibliotec", "teatr", "spettacol", "event", "sport", "cinema", "musica", "editori", "libreri"),
        .. Of("transport", "trasport", "autotrasport", "autonolegg", "taxi", "autolinee", "tpl"),
        .. Of("ict", "ict", "informatic", "software", "digital", "web", "tecnolog", "telecom", "elettronic", "computer"),
    ];

    /// <summary>The code, or null when nothing in the text tells it.</summary>
    public static string? Find(string text)
    {
        var exact = Sectors.All.FirstOrDefault(sector => sector.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (exact is not null)
        {
            return exact;
        }

        var words = SearchText.Words(text);
        if (words is ["altro", ..] or ["altri", ..] or ["vari", ..] or ["varie", ..])
        {
            return "other";
        }

        return words.Select(Best).FirstOrDefault(sector => sector is not null);
    }

    private static string? Best(string word) => Beginnings
        .Where(known => word.StartsWith(known.Beginning, StringComparison.Ordinal) && (known.Beginning.Length > 3 || word.Length - known.Beginning.Length <= 2))
        .OrderByDescending(known => known.Beginning.Length)
        .Select(known => known.Sector)
        .FirstOrDefault();

    private static IEnumerable<(string, string)> Of(string sector, params string[] beginnings) => beginnings.Select(beginning => (beginning, sector));
}
