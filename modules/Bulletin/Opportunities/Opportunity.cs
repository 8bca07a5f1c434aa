using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>What is offered.</summary>
internal enum OpportunityKind
{
    Job,
    Training,
    Internship,
    CivilService,
    Event,
}

/// <summary>How far an opportunity has come.</summary>
internal enum OpportunityState
{
    Draft,
    Proposed,
    Published,
    Expired,
    Withdrawn,
    Rejected,
}

/// <summary>What whoever writes an opportunity says of it.</summary>
internal abstract record OpportunityContent
{
    /// <summary>What is offered. Required.</summary>
    public OpportunityKind? Kind { get; init; }

    /// <summary>Required: one line of 200 characters at most.</summary>
    public string? Title { get; init; }

    /// <summary>Required: Markdown of 20,000 characters at most; raw HTML is shown as text.</summary>
    public string? Description { get; init; }

    /// <summary>Required: employer or organiser, one line of 200 characters at most.</summary>
    public string? Organiser { get; init; }

    /// <summary>Municipality, by name or ISTAT code; none for what happens anywhere.</summary>
    public string? Municipality { get; init; }

    /// <summary>Kind of contract, in words, 120 characters at most.</summary>
    public string? ContractType { get; init; }

    /// <summary>Hours, in words, 120 characters at most.</summary>
    public string? Hours { get; init; }

    /// <summary>Markdown of 10,000 characters at most.</summary>
    public string? Requirements { get; init; }

    /// <summary>Whole web address of the page where to apply, 500 characters at most. One of the three ways to apply is required.</summary>
    public string? ApplyUrl { get; init; }

    /// <summary>E-mail address of an office to which to apply.</summary>
    public string? ApplyEmail { get; init; }

    /// <summary>Telephone of an office at which to apply, 40 characters at most.</summary>
    public string? ApplyPhone { get; init; }

    /// <summary>Last day to apply; a third-party system sends none that is past. None: until it is withdrawn.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How many places, from 1 to 10,000.</summary>
    public int? Positions { get; init; }

    /// <summary>Where it was found. What a third-party system sends has that system's name.</summary>
    public string? Source { get; init; }
}

/// <summary>An opportunity, whole.</summary>
/// <param name="Title">One line.</param>
/// <param name="Description">Markdown, as it was written.</param>
/// <param name="DescriptionHtml">The same as safe HTML, to be shown as it is.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="Municipality">Name of the municipality with its province, such as <c>Grottammare (AP)</c>; null for what happens anywhere.</param>
/// <param name="MunicipalityCode">ISTAT code of the municipality; null for what happens anywhere.</param>
/// <param name="ContractType">Kind of contract, in words.</param>
/// <param name="Hours">Hours, in words.</param>
/// <param name="Requirements">Markdown, as it was written.</param>
/// <param name="RequirementsHtml">The same as safe HTML.</param>
/// <param name="ApplyUrl">Web page where to apply; of this, the e-mail address and the telephone at least one is there.</param>
/// <param name="ApplyEmail">E-mail address of the office to which to apply.</param>
/// <param name="ApplyPhone">Telephone of the office at which to apply.</param>
/// <param name="Deadline">Last day to apply; null if it stands until it is withdrawn.</param>
/// <param name="Positions">How many places; null if it was not said.</param>
/// <param name="Source">Where it was found; of what a third-party system sent, the name of that system.</param>
/// <param name="FromClient">Whether a third-party system sent it.</param>
/// <param name="ExternalReference">The reference of the third-party system that sent it.</param>
/// <param name="Reason">Why it was rejected; null in every other state.</param>
/// <param name="PublishedAt">When it was published; null if it never was.</param>
internal sealed record OpportunityDetails(
    Guid Id, OpportunityKind Kind, string Title, string Description, string DescriptionHtml, string Organiser, string? Municipality, string? MunicipalityCode, string? ContractType,
    string? Hours, string? Requirements, string? RequirementsHtml, string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, string? Source,
    bool FromClient, string? ExternalReference, OpportunityState State, string? Reason, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned;
