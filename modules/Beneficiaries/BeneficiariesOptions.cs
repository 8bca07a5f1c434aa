namespace InclusionPlatform.Beneficiaries;

/// <summary>Settings of the module, section <c>Beneficiaries</c>. The figures are the services' habits, not the law's: change them there.</summary>
internal sealed class BeneficiariesOptions
{
    /// <summary>A referral is answered within so many days of being received.</summary>
    public int ReferralAnswerDays { get; set; } = 30;

    /// <summary>So many days before, the answer shows as due.</summary>
    public int ReferralWarningDays { get; set; } = 7;

    /// <summary>Where a body asks about its referrals, as its mail tells: a telephone number, an address. Empty leaves the name of the service alone.</summary>
    public string ReferralContact { get; set; } = "";

    /// <summary>An answer to an application is awaited for so many days; then it is due on the home page.</summary>
    public int ApplicationAnswerDays { get; set; } = 14;

    /// <summary>After so many months one may apply to the same opening again, on purpose.</summary>
    public int ApplicationAgainMonths { get; set; } = 6;

    /// <summary>For so many days a merge of two people can be undone.</summary>
    public int MergeUndoDays { get; set; } = 90;

    /// <summary>A person is told of an appointment so many hours before.</summary>
    public int AppointmentMessageHours { get; set; } = 24;
}
