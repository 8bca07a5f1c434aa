using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Conventions and internships follow a company into the one that it was merged with.</summary>
internal sealed class CompaniesBecomeOne(IDbSession db, Guards guards) : INotificationHandler<CompaniesMerged>
{
    private const string RememberConventions = """
        insert into internships_company_move (merge_id, kind, row_id)
        select @MergeId, 'convention', id from internships_convention where company_id = @MergedId
        """;

    private const string RememberInternships = """
        insert into internships_company_move (merge_id, kind, row_id)
        select @MergeId, 'internship', id from internships_internship where company_id = @MergedId
        """;

    public async Task Handle(CompaniesMerged notification, CancellationToken cancellationToken)
    {
        // Both hosts' turns: an activation that is counting at this moment comes before or after, never between.
        await guards.EnsureAsync(cancellationToken, notification.SurvivorId, notification.MergedId);
        await guards.TakeTurnAsync(cancellationToken, notification.SurvivorId, notification.MergedId);
        await db.ExecuteAsync(RememberConventions, notification, cancellationToken);
        await db.ExecuteAsync(RememberInternships, notification, cancellationToken);
        await CompanyMoves.MoveAsync(db, notification.MergeId, notification.MergedId, notification.SurvivorId, cancellationToken);
    }
}

/// <summary>They go back when the merge is undone; what was made since stays with the company under which it was made.</summary>
internal sealed class CompaniesBecomeTwoAgain(IDbSession db, Guards guards) : INotificationHandler<CompanyMergeUndone>
{
    public async Task Handle(CompanyMergeUndone notification, CancellationToken cancellationToken)
    {
        await guards.EnsureAsync(cancellationToken, notification.SurvivorId, notification.MergedId);
        await guards.TakeTurnAsync(cancellationToken, notification.SurvivorId, notification.MergedId);
        await CompanyMoves.MoveAsync(db, notification.MergeId, notification.SurvivorId, notification.MergedId, cancellationToken);
    }
}

/// <summary>Moves what was remembered of a merge, forth or back.</summary>
internal static class CompanyMoves
{
    private const string MoveConventions = """
        update internships_convention set company_id = @To, version = version + 1
        where  company_id = @From and id in (select row_id from internships_company_move where merge_id = @MergeId and kind = 'convention')
        """;

    private const string MoveInternships = """
        update internships_internship set company_id = @To, version = version + 1
        where  company_id = @From and id in (select row_id from internships_company_move where merge_id = @MergeId and kind = 'internship')
        """;

    public static async Task MoveAsync(IDbSession db, Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        await db.ExecuteAsync(MoveConventions, new { MergeId = mergeId, From = from, To = to }, ct);
        await db.ExecuteAsync(MoveInternships, new { MergeId = mergeId, From = from, To = to }, ct);
    }
}
