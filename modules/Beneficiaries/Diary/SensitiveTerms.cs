using System.Globalization;
using System.Text;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>What a text seems to tell of that has a place of its own.</summary>
internal enum SensitiveTopic
{
    /// <summary>Health (GDPR art. 9).</summary>
    Health,

    /// <summary>Crimes and sentences (GDPR art. 10).</summary>
    Penal,
}

/// <summary>
/// Words that name facts of health or of penal law, for a gentle warning while somebody writes. Italian inflects, so most are the beginnings of words; words of
/// everyday work with the same beginning are let through (farmacia, penalizzare, alle dipendenze di, denuncia d'infortunio). Short on purpose: a warning that
/// comes too often is not read. The texts are neither kept nor logged.
/// </summary>
internal static class SensitiveTerms
{
    private static readonly Terms Health = new(
        ["alcolis", "alcolist", "alcoldipenden", "allucinaz", "ansios", "astinenz", "autism", "autistic", "autolesion", "bipolar", "cardiopat", "chemioterap", "cirros", "cocain", "depress", "diabet",
         "diagnos", "disabil", "epatit", "epiless", "etilis", "handicap", "incint", "infart", "invalidit", "ludopat", "malatti", "metadon", "narcolessi", "neurolog", "oncolog", "overdos",
         "paranoi", "patolog", "psichiatr", "psicofarmac", "psicosi", "psicotic", "ricover", "schizofren", "sclerosi", "sieropositiv", "sindrom", "sintom", "suicid", "tossicodipenden",
         "tossicoman", "tumor"],
        ["aids", "ansia", "cancro", "csm", "demenza", "droga", "droghe", "eroina", "farmaci", "farmaco", "gravidanza", "hiv", "ictus", "serd", "sert", "spdc", "terapia", "terapie", "tso"],
        ["salute mentale", "disturbo di personalita", "disturbi di personalita", "disturbo mentale", "disturbi mentali", "uso di sostanze", "abuso di sostanze", "invalido civile", "invalida civile"],
        []);

    private static readonly Terms Penal = new(
        ["arrestat", "carcer", "condann", "detenut", "detenzion", "ergastol", "estorsion", "imputat", "indagat", "latitan", "omicid", "penal", "pregiudicat", "rapin", "recidiv", "scarcer",
         "semiliber", "spacci", "stupr"],
        ["casellario", "denunciata", "denunciato", "domiciliari", "furti", "furto", "prigione", "reati", "reato", "uepe", "ussm"],
        ["messa alla prova", "affidamento in prova", "misura alternativa", "misure alternative", "magistrato di sorveglianza", "arresti domiciliari", "agli arresti", "obbligo di firma"],
        ["penalizz", "penalit"]);

    /// <summary>The words that tell of the topic, as they are written in the text, the first few of them.</summary>
    public static IReadOnlyList<string> In(string? text, SensitiveTopic topic)
    {
        var terms = topic is SensitiveTopic.Health ? Health : Penal;
        var written = Words(text ?? "");
        var plain = $" {string.Join(' ', written.Select(word => word.Plain))} ";
        var single = written.Where(word => terms.Name(word.Plain)).Select(word => word.Written.ToLowerInvariant());
        var phrases = terms.Phrases.Where(phrase => plain.Contains($" {phrase} ", StringComparison.Ordinal));
        return [.. single.Concat(phrases).Distinct().Take(5)];
    }

    private static List<(string Written, string Plain)> Words(string text)
    {
        List<(string, string)> words = [];
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            if (at > start)
            {
                words.Add((text[start..at], Plain(text[start..at])));
            }

            start = at + 1;
        }

        return words;
    }

    private static string Plain(string word) =>
        new([.. word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)]);

    /// <param name="Beginnings">A word that begins so.</param>
    /// <param name="Whole">Exactly this word.</param>
    /// <param name="Phrases">These words one after the other.</param>
    /// <param name="Innocent">Beginnings of everyday words that would otherwise be taken for others.</param>
    private sealed record Terms(string[] Beginnings, string[] Whole, string[] Phrases, string[] Innocent)
    {
        public bool Name(string word) =>
            Array.IndexOf(Whole, word) >= 0
            || (Array.Exists(Beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)) && !Array.Exists(Innocent, beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
    }
}
