namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Section <c>Beneficiaries:Retention</c>: how long, and why. It is the administrator's choice (GDPR art. 5(1)(e)), told to whoever asks.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Months from the end of the last case.</summary>
    public int Months { get; set; } = 120;

    /// <summary>Months from the registration of who never had a case.</summary>
    public int MonthsWithoutCase { get; set; } = 12;

    /// <summary>Why so long.</summary>
    public string Reason { get; set; } = "";
}
