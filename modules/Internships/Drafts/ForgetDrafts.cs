using MediatR;

namespace InclusionPlatform.Internships.Drafts;

/// <summary>Drafts that nobody touched for half a year go: what was never proposed is of no use and names a person.</summary>
internal sealed record ForgetDrafts : ICommand;

internal sealed class ForgetDraftsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ForgetDrafts, Unit>
{
    private const int Days = 180;

    public async Task<Unit> Handle(ForgetDrafts request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(DraftSql.DeleteOld, new { Before = clock.GetUtcNow().AddDays(-Days) }, cancellationToken);
        return Unit.Value;
    }
}
