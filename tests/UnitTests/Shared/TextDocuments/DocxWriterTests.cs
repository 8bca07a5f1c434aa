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
        Assert.That(body.Elements<Table>().Single().Elements<TableRow>().Count(), Is.EqualTo(3));
        Assert.That(body.Elements<Table>().Single().Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>(), Is.Not.Empty);
        Assert.That(body.Elements<Paragraph>().First().Descendants<Break>().Count(), Is.EqualTo(1), "lines stay lines");
        Assert.That(body.InnerText, Does.Not.Contain("Vuoto"));
        return true;
    });

    [Test]
    public void Text_WhateverItHolds_MakesAFileThatOpensAndKeepsWhatXmlCanHold() => Prop.ForAll<string>(text =>
    {
        var written = Read(Everything((text ?? "") + "\u0001\uD800fine😀").ToArray(), package => package.MainDocumentPart!.Document.Body!.InnerText);
        return written.Contains("fine😀", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();
}
