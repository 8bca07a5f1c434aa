using MediatR;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Gives companies that were written before phones and people were searched the words that they lack, some at a time. A job sends it; with nothing to do it costs one seek.</summary>
internal sealed record CompleteSearchWords : ICommand;

internal sealed class CompleteSearchWordsHandler(IDbSession db, SearchWords words) : IRequestHandler<CompleteSearchWords, Unit>
{
    /// <summary>A transaction that others do not notice.</summary>
    private const int Some = 1000;

    private const string SelectLacking = "select id from company_network_company where words_version is null order by id";

    private const string Mark = "update company_network_company set words_version = 1 where id = @Id";

    public async Task<Unit> Handle(CompleteSearchWords request, CancellationToken cancellationToken)
    {
        var ids = await db.TopAsync<Guid>(SelectLacking, null, Some, cancellationToken);
        await words.RewriteAsync(ids, cancellationToken);
        await db.ExecuteAsync(Mark, ids.Select(id => new { Id = id }), cancellationToken);
        return Unit.Value;
    }
}
