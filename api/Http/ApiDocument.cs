using System.Reflection;
using System.Text.Json.Nodes;
using InclusionPlatform.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InclusionPlatform.Api.Http;

/// <summary>The OpenAPI document, as the Italian guidelines for public APIs (AgID, ModI) want it.</summary>
internal static class ApiDocument
{
    /// <summary>Serves the document made by the build; while it is being made, the one that the endpoints tell.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        if (Hosting.Platform.OnlyDescribes)
        {
            app.MapOpenApi();
            return;
        }

        app.MapGet("/openapi/v1.json", () => TypedResults.PhysicalFile(Path.Combine(AppContext.BaseDirectory, "openapi.json"), "application/json")).ExcludeFromDescription().AllowAnonymous();
    }

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? SchemaNames.Of(type.Type, id) : null;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Inclusion Platform",
                Version = "1.0.0",
                Description = "The work of services for socio-occupational inclusion: people, companies, internships, courses, bulletin.",
                Contact = new OpenApiContact { Name = "Inclusion Platform", Url = new Uri("https://example.org/inclusion-platform") },
                TermsOfService = new Uri("https://example.org/inclusion-platform/terms"),
                License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
            };
            document.Info.AddExtension("x-summary", new JsonNodeExtension(JsonValue.Create("Socio-occupational inclusion services: cases, companies, internships, training and bulletin.")));
            document.Servers = [new OpenApiServer { Url = "https://localhost/", Description = "This installation" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Access.Sessions.CookieName, Description = "Browser session" },
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "OAuth 2.0 client credentials, from POST /api/v1/auth/token" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, ct) =>
        {
            var open = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
            var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct);
            context.Document?.AddComponent("Problem", problem);
            operation.Responses ??= [];
            foreach (var (status, meaning) in Errors(open))
            {
                operation.Responses.TryAdd(status, new OpenApiResponse
                {
                    Description = meaning,
                    Content = new Dictionary<string, OpenApiMediaType> { [ProblemDocuments.ContentType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) } },
                });
            }

            foreach (var parameter in context.Description.ParameterDescriptions)
            {
                if ((parameter.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttribute<CodeOfAttribute>()?.Type is { } type
                    && operation.Parameters?.FirstOrDefault(one => one.Name == parameter.Name) is OpenApiParameter described)
                {
                    var id = SchemaNames.Of(type, type.Name);
                    context.Document?.AddComponent(id, await context.GetOrCreateSchemaAsync(type, null, ct));
                    described.Schema = new OpenApiSchemaReference(id, context.Document);
                }
            }

            if (!open)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] },
                ];
            }
        });
    });

    private static IEnumerable<(string Status, string Meaning)> Errors(bool open)
    {
        yield return ("422", "Something to correct, by field or rule");
        yield return ("429", "Too many requests");
        yield return ("503", "Busy for a moment");
        if (!open)
        {
            yield return ("401", "Sign in first");
            yield return ("403", "Right missing");
            yield return ("404", "Not found, or not to be seen by whoever asks");
        }
    }
}
