namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>What holds for every action on companies chosen in a list.</summary>
internal static class ChosenCompanies
{
    /// <summary>More than a person can have meant by ticking them.</summary>
    public const int Most = 500;

    public static Words TooMany { get; } = new Words(
        "Si possono scegliere al massimo {0} aziende per volta: ripetere l'operazione su meno righe.",
        "At most {0} companies can be chosen at once: repeat it on fewer rows.").With(Most);
}
