namespace InclusionPlatform.Internships.Closing.Rules;

/// <summary>
/// The final attestation is given to who attended at least seventy percent of the hours of the project (guidelines of 25-5-2017). Those guidelines do not hold for internships of social inclusion
/// (accord of 22-1-2015): there whoever was present at all has what they did attested.
/// </summary>
internal static class AttestationNeedsPresence
{
    public const int Percent = 70;
    private const int Whole = 100;

    public static int Of(int worked, int planned) => planned <= 0 ? 0 : (int)Math.Floor(worked * (decimal)Whole / planned);

    public static bool Holds(InternshipKind kind, int worked, int planned) =>
        kind is InternshipKind.SocialInclusion ? worked > 0 : planned > 0 && worked * (long)Whole >= planned * (long)Percent;

    /// <exception cref="ConflictException"><c>internship.not-over</c> (409): nobody attests what has not ended.</exception>
    /// <exception cref="RulesBrokenException"><c>internship.no-attestation</c> (422).</exception>
    public static void Check(bool isOver, ClosingFacts facts)
    {
        if (!isOver)
        {
            throw new ConflictException("internship.not-over", new("Il tirocinio non è ancora concluso.", "The internship is not over yet."));
        }

        Check(facts.Kind, facts.WorkedMinutes, facts.PlannedMinutes);
    }

    /// <exception cref="RulesBrokenException"><c>internship.no-attestation</c> (422).</exception>
    public static void Check(InternshipKind kind, int worked, int planned)
    {
        if (Holds(kind, worked, planned))
        {
            return;
        }

        if (kind is InternshipKind.SocialInclusion)
        {
            throw new RulesBrokenException("internship.no-attestation", new("L'attestazione finale non si può rilasciare.", "The final attestation cannot be given."), [new("internship.attestation-presence", new(
                "Nei registri non c'è nessuna ora di presenza: non c'è nulla da attestare. Se mancano registri, completarli.",
                "The registers have no hour of presence: there is nothing to attest. If registers are missing, complete them."), "Accordo 22-1-2015, rep. 7/CSR")]);
        }

        throw new RulesBrokenException("internship.no-attestation", new("L'attestazione finale non si può rilasciare.", "The final attestation cannot be given."), [new("internship.attestation-presence", new Words(
            "Le ore svolte sono il {0}% di quelle previste: per l'attestazione serve almeno il {1}%. Se mancano registri, completarli.",
            "The hours done are {0}% of those planned: the attestation needs at least {1}%. If registers are missing, complete them.").With(Of(worked, planned), Percent), "Linee guida 25-5-2017")]);
    }
}
