namespace InclusionPlatform.CompanyNetwork;

/// <summary>Settings of the company bank, section <c>CompanyNetwork</c>. The figures are the services' habits, not the law's: change them there.</summary>
internal sealed class CompanyNetworkOptions
{
    /// <summary>After so many days without being verified again, an availability counts as unknown.</summary>
    public int AvailabilityDays { get; set; } = 60;

    /// <summary>A place is kept for an educator for so many days, when nobody says otherwise.</summary>
    public int ReferralDays { get; set; } = 7;

    /// <summary>An import is deleted so many days after its upload.</summary>
    public int ImportDays { get; set; } = 14;

    /// <summary>Most rows of a spreadsheet.</summary>
    public int ImportRows { get; set; } = 20_000;

    /// <summary>Most megabytes of a spreadsheet.</summary>
    public int ImportMegabytes { get; set; } = 10;
}
