using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>
/// A call campaign with its progress. <c>Filter</c> is the query of the company list that it was made of, such as <c>sector=catering</c>, or null when the companies were chosen one by one;
/// <c>Companies</c> is how many are in it, <c>Done</c> how many of them have been called, <c>Calling</c> who has one open now.
/// </summary>
/// <param name="Name">As people call it.</param>
/// <param name="Goal">What it is for, in words.</param>
/// <param name="Filter">Query of the list of companies that it was made of, such as <c>sector=catering</c>; null when they were chosen one by one.</param>
/// <param name="Companies">How many companies are in it.</param>
/// <param name="Done">How many of them have been called.</param>
/// <param name="ByOutcome">Calls made, by what came of them.</param>
/// <param name="ByOperator">Calls made, by who made them.</param>
/// <param name="Calling">Who has one of its companies open now.</param>
internal sealed record Campaign(
    Guid Id, int Version, string Name, string? Goal, string? Filter, int Companies, int Done, IReadOnlyList<OutcomeTally> ByOutcome, IReadOnlyList<OperatorTally> ByOperator,
    IReadOnlyList<CampaignTurn> Calling, DateTimeOffset CreatedAt, string CreatedByName, DateTimeOffset? ClosedAt, string? ClosedByName) : IVersioned;

/// <summary>Calls that ended in one way.</summary>
/// <param name="Calls">How many calls ended so.</param>
internal sealed record OutcomeTally(ContactOutcome Outcome, int Calls);

/// <summary>Calls of one operator.</summary>
/// <param name="OperatorName">Name of who called.</param>
/// <param name="Calls">How many calls they made.</param>
internal sealed record OperatorTally(Guid OperatorId, string OperatorName, int Calls);

/// <summary>Somebody who has a company of the campaign open.</summary>
/// <param name="OperatorName">Name of who is calling.</param>
internal sealed record CampaignTurn(Guid CompanyId, string CompanyName, string OperatorName, DateTimeOffset HeldUntil);

/// <summary>A campaign in the list.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Goal">What it is for, in words.</param>
/// <param name="Companies">How many companies are in it.</param>
/// <param name="Done">How many of them have been called.</param>
internal sealed record CampaignItem(Guid Id, string Name, string? Goal, int Companies, int Done, DateTimeOffset CreatedAt, string CreatedByName, DateTimeOffset? ClosedAt);

/// <summary>A campaign's row.</summary>
internal sealed record CampaignRow(
    Guid Id, int Version, string Name, string? Goal, string? Filter, int Companies, DateTimeOffset CreatedAt, string CreatedByName, DateTimeOffset? ClosedAt, string? ClosedByName);

/// <summary>The columns of <see cref="CampaignRow"/>.</summary>
internal static class CampaignSql
{
    public const string Columns = """
        k.id as Id, k.version as Version, k.name as Name, k.goal as Goal, k.filter as Filter, k.companies as Companies, k.created_at as CreatedAt, k.created_by_name as CreatedByName,
        k.closed_at as ClosedAt, k.closed_by_name as ClosedByName
        """;

    public const string SelectById = $"""
        select {Columns}
        from   company_network_campaign k
        where  k.id = @Id
        """;
}
