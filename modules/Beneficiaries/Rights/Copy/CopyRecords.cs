using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Contracts;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>
/// The records of one part for whoever reads: fields with their words, many short records of few fields as a table. What says nothing to a person (ids, versions, what is empty) stays in the file
/// for machines.
/// </summary>
internal sealed class CopyRecords
{
    private const int MostColumns = 4, LongestCell = 80, FewRows = 3;

    // What they hold stands with what is around them.
    private static readonly HashSet<string> Wrappers = new(StringComparer.OrdinalIgnoreCase) { "content", "sealed", "details", "sheet", "draft" };

    private readonly CopyGlossary? glossary;
    private readonly StringBuilder page = new();

    private CopyRecords(CopyGlossary? glossary) => this.glossary = glossary;

    /// <summary>The part in HTML; empty where nothing of it is for a reader.</summary>
    public static string Write(CopiedPart part)
    {
        var records = new CopyRecords(part.Glossary);
        records.Append(null, part.Records);
        return records.page.ToString();
    }

    private void Append(string? within, JsonArray items)
    {
        var records = items.OfType<JsonObject>().Select(one => Fields(within, one).ToArray()).Where(fields => fields.Length > 0).ToArray();
        if (records.Length == 0)
        {
            page.Append(Text(CopyWords.Written(glossary, within ?? "", items.OfType<JsonValue>())));
        }
        else if (records.Length > FewRows && Columns(records) is { } columns)
        {
            AppendTable(columns, records);
        }
        else
        {
            foreach (var fields in records)
            {
                AppendList(fields);
            }
        }
    }

    private void AppendList(IEnumerable<Shown> fields)
    {
        page.Append("<dl>");
        foreach (var field in fields)
        {
            var whole = field.IsLong ? " class=\"whole\"" : "";
            page.Append("<dt").Append(whole).Append('>').Append(Text(field.Label)).Append("</dt><dd").Append(whole).Append('>');
            switch (field.Value)
            {
                case JsonArray items:
                    Append(field.Name, items);
                    break;
                case JsonObject inner:
                    AppendList(Fields(field.Name, inner));
                    break;
                case JsonValue value:
                    page.Append(Text(CopyWords.Written(glossary, field.Name, value)));
                    break;
            }

            page.Append("</dd>");
        }

        page.Append("</dl>");
    }

    private void AppendTable(IReadOnlyList<string> columns, IEnumerable<Shown[]> records)
    {
        page.Append("<table><thead><tr>");
        foreach (var column in columns)
        {
            page.Append("<th scope=\"col\">").Append(Text(column)).Append("</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var fields in records)
        {
            page.Append("<tr>");
            foreach (var column in columns)
            {
                var field = fields.FirstOrDefault(one => one.Label == column);
                page.Append("<td>").Append(field?.Value is JsonValue value ? Text(CopyWords.Written(glossary, field.Name, value)) : "").Append("</td>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table>");
    }

    private string[]? Columns(IEnumerable<Shown[]> records)
    {
        List<string> columns = [];
        foreach (var field in records.SelectMany(fields => fields))
        {
            if (field.Value is not JsonValue value || CopyWords.Written(glossary, field.Name, value).Length > LongestCell)
            {
                return null;
            }

            if (!columns.Contains(field.Label))
            {
                columns.Add(field.Label);
            }
        }

        return columns.Count <= MostColumns ? [.. columns] : null;
    }

    /// <summary>What of a record is for a reader.</summary>
    private IEnumerable<Shown> Fields(string? within, JsonObject record)
    {
        foreach (var (name, value) in record)
        {
            if (value is JsonObject inner && Wrappers.Contains(name))
            {
                foreach (var field in Fields(name, inner))
                {
                    yield return field;
                }
            }
            else if (IsForReaders(name, value) && CopyWords.Label(glossary, within, name) is { Length: > 0 } label)
            {
                yield return new(name, label, value!);
            }
        }
    }

    private bool IsForReaders(string name, JsonNode? value) => value switch
    {
        null => false,
        JsonObject inner => Fields(name, inner).Any(),
        JsonArray items => items.Any(item => IsForReaders(name, item)),
        JsonValue one => !CopyWords.IsTechnical(glossary, name, one),
        _ => true,
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private sealed record Shown(string Name, string Label, JsonNode Value)
    {
        /// <summary>Takes a line of its own under its name.</summary>
        public bool IsLong => Value is JsonObject || (Value is JsonArray items && items.Any(item => item is JsonObject));
    }
}
