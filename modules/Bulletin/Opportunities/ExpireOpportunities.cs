using MediatR;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>Closes what was published and whose deadline has passed. Run every day.</summary>
internal sealed record ExpireOpportunities : ICommand<int>;

internal sealed class ExpireOpportunitiesHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ExpireOpportunities, int>
{
    private const string Update = """
        update bulletin_opportunity
        set    state = 'expired', updated_at = @Now, version = version + 1
        where  state = 'published' and deadline < @Today
        """;

    public Task<int> Handle(ExpireOpportunities request, CancellationToken cancellationToken) =>
        db.ExecuteAsync(Update, new { Now = clock.GetUtcNow(), Today = clock.Today() }, cancellationToken);
}
