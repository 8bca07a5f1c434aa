using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InclusionPlatform.Shared.TextDocuments;

/// <summary>What a template is filled with.</summary>
/// <param name="Values">Texts by the name of their field.</param>
/// <param name="Lists">Rows by the first part of their fields' names: <c>giorni</c> fills every table row that holds a field such as <c>{{giorni.data}}</c>, once for each.</param>
public sealed record TemplateValues(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists);

/// <summary>
/// A text document (DOCX) with named fields, written <c>{{persona.nome}}</c>. What is uploaded is not trusted: macros, embedded programs, contents fetched from elsewhere and files that
/// swell when they are opened are refused. Values are only ever texts: a field within a value is not filled.
/// </summary>
public sealed partial class DocxTemplate
{
    private const int MostBytes = 5 * 1024 * 1024, MostEntries = 1000;
    private const long MostUnpacked = 40L * 1024 * 1024;

    private static readonly string[] Programs = ["vbaProject", "vbaData", "activeX", "word/embeddings/", "customUI"];

    private readonly byte[] content;

    private DocxTemplate(byte[] content, IReadOnlyList<string> fields) => (this.content, Fields) = (content, fields);

    /// <summary>The names of its fields, each once, in the order in which they come.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Opens a file after looking at all that could be wrong with it.</summary>
    /// <exception cref="FieldException"><c>template.too-large</c>, <c>template.not-docx</c>, <c>template.macros</c>, <c>template.external</c> or <c>template.field-broken</c> (422) at the field <c>file</c>.</exception>
    public static DocxTemplate Open(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MostBytes)
        {
            throw TooLarge();
        }

        CheckPackage(content);
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            var texts = Roots(package).SelectMany(root => root.Descendants<Paragraph>()).Select(paragraph => string.Concat(TextsOf(paragraph).Select(text => text.Text))).ToArray();
            foreach (var text in texts)
            {
                if (BrokenField(text) is { } broken)
                {
                    throw Refused("template.field-broken", new(
                        $"Un campo non è chiuso o è scritto male, vicino a «{broken}»: un campo si scrive {{{{nome.del.campo}}}}.", $"A field is not closed or is written wrongly, near “{broken}”: a field is written {{{{name.of.field}}}}."));
                }
            }

            return new(content, [.. texts.SelectMany(text => Field().Matches(text).Select(NameOf)).Distinct()]);
        }
        catch (Exception error) when (error is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw NotDocx();
        }
    }

    /// <summary>The document with its fields filled; one that has no value becomes empty, and a paragraph that held nothing else, or only its label (<c>Programma: {{…}}</c>), goes.</summary>
    public byte[] Fill(TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var memory = new MemoryStream();
        memory.Write(content);
        using (var package = WordprocessingDocument.Open(memory, isEditable: true))
        {
            foreach (var root in Roots(package))
            {
                var done = new HashSet<Paragraph>();
                FillRows(root, values, done);
                foreach (var paragraph in root.Descendants<Paragraph>().Where(paragraph => !done.Contains(paragraph)).ToArray())
                {
                    FillParagraph(paragraph, name => values.Values.GetValueOrDefault(name, ""));
                }
            }
        }

        return memory.ToArray();
    }

    private static void FillRows(OpenXmlElement root, TemplateValues values, HashSet<Paragraph> done)
    {
        foreach (var row in root.Descendants<TableRow>().ToArray())
        {
            var list = row.Descendants<Paragraph>().SelectMany(paragraph => Field().Matches(string.Concat(TextsOf(paragraph).Select(text => text.Text))).Select(NameOf))
                .Select(name => name.Split('.')[0]).FirstOrDefault(values.Lists.ContainsKey);
            if (list is null)
            {
                continue;
            }

            foreach (var (at, item) in values.Lists[list].Index())
            {
                var filled = (TableRow)row.CloneNode(deep: true);
                row.InsertBeforeSelf(filled);
                foreach (var paragraph in filled.Descendants<Paragraph>().ToArray())
                {
                    FillParagraph(paragraph, name => item.TryGetValue(name, out var value) ? value : values.Values.GetValueOrDefault(name, ""));
                    done.Add(paragraph);
                }

                // Kept with what follows is the last of them, or a long list would want a page of its own.
                if (at < values.Lists[list].Count - 1)
                {
                    foreach (var keep in filled.Descendants<KeepNext>().ToArray())
                    {
                        keep.Remove();
                    }
                }
            }

            // A table without rows is none that a program opens.
            if (row.Parent!.Elements<TableRow>().Take(2).Count() > 1)
            {
                row.Remove();
            }
        }
    }

    private static void FillParagraph(Paragraph paragraph, Func<string, string> valueOf)
    {
        var texts = TextsOf(paragraph).ToArray();
        var whole = string.Concat(texts.Select(text => text.Text));
        var fields = Field().Matches(whole);
        if (fields.Count == 0)
        {
            return;
        }

        var starts = new int[texts.Length];
        for (int at = 0, sum = 0; at < texts.Length; sum += texts[at].Text.Length, at++)
        {
            starts[at] = sum;
        }

        // From the last to the first, so that the places of those before do not move. A field may lie over several runs: its value takes the look of the first.
        var parts = texts.Select(text => text.Text).ToArray();
        foreach (var field in fields.Reverse())
        {
            var (begin, end) = (field.Index, field.Index + field.Length);
            var first = Array.FindLastIndex(starts, start => start <= begin);
            var last = Array.FindLastIndex(starts, start => start < end);
            while (first < last && starts[first] + texts[first].Text.Length <= begin)
            {
                first++;
            }

            var value = Spans.Join(DocxWriter.Clean(valueOf(NameOf(field)))).ReplaceLineEndings("\n");
            var tail = last == first ? parts[first][(end - starts[first])..] : "";
            if (last != first)
            {
                parts[last] = parts[last][(end - starts[last])..];
                for (var between = first + 1; between < last; between++)
                {
                    parts[between] = "";
                }
            }

            parts[first] = string.Concat(parts[first].AsSpan(0, begin - starts[first]), value, tail);
        }

        if (SaysNothing(whole, string.Concat(parts), fields) && paragraph.Parent is not TableCell && paragraph.Parent!.Elements<Paragraph>().Take(2).Count() > 1)
        {
            paragraph.Remove();
            return;
        }

        for (var at = 0; at < texts.Length; at++)
        {
            Write(texts[at], parts[at]);
        }
    }

    /// <summary>Whether of what was written nothing is left, or a label and then nothing.</summary>
    private static bool SaysNothing(string written, string left, MatchCollection fields)
    {
        var label = written[..fields[0].Index].Trim();
        return (label.Length == 0 || label.EndsWith(':')) && left.Trim() == label && fields.Sum(field => field.Length) == written.Trim().Length - written[..fields[0].Index].TrimStart().Length;
    }

    /// <summary>The lines of a text stay lines.</summary>
    private static void Write(Text text, string written)
    {
        var lines = written.Split('\n');
        text.Text = lines[0];
        text.Space = SpaceProcessingModeValues.Preserve;
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    private static IEnumerable<Text> TextsOf(Paragraph paragraph) => paragraph.Descendants<Text>().Where(text => ReferenceEquals(text.Ancestors<Paragraph>().First(), paragraph));

    private static IEnumerable<OpenXmlElement> Roots(WordprocessingDocument package)
    {
        var main = package.MainDocumentPart ?? throw new InvalidDataException();
        yield return main.Document?.Body ?? throw new InvalidDataException();
        foreach (var root in main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => (OpenXmlElement?)part.Footer)).OfType<OpenXmlElement>())
        {
            yield return root;
        }
    }

    private static void CheckPackage(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                throw TooLarge();
            }

            if (zip.GetEntry("word/document.xml") is null || zip.GetEntry("[Content_Types].xml") is null)
            {
                throw NotDocx();
            }

            var left = MostUnpacked;
            foreach (var entry in zip.Entries)
            {
                // What the archive says of its sizes may be a lie: it is counted.
                CheckPart(entry.FullName, Unpack(entry, ref left));
            }
        }
        catch (InvalidDataException)
        {
            throw NotDocx();
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                throw TooLarge();
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static void CheckPart(string name, byte[] part)
    {
        if (Programs.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw Macros();
        }

        if (!IsXml(name))
        {
            return;
        }

        try
        {
            // Whatever its encoding: read as a program would, without document types and without fetching anything.
            using var reader = XmlReader.Create(new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                CheckElement(reader);
            }
        }
        catch (XmlException)
        {
            throw NotDocx();
        }
    }

    private static void CheckElement(XmlReader reader)
    {
        if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && reader.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw Macros();
        }

        if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
            && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
        {
            throw Refused("template.external", new(
                "Il file prende qualcosa da fuori (un'immagine collegata o un modello): inserire le immagini nel documento e staccare il modello.",
                "The file fetches something from elsewhere (a linked image or a template): put the images into the document and detach the template."));
        }
    }

    private static FieldException Macros() => Refused("template.macros", new(
        "Il file contiene macro o programmi incorporati: salvarlo come «Documento Word (.docx)» senza macro.", "The file holds macros or embedded programs: save it as “Word document (.docx)” without macros."));

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string? BrokenField(string text)
    {
        var rest = Field().Replace(text, "");
        var at = rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open ? open : rest.IndexOf("}}", StringComparison.Ordinal);
        return at < 0 ? null : rest.Substring(Math.Max(0, at - 15), Math.Min(40, rest.Length - Math.Max(0, at - 15)));
    }

    private static string NameOf(Match field) => field.Groups[1].Value.Trim();

    private static FieldException Refused(string code, Words message) => new("file", code, message);

    private static FieldException TooLarge() => Refused("template.too-large", new(
        "Il modello è troppo grande: al massimo 5 MB, e 40 una volta aperto. Ridurre le immagini.", "The template is too large: 5 MB at most, and 40 once opened. Reduce the images."));

    private static FieldException NotDocx() => Refused("template.not-docx", new(
        "Questo file non è un documento Word leggibile: salvarlo come «Documento Word (.docx)» e riprovare.", "This file is no readable Word document: save it as “Word document (.docx)” and try again."));

    [GeneratedRegex(@"\{\{([^{}]{1,80})\}\}")]
    private static partial Regex Field();
}
