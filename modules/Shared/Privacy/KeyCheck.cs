using System.Security.Cryptography;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>Whether the folder of keys is the one with which the database was written.</summary>
public interface IKeyCheck
{
    /// <summary>False with other keys: what is encrypted could not be read, nobody would be found by codice fiscale, and what is written now could not be read with the right ones.</summary>
    Task<bool> AreOfThisDatabaseAsync(CancellationToken ct);
}

internal sealed class KeyCheck(IDbSession db, IFieldCipher cipher, IKeyedHash hash, TimeProvider clock) : IKeyCheck
{
    private const string KnownText = "inclusion-platform";
    private const string Purpose = "key-check";

    private const string Select = "select sealed_text as SealedText, search_hash as SearchHash from shared_key_check where id = 1";

    // Of several nodes that start at once the first one's counts.
    private const string Insert = """
        insert into shared_key_check (id, sealed_text, search_hash, made_at)
        select 1, @SealedText, @SearchHash, @At
        where  not exists (select 1 from shared_key_check where id = 1)
        """;

    public async Task<bool> AreOfThisDatabaseAsync(CancellationToken ct)
    {
        if (await db.FindAsync<Written>(Select, null, ct) is { } written)
        {
            return Opens(written.SealedText) && hash.Of(Purpose, KnownText) == written.SearchHash;
        }

        await db.ExecuteAsync(Insert, new { SealedText = cipher.Protect(KnownText), SearchHash = hash.Of(Purpose, KnownText), At = clock.GetUtcNow() }, ct);
        return true;
    }

    private bool Opens(string sealedText)
    {
        try
        {
            return cipher.Unprotect(sealedText) == KnownText;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private sealed record Written(string SealedText, string SearchHash);
}
