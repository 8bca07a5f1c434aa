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
    /// <exception cref="FieldException"><c>document.too-large</c>, <c>document.empty</c>, <c>document.type</c> or <c>document.name</c> (422) at the field <c>file</c>.</exception>
    Task<KeptDocument> KeepAsync(string name, byte[] content, CancellationToken ct);

    /// <summary>Keeps a file of a person, encrypted with the person's own key: destroying it takes the file out of backups too.</summary>
    /// <exception cref="FieldException">As <see cref="KeepAsync"/>.</exception>
    Task<KeptDocument> KeepForAsync(Guid person, string name, byte[] content, CancellationToken ct);

    /// <summary>Encrypts a kept document anew with the person's own key, also one that is under another person's; one that is so already, or is gone, stays as it is.</summary>
    Task GiveToAsync(Guid id, Guid person, CancellationToken ct);

    /// <summary>What is known of documents; unknown ones are left out.</summary>
    Task<IReadOnlyList<KeptDocument>> DescribeAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>The content.</summary>
    /// <exception cref="NotFoundException"><c>document.not-found</c> if there is none.</exception>
    Task<byte[]> ReadAsync(Guid id, CancellationToken ct);

    /// <summary>Forgets a document with the command at hand; its content is erased afterwards.</summary>
    Task ForgetAsync(Guid id, CancellationToken ct);
}

internal sealed class DocumentStore(
    IDbSession db, IDataProtectionProvider protection, IPersonKeys keys, IFieldCipher cipher, DocumentOptions options, ICurrentUser user, TimeProvider clock) : IDocumentStore
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

    private const string SelectName = "select name_cipher from shared_document where id = @Id and forgotten_at is null";

    private const string UpdateName = "update shared_document set name_cipher = @Name where id = @Id";

    public Task<KeptDocument> KeepAsync(string name, byte[] content, CancellationToken ct) => KeepAsync(null, name, content, ct);

    public Task<KeptDocument> KeepForAsync(Guid person, string name, byte[] content, CancellationToken ct) => KeepAsync(person, name, content, ct);

    public async Task GiveToAsync(Guid id, Guid person, CancellationToken ct)
    {
        var path = DocumentFiles.PathOf(options, id);
        var name = await db.ScalarAsync<string>(SelectName, new { Id = id }, ct);
        if (name is null || !File.Exists(path))
        {
            return;
        }

        var content = await File.ReadAllBytesAsync(path, ct);
        if (OfPerson.WhoseIs(content) != person)
        {
            // Beside the old one and then in its place: whoever dies in between leaves the old one whole.
            var anew = $"{path}.{Guid.NewGuid():N}";
            await using (var file = new FileStream(anew, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(OfPerson.Seal(keys, person, id, Plain(id, content)), ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(anew, path, overwrite: true);
        }

        await db.ExecuteAsync(UpdateName, new { Id = id, Name = cipher.ProtectFor(person, cipher.Unprotect(name)) }, ct);
    }

    private async Task<KeptDocument> KeepAsync(Guid? person, string name, byte[] content, CancellationToken ct)
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
        var plain = DocumentType.NameFor(Path.GetFileName(name), type);
        var kept = new KeptDocument(Guid.CreateVersion7(now), plain.Length <= LongestName ? plain : plain[^LongestName..], type, content.Length);
        Directory.CreateDirectory(options.Folder);

        // Written before its row: a command that fails leaves a file without a row, which the sweeping finds, and never a row without its file.
        await using (var file = new FileStream(DocumentFiles.PathOf(options, kept.Id), FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(person is { } owner ? OfPerson.Seal(keys, owner, kept.Id, content) : ProtectorOf(kept.Id).Protect(content), ct);
            file.Flush(flushToDisk: true);
        }

        await db.ExecuteAsync(
            Insert,
            new { kept.Id, Name = person is { } whose ? cipher.ProtectFor(whose, kept.Name) : cipher.Protect(kept.Name), kept.ContentType, kept.Bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), At = now, By = user.Id },
            ct);
        return kept;
    }

    public async Task<IReadOnlyList<KeptDocument>> DescribeAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        [.. (await db.QueryInBatchesAsync<Guid, KeptDocument>(Select, ids, null, ct)).Select(kept => kept with { Name = cipher.Unprotect(kept.Name)! })];

    public async Task<byte[]> ReadAsync(Guid id, CancellationToken ct)
    {
        var path = DocumentFiles.PathOf(options, id);
        if (!File.Exists(path))
        {
            throw new NotFoundException("document");
        }

        var content = await File.ReadAllBytesAsync(path, ct);
        return Plain(id, content);
    }

    private byte[] Plain(Guid id, byte[] content) => OfPerson.Is(content) ? OfPerson.Open(keys, id, content) : ProtectorOf(id).Unprotect(content);

    public Task ForgetAsync(Guid id, CancellationToken ct) => db.ExecuteAsync(Forget, new { Id = id, At = clock.GetUtcNow() }, ct);

    // The id is part of the purpose: a file put in another's place does not open.
    private IDataProtector ProtectorOf(Guid id) => protection.CreateProtector("InclusionPlatform.Documents.v1", id.ToString("N"));
}

/// <summary>The content of a person's document: a mark, the person's id, and what the person's key made of the document's id and content, so that a file put in another's place does not open.</summary>
internal static class OfPerson
{
    private static readonly byte[] Mark = "INCLp1"u8.ToArray();

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Mark);

    /// <summary>The person whose key it is under; null under the common one.</summary>
    public static Guid? WhoseIs(ReadOnlySpan<byte> file) => Is(file) ? new Guid(file.Slice(Mark.Length, 16)) : null;

    public static byte[] Seal(IPersonKeys keys, Guid person, Guid id, byte[] content) => [.. Mark, .. person.ToByteArray(), .. keys.Protect(person, [.. id.ToByteArray(), .. content])];

    public static byte[] Open(IPersonKeys keys, Guid id, byte[] file)
    {
        var plain = keys.Unprotect(new Guid(file.AsSpan(Mark.Length, 16)), file.AsSpan(Mark.Length + 16));
        return new Guid(plain.AsSpan(0, 16)) == id ? plain[16..] : throw new CryptographicException("This content belongs to another document.");
    }
}

/// <summary>Where contents lie.</summary>
internal static class DocumentFiles
{
    public const string Ending = ".document";

    public static string PathOf(DocumentOptions options, Guid id) => Path.Combine(options.Folder, $"{id:N}{Ending}");
}
