using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class HeaderInjectionTests
{
    private static readonly string[] Breaks = ["\r\nBcc: altro@posta.test", "\nX: y", "\r", "\n", "\r\n", "\0"];

    [Test]
    public void AnyHeaderText_WhenItHoldsALineBreak_IsRefused() => Prop
        .ForAll(MailTexts.Lines, Gen.Elements(Breaks).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (text, ending, place) =>
        {
            var broken = text[..Math.Min(text.Length, 150)].Insert(Math.Min(place, Math.Min(text.Length, 150)), ending);
            Action[] ways =
            [
                () => _ = Mails.Plain with { Subject = broken },
                () => _ = Mails.Plain with { MessageId = $"a{broken}@b.test" },
                () => _ = Mails.Plain with { MessageId = $"a@b.test{broken}" },
                () => _ = new Mailbox("a@b.test", "n" + broken),
                () => _ = new Mailbox($"a{broken}@b.test"),
                () => _ = new Mailbox($"a@b.test{broken}"),
                () => _ = new MailHeader($"X{broken}", "y"),
                () => _ = new MailHeader("X", broken),
                () => _ = new MailAttachment(broken, "a/b", default),
                () => _ = new MailAttachment("a", $"a/b{broken}", default),
            ];
            return ways.All(IsRefused);
        })
        .QuickCheckThrowOnFailure();

    [TestCase("mario")]
    [TestCase("@b.test")]
    [TestCase("a@")]
    [TestCase("a@b..test")]
    [TestCase(".a@b.test")]
    [TestCase("a b@c.test")]
    [TestCase("a@b.test>")]
    [TestCase("a@b.test> SIZE=1")]
    [TestCase("a@-b.test")]
    [TestCase("niccolò@b.test")]
    [TestCase("\"a b\"@c.test")]
    [TestCase("a@b.test\n")]
    [TestCase("")]
    public void Mailbox_WhenAddressIsNotSafeOrNotOne_IsRefusedWithoutRepeatingIt(string address)
    {
        var refusal = Assert.Throws<InvalidMailException>(() => _ = new Mailbox(address));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal!.Message, Is.EqualTo("The mail cannot be written: mail.address-invalid."));
            Assert.That(Mailbox.IsAddress(address), Is.False);
        }
    }

    [TestCase("Bcc")]
    [TestCase("subject")]
    [TestCase("Content-Type")]
    [TestCase("Resent-To")]
    [TestCase("X:Y")]
    [TestCase("X Y")]
    [TestCase("")]
    public void Header_WhenNameIsReservedOrNotOne_IsRefused(string name) =>
        Assert.That(() => _ = new MailHeader(name, "x"), Throws.TypeOf<InvalidMailException>());

    [TestCase("multipart/mixed")]
    [TestCase("message/rfc822")]
    [TestCase("pdf")]
    [TestCase("a/b; c")]
    public void Attachment_WhenTypeCannotBeCarried_IsRefused(string contentType) =>
        Assert.That(() => _ = new MailAttachment("a", contentType, default), Throws.TypeOf<InvalidMailException>());

    [Test]
    public void Header_WhenValueCannotBeFolded_IsRefused() =>
        Assert.That(() => _ = new MailHeader("X-Long", new string('a', 999)), Throws.TypeOf<InvalidMailException>());

    [Test]
    public void Mail_WhenPrinted_ShowsNothingOfThePerson() =>
        Assert.That($"{Mails.Plain} {Mails.Plain.To} {new MailAttachment("Rossi.pdf", "a/b", default)}", Is.EqualTo("OutgoingMail Mailbox MailAttachment"));

    private static bool IsRefused(Action way)
    {
        try
        {
            way();
            return false;
        }
        catch (InvalidMailException)
        {
            return true;
        }
    }
}
