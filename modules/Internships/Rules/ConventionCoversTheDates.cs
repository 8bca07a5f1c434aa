namespace InclusionPlatform.Internships.Rules;

/// <summary>Promoter and host have a convention, signed by the first day and valid then.</summary>
internal sealed class ConventionCoversTheDates : InternshipRule
{
    public override string Code => "internship.convention";

    public override bool IsOfThePlan => false;

    public override bool MayBeSetAside => false;

    public override string? Field => "conventionId";

    public override RuleResult Check(RuleFacts facts)
    {
        var act = facts.FrameAct;
        return facts.Convention switch
        {
            null => Blocks(act, new(
                "Manca la convenzione con l'ospitante: sceglierla tra quelle in vigore, oppure registrarne una nuova.",
                "The convention with the host is missing: choose one in force, or record a new one.")),
            { IsOfThisHost: false } => Blocks(act, new(
                "La convenzione scelta è di un'altra azienda: sceglierne una di questo ospitante.",
                "The convention chosen is of another company: choose one of this host.")),
            { SignedOn: null } => Blocks(act, new Words(
                "La convenzione n. {0} non è ancora firmata: registrarne la firma, oppure sceglierne una in vigore.",
                "Convention no. {0} is not signed yet: record its signature, or choose one in force.").With(facts.Convention.Number)),
            { SignedOn: { } signed } when signed > facts.Plan.StartsOn => Blocks(act, new Words(
                "La convenzione n. {0} è firmata il {1:d}, dopo l'inizio: spostare l'inizio.",
                "Convention no. {0} was signed on {1:d}, after the first day: move the first day.").With(facts.Convention.Number, signed)),
            { ValidFrom: var from, ValidTo: var to } when from > facts.Plan.StartsOn || to < facts.Plan.EndsOn => Blocks(act, new Words(
                "La convenzione n. {0} vale dal {1:d} al {2:d} e non copre tutte le date: rinnovarla oppure cambiare le date.",
                "Convention no. {0} is valid from {1:d} to {2:d} and does not cover all the dates: renew it or change the dates.").With(facts.Convention.Number, from, to), Uncovered(from, to, facts.Days)),
            var convention => Ok(act, new Words(
                "La convenzione n. {0} vale fino al {1:d}.", "Convention no. {0} is valid until {1:d}.").With(convention.Number, convention.ValidTo)),
        };
    }

    // A course that goes on further beyond the convention breaks more of the rule than it did before.
    private static Dictionary<string, long> Uncovered(DateOnly from, DateOnly to, Span days) => new()
    {
        ["uncoveredDays"] = Math.Max(0, from.DayNumber - days.First.DayNumber) + Math.Max(0, days.Last.DayNumber - to.DayNumber),
    };
}
