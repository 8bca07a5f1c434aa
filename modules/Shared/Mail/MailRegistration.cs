using InclusionPlatform.Shared.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Shared.Mail;

/// <summary>Adds mail to a host.</summary>
public static class MailRegistration
{
    /// <summary>Registers <see cref="IMailTransport"/> as the section <c>Mail</c> says; a wrong section stops the start with a plain sentence.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MailOptions>, MailOptionsRules>());
        services.TryAddSingleton(Transport);
        return services;
    }

    private static IMailTransport Transport(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        return options.Target is MailTarget.Smtp
            ? new SmtpMailTransport(options.Smtp, clock, services.GetRequiredService<ILogger<SmtpMailTransport>>())
            : new FolderMailTransport(options.Folder, clock);
    }
}

/// <summary>What is wrong with the section, in words for whoever installs the platform.</summary>
internal sealed class MailOptionsRules : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var wrong = Check(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Check(MailOptions options)
    {
        if (!Mailbox.IsAddress(options.From.Address))
        {
            yield return "Mail:From:Address non è un indirizzo e-mail: correggerlo.";
        }

        if (options.From.Name?.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            yield return "Mail:From:Name deve stare su una riga.";
        }

        if (options.Target is MailTarget.Folder)
        {
            if (string.IsNullOrWhiteSpace(options.Folder))
            {
                yield return "Manca Mail:Folder, la cartella in cui scrivere le mail.";
            }

            yield break;
        }

        if (options.From.Address == MailSenderOptions.Unset)
        {
            yield return "Con Mail:Target smtp va indicato in Mail:From:Address l'indirizzo da cui partono le mail.";
        }

        foreach (var wrong in SmtpOptionsRules.Check(options.Smtp))
        {
            yield return wrong;
        }
    }
}
