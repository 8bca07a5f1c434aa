using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// Choices in an address are written as in JSON, <c>state=enrolling</c>. Minimal APIs read them with <c>Enum.TryParse</c>, which wants the exact
/// C# name, so the value is turned into that before the endpoint binds it. A made-up value is left alone and refused there.
/// </summary>
internal static class EnumQueries
{
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Known = [];

    public static Task Read(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.HasValue && http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } handler && Known.GetOrAdd(handler, ChoicesOf) is { Count: > 0 } choices)
        {
            Dictionary<string, StringValues>? rewritten = null;
            foreach (var (name, members) in choices)
            {
                if (http.Request.Query.TryGetValue(name, out var value) && members.TryGetValue(value.ToString(), out var member))
                {
                    rewritten ??= http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
                    rewritten[name] = member;
                }
            }

            if (rewritten is not null)
            {
                http.Features.Set<IQueryFeature>(new QueryFeature(new QueryCollection(rewritten)));
            }
        }

        return next(http);
    }

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ChoicesOf(MethodInfo handler) => handler.GetParameters()
        .SelectMany(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [(NameOf(parameter) ?? parameter.Name!, parameter.ParameterType)]
            : parameter.ParameterType.GetProperties().Select(property => (NameOf(property) ?? property.Name, property.PropertyType)))
        .Select(parameter => (Name: parameter.Item1, Type: Nullable.GetUnderlyingType(parameter.Item2) ?? parameter.Item2))
        .Where(parameter => parameter.Type.IsEnum)
        .ToDictionary(
            parameter => parameter.Name,
            parameter => (IReadOnlyDictionary<string, string>)Enum.GetNames(parameter.Type).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, member => member),
            StringComparer.OrdinalIgnoreCase);

    private static string? NameOf(ICustomAttributeProvider parameter) => parameter.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).OfType<FromQueryAttribute>().FirstOrDefault()?.Name;
}
