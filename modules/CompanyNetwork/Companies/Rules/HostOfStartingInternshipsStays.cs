namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A company is not archived while an internship there is signed, or with those who sign it: somebody counts on that place. Drafts bind nobody yet and are no hindrance.</summary>
internal static class HostOfStartingInternshipsStays
{
    public const string Code = "company.internships-to-begin";

    public static void Check(int starting)
    {
        if (starting > 0)
        {
            throw new ConflictException(Code, starting == 1
                ? new Words(
                    "Qui sta per cominciare un tirocinio: il progetto è firmato o alla firma. L'azienda si archivia dopo che l'educatore lo ha annullato o quando si è concluso.",
                    "An internship is about to begin here: its project is signed or being signed. The company is archived after the educator has cancelled it, or when it has ended.")
                : new Words(
                    "Qui stanno per cominciare {0} tirocini: i progetti sono firmati o alla firma. L'azienda si archivia dopo che gli educatori li hanno annullati o quando si sono conclusi.",
                    "{0} internships are about to begin here: their projects are signed or being signed. The company is archived after the educators have cancelled them, or when they have ended.").With(starting));
        }
    }
}
