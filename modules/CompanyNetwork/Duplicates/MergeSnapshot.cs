using System.Text.Json;
using System.Text.Json.Serialization;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Tags;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>What a company was at one moment of a merge.</summary>
internal sealed record MergeSnapshot(
    CompanyData Data, DateOnly? NextContactOn, DateTimeOffset? LastContactAt, string? LastOutcome, Guid? MainSite, Guid? FirstPerson, IReadOnlyList<string> Tags)
{
    // Enumerations by name, so that a snapshot stays readable when members are added.
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    public string Write() => JsonSerializer.Serialize(this, Format);

    public static MergeSnapshot Read(string text) => JsonSerializer.Deserialize<MergeSnapshot>(text, Format)!;
}

/// <summary>A company opened for a merge or its undoing.</summary>
internal sealed record OpenCompany(CompanyRow Row, IReadOnlyList<SiteRow> Sites, IReadOnlyList<Person> People, IReadOnlyList<string> Tags)
{
    public SiteRow? MainSite => Sites.FirstOrDefault(site => site.IsMain);

    public Person? FirstPerson => People.FirstOrDefault(person => person.IsFirst);

    public MergeSnapshot Snapshot => new(Row.Data, Row.NextContactOn, Row.LastContactAt, Row.LastOutcome, MainSite?.Id, FirstPerson?.Id, Tags);
}

/// <summary>Reads companies for merges and writes what both ways have in common.</summary>
internal sealed class MergeDesk(IDbSession db, SiteBook sites, PeopleBook people, TagBook tags, IAuditTrail audit)
{
    private const string UpdateCalls = """
        update company_network_company
        set    next_contact_on = @NextContactOn, last_contact_at = @LastContactAt, last_outcome = @LastOutcome,
               last_reached_at = (
                   select max(k.contacted_at) from company_network_contact k where k.company_id = @Id and k.outcome not in ('noAnswer', 'wrongNumber'))
        where  id = @Id
        """;

    public async Task<OpenCompany> ReadAsync(Guid id, CancellationToken ct)
    {
        audit.Changes("company", id);
        var row = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("company", id);
        return new(row, await sites.RowsAsync(id, ct), await people.OfAsync(id, ct), await tags.OfAsync(id, ct));
    }

    public Task WriteCallsAsync(Guid id, DateOnly? next, DateTimeOffset? last, string? outcome, CancellationToken ct) =>
        db.ExecuteAsync(UpdateCalls, new { Id = id, NextContactOn = next, LastContactAt = last, LastOutcome = outcome }, ct);
}
