using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>How far an edition has come.</summary>
internal enum EditionState
{
    Draft,
    Scheduled,
    Sending,
    Sent,
}

/// <summary>A heading and the opportunities below it, in order.</summary>
/// <param name="Title">Heading.</param>
/// <param name="OpportunityIds">Opportunities, in order; each at most once in an edition.</param>
internal sealed record SectionContent(string? Title, IReadOnlyList<Guid>? OpportunityIds);

/// <summary>What the editor writes in an edition.</summary>
internal abstract record EditionContent
{
    /// <summary>Title, part of the mail's subject.</summary>
    public string? Title { get; init; }

    /// <summary>Words before the opportunities, in Markdown.</summary>
    public string? Intro { get; init; }

    /// <summary>Sections, in order.</summary>
    public IReadOnlyList<SectionContent>? Sections { get; init; }
}

/// <summary>An opportunity as it stands in an edition that is being composed.</summary>
/// <param name="Title">One line.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="Municipality">Name of the municipality with its province; null for what happens anywhere.</param>
/// <param name="SentIn">The other numbers in which it went out; null if in none.</param>
/// <param name="PlannedIn">Another number, scheduled, in which it is to go out; null if in none.</param>
internal sealed record EditionOpportunity(Guid Id, OpportunityKind Kind, string Title, string Organiser, string? Municipality, DateOnly? Deadline, OpportunityState State, SentIn? SentIn, PlannedIn? PlannedIn);

/// <summary>A section with its opportunities.</summary>
/// <param name="Title">Heading of the section.</param>
internal sealed record EditionSection(string Title, IReadOnlyList<EditionOpportunity> Opportunities);

/// <summary>An edition, whole.</summary>
/// <param name="Number">Number of the edition, which is in its address.</param>
/// <param name="Title">As readers see it.</param>
/// <param name="Intro">Markdown before the sections.</param>
/// <param name="ScheduledAt">When the sending begins; null if it is not planned.</param>
/// <param name="Sections">In the order of the page.</param>
/// <param name="Subscribers">How many confirmed subscribers there are now.</param>
internal sealed record EditionDetails(
    int Number, string Title, string Intro, EditionState State, DateTimeOffset? ScheduledAt, DateTimeOffset? SendingStartedAt, DateTimeOffset? SentAt,
    IReadOnlyList<EditionSection> Sections, int Subscribers, int Version) : IVersioned;

/// <summary>An opportunity as the edition prints it.</summary>
internal sealed record PrintedOpportunity(
    Guid Id, string Section, OpportunityKind Kind, string Title, string Description, string Organiser, string? Municipality, string? ContractType, string? Hours, string? Requirements,
    string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, OpportunityState State);
