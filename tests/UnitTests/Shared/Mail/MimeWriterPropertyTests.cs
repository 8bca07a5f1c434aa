using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Tests.Mail;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class MimeWriterPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    [Test]
    public void Subject_WhateverItSays_IsReadBackAsWritten() => Prop
        .ForAll(MailTexts.Lines, subject =>
        {
            var written = (Mails.Plain with { Subject = subject }).Written();
            return ParsedMail.Of(written).Subject == MailTexts.Readable(subject) && HeadersKeepTheMargin(written);
        })
        .Check(Many);

    [Test]
    public void Name_WhateverItSays_IsReadBackAsWritten() => Prop
        .ForAll(Arb.From(MailTexts.Lines.Generator.Select(name => name.Length <= 200 ? name : name[..200])), name =>
        {
            var written = (Mails.Plain with { To = new Mailbox("lettrice@posta.test", name) }).Written();
            var expected = string.IsNullOrWhiteSpace(name) ? null : MailTexts.Readable(name);
            return ParsedMail.Of(written).Mailbox("To") == (expected, "lettrice@posta.test") && HeadersKeepTheMargin(written);
        })
        .Check(Many);

    [Test]
    public void FileName_WhateverItSays_IsReadBackAsWritten() => Prop
        .ForAll(Arb.From(MailTexts.Lines.Generator.Select(AsFileName)), name =>
        {
            var mail = Mails.Plain with { Attachments = [new(name, "application/pdf", new byte[] { 1, 2, 3 })] };
            return ParsedMail.Of(mail.Written()).Parts[1].FileName() == MailTexts.Readable(name);
        })
        .Check(Many);

    [Test]
    public void Bodies_WhateverTheySay_AreReadBackWithMailLineEnds() => Prop
        .ForAll(MailTexts.Bodies, MailTexts.Bodies, (text, html) =>
        {
            var parsed = ParsedMail.Of((Mails.Plain with { TextBody = text, HtmlBody = html }).Written());
            return parsed.Text() == WithMailLineEnds(text) && parsed.Text("text/html") == WithMailLineEnds(html);
        })
        .Check(Many);

    [Test]
    public void Message_WhateverItHolds_IsSevenBitsWithoutBareLineEndsOrLongLines() => Prop
        .ForAll(MailTexts.Bodies, MailTexts.Lines, (text, line) =>
        {
            var mail = Mails.Plain with
            {
                Subject = line,
                TextBody = text,
                HtmlBody = text,
                Attachments = [new(AsFileName(line), "application/octet-stream", Encoding.UTF8.GetBytes(text))],
            };
            var written = Encoding.Latin1.GetString(mail.Written());
            var lines = written.Split("\r\n");
            return lines[^1].Length == 0
                && lines.All(each => each.Length <= 998 && each.AsSpan().IndexOfAny('\r', '\n') < 0)
                && written.All(character => character is '\r' or '\n' or '\t' or (>= ' ' and <= '~'))
                && ParsedMail.Of(mail.Written()).Parts[0].Parts.All(part => part.Content.Split("\r\n").All(each => each.Length <= 76 && !each.EndsWith(' ') && !each.EndsWith('\t')));
        })
        .Check(Many);

    private static bool HeadersKeepTheMargin(byte[] written)
    {
        var text = Encoding.Latin1.GetString(written);
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").All(line => line.Length <= 76 && !string.IsNullOrWhiteSpace(line));
    }

    private static string AsFileName(string text)
    {
        var name = string.Concat(text.Where(character => !char.IsControl(character) && character is not ('/' or '\\')));
        return name.Length == 0 ? "a" : name[..Math.Min(name.Length, 200)];
    }

    private static string WithMailLineEnds(string text)
    {
        var lines = MailTexts.Readable(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        return lines.Length == 0 || lines.EndsWith("\r\n", StringComparison.Ordinal) ? lines : lines + "\r\n";
    }
}
