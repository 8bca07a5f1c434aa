using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Mail.Smtp;

namespace InclusionPlatform.IntegrationTests.Mail;

internal sealed class SmtpSecurityTests : SmtpTests
{
    private readonly TestCertificate _certificate = new();

    [TearDown]
    public async Task RemoveCertificate()
    {
        await Server.DisposeAsync();
        _certificate.Dispose();
    }

    [TestCase(SmtpSecurity.StartTls, "PLAIN LOGIN")]
    [TestCase(SmtpSecurity.StartTls, "LOGIN")]
    [TestCase(SmtpSecurity.Tls, "PLAIN")]
    public async Task Send_WhenServerIsTrusted_SignsInAndDeliversEncrypted(SmtpSecurity security, string methods)
    {
        Encrypt(security);
        Server.SignInMethods = methods;
        SignIn("pàssword");

        var result = await Send();

        var received = Server.Received.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That((received.Encrypted, received.User), Is.EqualTo((true, "bollettino")));
        }
    }

    [TestCase(SmtpSecurity.StartTls)]
    [TestCase(SmtpSecurity.Tls)]
    public async Task Send_WhenCertificateIsNotTrusted_NeitherPasswordNorMailIsSent(SmtpSecurity security)
    {
        Encrypt(security);
        SignIn("pàssword");
        Options.CertificateAuthorityFile = null;

        await SecurityStops();
    }

    [Test]
    public async Task Send_WhenCertificateIsForAnotherHost_NeitherPasswordNorMailIsSent()
    {
        using var other = new TestCertificate("altrove.test");
        Encrypt(SmtpSecurity.StartTls);
        Server.Certificate = other.Certificate;
        Options.CertificateAuthorityFile = other.AuthorityFile;
        SignIn("pàssword");

        await SecurityStops();
    }

    [Test]
    public async Task Send_WhenAuthorityFileIsMissing_IsDeferred()
    {
        Encrypt(SmtpSecurity.StartTls);
        Options.CertificateAuthorityFile = "/nowhere/authority.pem";

        await SecurityStops();
    }

    [Test]
    public async Task Send_WhenSomebodyStripsStartTls_NeitherPasswordNorMailIsSent()
    {
        Encrypt(SmtpSecurity.StartTls);
        SignIn("pàssword");
        Server.When("EHLO", _ => TestReply.Say("250-test.local\r\n250 AUTH PLAIN"));

        await SecurityStops();
    }

    [Test]
    public async Task Send_WhenSomebodyInjectsAnAnswerBeforeEncryption_IsNotUsed()
    {
        Encrypt(SmtpSecurity.StartTls);
        Server.When("STARTTLS", _ => TestReply.Say("220 Go ahead\r\n250 AUTH PLAIN") with { Encrypts = true });

        await SecurityStops();
    }

    [TestCase("PLAIN")]
    [TestCase("LOGIN")]
    public async Task Send_WhenPasswordIsWrong_IsDeferredForEveryMailAndNotHeldAgainstTheRecipient(string methods)
    {
        Encrypt(SmtpSecurity.StartTls);
        Server.SignInMethods = methods;
        SignIn("giusta");
        Options.Password = "sbagliata";

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(new DeliveryResult.Deferred(DeliveryStage.SignIn, 535, "5.7.8", "sign-in refused: 5.7.8 Wrong user or password")));
            Assert.That(Log.Lines, Has.None.Contains("sbagliata"));
        }
    }

    [Test]
    public async Task Send_WhenNoKnownWayToSignInIsOffered_IsDeferred()
    {
        Encrypt(SmtpSecurity.StartTls);
        SignIn("pàssword");
        Server.SignInMethods = "GSSAPI";

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.Stage)).EqualTo(DeliveryStage.SignIn));
    }

    [Test]
    public void Transport_WhenPasswordWouldTravelInClear_IsNotMade()
    {
        Options.Host = "posta.cooperativa.test";
        Options.User = "bollettino";

        Assert.That(Transport, Throws.ArgumentException.With.Message.Contains("in chiaro"));
    }

    private void Encrypt(SmtpSecurity security)
    {
        Server.Certificate = _certificate.Certificate;
        Server.EncryptsAtOnce = security is SmtpSecurity.Tls;
        Options.Security = security;
        Options.CertificateAuthorityFile = _certificate.AuthorityFile;
    }

    private void SignIn(string password)
    {
        Server.Credentials = ("bollettino", password);
        Options.User = "bollettino";
        Options.Password = password;
    }

    private async Task SecurityStops()
    {
        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.Stage)).EqualTo(DeliveryStage.Security));
            Assert.That(Server.Commands.Select(command => command.Line.Split(' ')[0]), Has.None.EqualTo("AUTH").And.None.EqualTo("MAIL"));
        }
    }
}
