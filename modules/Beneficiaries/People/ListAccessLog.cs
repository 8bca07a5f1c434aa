using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Who opened or changed a person's record, when and why.</summary>
internal sealed record ListAccessLog(Guid Id, string? Cursor, int? Limit) : IQuery<Page<LoggedAccess>>;

/// <summary>One access.</summary>
/// <param name="Who">Name of who acted; null for the platform itself.</param>
/// <param name="Kind">What was done, by its code.</param>
/// <param name="Purpose">For which purpose, by its code; null if none is told.</param>
internal sealed record LoggedAccess(Guid Id, DateTimeOffset At, string? Who, ActorKind ActorKind, string Kind, string? Purpose);

internal static class ListAccessLogEndpoint
{
    public static void MapListAccessLog(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/access-log", Handle)
        .WithName("listBeneficiaryAccessLog")
        .WithSummary("List who opened or changed a person's record")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<LoggedAccess>> Handle(Guid id, string? cursor, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new ListAccessLog(id, cursor, limit), ct);
}

internal sealed class ListAccessLogHandler(NeedToKnow needToKnow, MergedPeople merged, IAccessHistory history, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<ListAccessLog, Page<LoggedAccess>>
{
    public async Task<Page<LoggedAccess>> Handle(ListAccessLog request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        var before = Paging.Decode(request.Cursor, 1) is [var part] && Guid.TryParse(part, CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null;
        var limit = Paging.Limit(request.Limit);
        var rows = await history.OfAsync("beneficiary", await merged.OneAsync(request.Id, cancellationToken), before, limit + 1, cancellationToken);
        audit.Reads("beneficiary", request.Id, "access-log");
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => [row.Id.ToString()]);
        return new([.. page.Items.Select(row => new LoggedAccess(row.Id, row.At, names.GetValueOrDefault(row.ActorId), row.ActorKind, row.Kind, row.Purpose))], page.NextCursor);
    }
}
