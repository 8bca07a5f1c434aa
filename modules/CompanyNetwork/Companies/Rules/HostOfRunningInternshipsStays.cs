namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A company is not archived while somebody does an internship there.</summary>
internal static class HostOfRunningInternshipsStays
{
    public const string Code = "company.hosts-internships";

    public static void Check(int running)
    {
        if (running > 0)
        {
            throw new ConflictException(Code, running == 1
                ? new Words(
                    "Qui è in corso un tirocinio: l'azienda si archivia quando è concluso. Per non chiamarla più, registrare un contatto con esito «Non più».",
                    "An internship is running here: the company is archived when it has ended. To stop calling it, log a contact with the outcome “never”.")
                : new Words(
                    "Qui sono in corso {0} tirocini: l'azienda si archivia quando sono conclusi. Per non chiamarla più, registrare un contatto con esito «Non più».",
                    "{0} internships are running here: the company is archived when they have ended. To stop calling it, log a contact with the outcome “never”.").With(running));
        }
    }
}
