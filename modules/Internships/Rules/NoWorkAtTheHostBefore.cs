namespace InclusionPlatform.Internships.Rules;

/// <summary>Where the region says so, the person had no work relation with the host in the months before the first day (Puglia: 24 months, L.R. 26/2023).</summary>
internal sealed class NoWorkAtTheHostBefore : InternshipRule
{
    public override string Code => "internship.work-relation";

    public override string? Field => "hostWork";

    public override RuleResult Check(RuleFacts facts)
    {
        var figures = facts.Figures;
        if (figures.WorkRelationMonths is not { } months)
        {
            return Ok(facts.FrameAct, new(
                "La regione non pone limiti per chi ha già lavorato con l'azienda.", "The region sets no bar for who worked with the company before."));
        }

        var toVerify = figures.IsToVerify("workRelationMonths");
        var numbers = new Dictionary<string, long> { ["months"] = months };
        var free = facts.Plan.StartsOn.AddMonths(-months);
        return facts.Plan switch
        {
            { HostWork: HostWork.Never } => Ok(figures.Act, new("La persona non ha mai lavorato con questa azienda.", "The person never worked with this company."), numbers, toVerify),
            { HostWork: HostWork.Ended, HostWorkEndedOn: { } ended } when ended < free => Ok(figures.Act, new Words(
                "L'ultimo rapporto di lavoro con l'azienda è finito il {0:d}, più di {1} mesi prima.", "The last work with the company ended on {0:d}, more than {1} months before.").With(ended, months), numbers, toVerify),
            { HostWork: HostWork.Ended, HostWorkEndedOn: { } ended } => Blocks(figures.Act, new Words(
                "La persona ha lavorato con questa azienda fino al {0:d}: negli ultimi {1} mesi non deve esserci stato nessun rapporto di lavoro. Il tirocinio può cominciare dal {2:d}, oppure altrove.",
                "The person worked with this company until {0:d}: in the last {1} months there must have been no work relation. The internship may begin from {2:d} on, or elsewhere.")
                .With(ended, months, ended.AddMonths(months).AddDays(1)), With(numbers, ended), toVerify),
            { HostWork: HostWork.Lasting } => Blocks(figures.Act, new Words(
                "La persona lavora ancora con questa azienda: negli ultimi {0} mesi non deve esserci stato nessun rapporto di lavoro. Scegliere un altro ospitante.",
                "The person still works with this company: in the last {0} months there must have been no work relation. Choose another host.").With(months), numbers, toVerify),
            _ => Blocks(figures.Act, new Words(
                "Manca se la persona ha già lavorato con questa azienda: negli ultimi {0} mesi non deve esserci stato nessun rapporto di lavoro. Chiederlo e indicarlo nel progetto.",
                "It is missing whether the person worked with this company before: in the last {0} months there must have been no work relation. Ask, and say so in the project.").With(months), numbers, toVerify),
        };
    }

    // What is set aside is set aside for this end.
    private static Dictionary<string, long> With(Dictionary<string, long> numbers, DateOnly ended) => new(numbers) { ["ended"] = (ended.Year * 10_000) + (ended.Month * 100) + ended.Day };
}
