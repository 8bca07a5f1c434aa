using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class MailRegistrationTests
{
    private const string HostForm =
        "Mail:Smtp:Host deve essere solo il nome o l'indirizzo IP del server di posta, come posta.example.org o 192.0.2.10: senza spazi, senza smtp:// e senza la porta, che va in Mail:Smtp:Port.";

    [TestCase("localhost")]
    [TestCase("mail_relay")]
    [TestCase("posta.nessuno-la-conosce.invalid")]
    [TestCase("192.0.2.10")]
    [TestCase("::1")]
    [TestCase("2001:db8::25")]
    public void AddMail_WhenTheHostHasTheFormOfOne_IsTakenWhetherItAnswersOrNot(string host) => Assert.That(
        Built(new() { ["Mail:Target"] = "smtp", ["Mail:From:Address"] = "bollettino@cooperativa.test", ["Mail:Smtp:Host"] = host }).GetRequiredService<IMailTransport>(), Is.InstanceOf<SmtpMailTransport>());

    [Test]
    public void AddMail_WhenNothingIsConfigured_SendsToAFolder() =>
        Assert.That(Built([]).GetRequiredService<IMailTransport>(), Is.InstanceOf<FolderMailTransport>());

    [Test]
    public void AddMail_WhenServerIsConfigured_SendsToIt()
    {
        var services = Built(new()
        {
            ["Mail:Target"] = "smtp",
            ["Mail:From:Address"] = "bollettino@cooperativa.test",
            ["Mail:Smtp:Host"] = "posta.cooperativa.test",
            ["Mail:Smtp:Security"] = "tls",
            ["Mail:Smtp:Port"] = "465",
            ["Mail:Smtp:CommandTimeout"] = "00:01:00",
        });

        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(services.GetRequiredService<IMailTransport>(), Is.InstanceOf<SmtpMailTransport>());
            Assert.That(options.Smtp.Security, Is.EqualTo(SmtpSecurity.Tls));
            Assert.That(options.Smtp.CommandTimeout, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(options.From.ToMailbox().Address, Is.EqualTo("bollettino@cooperativa.test"));
        }
    }

    [TestCase("Mail:From:Address", "nobody", "Mail:From:Address non è un indirizzo e-mail: correggerlo.")]
    [TestCase("Mail:From:Address", "no-reply@localhost", "Con Mail:Target smtp va indicato in Mail:From:Address l'indirizzo da cui partono le mail.")]
    [TestCase("Mail:Smtp:Port", "0", "Mail:Smtp:Port va da 1 a 65535.")]
    [TestCase("Mail:Smtp:Host", " ", "Manca Mail:Smtp:Host, il server di posta.")]
    [TestCase("Mail:Smtp:Host", "posta esempio", HostForm)]
    [TestCase("Mail:Smtp:Host", " posta.example.org", HostForm)]
    [TestCase("Mail:Smtp:Host", "smtp://posta.example.org", HostForm)]
    [TestCase("Mail:Smtp:Host", "https://utente:segreto@posta.example.org/", HostForm)]
    [TestCase("Mail:Smtp:Host", "posta.example.org:587", HostForm)]
    [TestCase("Mail:Smtp:LocalName", "a b", "Mail:Smtp:LocalName deve essere il nome di una macchina, come posta.example.org.")]
    [TestCase("Mail:Smtp:CommandTimeout", "00:00:00", "Mail:Smtp: ogni tempo di attesa deve essere più di zero e al massimo un'ora.")]
    [TestCase("Mail:Smtp:Security", "none", "Con un utente Mail:Smtp:Security deve essere StartTls o Tls: la password viaggerebbe in chiaro.")]
    public void AddMail_WhenSectionIsWrong_SaysWhat(string key, string value, string sentence)
    {
        var services = Built(new()
        {
            ["Mail:Target"] = "smtp",
            ["Mail:From:Address"] = "bollettino@cooperativa.test",
            ["Mail:Smtp:Host"] = "posta.cooperativa.test",
            ["Mail:Smtp:User"] = "utente",
            [key] = value,
        });

        Assert.That(
            () => services.GetRequiredService<IMailTransport>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo(sentence));
    }

    private static ServiceProvider Built(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
