using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>The secret in a calendar's address: 256 random bits, of which the platform keeps only a digest.</summary>
internal static class FeedToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 as hex, enough for a secret that nobody can guess; null if this was never one of ours.</summary>
    public static string? DigestOf(string token) =>
        token.Length <= 64 && Base64Url.IsValid(token, out var length) && length == Bytes ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))) : null;
}
