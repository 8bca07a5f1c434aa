namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>How a true or false is written out as text.</summary>
internal static class YesNoText
{
    public const string Yes = "sì";
    public const string No = "no";
}
