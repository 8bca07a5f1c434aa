using MediatR;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>Closes what was published and whose deadline has passed. Run every day.</summary>
internal sealed record ExpireOpportunities : ICommand;

internal sealed class ExpireOpportunitiesHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ExpireOpportunities, Unit>
{
    private const string Update = """
        update bulletin_opportunity
        set    state = 'expired', updated_at = @Now, version = version + 1
        where  state = 'published' and deadline < @Today
        """;

    public async Task<Unit> Handle(ExpireOpportunities request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Update, new { Now = clock.GetUtcNow(), Today = clock.Today() }, cancellationToken);
        return Unit.Value;
    }
}
