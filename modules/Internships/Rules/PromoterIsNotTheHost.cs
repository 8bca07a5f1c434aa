namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// Of one internship nobody is promoter and host at once (guidelines 25-5-2017, rep. 86/CSR), and the mandatory communication takes no promoter with the host's own tax code. For social inclusion it
/// is to be verified whether a region admits it.
/// </summary>
internal sealed class PromoterIsNotTheHost : InternshipRule
{
    public override string Code => "internship.promoter-is-host";

    public override bool MayBeSetAside => false;

    public override string? Field => "companyId";

    /// <summary>Whether both are one, by their tax codes.</summary>
    public static bool AreOne(string? host, string? promoter) => Plain(host) is { Length: > 0 } code && code == Plain(promoter);

    public override RuleResult Check(RuleFacts facts)
    {
        if (!facts.PromoterIsTheHost)
        {
            return Ok(facts.FrameAct, new("Chi promuove il tirocinio e chi lo ospita sono due soggetti diversi.", "Who promotes the internship and who hosts it are two."));
        }

        Words same = new(
            "L'azienda ha lo stesso codice fiscale del soggetto promotore: nello stesso tirocinio non si può promuovere e ospitare. Scegliere un altro ospitante, oppure correggere il codice.",
            "The company has the promoter's own tax code: nobody promotes and hosts the same internship. Choose another host, or correct the code.");
        return facts.IsSocialInclusion ? Warns(facts.FrameAct, same, toVerify: true) : Blocks(facts.FrameAct, same);
    }

    private static string Plain(string? code)
    {
        var plain = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return plain.StartsWith("IT", StringComparison.Ordinal) && plain[2..].All(char.IsAsciiDigit) ? plain[2..] : plain;
    }
}
