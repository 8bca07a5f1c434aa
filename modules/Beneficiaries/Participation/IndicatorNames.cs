using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>What indicators and their values are called in a file.</summary>
internal static class IndicatorNames
{
    public static Words Of(string code) => code switch
    {
        "EECO01" => new("Partecipanti", "Participants"),
        "EECO02" => new("Disoccupati, anche di lunga durata", "Unemployed, long-term included"),
        "EECO03" => new("Disoccupati di lunga durata", "Long-term unemployed"),
        "EECO04" => new("Inattivi", "Inactive"),
        "EECO05" => new("Occupati, anche autonomi", "Employed, also self-employed"),
        "EECO06" => new("Minori di 18 anni", "Under 18"),
        "EECO07" => new("Giovani dai 18 ai 29 anni", "Aged 18 to 29"),
        "EECO08" => new("Dai 55 anni in su", "Aged 55 and over"),
        "EECO09" => new("Istruzione secondaria di primo grado o inferiore (ISCED 0-2)", "Lower secondary education or less (ISCED 0-2)"),
        "EECO10" => new("Istruzione secondaria di secondo grado o post-secondaria (ISCED 3-4)", "Upper or post-secondary education (ISCED 3-4)"),
        "EECO11" => new("Istruzione terziaria (ISCED 5-8)", "Tertiary education (ISCED 5-8)"),
        "EECO12" => new("Con disabilità", "With disabilities"),
        "EECO13" => new("Cittadini di paesi terzi", "Third-country nationals"),
        "EECO14" => new("Di origine straniera", "With a foreign background"),
        "EECO15" => new("Minoranze, comunità emarginate comprese", "Minorities, marginalised communities included"),
        "EECO16" => new("Senza dimora o in esclusione abitativa", "Homeless or in housing exclusion"),
        "EECO17" => new("Provenienti da zone rurali", "From rural areas"),
        "EECR01" => new("Alla ricerca di lavoro all'uscita", "Looking for work on leaving"),
        "EECR02" => new("In istruzione o formazione all'uscita", "In education or training on leaving"),
        "EECR03" => new("Con una qualifica all'uscita", "With a qualification on leaving"),
        "EECR04" => new("Con un lavoro all'uscita", "Employed on leaving"),
        "EECR05" => new("Con un lavoro sei mesi dopo", "Employed six months after"),
        _ => new("Con una situazione migliore sei mesi dopo", "In a better situation six months after"),
    };

    public static Words Of(Gender gender) => gender switch
    {
        Gender.Woman => new("donna", "woman"),
        Gender.Man => new("uomo", "man"),
        _ => new("persona non binaria", "non-binary"),
    };

    public static Words Of(EntryEmployment employment) => employment switch
    {
        EntryEmployment.Unemployed => new("disoccupato", "unemployed"),
        EntryEmployment.Inactive => new("inattivo", "inactive"),
        _ => new("occupato", "employed"),
    };

    public static string? Of(FollowUpSituation? situation) => (situation switch
    {
        FollowUpSituation.Employed => new Words("lavora", "works"),
        FollowUpSituation.SelfEmployed => new("lavora in proprio", "self-employed"),
        FollowUpSituation.Training => new("studia o si forma", "in training"),
        FollowUpSituation.JobSearching => new("cerca lavoro", "looks for work"),
        FollowUpSituation.Inactive => new("non cerca lavoro", "does not look for work"),
        FollowUpSituation.InCare => new("seguito da altri servizi", "in care of other services"),
        _ => null,
    })?.ToString();
}
