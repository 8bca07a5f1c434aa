using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// Which value of an address cannot be read. Where a value must be there the framework names it and throws; where it may be left out it only sets the status, so it is looked for
/// once more, by what the endpoint says of its parameters.
/// </summary>
internal static class UnreadValues
{
    /// <summary>The name of the first one, or null when all of them can be read.</summary>
    public static string? FirstIn(HttpContext http) => http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => parameter.HasTryParse && http.Request.Query[NameOf(parameter)].Any(text => text is { Length: > 0 } && !CanBeRead(text, parameter.ParameterInfo.ParameterType)))
        .Select(NameOf).FirstOrDefault();

    private static string NameOf(IParameterBindingMetadata parameter) => parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name;

    private static bool CanBeRead(string text, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray)
        {
            return CanBeRead(text, type.GetElementType()!);
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out _);
        }

        return Parser(type, typeof(IFormatProvider)) is { } withCulture ? (bool)withCulture.Invoke(null, [text, CultureInfo.InvariantCulture, null])!
            : Parser(type) is not { } plain || (bool)plain.Invoke(null, [text, null])!;
    }

    private static MethodInfo? Parser(Type type, params Type[] with) => type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), .. with, type.MakeByRefType()]);
}
