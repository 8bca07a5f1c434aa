using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Rules;

/// <summary>A host has no more interns at once than the permanent staff of its operating unit allows.</summary>
internal sealed class HostQuota : InternshipRule
{
    private const int SmallUnit = 5, MediumUnit = 20;

    public override string Code => "internship.host-quota";

    public override string? Field => "companyId";

    /// <summary>0-5: one; 6-20: two; above: a percentage, rounded up.</summary>
    public static int Allowed(int staff, RuleSet figures) => staff switch
    {
        <= SmallUnit => figures.QuotaSmall,
        <= MediumUnit => figures.QuotaMedium,
        _ => (int)((((long)staff * figures.QuotaPercent) + 99) / 100),
    };

    public override RuleResult Check(RuleFacts facts)
    {
        var act = facts.Figures.Act;
        var toVerify = facts.IsSocialInclusion && facts.Figures.IsToVerify("outsideQuota");
        if (facts.IsOutsideQuota)
        {
            return Ok(act, new("Questo tirocinio non conta nel numero massimo dell'ospitante.", "This internship does not count in the host's maximum."), toVerify: toVerify);
        }

        if (facts.Host.PermanentStaff is not { } staff)
        {
            return Blocks(act, new(
                "Non si sa quanti dipendenti a tempo indeterminato ha l'unità operativa, e da questo dipende quanti tirocinanti può ospitare: chiederlo e scriverlo nella scheda dell'azienda.",
                "It is not known how many permanent employees the operating unit has, and the number of interns depends on it: ask, and write it in the company's record."), toVerify: toVerify);
        }

        var allowed = Allowed(staff, facts.Figures);
        var running = facts.Days.PeakOf(facts.Host.InQuota);
        var numbers = new Dictionary<string, long> { ["staff"] = staff, ["allowed"] = allowed, ["running"] = running };
        return running < allowed
            ? Ok(act, new Words(
                "Tirocinanti nello stesso periodo: {0} su {1}, con {2} dipendenti a tempo indeterminato.",
                "Interns in the same period: {0} of {1}, with {2} permanent employees.").With(running, allowed, staff), numbers, toVerify)
            : Blocks(act, new Words(
                "Dipendenti a tempo indeterminato: {2}. Tirocinanti che l'ospitante può avere insieme: {1}; in quelle date ne ha già {0}. Spostare le date oppure scegliere un'altra azienda.",
                "Permanent employees: {2}. Interns that the host may have at once: {1}; in those dates it already has {0}. Move the dates or choose another company.").With(running, allowed, staff), numbers, toVerify);
    }
}
