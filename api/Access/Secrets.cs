using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InclusionPlatform.Api.Access;

/// <summary>Secrets made by the platform: shown once, stored only as a hash.</summary>
internal static class Secrets
{
    // No vowels, no look-alikes: can be read aloud on the phone and spells no word.
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    /// <summary>Four groups of five, about 95 bits: for passwords that a person copies once.</summary>
    public static string Readable() => string.Join('-', RandomNumberGenerator.GetString(Letters, 20).Chunk(5).Select(group => new string(group)));

    /// <summary>256 bits for an address or for a system.</summary>
    public static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 as hex: enough for a random token of 256 bits, which nobody can guess back.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A repeated request is answered from what is stored, and the secret is not: better to say so than to show one that does not work.</summary>
    /// <exception cref="ConflictException"><c>secret.shown-already</c></exception>
    public static void RequireFirstAnswer(Guid attempt, Guid answered)
    {
        if (attempt != answered)
        {
            throw new ConflictException("secret.shown-already", new(
                "Questa richiesta era già stata eseguita e il suo segreto non si può mostrare di nuovo: generarne uno nuovo.",
                "This request was carried out already and its secret cannot be shown again: make a new one."));
        }
    }
}
