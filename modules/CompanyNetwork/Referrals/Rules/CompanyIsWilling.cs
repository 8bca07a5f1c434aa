using InclusionPlatform.CompanyNetwork.Contacts;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A company that said that it does not want to host, or asked not to be called, is not proposed to anybody.</summary>
internal static class CompanyIsWilling
{
    public const string NeverCode = "referral.company-said-never";
    public const string DoNotCallCode = "referral.company-not-to-be-called";

    public static void Check(string? lastOutcome, bool doNotCall)
    {
        if (lastOutcome == ContactOutcome.Never.Code())
        {
            throw new FieldException("availabilityId", NeverCode, new(
                "All'ultimo contatto l'azienda ha detto di non voler più ospitare: se ha cambiato idea, registrare prima il nuovo contatto.",
                "At the last contact the company said that it does not want to host any more: if it changed its mind, log the new contact first."));
        }

        if (doNotCall)
        {
            throw new FieldException("availabilityId", DoNotCallCode, new(
                "L'azienda ha chiesto di non essere chiamata: non si propone a nessuno. Se non vale più, correggerlo nella scheda tra le persone di contatto.",
                "The company asked not to be called: it is proposed to nobody. If that does not hold any more, correct it among its contact people."));
        }
    }
}
