namespace InclusionPlatform.Internships.Rules;

/// <summary>No longer than the kind, the person's situation and an attestation allow, extensions included.</summary>
internal sealed class MaximumDuration : InternshipRule
{
    public override string Code => "internship.maximum-duration";

    public override string? Field => "endsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        var figures = facts.Figures;
        var months = InternshipMonths.Begun(facts.Plan.StartsOn, facts.Plan.CountedEnd);
        var most = WithoutAttestation(facts);
        var toVerify = figures.IsToVerify("maxMonths");
        var numbers = new Dictionary<string, long> { ["months"] = months, ["allowed"] = most };
        if (months <= most)
        {
            return Ok(figures.Act, new Words("Durata in mesi: {0} su {1}.", "Duration in months: {0} of {1}.").With(months, most), numbers, toVerify);
        }

        var last = InternshipMonths.LastDay(facts.Plan.StartsOn, most).AddDays(facts.Plan.SuspendedDays);
        if (!figures.AttestationExtends || months > (figures.MaxMonthsAttested ?? int.MaxValue))
        {
            // Who may stay longer by their own situation is not held to the shorter one that an attestation gives to others.
            var limit = figures.AttestationExtends && figures.MaxMonthsAttested is { } attested ? Math.Max(most, attested) : most;
            return Blocks(figures.Act, new Words(
                "La durata è di {0} mesi e il massimo è {1}: per rispettarlo il tirocinio deve finire entro il {2:d}.",
                "The duration is {0} months and the maximum is {1}: to respect it the internship must end by {2:d}.").With(months, limit, InternshipMonths.LastDay(facts.Plan.StartsOn, limit).AddDays(facts.Plan.SuspendedDays)), numbers, toVerify);
        }

        return facts.Documents.IsAttested
            ? Ok(figures.Act, new Words(
                "Durata: {0} mesi, oltre i {1} di base, con l'attestazione del {2:d}.",
                "Duration: {0} months, beyond the basic {1}, with the attestation of {2:d}.").With(months, most, facts.Documents.AttestedOn), numbers, toVerify)
            : Blocks(figures.Act, new Words(
                "La durata è di {0} mesi: oltre {1} serve l'attestazione del servizio pubblico competente. Registrarla tra i documenti, oppure finire entro il {2:d}.",
                "The duration is {0} months: beyond {1} an attestation of the competent public service is needed. Record it among the documents, or end by {2:d}.").With(months, most, last), numbers, toVerify);
    }

    private static int WithoutAttestation(RuleFacts facts)
    {
        var most = facts.Figures.MaxMonths;
        if (facts.Person.IsDisadvantaged && facts.Figures.MaxMonthsDisadvantaged is { } disadvantaged)
        {
            most = Math.Max(most, disadvantaged);
        }

        return facts.Person.HasDisability && facts.Figures.MaxMonthsDisability is { } disability ? Math.Max(most, disability) : most;
    }
}
