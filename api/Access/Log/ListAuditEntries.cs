using InclusionPlatform.Shared.Audit;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Log;

/// <summary>The access log, newest first: who, when, what kind of record, why. Never the contents.</summary>
internal sealed record ListAuditEntries(Guid? Actor, string? Kind, string? Record, Guid? RecordId, DateOnly? From, DateOnly? To, string? Cursor, int Limit) : IQuery<Page<AuditLine>>;

/// <summary>A line of the access log.</summary>
/// <param name="Id">The line.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Account or API client; empty for the platform itself and for visitors.</param>
/// <param name="ActorKind">A person, a third-party system, the platform itself, a visitor.</param>
/// <param name="ActorName">Name of the person or system, if it is known.</param>
/// <param name="Request">The operation, by its name in the code.</param>
/// <param name="Kind"><c>read</c>, <c>change</c>, <c>export</c> or <c>refusal</c>.</param>
/// <param name="Record">Kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Purpose">Stable code of why.</param>
/// <param name="Shown">How many records a list showed; null for whatever is no list.</param>
internal sealed record AuditLine(
    Guid Id, DateTimeOffset At, Guid ActorId, ActorKind ActorKind, string? ActorName, string Request, string Kind, string? Record, Guid? RecordId, string? Purpose, int? Shown);

internal static class ListAuditEntriesEndpoint
{
    public static void MapListAuditEntries(this IEndpointRouteBuilder api) => api
        .MapGet("/audit-entries", Handle)
        .WithTags("Access")
        .WithName("listAuditEntries")
        .WithSummary("Read the access log")
        .RequireRight(AccessModule.ReadAudit);

    private static async Task<Ok<Page<AuditLine>>> Handle(
        IMediator mediator, Guid? actor, string? kind, string? record, Guid? recordId, DateOnly? from, DateOnly? to, string? cursor, int? limit, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListAuditEntries(actor, kind, record, recordId, from, to, cursor, Paging.Limit(limit)), ct));
}

internal sealed class ListAuditEntriesHandler(IDbSession db, IAuditSearch log, IColleagues colleagues) : IRequestHandler<ListAuditEntries, Page<AuditLine>>
{
    private const string SelectClients = "select id as Id, name as Name from access_api_client order by id";

    public async Task<Page<AuditLine>> Handle(ListAuditEntries request, CancellationToken cancellationToken)
    {
        Guid? before = null;
        if (Paging.Decode(request.Cursor, 1) is [var last])
        {
            before = Guid.TryParse(last, out var id) ? id : Guid.Empty;
        }

        var filter = new AuditFilter(request.Actor, request.Kind, request.Record, request.RecordId, request.From?.StartInItaly(), request.To?.EndInItaly(), before);
        var entries = await log.FindAsync(filter, request.Limit + 1, cancellationToken);
        var names = new Dictionary<Guid, string>(await colleagues.NamesAsync(cancellationToken));
        foreach (var client in await db.QueryAsync<Named>(SelectClients, null, cancellationToken))
        {
            names[client.Id] = client.Name;
        }

        return Paging.Page(
            [.. entries.Select(entry => new AuditLine(
                entry.Id, entry.At, entry.ActorId, entry.ActorKind, names.GetValueOrDefault(entry.ActorId), entry.Request, entry.Kind, entry.Record, entry.RecordId, entry.Purpose, entry.Shown))],
            request.Limit,
            entry => [entry.Id.ToString()]);
    }

    private sealed record Named(Guid Id, string Name);
}
