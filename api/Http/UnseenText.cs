using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// Takes out of the texts of a body what nobody could have typed on purpose: control characters, which break sheets, mails and papers later, where nobody can mend them; and leaves empty what is made of
/// invisible marks only, so that a field that must be filled in is not filled in by them. Tabs and line breaks stay, and so do the marks that scripts and emoji need between what is seen.
/// </summary>
internal static class UnseenText
{
    /// <summary>Looks at the texts after each reading of the type.</summary>
    public static void Clean(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.IsValueType || type.Type.FullName?.StartsWith("InclusionPlatform.", StringComparison.Ordinal) is not true)
        {
            return;
        }

        // Learnt at the first body: most records are only ever written.
        JsonPropertyInfo[]? texts = null;
        var before = type.OnDeserialized;
        type.OnDeserialized = body =>
        {
            before?.Invoke(body);
            foreach (var property in texts ??= [.. type.Properties.Where(HoldsText)])
            {
                if (property.Get!(body) is string text)
                {
                    if (Of(text) is var clean && !ReferenceEquals(clean, text))
                    {
                        property.Set!(body, clean);
                    }
                }
                else if (property.Get(body) is IReadOnlyList<string?> list && list.Any(one => one is not null && !ReferenceEquals(Of(one), one)))
                {
                    property.Set!(body, list.Select(one => one is null ? null : Of(one)).ToArray());
                }
            }
        };
    }

    /// <summary>The text without what cannot be seen; the same text where there is nothing to take out.</summary>
    public static string Of(string text)
    {
        if (text.Any(IsControl))
        {
            text = string.Concat(text.Where(sign => !IsControl(sign)));
        }

        return string.IsNullOrWhiteSpace(text) || text.Any(IsSeen) ? text : "";
    }

    private static bool HoldsText(JsonPropertyInfo property) => property is { Get: not null, Set: not null, AttributeProvider: PropertyInfo }
        && (property.PropertyType == typeof(string) || property.PropertyType.IsAssignableFrom(typeof(string[])) && property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)));

    private static bool IsControl(char sign) => char.IsControl(sign) && sign is not ('\t' or '\n' or '\r');

    private static bool IsSeen(char sign) => !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) is not UnicodeCategory.Format;
}
