using System.Buffers.Text;

namespace InclusionPlatform.Shared.Audit;

/// <summary>The records of a page, as one short text in its line of the access log: 22 characters each.</summary>
internal static class ShownIds
{
    private const int Length = 22;

    /// <summary>Each once; null for none.</summary>
    public static string? Written(IEnumerable<Guid> ids) => string.Concat(ids.Distinct().Select(id => Base64Url.EncodeToString(id.ToByteArray()))) is { Length: > 0 } text ? text : null;

    /// <summary>What <see cref="Written"/> wrote.</summary>
    public static IEnumerable<Guid> Read(string text)
    {
        for (var at = 0; at + Length <= text.Length; at += Length)
        {
            yield return new Guid(Base64Url.DecodeFromChars(text.AsSpan(at, Length)));
        }
    }
}
