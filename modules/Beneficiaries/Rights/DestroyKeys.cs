using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Destroys the keys of people who were made anonymous. It runs after their transaction, so that nothing is lost if that one fails; stopped at any instant, the next run finishes.</summary>
internal sealed record DestroyKeys : IRequest;

internal sealed class DestroyKeysHandler(IDbSession db, IPersonKeys keys, TimeProvider clock) : IRequestHandler<DestroyKeys, Unit>
{
    private const int AtOnce = 200;

    private const string Select = "select beneficiary_id from beneficiaries_anonymisation where key_destroyed_at is null order by done_at, beneficiary_id";

    private const string Done = "update beneficiaries_anonymisation set key_destroyed_at = @Now where beneficiary_id = @Id";

    public async Task<Unit> Handle(DestroyKeys request, CancellationToken cancellationToken)
    {
        foreach (var id in await db.TopAsync<Guid>(Select, null, AtOnce, cancellationToken))
        {
            keys.Destroy(id);
            await db.ExecuteAsync(Done, new { Id = id, Now = clock.GetUtcNow() }, cancellationToken);
        }

        return Unit.Value;
    }
}

/// <summary>After a backup of the database came back: whoever was anonymous when it was put back is made so again, before anybody works with it.</summary>
internal sealed record AnonymiseAgain : ICommand;

internal sealed class AnonymiseAgainHandler(IDbSession db, IPersonKeys keys, Anonymiser anonymiser, IAuditTrail audit) : IRequestHandler<AnonymiseAgain, Unit>
{
    private const string Select = $"select id from beneficiaries_person where anonymised_at is null and id in {Batches.Keys}";

    public async Task<Unit> Handle(AnonymiseAgain request, CancellationToken cancellationToken)
    {
        foreach (var id in await db.QueryInBatchesAsync<Guid, Guid>(Select, keys.Destroyed(), null, cancellationToken))
        {
            await anonymiser.AnonymiseAsync(id, AnonymisationReason.RetentionEnded, cancellationToken);
            audit.Changes("beneficiary", id);
        }

        return Unit.Value;
    }
}
