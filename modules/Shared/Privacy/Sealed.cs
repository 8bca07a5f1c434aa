using System.Security.Cryptography;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>AES-256-GCM as it is kept here: a nonce that is never used twice with its key, the tag, and the content.</summary>
internal static class Sealed
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>How long a key is.</summary>
    public const int KeyBytes = 32;

    /// <param name="key">Of <see cref="KeyBytes"/>.</param>
    /// <param name="plain">The content.</param>
    /// <param name="whose">What it belongs to: it opens for nothing else.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> whose)
    {
        var made = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = made.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, made.AsSpan(NonceBytes + TagBytes), made.AsSpan(NonceBytes, TagBytes), whose);
        return made;
    }

    /// <exception cref="CryptographicException">It was touched, or encrypted with another key or for another.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> made, ReadOnlySpan<byte> whose)
    {
        if (made.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("Too short to have been encrypted.");
        }

        var plain = new byte[made.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(made[..NonceBytes], made[(NonceBytes + TagBytes)..], made.Slice(NonceBytes, TagBytes), plain, whose);
        return plain;
    }
}
