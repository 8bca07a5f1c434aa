using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InclusionPlatform.Internships.Signing;

/// <summary>The code of a link: random, kept only as a digest, worth a week.</summary>
internal static class SignatureCode
{
    private const int Bytes = 32, MostLength = 64;

    public static TimeSpan Life { get; } = TimeSpan.FromDays(7);

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string DigestOf(string? code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code is { Length: <= MostLength } ? code : "")));
}
