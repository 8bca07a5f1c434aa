namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// The cause of an end before its day, as the mandatory communication asks it: who withdrew, never for which personal reason (D.L. 510/1996, art. 9-bis). The wording of the list is to be verified
/// on the form.
/// </summary>
internal static class CessationCause
{
    public static Words Of(Outcome outcome) => outcome switch
    {
        Outcome.InterruptedByPerson or Outcome.OtherJob => new("Recesso del tirocinante", "Withdrawal of the intern"),
        Outcome.InterruptedByHost => new("Recesso del soggetto ospitante", "Withdrawal of the host"),
        Outcome.InterruptedByService => new("Recesso del soggetto promotore", "Withdrawal of the promoter"),
        Outcome.HiredByHost => new("Fine anticipata per assunzione da parte del soggetto ospitante", "Early end because the host hires"),
        _ => new("Altro", "Other"),
    };
}
