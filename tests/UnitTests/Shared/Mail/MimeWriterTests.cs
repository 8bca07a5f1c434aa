using System.Text;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Tests.Mail;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class MimeWriterTests
{
    [Test]
    public void Write_WhenMailIsPlainText_GivesExactlyTheseBytes()
    {
        var mail = Mails.Plain with
        {
            Subject = "Opportunità di lavoro",
            TextBody = "Perché no?\n.punto\nFrom me = you \n",
            Headers = [new("List-Unsubscribe", "<https://a.test/u/1>"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
        };

        Assert.That(Encoding.ASCII.GetString(mail.Written()), Is.EqualTo(string.Join(
            "\r\n",
            "Date: Sun, 22 Nov 2026 09:05:00 +0100",
            "From: Bollettino lavoro <bollettino@cooperativa.test>",
            "To: lettrice@posta.test",
            "Subject: =?utf-8?Q?Opportunit=C3=A0_di_lavoro?=",
            "Message-ID: <edition-612.delivery-1@cooperativa.test>",
            "List-Unsubscribe: <https://a.test/u/1>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            string.Empty,
            "Perch=C3=A9 no?",
            ".punto",
            "=46rom me =3D you=20",
            string.Empty)));
    }

    [Test]
    public void Write_WhenThereIsHtml_TextComesFirstAndHtmlLast()
    {
        var parsed = ParsedMail.Of((Mails.Plain with { HtmlBody = "<p lang=\"it\">È qui</p>" }).Written());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parsed.MediaType, Is.EqualTo("multipart/alternative"));
            Assert.That(parsed.Parts.Select(part => part.MediaType), Is.EqualTo(new[] { "text/plain", "text/html" }));
            Assert.That(parsed.Text("text/html"), Is.EqualTo("<p lang=\"it\">È qui</p>\r\n"));
        }
    }

    [Test]
    public void Write_WhenThereAreAttachments_BodyComesFirstAndBytesSurvive()
    {
        var bytes = Enumerable.Range(0, 1000).Select(number => (byte)number).ToArray();
        var parsed = ParsedMail.Of((Mails.Plain with
        {
            HtmlBody = "<p>Ciao</p>",
            Attachments = [new("Convenzione perché.pdf", "application/pdf", bytes), new("vuoto.txt", "text/plain; charset=utf-8", default)],
        }).Written());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parsed.MediaType, Is.EqualTo("multipart/mixed"));
            Assert.That(parsed.Parts.Select(part => part.MediaType), Is.EqualTo(new[] { "multipart/alternative", "application/pdf", "text/plain" }));
            Assert.That(parsed.Parts[1].Bytes(), Is.EqualTo(bytes));
            Assert.That(parsed.Parts[1].FileName(), Is.EqualTo("Convenzione perché.pdf"));
            Assert.That(parsed.Parts[2].Bytes(), Is.Empty);
        }
    }

    [Test]
    public void Write_WhenUnsubscribeAddressIsLong_IsFoldedAtSpacesOnlyAndNeverEncoded()
    {
        var value = $"<https://bollettino.test/disiscrizione/{new string('a', 90)}>, <mailto:disiscrizione@bollettino.test?subject=basta>";
        var written = Encoding.ASCII.GetString((Mails.Plain with { Headers = [new("List-Unsubscribe", value)] }).Written());

        Assert.That(written, Does.Contain($"List-Unsubscribe: {value.Replace(", ", ",\r\n ", StringComparison.Ordinal)}\r\n"));
    }

    [Test]
    public void Write_WhenSameMailIsWrittenTwice_GivesSameBytes()
    {
        var mail = Mails.Plain with { HtmlBody = "<p>Ciao</p>", Attachments = [new("a.bin", "application/octet-stream", new byte[] { 1 })] };

        Assert.That(mail.Written(), Is.EqualTo((mail with { }).Written()));
    }

    [Test]
    public void Write_WhenNameOrDomainIsNotAscii_NameIsEncodedAndDomainIsIdna()
    {
        var parsed = ParsedMail.Of((Mails.Plain with { To = new Mailbox("info@società.test", "Niccolò \"Nico\" Rossi"), ReplyTo = new Mailbox("a@b.test", "Rossi, \"Nico\"") }).Written());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parsed.Mailbox("To"), Is.EqualTo(("Niccolò \"Nico\" Rossi", "info@xn--societ-nta.test")));
            Assert.That(parsed.Header("Reply-To"), Is.EqualTo("\"Rossi, \\\"Nico\\\"\" <a@b.test>"));
        }
    }
}
