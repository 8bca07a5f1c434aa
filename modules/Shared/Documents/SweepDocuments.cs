using MediatR;

namespace InclusionPlatform.Shared.Documents;

/// <summary>Erases the contents of forgotten documents, and files that a failed command left behind.</summary>
public sealed record SweepDocuments : IRequest;

internal sealed class SweepDocumentsHandler(IDbSession db, DocumentOptions options, TimeProvider clock) : IRequestHandler<SweepDocuments, Unit>
{
    private const int MostInOneRun = 1000;

    private const string SelectForgotten = "select id from shared_document where forgotten_at is not null order by forgotten_at, id";
    private const string DeleteRow = "delete from shared_document where id = @Id and forgotten_at is not null";
    private const string SelectKnown = $"select id from shared_document where id in {Batches.Keys}";

    public async Task<Unit> Handle(SweepDocuments request, CancellationToken cancellationToken)
    {
        foreach (var id in await db.TopAsync<Guid>(SelectForgotten, null, MostInOneRun, cancellationToken))
        {
            File.Delete(DocumentFiles.PathOf(options, id));
            await db.ExecuteAsync(DeleteRow, new { Id = id }, cancellationToken);
        }

        // A day's respect for commands that are still running.
        var old = clock.GetUtcNow().AddDays(-1).UtcDateTime;
        var files = Directory.Exists(options.Folder)
            ? Directory.EnumerateFiles(options.Folder, $"*{DocumentFiles.Ending}").Where(file => File.GetLastWriteTimeUtc(file) < old)
                .Select(file => Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToArray()
            : [];
        var known = (await db.QueryInBatchesAsync<Guid, Guid>(SelectKnown, files, null, cancellationToken)).ToHashSet();
        foreach (var id in files.Where(id => !known.Contains(id)))
        {
            File.Delete(DocumentFiles.PathOf(options, id));
        }

        return Unit.Value;
    }
}
