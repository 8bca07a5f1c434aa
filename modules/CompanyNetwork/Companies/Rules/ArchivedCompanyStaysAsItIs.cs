namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>An archived company is neither changed nor contacted nor available until it is restored.</summary>
internal static class ArchivedCompanyStaysAsItIs
{
    public const string Code = "company.archived";

    public static void Check(DateTimeOffset? archivedAt)
    {
        if (archivedAt is not null)
        {
            throw new RuleBrokenException(Code, new(
                "Questa azienda è archiviata: prima di modificarla o contattarla va ripristinata.",
                "This company is archived: restore it before changing or contacting it."));
        }
    }
}
