using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// Which field of a body names a record that is not there. Whoever looks for the record knows its id and not where that came from, and the same search serves addresses and bodies: so the field is
/// the one in which the id stands. Of an id of the address no field is named, because the whole answer speaks of it.
/// </summary>
internal static class UnknownReferences
{
    private const string Ours = "InclusionPlatform.";

    /// <summary>Names the field in the answers of all endpoints of the group that can have a body.</summary>
    public static RouteGroupBuilder NameUnknownReferences(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(methods => methods.HttpMethods.Any(CanHaveBody)))
            {
                endpoint.FilterFactories.Add((context, next) => invocation => NameFieldAsync(context.MethodInfo, invocation, next));
            }
        });
        return group;
    }

    private static bool CanHaveBody(string method) => HttpMethods.IsPost(method) || HttpMethods.IsPut(method);

    private static async ValueTask<object?> NameFieldAsync(MethodInfo handler, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        try
        {
            return await next(invocation);
        }
        catch (NotFoundException missing) when (missing is { Id: { } id, Field: null } && FieldOf(id, handler, invocation) is { } field)
        {
            throw missing.At(field);
        }
    }

    private static string? FieldOf(Guid id, MethodInfo handler, EndpointFilterInvocationContext invocation)
    {
        var request = invocation.HttpContext.Request;
        if (request.RouteValues.Values.OfType<string>().Concat(request.Query.SelectMany(values => values.Value)).Any(text => Guid.TryParse(text, out var one) && one == id))
        {
            return null;
        }

        var services = invocation.HttpContext.RequestServices.GetRequiredService<IServiceProviderIsService>();
        return handler.GetParameters()
            .Where(parameter => !services.IsService(parameter.ParameterType))
            .Select(parameter => PathTo(id, invocation.Arguments[parameter.Position], NameInForm(parameter)))
            .FirstOrDefault(path => path is not null);
    }

    /// <summary>The field of a form is a parameter of its own; a body is one parameter with all fields in it.</summary>
    private static string NameInForm(ParameterInfo parameter) => parameter.GetCustomAttributes().OfType<IFromFormMetadata>().Select(field => field.Name ?? parameter.Name).FirstOrDefault() ?? "";

    private static string? PathTo(Guid id, object? value, string path) => value switch
    {
        Guid one => one == id ? path : null,
        null or string => null,
        IEnumerable list => list.Cast<object?>().Select((one, index) => PathTo(id, one, $"{path}[{index}]")).FirstOrDefault(found => found is not null),
        _ when IsBody(value.GetType()) => value.GetType().GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => PathTo(id, property.GetValue(value), $"{path}{(path.Length == 0 ? "" : ".")}{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}"))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsBody(Type type) => type.IsClass && type.FullName?.StartsWith(Ours, StringComparison.Ordinal) is true;
}
