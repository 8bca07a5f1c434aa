using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>What became part of a person, the latest first, and whether it can still be undone.</summary>
internal sealed record ListPersonMerges(Guid Id) : IQuery<IReadOnlyList<PersonMerge>>;

/// <summary>A merge.</summary>
/// <param name="Id">The merge.</param>
/// <param name="AbsorbedId">The record that became part of the person.</param>
/// <param name="AbsorbedName">Its names; null once the merge was undone, because it is somebody else.</param>
/// <param name="Reason">Why, for who sees the person in full.</param>
/// <param name="MergedAt">When.</param>
/// <param name="MergedByName">By whom.</param>
/// <param name="UndoneAt">When it was undone.</param>
/// <param name="UndoneByName">By whom.</param>
/// <param name="CanBeUndoneUntil">The last day.</param>
/// <param name="Obstacle">Why it cannot be undone any more; null if it can.</param>
internal sealed record PersonMerge(
    Guid Id, Guid AbsorbedId, string? AbsorbedName, string? Reason, DateTimeOffset MergedAt, string? MergedByName, DateTimeOffset? UndoneAt, string? UndoneByName, DateOnly CanBeUndoneUntil,
    UndoObstacle? Obstacle);

internal static class ListPersonMergesEndpoint
{
    public static void MapListPersonMerges(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/merges", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPersonMerges(id), ct))
        .WithName("listPersonMerges")
        .WithSummary("List what was merged into a person")
        .RequireRight(BeneficiariesModule.Read);
}

internal sealed class ListPersonMergesHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, BeneficiariesOptions options, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListPersonMerges, IReadOnlyList<PersonMerge>>
{
    private const int Most = 50;

    private const string Select = """
        select g.id as Id, g.absorbed_id as AbsorbedId, p.surname as Surname, p.name as Name, g.reason_cipher as Reason, g.merged_at as MergedAt, g.merged_by as MergedBy, g.undone_at as UndoneAt,
               g.undone_by as UndoneBy
        from   beneficiaries_person_merge g
        join   beneficiaries_person p on p.id = g.absorbed_id
        where  g.survivor_id = @Id
        order by g.merged_at desc, g.id desc
        """;

    public async Task<IReadOnlyList<PersonMerge>> Handle(ListPersonMerges request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.PersonAsync(request.Id, Sight.Registry, cancellationToken);
        var rows = await db.TopAsync<Row>(Select, new { seen.Id }, Most, cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        audit.Reads("beneficiary", seen.Id, "merges");
        var names = await colleagues.NamesAsync(cancellationToken);
        return [.. rows.Select(row => new PersonMerge(
            row.Id, row.AbsorbedId, row.UndoneAt is null ? $"{row.Surname} {row.Name}" : null, seen.Sight is Sight.Full && row.Reason.Length > 0 ? sensitive.OpenText(row.Reason) : null, row.MergedAt,
            names.GetValueOrDefault(row.MergedBy), row.UndoneAt, row.UndoneBy is { } undoer ? names.GetValueOrDefault(undoer) : null, MergeCanBeUndone.Until(row.MergedAt, options.MergeUndoDays),
            MergeCanBeUndone.ObstacleOf(row.UndoneAt is not null, row.MergedAt, clock.Today(), options.MergeUndoDays)))];
    }

    private sealed record Row(Guid Id, Guid AbsorbedId, string Surname, string Name, string Reason, DateTimeOffset MergedAt, Guid MergedBy, DateTimeOffset? UndoneAt, Guid? UndoneBy);
}
