namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// The mandatory communication (UNILAV) is sent before 24:00 of the day before the start; by public administrations by the 20th of the following
/// month, by private schools and training bodies within ten days (to verify). Once that day is over it is missing there too.
/// </summary>
internal sealed class CommunicationIsSent : InternshipRule
{
    private const string Law = "D.L. 510/1996, art. 9-bis";
    private const int DaysAfterAChange = 5;

    public override string Code => "internship.communication";

    public override bool IsOfThePlan => false;

    public override bool MayBeSetAside => false;

    public override string? Field => "communicationSentOn";

    /// <summary>The last day on which it may be sent.</summary>
    public static DateOnly Deadline(HostType host, DateOnly start) => host switch
    {
        HostType.PublicAdministration => new DateOnly(start.Year, start.Month, 1).AddMonths(1).AddDays(19),
        HostType.PrivateSchoolOrTraining => start.AddDays(10),
        _ => start.AddDays(-1),
    };

    /// <summary>
    /// The last day on which an extension or an end before its day is communicated (to verify): five days after it happened (D.Lgs. 181/2000, art. 4-bis), for public administrations the 20th of the
    /// following month (L. 183/2010, art. 5).
    /// </summary>
    public static DateOnly DeadlineOfChange(HostType host, DateOnly day) => host is HostType.PublicAdministration ? Deadline(host, day) : day.AddDays(DaysAfterAChange);

    public override RuleResult Check(RuleFacts facts)
    {
        var (papers, host) = (facts.Documents, facts.Plan.HostType);
        var deadline = Deadline(host, facts.Plan.StartsOn);
        var toVerify = host is not HostType.PrivateEmployer;
        if (papers.CommunicationProtocol is null || papers.CommunicationSentOn is null)
        {
            if (host is not HostType.PrivateEmployer && facts.Today > deadline)
            {
                return Blocks(Law, new Words(
                    "La comunicazione obbligatoria andava inviata entro il {0:d} e non risulta: registrare data e protocollo se è stata inviata; altrimenti inviarla subito e spostare l'inizio.",
                    "The mandatory communication was due by {0:d} and is not recorded: record its day and protocol number if it was sent; otherwise send it now and move the first day.").With(deadline), toVerify: toVerify);
            }

            return host is HostType.PrivateEmployer
                ? Blocks(Law, new Words(
                    "Manca la comunicazione obbligatoria: va inviata entro le 24 del {0:d}; poi registrare data e protocollo.",
                    "The mandatory communication is missing: it is due by midnight of {0:d}; then record its day and protocol number.").With(deadline))
                : Warns(Law, new Words(
                    "La comunicazione obbligatoria può seguire l'inizio, ma va inviata entro il {0:d}.",
                    "The mandatory communication may follow the start, but is due by {0:d}.").With(deadline), toVerify: toVerify);
        }

        return papers.CommunicationSentOn > deadline
            ? Blocks(Law, new Words(
                "La comunicazione obbligatoria è del {0:d}, ma andava inviata entro il {1:d}: spostare l'inizio del tirocinio.",
                "The mandatory communication is of {0:d}, but was due by {1:d}: move the internship's first day.").With(papers.CommunicationSentOn, deadline), toVerify: toVerify)
            : Ok(Law, new Words(
                "Comunicazione obbligatoria inviata il {0:d}, protocollo {1}.", "Mandatory communication sent on {0:d}, protocol {1}.").With(papers.CommunicationSentOn, papers.CommunicationProtocol), toVerify: toVerify);
    }
}
