using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// The API writes enumerations in camelCase everywhere, and its document promises it; the framework reads those of a query by their exact .NET names only.
/// Here the value is brought to that name, so that a filter is written as the same value is read.
/// </summary>
internal static class EnumsInQueries
{
    public static Task Read(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint() is { } endpoint)
        {
            Dictionary<string, StringValues>? rewritten = null;
            foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
            {
                var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
                if (type.IsEnum && http.Request.Query.TryGetValue(parameter.Name, out var text) && NameOf(type, text.ToString()) is { } name)
                {
                    rewritten ??= http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
                    rewritten[parameter.Name] = name;
                }
            }

            if (rewritten is not null)
            {
                http.Request.Query = new QueryCollection(rewritten);
            }
        }

        return next(http);
    }

    // Numbers are no names: they stay as they are, and are refused as everywhere else.
    private static string? NameOf(Type type, string text) => Array.Find(Enum.GetNames(type), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}
