namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>A contact logged by mistake is taken back by whoever logged it, within minutes, and only while nothing was logged after it.</summary>
internal static class OnlyTheLastContactIsTakenBack
{
    public const int Minutes = 10;

    public static void Check(Guid loggedBy, DateTimeOffset loggedAt, bool isLast, Guid user, DateTimeOffset now)
    {
        if (loggedBy != user)
        {
            throw new RuleBrokenException("contact.of-another", new(
                "Questo contatto l'ha registrato un'altra persona: può annullarlo solo lei. Si può registrarne uno nuovo che lo corregge.",
                "Somebody else logged this contact: only they can take it back. Log a new one that corrects it."));
        }

        if (now > loggedAt.AddMinutes(Minutes))
        {
            throw new RuleBrokenException("contact.too-late", new(
                $"Si può annullare un contatto entro {Minutes} minuti. Ora conviene registrarne uno nuovo che lo corregge.",
                $"A contact can be taken back within {Minutes} minutes. Log a new one that corrects it."));
        }

        if (!isLast)
        {
            throw new RuleBrokenException("contact.not-last", new(
                "Dopo questo contatto ne è stato registrato un altro: prima va annullato quello.",
                "Another contact was logged after this one: take that one back first."));
        }
    }
}
