using System.Security.Cryptography;
using InclusionPlatform.Shared.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Shared.Documents;

/// <summary>Where documents lie and how large they may be: section <c>Documents</c>.</summary>
public sealed class DocumentOptions
{
    /// <summary>Folder of the encrypted contents, outside of what is served. With several nodes they share it; it is backed up with the database, the keys apart.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Most megabytes of one document.</summary>
    public int Megabytes { get; set; } = 10;
}

/// <summary>A document that is kept.</summary>
/// <param name="Id">The document.</param>
/// <param name="Name">As its sender called it.</param>
/// <param name="ContentType">By its content.</param>
/// <param name="Bytes">Its size.</param>
public sealed record KeptDocument(Guid Id, string Name, string ContentType, int Bytes);

/// <summary>
/// Keeps files encrypted, for any module: the module keeps the id beside what the document is for, checks who may read it and writes that into the access log.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Keeps a file in the command at hand.</summary>
    /// <exception cref="FieldException"><c>document.too-large</c>, <c>document.empty</c> or <c>document.type</c> (422) at the field <c>file</c>.</exception>
    Task<KeptDocument> KeepAsync(string name, byte[] content, CancellationToken ct);

    /// <summary>What is known of documents; unknown ones are left out.</summary>
    Task<IReadOnlyList<KeptDocument>> DescribeAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>The content.</summary>
    /// <exception cref="NotFoundException"><c>document.not-found</c> if there is none.</exception>
    Task<byte[]> ReadAsync(Guid id, CancellationToken ct);

    /// <summary>Forgets a document with the command at hand; its content is erased afterwards.</summary>
    Task ForgetAsync(Guid id, CancellationToken ct);
}

internal sealed class DocumentStore(IDbSession db, IDataProtectionProvider protection, IFieldCipher cipher, DocumentOptions options, ICurrentUser user, TimeProvider clock) : IDocumentStore
{
    private const int LongestName = 200;

    private const string Insert = """
        insert into shared_document (id, name_cipher, content_type, bytes, sha256, kept_at, kept_by, forgotten_at)
        values (@Id, @Name, @ContentType, @Bytes, @Sha256, @At, @By, null)
        """;

    private const string Select = $"""
        select id as Id, name_cipher as Name, content_type as ContentType, bytes as Bytes
        from   shared_document
        where  forgotten_at is null and id in {Batches.Keys}
        """;

    private const string Forget = "update shared_document set forgotten_at = @At where id = @Id and forgotten_at is null";

    public async Task<KeptDocument> KeepAsync(string name, byte[] content, CancellationToken ct)
    {
        if (content.Length == 0)
        {
            throw new FieldException("file", "document.empty", new("Il file è vuoto: sceglierne un altro.", "The file is empty: choose another one."));
        }

        if (content.Length > options.Megabytes * 1024L * 1024L)
        {
            throw new FieldException("file", "document.too-large", new Words("Il file supera i {0} MB: ridurlo o dividerlo.", "The file is larger than {0} MB: reduce or split it.").With(options.Megabytes));
        }

        var type = DocumentType.Of(content) ?? throw new FieldException("file", "document.type", new Words(
            "Questo tipo di file non si può tenere: vanno bene {0}.", "This kind of file cannot be kept: {0} are fine.").With(DocumentType.Known));
        var now = clock.GetUtcNow();
        var plain = Path.GetFileName(name);
        var kept = new KeptDocument(Guid.CreateVersion7(now), plain.Length <= LongestName ? plain : plain[^LongestName..], type, content.Length);
        Directory.CreateDirectory(options.Folder);

        // Written before its row: a command that fails leaves a file without a row, which the sweeping finds, and never a row without its file.
        await using (var file = new FileStream(DocumentFiles.PathOf(options, kept.Id), FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(ProtectorOf(kept.Id).Protect(content), ct);
            file.Flush(flushToDisk: true);
        }

        await db.ExecuteAsync(
            Insert,
            new { kept.Id, Name = cipher.Protect(kept.Name), kept.ContentType, kept.Bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), At = now, By = user.Id },
            ct);
        return kept;
    }

    public async Task<IReadOnlyList<KeptDocument>> DescribeAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        [.. (await db.QueryInBatchesAsync<Guid, KeptDocument>(Select, ids, null, ct)).Select(kept => kept with { Name = cipher.Unprotect(kept.Name)! })];

    public async Task<byte[]> ReadAsync(Guid id, CancellationToken ct)
    {
        var path = DocumentFiles.PathOf(options, id);
        return File.Exists(path) ? ProtectorOf(id).Unprotect(await File.ReadAllBytesAsync(path, ct)) : throw new NotFoundException("document");
    }

    public Task ForgetAsync(Guid id, CancellationToken ct) => db.ExecuteAsync(Forget, new { Id = id, At = clock.GetUtcNow() }, ct);

    // The id is part of the purpose: a file put in another's place does not open.
    private IDataProtector ProtectorOf(Guid id) => protection.CreateProtector("InclusionPlatform.Documents.v1", id.ToString("N"));
}

/// <summary>Where contents lie.</summary>
internal static class DocumentFiles
{
    public const string Ending = ".document";

    public static string PathOf(DocumentOptions options, Guid id) => Path.Combine(options.Folder, $"{id:N}{Ending}");
}
