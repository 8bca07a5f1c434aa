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
    /// <summary>What is offered.</summary>
    public OpportunityKind? Kind { get; init; }

    /// <summary>One line.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown; raw HTML is shown as text.</summary>
    public string? Description { get; init; }

    /// <summary>Employer or organiser.</summary>
    public string? Organiser { get; init; }

    /// <summary>Municipality, by name or ISTAT code; none for what happens anywhere.</summary>
    public string? Municipality { get; init; }

    /// <summary>Kind of contract, in words.</summary>
    public string? ContractType { get; init; }

    /// <summary>Hours, in words.</summary>
    public string? Hours { get; init; }

    /// <summary>Markdown.</summary>
    public string? Requirements { get; init; }

    /// <summary>Page where to apply.</summary>
    public string? ApplyUrl { get; init; }

    /// <summary>Address of an office to which to apply.</summary>
    public string? ApplyEmail { get; init; }

    /// <summary>Telephone of an office at which to apply.</summary>
    public string? ApplyPhone { get; init; }

    /// <summary>Last day to apply.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How many places.</summary>
    public int? Positions { get; init; }

    /// <summary>Where it was found. What a third-party system sends has that system's name.</summary>
    public string? Source { get; init; }
}

/// <summary>An opportunity, whole.</summary>
internal sealed record OpportunityDetails(
    Guid Id, OpportunityKind Kind, string Title, string Description, string DescriptionHtml, string Organiser, string? Municipality, string? MunicipalityCode, string? ContractType,
    string? Hours, string? Requirements, string? RequirementsHtml, string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, string? Source,
    bool FromClient, string? ExternalReference, OpportunityState State, string? Reason, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned;
