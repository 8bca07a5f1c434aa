using System.Diagnostics;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class EmailAddressTests
{
    [TestCase("maria.rossi@example.org", "maria.rossi@example.org")]
    [TestCase("  o'neill+lavoro@Mail.Example.IT ", "o'neill+lavoro@mail.example.it")]
    [TestCase("info@città.it", "info@xn--citt-3na.it")]
    public void EmailAddress_WhenValid_IsRead(string written, string expected)
    {
        Assert.That(EmailAddress.TryParse(written, out var email, out var problem), Is.True, problem);
        Assert.That(email!.Value, Is.EqualTo(expected));
    }

    [TestCase(null, EmailAddressProblems.Empty)]
    [TestCase("maria.rossi", EmailAddressProblems.At)]
    [TestCase("@example.org", EmailAddressProblems.At)]
    [TestCase("maria@rossi@example.org", EmailAddressProblems.At)]
    [TestCase("maria rossi@example.org", EmailAddressProblems.Local)]
    [TestCase("maria\r\nBcc:x@example.org", EmailAddressProblems.Local)]
    [TestCase("maria..rossi@example.org", EmailAddressProblems.Local)]
    [TestCase(".maria@example.org", EmailAddressProblems.Local)]
    [TestCase("maria@example", EmailAddressProblems.Domain)]
    [TestCase("maria@example.o", EmailAddressProblems.Domain)]
    [TestCase("maria@-example.org", EmailAddressProblems.Domain)]
    [TestCase("maria@example..org", EmailAddressProblems.Domain)]
    [TestCase("maria@127.0.0.1", EmailAddressProblems.Domain)]
    [TestCase("maria@example.org, anna@example.org", EmailAddressProblems.At)]
    public void EmailAddress_WhenWrong_SaysWhat(string? written, string expected)
    {
        Assert.That(EmailAddress.TryParse(written, out _, out var problem), Is.False);
        Assert.That(problem, Is.EqualTo(expected));
    }

    [Test]
    public void EmailAddress_WhenTooLong_IsRefused()
    {
        _ = EmailAddress.TryParse(new string('a', 65) + "@example.org", out _, out var longLocal);
        _ = EmailAddress.TryParse("a@" + string.Concat(Enumerable.Repeat("abcdefgh.", 30)) + "org", out _, out var longWhole);

        Assert.That((longLocal, longWhole), Is.EqualTo((EmailAddressProblems.Length, EmailAddressProblems.Length)));
    }

    [Test]
    public void EmailAddress_WhenCaseDiffers_IsTheSameMailbox()
    {
        _ = EmailAddress.TryParse("Maria.Rossi@example.org", out var one, out _);
        _ = EmailAddress.TryParse("maria.rossi@EXAMPLE.org", out var other, out _);

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one!.Normalized, Is.EqualTo("maria.rossi@example.org"));
    }

    [Test]
    public void EmailAddress_WhenTextIsHuge_AnswersAtOnce()
    {
        var watch = Stopwatch.StartNew();

        _ = EmailAddress.TryParse(new string('a', 5_000_000) + "!", out _, out var problem);

        Assert.That(problem, Is.EqualTo(EmailAddressProblems.Length));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }
}
