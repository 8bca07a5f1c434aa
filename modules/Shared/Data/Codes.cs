using System.Collections.Concurrent;
using System.Text.Json;

namespace InclusionPlatform.Shared;

/// <summary>Enumerations are stored, as they are sent, by their camelCase name: readable in the database, stable when members are added.</summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Enum, string> Known = [];

    /// <summary>The camelCase name, as in <c>callBack</c>.</summary>
    public static string Code<T>(this T value) where T : struct, Enum => Known.GetOrAdd(value, static known => JsonNamingPolicy.CamelCase.ConvertName(known.ToString()));
}
