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

/// <summary>A contact, as the company's story shows it.</summary>
internal sealed record Contact(Guid Id, ContactChannel Channel, ContactOutcome Outcome, string? Note, DateOnly? NextContactOn, DateTimeOffset ContactedAt, string ContactedByName);
