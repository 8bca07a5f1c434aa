using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InclusionPlatform.Internships.Links;

/// <summary>The code of a personal link: random, kept only as a digest.</summary>
internal static class LinkCode
{
    private const int Bytes = 32, MostLength = 64;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string DigestOf(string? code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code is { Length: <= MostLength } ? code : "")));
}
