using System.Text.Json;
using System.Text.Json.Serialization;

namespace InclusionPlatform.Internships.Drafts;

/// <summary>How a draft is written into its encrypted column.</summary>
internal static class DraftContent
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
