using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>How records are written in a copy: as the API writes them, without empty fields.</summary>
internal static class CopiedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static JsonNode? Node(object record) => JsonSerializer.SerializeToNode(record, record.GetType(), Options);
}
