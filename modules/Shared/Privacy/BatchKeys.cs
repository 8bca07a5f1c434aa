using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>
/// Keys of batches: each is used for what is written together, wrapped by the key ring, and written with every text, so that reading one needs no other fact. A text is <c>b1.</c>, the wrapped key,
/// a point, and the content, both in base64url.
/// </summary>
internal sealed class BatchKeys(IDataProtectionProvider provider)
{
    private const string Prefix = "b1.";
    private const int MostKept = 100;

    private readonly IDataProtector protector = provider.CreateProtector("InclusionPlatform.BatchKeys.v1");
    private readonly ConcurrentDictionary<string, byte[]> opened = new(StringComparer.Ordinal);

    public static bool Is(string cipher) => cipher.StartsWith(Prefix, StringComparison.Ordinal);

    public IBatchCipher Begin()
    {
        var key = RandomNumberGenerator.GetBytes(Sealed.KeyBytes);
        return new Batch($"{Prefix}{Base64Url.EncodeToString(protector.Protect(key))}.", key);
    }

    public string Open(string cipher)
    {
        var point = cipher.IndexOf('.', Prefix.Length);
        if (point < 0)
        {
            throw new CryptographicException("No key is written with this text.");
        }

        return Encoding.UTF8.GetString(Sealed.Open(KeyOf(cipher[Prefix.Length..point]), Base64Url.DecodeFromChars(cipher.AsSpan(point + 1)), []));
    }

    private byte[] KeyOf(string wrapped)
    {
        if (opened.TryGetValue(wrapped, out var known))
        {
            return known;
        }

        if (opened.Count >= MostKept)
        {
            opened.Clear();
        }

        return opened[wrapped] = protector.Unprotect(Base64Url.DecodeFromChars(wrapped));
    }

    private sealed class Batch(string head, byte[] key) : IBatchCipher
    {
        public string? Protect(string? text) => text is null ? null : head + Base64Url.EncodeToString(Sealed.Seal(key, Encoding.UTF8.GetBytes(text), []));
    }
}
