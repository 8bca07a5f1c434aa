using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.UnitTests.Shared.Mail;

internal sealed class MailRegistrationTests
{
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

    [TestCase("Mail:From:Address", "nobody", "Mail:From:Address is not an e-mail address.")]
    [TestCase("Mail:From:Address", "no-reply@localhost", "Mail:From:Address must be set when Mail:Target is Smtp.")]
    [TestCase("Mail:Smtp:Port", "0", "Mail:Smtp:Port must be between 1 and 65535.")]
    [TestCase("Mail:Smtp:Host", " ", "Mail:Smtp:Host is missing.")]
    [TestCase("Mail:Smtp:LocalName", "a b", "Mail:Smtp:LocalName must be a host name.")]
    [TestCase("Mail:Smtp:CommandTimeout", "00:00:00", "Mail:Smtp: every timeout must be more than zero and an hour at most.")]
    [TestCase("Mail:Smtp:Security", "none", "Mail:Smtp:Security must be StartTls or Tls when there is a user: the password would travel in clear.")]
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
