using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Applications follow a company into the one that it was merged with, so that the same employer is not written to twice; they go back when the merge is undone.</summary>
internal sealed class ApplicationsFollowCompanies(IDbSession db) : INotificationHandler<CompaniesMerged>, INotificationHandler<CompanyMergeUndone>
{
    private const string Remember = """
        insert into beneficiaries_company_move (merge_id, row_id)
        select @MergeId, id from beneficiaries_job_application where company_id = @MergedId
        """;

    private const string Move = """
        update beneficiaries_job_application
        set    company_id = @To, version = version + 1
        where  company_id = @From and id in (select row_id from beneficiaries_company_move where merge_id = @MergeId)
        """;

    // To the company itself, not to one of its offers: under the survivor's key, unless the person applied there too.
    private const string MoveOpenings = """
        update beneficiaries_job_application
        set    opening_id = @To, opening_key = @ToKey
        where  opening_key = @FromKey and id in (select row_id from beneficiaries_company_move where merge_id = @MergeId)
               and not exists (select 1 from beneficiaries_job_application o
                               where  o.beneficiary_id = beneficiaries_job_application.beneficiary_id and o.opening_key = @ToKey and o.round = beneficiaries_job_application.round)
        """;

    public async Task Handle(CompaniesMerged notification, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Remember, notification, cancellationToken);
        await MoveAsync(notification.MergeId, notification.MergedId, notification.SurvivorId, cancellationToken);
    }

    public Task Handle(CompanyMergeUndone notification, CancellationToken cancellationToken) =>
        MoveAsync(notification.MergeId, notification.SurvivorId, notification.MergedId, cancellationToken);

    private async Task MoveAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        var args = new { MergeId = mergeId, From = from, To = to, FromKey = $"company:{from:N}", ToKey = $"company:{to:N}" };
        await db.ExecuteAsync(Move, args, ct);
        await db.ExecuteAsync(MoveOpenings, args, ct);
    }
}
