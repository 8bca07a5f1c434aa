using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>The protocols by subject.</summary>
internal sealed record ListProtocols(string? Q, ProtocolState? State, Guid? BodyId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedProtocol>>;

/// <summary>A protocol in the list.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="ValidTo">Last day; null if it has none.</param>
/// <param name="Signatories">How many bodies have signed.</param>
internal sealed record ListedProtocol(Guid Id, string Subject, DateOnly ValidFrom, DateOnly? ValidTo, ProtocolRenewal Renewal, ProtocolState State, int Signatories);

internal static class ListProtocolsEndpoint
{
    public static void MapListProtocols(this IEndpointRouteBuilder protocols) => protocols
        .MapGet("/", Handle)
        .WithName("listProtocols")
        .WithSummary("List the protocols of understanding")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<ListedProtocol>>> Handle(string? q, string? state, Guid? bodyId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListProtocols(q, QueryCode.Read<ProtocolState>(state, "state"), bodyId, cursor, limit, total), ct));
}

internal sealed class ListProtocolsValidator : AbstractValidator<ListProtocols>
{
    public ListProtocolsValidator() => RuleFor(list => list.Q).MaximumLength(200);
}

internal sealed class ListProtocolsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListProtocols, Page<ListedProtocol>>
{
    private const string SelectProtocols = """
        select r.id as Id, r.subject as Subject, r.sort_subject as SortSubject, r.valid_from as ValidFrom, r.valid_to as ValidTo, r.renewal as Renewal,
               (select count(*) from company_network_protocol_signatory s where s.protocol_id = r.id) as Signatories
        from   company_network_protocol r
        where  1 = 1
        """;

    private const string CountProtocols = """
        select count(*)
        from   company_network_protocol r
        where  1 = 1
        """;

    private const string ByText = "and r.sort_subject like @Like";
    private const string IsFuture = "and r.valid_from > @Today";
    private const string IsCurrent = "and r.valid_from <= @Today and (r.valid_to is null or r.valid_to > @Soon)";
    private const string IsExpiring = "and r.valid_from <= @Today and r.valid_to >= @Today and r.valid_to <= @Soon and r.valid_to is not null";
    private const string IsExpired = "and r.valid_to < @Today and r.valid_to is not null";
    private const string ByBody = "and exists (select 1 from company_network_protocol_signatory s where s.protocol_id = r.id and s.body_id = @BodyId)";
    private const string After = "and r.sort_subject >= @AfterSubject and (r.sort_subject > @AfterSubject or r.id > @AfterId)";
    private const string BySubject = "order by r.sort_subject, r.id";

    public async Task<Page<ListedProtocol>> Handle(ListProtocols request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        var today = clock.Today();
        var text = SearchText.Normalize(request.Q);
        var arguments = new { request.BodyId, Today = today, Soon = today.AddDays(ProtocolStates.ExpiringDays), Like = $"%{text}%", AfterSubject = after?[0], AfterId = afterId };
        ListSql Filtered(string select) => new ListSql(select).When(text.Length > 0, ByText).When(request.BodyId is not null, ByBody)
            .When(request.State is ProtocolState.Future, IsFuture).When(request.State is ProtocolState.Current, IsCurrent)
            .When(request.State is ProtocolState.Expiring, IsExpiring).When(request.State is ProtocolState.Expired, IsExpired);
        var rows = await db.TopAsync<Row>(Filtered(SelectProtocols).When(after is not null, After).OrderBy(BySubject), arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(CountProtocols).ToString(), arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.SortSubject, row.Id.ToString()], total);
        return new(
            [.. page.Items.Select(row => new ListedProtocol(row.Id, row.Subject, row.ValidFrom, row.ValidTo, row.Renewal, ProtocolStates.Of(row.ValidFrom, row.ValidTo, today), row.Signatories))], page.NextCursor, page.Total);
    }

    private sealed record Row(Guid Id, string Subject, string SortSubject, DateOnly ValidFrom, DateOnly? ValidTo, ProtocolRenewal Renewal, int Signatories);
}
