using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.UnitTests.Shared.TextDocuments;

internal sealed class DocxWriterTests
{
    private static DocxWriter Everything(string text)
    {
        var writer = new DocxWriter("Prova");
        writer.Title(text);
        writer.Heading(text);
        writer.Subheading(text);
        writer.Paragraph(text);
        writer.Facts(("Nome", text), ("Vuoto", null));
        writer.Table(["Uno", "Due"], [[text, "b"], ["c", text]]);
        writer.SignatureLines([text]);
        return writer;
    }

    private static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return read(package);
    }

    [Test]
    public void Document_WhenWritten_IsValidAndIsTakenForWhatItIs()
    {
        var file = Everything("Perché no: <b>&\"virgolette\"</b>").ToArray();

        Assert.That(Read(file, package => new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ToArray()), Is.Empty);
        Assert.That(InclusionPlatform.Shared.Documents.DocumentType.Of(file), Is.EqualTo(DocxWriter.MediaType));
    }

    [Test]
    public void Document_WhenRead_HasHeadingsTableAndLines() => Read(Everything("prima\r\nseconda").ToArray(), package =>
    {
        var body = package.MainDocumentPart!.Document.Body!;
        var styles = body.Elements<Paragraph>().Select(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Where(style => style is not null);
        Assert.That(styles, Is.EqualTo(new[] { "Title", "Heading1", "Heading2" }));
        Assert.That(body.Elements<Table>().First().Elements<TableRow>().Count(), Is.EqualTo(3));
        Assert.That(body.Elements<Table>().First().Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>(), Is.Not.Empty);
        Assert.That(body.Elements<Paragraph>().First().Descendants<Break>().Count(), Is.EqualTo(1), "lines stay lines");
        Assert.That(body.InnerText, Does.Not.Contain("Vuoto"));
        return true;
    });

    [TestCase(1, new[] { 1, 1 })]
    [TestCase(2, new[] { 2, 2 })]
    [TestCase(3, new[] { 3, 3 })]
    [TestCase(4, new[] { 2, 2, 2, 2 })]
    [TestCase(5, new[] { 3, 3, 3, 3 })]
    public void SignatureLines_ForSoMany_StandSideBySideAndAreNotLeftAloneOnAPage(int signers, int[] cells)
    {
        var writer = new DocxWriter("Prova");
        writer.Paragraph("Prima");
        writer.Paragraph("Ultima riga");
        writer.Paragraph("Data: 30/11/2026");
        writer.SignatureLines([.. Enumerable.Range(1, signers).Select(signer => $"Firma {signer}")]);
        var file = writer.ToArray();

        Read(file, package =>
        {
            var body = package.MainDocumentPart!.Document.Body!;
            Assert.That(body.Elements<Table>().Single().Elements<TableRow>().Select(row => row.Elements<TableCell>().Count()), Is.EqualTo(cells));
            Assert.That(body.InnerText.Split('_', StringSplitOptions.RemoveEmptyEntries).Length, Is.GreaterThan(0));
            Assert.That(body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.KeepNext is not null).Select(paragraph => paragraph.InnerText), Is.EqualTo(new[] { "Ultima riga", "Data: 30/11/2026" }));
            Assert.That(body.Elements<Table>().Single().Elements<TableRow>().SkipLast(1).All(row => row.Descendants<KeepNext>().Any()), "names and lines stay on one page");
            return true;
        });
        var html = DocxHtml.Of(file, "Prova");
        Assert.That(html, Does.Contain("<p class=\"keep\">Ultima riga</p><p class=\"keep\">Data: 30/11/2026</p><table class=\"plain\" role=\"presentation\"><tr class=\"keep\">").And.Contain("<td><p class=\"keep\">Firma 1</p></td>"));
    }

    [Test]
    public void Document_WhenDense_FitsTheDaysOfAMonthOnAPageAndStaysReadable()
    {
        var writer = new DocxWriter("Prova", dense: true);
        writer.Title("Registro");
        writer.Table(["Data", "Ore"], Enumerable.Range(1, 31).Select(day => new[] { $"{day}", "" }));
        writer.SignatureLines(["Il tutor", "La persona"]);
        var file = writer.ToArray();

        Read(file, package =>
        {
            var main = package.MainDocumentPart!;
            Assert.That(new OpenXmlValidator().Validate(package).Select(error => error.Description), Is.Empty);
            var sizes = main.StyleDefinitionsPart!.Styles!.Descendants<FontSize>().Select(size => int.Parse(size.Val!.Value!, System.Globalization.CultureInfo.InvariantCulture));
            Assert.That(sizes, Has.All.GreaterThanOrEqualTo(16), "8 pt at least");
            var days = main.Document.Body!.Elements<Table>().First().Elements<TableRow>().SelectMany(row => row.Descendants<Paragraph>());
            Assert.That(days.Select(day => day.ParagraphProperties?.SpacingBetweenLines?.After?.Value), Has.All.EqualTo("0"));
            return true;
        });
        Assert.That(DocxHtml.Of(file, "Prova", dense: true), Does.Contain("<body class=\"dense\">").And.Contain("margin: 13mm 18mm"));
        Assert.That(DocxHtml.Of(file, "Prova"), Does.Contain("<body>").And.Contain("margin: 20mm 18mm"));
    }

    [Test]
    public void SignatureLines_AfterAListOfATemplate_KeepItsLastRowAlone()
    {
        var writer = new DocxWriter("Prova");
        writer.Table(["Mese"], [["{{mesi.mese}}"]]);
        writer.Paragraph("Data");
        writer.SignatureLines(["Firma"]);
        var filled = DocxTemplate.Open(writer.ToArray()).Fill(new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            ["mesi"] = [.. Enumerable.Range(1, 3).Select(month => new Dictionary<string, string> { ["mesi.mese"] = $"mese {month}" })],
        }));

        Assert.That(DocxHtml.Of(filled, "Prova"), Does.Contain("<tr><td><p>mese 2</p></td></tr><tr class=\"keep\"><td><p class=\"keep\">mese 3</p></td></tr></table><p class=\"keep\">Data</p>"));
    }

    [Test]
    public void Document_WhenWritten_CountsItsPagesAndThePrinterCountsItsOwn()
    {
        var file = Everything("testo").ToArray();

        Read(file, package =>
        {
            var footer = package.MainDocumentPart!.FooterParts.Single().Footer!;
            Assert.That(footer.InnerText, Is.EqualTo("Prova · pagina 1 di 1"));
            Assert.That(footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!.Trim()), Is.EqualTo(new[] { "PAGE", "NUMPAGES" }));
            Assert.That(package.MainDocumentPart.Document.Body!.Elements<SectionProperties>().Single().Elements<FooterReference>(), Is.Not.Empty);
            return true;
        });
        Assert.That(DocxHtml.Of(file, "Prova"), Does.Not.Contain("pagina 1"));
    }

    [Test]
    public void Text_WhateverItHolds_MakesAFileThatOpensAndKeepsWhatXmlCanHold() => Prop.ForAll<string>(text =>
    {
        var written = Read(Everything((text ?? "") + "\u0001\uD800fine😀").ToArray(), package => package.MainDocumentPart!.Document.Body!.InnerText);
        return written.Contains("fine😀", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();
}
