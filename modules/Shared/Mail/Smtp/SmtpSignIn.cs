using System.Text;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>User and password: PLAIN (RFC 4616), or LOGIN for servers that know nothing else.</summary>
internal static class SmtpSignIn
{
    public static async Task SignInAsync(SmtpWire wire, SmtpAbilities abilities, SmtpOptions options, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(options.User))
        {
            return;
        }

        var password = options.Password ?? string.Empty;
        SmtpReply reply;
        if (abilities.SignInMethods.Contains("PLAIN"))
        {
            reply = await wire.AskAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{password}")}", options.CommandTimeout, ct);
        }
        else if (abilities.SignInMethods.Contains("LOGIN"))
        {
            reply = await wire.AskAsync("AUTH LOGIN", options.CommandTimeout, ct);
            reply = reply.Code == 334 ? await wire.AskAsync(Base64(options.User), options.CommandTimeout, ct) : reply;
            reply = reply.Code == 334 ? await wire.AskAsync(Base64(password), options.CommandTimeout, ct) : reply;
        }
        else
        {
            throw new SmtpFailureException(DeliveryStage.SignIn, "the server offers no way to sign in that we know");
        }

        if (!reply.IsPositive)
        {
            throw new SmtpFailureException(DeliveryStage.SignIn, "sign-in refused", reply);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
