using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InclusionPlatform.Shared.TextDocuments;

/// <summary>
/// Writes a text document (DOCX) for people to read, correct and sign: title, headings, paragraphs, facts, tables, lines for signatures. Headings and tables are real ones, so that
/// screen readers find their way. Texts are only ever texts: nothing in them is a field or a formula.
/// </summary>
public sealed class DocxWriter
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Grey = "5C6F82", Border = "C5C7C9", SignatureLine = "________________________";

    private const int KeptBeforeSignatures = 2, SignaturesAcross = 3, WholeTable = 5000;

    // In twips: 20 mm, and 15 mm.
    private const int Margin = 1134, DenseMargin = 850;

    private readonly Body body = new();
    private readonly string title;
    private readonly string language;
    private readonly bool dense;

    /// <summary>Begins a document.</summary>
    /// <param name="title">In its properties; nothing about a person.</param>
    /// <param name="dense">Letters of 9 pt with little between them: for a long table that is to stay on one page.</param>
    public DocxWriter(string title, bool dense = false)
    {
        this.title = title;
        this.dense = dense;
        language = Words.English ? "en-GB" : "it-IT";
    }

    /// <summary>The title at the top.</summary>
    public void Title(string text) => body.Append(Styled("Title", text));

    /// <summary>A heading.</summary>
    public void Heading(string text) => body.Append(Styled("Heading1", text));

    /// <summary>A heading below another.</summary>
    public void Subheading(string text) => body.Append(Styled("Heading2", text));

    /// <summary>A text; its lines stay lines.</summary>
    public void Paragraph(string text) => body.Append(new Paragraph(RunsOf(text, bold: false)));

    /// <summary>Names and values, one a line; those without a value are left out.</summary>
    public void Facts(params IReadOnlyList<(string Name, string? Value)> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            body.Append(new Paragraph([.. RunsOf($"{name}: ", bold: true), .. RunsOf(value!, bold: false)]));
        }
    }

    /// <summary>A table with a header row that is repeated on each page.</summary>
    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>())),
            new TableGrid(headers.Select(_ => new GridColumn())));
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. headers.Select(header => Cell(header, bold: true))]));
        foreach (var row in rows)
        {
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select(text => Cell(text, bold: false))]));
        }

        body.Append(table, new Paragraph());
    }

    /// <summary>A line to sign on for each, side by side, on one page with what stands just before: nobody signs a sheet that says nothing.</summary>
    public void SignatureLines(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
        {
            return;
        }

        KeepWithWhatFollows();

        var across = names.Count is 2 or 4 ? 2 : Math.Min(names.Count, SignaturesAcross);
        var width = (WholeTable / across).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(None<TopBorder>(), None<LeftBorder>(), None<BottomBorder>(), None<RightBorder>(), None<InsideHorizontalBorder>(), None<InsideVerticalBorder>())),
            new TableGrid(Enumerable.Range(0, across).Select(_ => new GridColumn())));
        foreach (var (row, at) in names.Chunk(across).Select((row, at) => (row, at)))
        {
            var isLast = (at + 1) * across >= names.Count;
            string[] cells = [.. row, .. Enumerable.Repeat("", across - row.Length)];
            table.Append(
                SignatureRow(cells, width, "240", keep: true),
                SignatureRow([.. cells.Select(name => name.Length == 0 ? "" : SignatureLine)], width, "480", keep: !isLast));
        }

        body.Append(table, new Paragraph());
    }

    /// <summary>The last two lines that say something, or the last row of a table, stay on the page of what comes next.</summary>
    private void KeepWithWhatFollows()
    {
        var kept = 0;
        foreach (var before in body.ChildElements.Reverse())
        {
            var paragraphs = before is Table table ? table.Elements<TableRow>().Last().Descendants<Paragraph>().ToArray() : [(Paragraph)before];
            foreach (var paragraph in paragraphs)
            {
                (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
            }

            kept += before.InnerText.Length > 0 ? 1 : 0;
            if (kept == KeptBeforeSignatures)
            {
                return;
            }
        }
    }

    private static TableRow SignatureRow(IEnumerable<string> cells, string width, string before, bool keep) => new(
    [
        new TableRowProperties(new CantSplit()),
        .. cells.Select(text =>
        {
            var look = new ParagraphProperties();
            if (keep)
            {
                look.Append(new KeepNext());
            }

            look.Append(new SpacingBetweenLines { Before = before });
            return new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Pct }), new Paragraph([look, .. RunsOf(text, bold: false)]));
        }),
    ]);

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = Clean(title);
            package.PackageProperties.Language = language;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StylesOf(language, dense);
            var content = (Body)body.CloneNode(deep: true);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = FooterOf(Clean(title));
            var margin = dense ? DenseMargin : Margin;
            content.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = margin, Right = Margin, Bottom = margin, Left = Margin, Header = (uint)margin / 2, Footer = (uint)margin / 2, Gutter = 0 }));
            main.Document = new Document(content);
        }

        return memory.ToArray();
    }

    /// <summary>Which paper a sheet belongs to, and that none is missing.</summary>
    private static Footer FooterOf(string title)
    {
        static RunProperties Small() => new(new Color { Val = Grey }, new FontSize { Val = "17" });
        static Run Said(string text) => new(Small(), new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        static SimpleField Counted(string what) => new(new Run(Small(), new Text("1"))) { Instruction = $" {what} " };
        return new(new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { After = "0" }, new Justification { Val = JustificationValues.Right }),
            Said(new Words("{0} · pagina ", "{0} · page ").With(title).ToString()), Counted("PAGE"), Said(new Words(" di ", " of ").ToString()), Counted("NUMPAGES")));
    }

    private static Paragraph Styled(string style, string text) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. RunsOf(text, bold: false)]);

    private TableCell Cell(string text, bool bold) => new(dense
        ? new Paragraph([new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }), .. RunsOf(text, bold)])
        : new Paragraph(RunsOf(text, bold)));

    private static IEnumerable<OpenXmlElement> RunsOf(string text, bool bold)
    {
        var first = true;
        foreach (var line in Clean(text).ReplaceLineEndings("\n").Split('\n'))
        {
            var run = new Run();
            if (bold)
            {
                run.Append(new RunProperties(new Bold()));
            }

            if (!first)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            yield return run;
            first = false;
        }
    }

    // What XML cannot hold at all would make a file that no program opens.
    internal static string Clean(string text)
    {
        if (text.All(character => System.Xml.XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character)))
        {
            return text;
        }

        var clean = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else if (!char.IsSurrogate(text[at]) && System.Xml.XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Border };

    private static T None<T>() where T : BorderType, new() => new() { Val = BorderValues.None };

    private static Styles StylesOf(string language, bool dense) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = dense ? "18" : "21" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = dense ? "50" : "100", Line = dense ? "252" : "276", LineRule = LineSpacingRuleValues.Auto }))),
        StyleOf("Normal", "Normal", null, null, null, dense),
        StyleOf("Title", "Title", dense ? "30" : "36", null, null, dense),
        StyleOf("Heading1", "heading 1", dense ? "22" : "27", 0, null, dense),
        StyleOf("Heading2", "heading 2", dense ? "20" : "23", 1, Grey, dense));

    private static Style StyleOf(string id, string name, string? size, int? level, string? color, bool dense)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = size is null ? true : null };
        style.Append(new StyleName { Val = name });
        if (size is not null)
        {
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle());
            var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = level is null ? "0" : dense ? "140" : "280", After = dense ? "60" : "80" });
            if (level is { } outline)
            {
                paragraph.Append(new OutlineLevel { Val = outline });
            }

            var run = new StyleRunProperties(new Bold());
            if (color is not null)
            {
                run.Append(new Color { Val = color });
            }

            run.Append(new FontSize { Val = size });
            style.Append(paragraph, run);
        }

        return style;
    }
}
