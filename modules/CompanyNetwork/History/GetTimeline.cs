using System.Globalization;
using InclusionPlatform.CompanyNetwork.Contacts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.History;

/// <summary>All that happened with a company in one line of time: contacts, availability, changes of its file; the latest first.</summary>
internal sealed record GetTimeline(Guid CompanyId, string? Cursor, int? Limit) : IQuery<Page<TimelineEntry>>;

/// <summary>One thing that happened.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind"><c>contact</c>, <c>availability</c> or <c>change</c>.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Who; null when the account is no more.</param>
/// <param name="What">The contact's channel, the availability's duties, or what changed.</param>
/// <param name="Field">The field that changed, or the contact's outcome.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became, or the contact's note.</param>
internal sealed record TimelineEntry(Guid Id, string Kind, DateTimeOffset At, string? ByName, string What, string? Field, string? Before, string? After);

internal static class GetTimelineEndpoint
{
    public static void MapGetTimeline(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/timeline", Handle)
        .WithName("getCompanyTimeline")
        .WithSummary("Read all that happened with a company, the latest first")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<TimelineEntry>>> Handle(Guid companyId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetTimeline(companyId, cursor, limit), ct));
}

internal sealed class GetTimelineHandler(IDbSession db, IColleagues colleagues) : IRequestHandler<GetTimeline, Page<TimelineEntry>>
{
    // Each branch is a seek by company; a first page asks for everything before the end of time.
    private const string SelectAll = """
        select Id, Kind, At, ByName, ById, What, Field, OldValue, NewValue
        from   (
            select id as Id, 'contact' as Kind, contacted_at as At, contacted_by_name as ByName, contacted_by as ById, channel as What, outcome as Field, null as OldValue, note as NewValue
            from   company_network_contact
            where  company_id = @CompanyId and contacted_at <= @At
            union all
            select id, 'availability', created_at, null, created_by, duties, null, null, null
            from   company_network_availability
            where  company_id = @CompanyId and created_at <= @At
            union all
            select id, 'change', changed_at, changed_by_name, changed_by, what, field, value_before, value_after
            from   company_network_change
            where  company_id = @CompanyId and changed_at <= @At) lines
        where  At < @At or Id < @Id
        order by At desc, Id desc
        """;

    private static readonly (DateTimeOffset At, Guid Id) EndOfTime = (new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero), Guid.Empty);

    public async Task<Page<TimelineEntry>> Handle(GetTimeline request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var from = after is not null && DateTimeOffset.TryParse(after[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && Guid.TryParse(after[1], out var id) ? (at, id) : EndOfTime;
        var rows = await db.TopAsync<Line>(SelectAll, new { request.CompanyId, At = from.Item1, Id = from.Item2 }, limit + 1, cancellationToken);
        var page = Paging.Page(rows, limit, row => [row.At.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()]);
        var names = page.Items.Count == 0 ? new Dictionary<Guid, string>() : await colleagues.NamesAsync(cancellationToken);
        return new([.. page.Items.Select(line => line.Show(names))], page.NextCursor);
    }

    private sealed record Line(Guid Id, string Kind, DateTimeOffset At, string? ByName, Guid ById, string What, string? Field, string? OldValue, string? NewValue)
    {
        public TimelineEntry Show(IReadOnlyDictionary<Guid, string> names) => new(
            Id, Kind, At, ByName ?? names.GetValueOrDefault(ById), What, Field, Name(OldValue, names), Name(NewValue, names));

        private string? Name(string? value, IReadOnlyDictionary<Guid, string> names) =>
            Field == "lookedAfterBy" && Guid.TryParse(value, out var id) ? names.GetValueOrDefault(id) ?? "—" : value;
    }
}
