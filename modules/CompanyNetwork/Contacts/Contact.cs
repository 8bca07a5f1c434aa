namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>How a company was contacted.</summary>
internal enum ContactChannel
{
    Call,
    Visit,
    Mail,
    Meeting,
}

/// <summary>What came of a contact.</summary>
internal enum ContactOutcome
{
    Reached,
    NoAnswer,
    CallBack,
    Available,
    NotNow,
    Never,
    WrongNumber,
}

/// <summary>Whether somebody of the company was really spoken with.</summary>
internal static class Reaching
{
    /// <summary>Nobody was: it counts towards three in a row. A wrong number reaches nobody either.</summary>
    public static bool FailedBy(ContactOutcome outcome) => outcome is ContactOutcome.NoAnswer or ContactOutcome.WrongNumber;
}

/// <summary>A contact, as the company's story shows it.</summary>
/// <param name="ContactedBy">Id of the colleague who made it.</param>
/// <param name="ContactedByName">Name of the colleague who made it, as it was then.</param>
/// <param name="SpokeWith">With whom of the company one spoke; null if it was not said.</param>
internal sealed record Contact(
    Guid Id, ContactChannel Channel, ContactOutcome Outcome, string? Note, DateOnly? NextContactOn, DateTimeOffset ContactedAt, Guid ContactedBy, string ContactedByName, string? SpokeWith,
    Guid? CampaignId);
