namespace InclusionPlatform.Internships.Papers.Rules;

/// <summary>A template holds only fields that its paper can fill; a wrong one is named, with the nearest that exists.</summary>
internal static class TemplateFieldsAreKnown
{
    private const int MostNamed = 10;

    public static void Check(PaperKind kind, IReadOnlyList<string> fields)
    {
        var known = PaperFields.Of(kind).Select(field => field.Name).ToArray();
        var unknown = fields.Except(known, StringComparer.Ordinal).ToArray();
        if (unknown.Length == 0)
        {
            return;
        }

        string Named(string or) => string.Join(", ", unknown.Take(MostNamed).Select(name => Nearest(name, known) is { } near ? $"{{{{{name}}}}} ({or} {{{{{near}}}}}?)" : $"{{{{{name}}}}}"));
        throw new FieldException("file", "template.fields-unknown", new(
            $"Nel modello ci sono campi che questo documento non ha: {Named("forse")}. L'elenco dei campi è nella pagina dei modelli. Nulla è stato cambiato.",
            $"The template holds fields that this paper does not have: {Named("perhaps")}. The page of the templates lists the fields. Nothing was changed."));
    }

    /// <summary>The known name that differs by few letters.</summary>
    public static string? Nearest(string name, IReadOnlyList<string> known)
    {
        var nearest = known.Select(one => (Name: one, Apart: Apart(name, one))).MinBy(one => one.Apart);
        return nearest.Apart <= Math.Max(2, name.Length / 4) ? nearest.Name : null;
    }

    private static int Apart(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (diagonal, left) = (row[0], at);
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                left = Math.Min(Math.Min(left, row[to]) + 1, diagonal + (one[at - 1] == other[to - 1] ? 0 : 1));
                (diagonal, row[to]) = (row[to], left);
            }
        }

        return row[^1];
    }
}
