using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>
/// Tells who can give the parts that whoever made a copy does not see that the person asked for their data: the manager of each other case, who makes the part of that case
/// (<see cref="CopyCase"/>); where the manager has gone, the coordinators.
/// </summary>
internal sealed record TellOthersOfCopy(Guid PersonId) : ICommand, IGoesOnWhileRestricted;

internal sealed class TellOthersOfCopyHandler(IDbSession db, NeedToKnow needToKnow, INotifications notifications, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<TellOthersOfCopy, Unit>
{
    private const string Kind = "beneficiary.copy-made";

    // Whoever manages a case is on its équipe, unless they were taken off it after the end.
    private const string SelectOthers = $"""
        select o.id as Id, o.manager_id as ManagerId,
               (select count(*) from beneficiaries_case_member t
                where  t.case_id = o.id and t.user_id = o.manager_id and t.from_on <= @Today and (t.to_on is null or t.to_on >= @Today)) as OnTeam
        from   beneficiaries_case o
        where  o.beneficiary_id = @Id
               and o.id not in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only})
        """;

    public async Task<Unit> Handle(TellOthersOfCopy request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        var others = await db.QueryAsync<Other>(SelectOthers, CasesInFull.Args(request.PersonId, needToKnow, user, clock), cancellationToken);
        if (others.Count == 0)
        {
            return Unit.Value;
        }

        var active = (await colleagues.AllAsync(cancellationToken)).Where(one => one.IsActive).ToArray();
        var there = others.ToLookup(other => other.OnTeam > 0 && active.Any(one => one.Id == other.ManagerId));
        foreach (var other in there[true])
        {
            await notifications.NotifyAsync([other.ManagerId], Kind, null, $"/beneficiaries/{request.PersonId}/cases/{other.Id}/copy", cancellationToken);
        }

        if (there[false].Any())
        {
            var coordinators = active.Where(one => one.Roles.Contains(Role.Coordinator)).Select(one => one.Id);
            await notifications.NotifyAsync(coordinators, Kind, null, $"/beneficiaries/{request.PersonId}#rights", cancellationToken);
        }

        return Unit.Value;
    }

    private sealed record Other(Guid Id, Guid ManagerId, int OnTeam);
}
