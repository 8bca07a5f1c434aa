using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// Refuses a body with a hole in it: null among the elements of a list, or in the place of a whole part that its record says is always there. The serializer looks at neither, and whoever reads the
/// body after it, validators first, takes the record at its word. What may be missing is written with a question mark in the record.
/// </summary>
internal static class MissingParts
{
    /// <summary>Looks for holes after each reading of the type.</summary>
    public static void Refuse(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !IsOurs(type.Type))
        {
            return;
        }

        // Learnt at the first body: most records are only ever written.
        Part[]? parts = null;
        type.OnDeserialized = body =>
        {
            foreach (var part in parts ??= [.. PartsOf(type)])
            {
                if (part.FirstHoleIn(body) is { } hole)
                {
                    throw new JsonException(null, $"$.{hole}", null, null);
                }
            }
        };
    }

    private static IEnumerable<Part> PartsOf(JsonTypeInfo type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.Properties)
        {
            if (property.Get is not { } get || property.AttributeProvider is not PropertyInfo declared || property.PropertyType.IsValueType || property.PropertyType == typeof(string))
            {
                continue;
            }

            var info = nullability.Create(declared);
            if ((info.ElementType ?? info.GenericTypeArguments.LastOrDefault()) is { Type.IsValueType: false, ReadState: NullabilityState.NotNull } && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                yield return new(property.Name, get, HasElements: true);
            }
            else if (info.ReadState == NullabilityState.NotNull && IsOurs(property.PropertyType))
            {
                yield return new(property.Name, get, HasElements: false);
            }
        }
    }

    private static bool IsOurs(Type type) => type.FullName?.StartsWith("InclusionPlatform.", StringComparison.Ordinal) is true;

    private sealed record Part(string Name, Func<object, object?> Get, bool HasElements)
    {
        public string? FirstHoleIn(object body)
        {
            var value = Get(body);
            if (!HasElements)
            {
                return value is null ? Name : null;
            }

            if (value is IDictionary named)
            {
                return named.Keys.Cast<object>().FirstOrDefault(key => named[key] is null) is { } key ? $"{Name}.{key}" : null;
            }

            var at = 0;
            foreach (var element in (IEnumerable?)value ?? Array.Empty<object>())
            {
                if (element is null)
                {
                    return $"{Name}[{at}]";
                }

                at++;
            }

            return null;
        }
    }
}
