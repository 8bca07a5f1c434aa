namespace InclusionPlatform.Internships.Papers.Rules;

/// <summary>
/// A template without the fields by which a paper is that of one internship would make the same sheet for everybody, and nobody would notice before it is signed. Each paper names at least whom and
/// what it is about; all else is the service's to write or to leave out.
/// </summary>
internal static class TemplateNamesWhatItMust
{
    /// <summary>The fields that a paper holds at least, each by one of several that say it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(PaperKind kind) => kind switch
    {
        PaperKind.Convention => [["azienda.nome"], ["convenzione.numero"], ["convenzione.dal"], ["convenzione.al"]],
        PaperKind.Project => [["persona.nome"], ["azienda.nome"], ["tirocinio.dal"], ["tirocinio.al"], ["tirocinio.obiettivi", "tirocinio.attivita"]],
        PaperKind.Register => [["persona.nome"], ["azienda.nome"], ["mese.nome"], ["giorni.data"], ["giorni.ore"]],
        PaperKind.PayReckoning => [["persona.nome"], ["mese.nome"], ["conteggio.totale"]],
        PaperKind.Dossier => [["persona.nome"], ["azienda.nome"], ["percorso.ore", "mesi.ore"], ["competenze.nome"]],
        _ => [["persona.nome"], ["azienda.nome"], ["tirocinio.dal"], ["percorso.ultimo_giorno", "tirocinio.al"]],
    };

    /// <exception cref="FieldException"><c>template.fields-missing</c> (422).</exception>
    public static void Check(PaperKind kind, IReadOnlyList<string> fields)
    {
        var missing = Of(kind).Where(one => !one.Intersect(fields, StringComparer.Ordinal).Any()).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        string Named(string or) => string.Join(", ", missing.Select(one => string.Join($" {or} ", one.Select(name => $"{{{{{name}}}}}"))));
        throw new FieldException("file", "template.fields-missing", new(
            $"Nel modello mancano campi senza i quali il documento non direbbe di chi o di che cosa è: {Named("o")}. Scriverli nel modello con le doppie parentesi graffe e caricarlo di nuovo. Nulla è stato cambiato.",
            $"The template lacks fields without which the paper would not say whom or what it is about: {Named("or")}. Write them into the template between double braces and upload it again. Nothing was changed."));
    }
}
