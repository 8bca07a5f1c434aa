using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InclusionPlatform.Api.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InclusionPlatform.Api.Http;

/// <summary>The OpenAPI document, as the Italian guidelines for public APIs (AgID, ModI) want it.</summary>
internal static class ApiDocument
{
    private const string MediaType = "application/json";

    /// <summary>The address in the document that the build makes; where it is served, the installation's own stands in its place.</summary>
    private const string BuiltServer = "https://localhost/";

    private const string Introduction = """
        The work of services for socio-occupational inclusion: people, companies, internships, courses, bulletin.

        **Systems** ask for a token with OAuth 2.0 client credentials at `POST /api/v1/auth/token`, send it as `Authorization: Bearer` and ask for another when it has expired; each operation names its scope.
        **Errors** are problem documents (RFC 9457) with a stable `code`; `errors` has what is wrong by field, `rules` the rules of the domain that say no. Titles and sentences are Italian, or English with `Accept-Language: en`.
        **Lists** are pages: `nextCursor` goes into `cursor` until it is null. **Changes** of a record with a `version` carry it in `If-Match`. **POST** can carry an `Idempotency-Key`, so that a repeated call does nothing twice.
        **Dates** are `yyyy-MM-dd`, instants RFC 3339 in UTC, amounts whole cents of euro in fields that end in `Cents`, municipalities ISTAT codes. Bodies are JSON in UTF-8; fields that are not known are passed over.
        What changes from version to version is told in `api/CHANGELOG.md`, which is at `/openapi/changelog.md` too. Within v1 fields, codes and operations are only added: read answers so that new ones do no harm.
        """;

    /// <summary>Serves the document made by the build; while it is being made, the one that the endpoints tell.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        if (Hosting.Platform.OnlyDescribes)
        {
            app.MapOpenApi();
            return;
        }

        app.MapGet("/openapi/v1.json", ServeAsync).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/openapi/changelog.md", () => TypedResults.PhysicalFile(Path.Combine(AppContext.BaseDirectory, "CHANGELOG.md"), "text/markdown; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
    }

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? SchemaNames.Of(type.Type, id) : null;
        options.AddSchemaTransformer(Describe);
        options.AddOperationTransformer((operation, context, ct) =>
            DescribedOperations.DescribeAsync(operation, context, context.ApplicationServices.GetRequiredService<RightRegistry>(), ct));
        options.AddDocumentTransformer((document, context, _) =>
        {
            Introduce(document, context.ApplicationServices.GetRequiredService<RightRegistry>());
            return Task.CompletedTask;
        });
    });

    /// <summary>With the address of this installation, so that whoever tries an operation from the document reaches it.</summary>
    private static async Task ServeAsync(HttpContext http, PlatformOptions platform)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"), http.RequestAborted);
        var server = new Uri(platform.PublicAddress).AbsoluteUri;
        http.Response.ContentType = MediaType;
        await http.Response.WriteAsync(document.Replace($"\"url\": \"{BuiltServer}\"", $"\"url\": {JsonValue.Create(server).ToJsonString()}", StringComparison.Ordinal), http.RequestAborted);
    }

    private static void Introduce(OpenApiDocument document, RightRegistry rights)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Inclusion Platform",
            Version = "1.0.0",
            Description = Introduction,
            Contact = new OpenApiContact { Name = "Inclusion Platform", Url = new Uri("https://example.org/inclusion-platform") },
            TermsOfService = new Uri("https://example.org/inclusion-platform/terms"),
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Info.AddExtension("x-summary", new JsonNodeExtension(JsonValue.Create("Socio-occupational inclusion services: cases, companies, internships, training and bulletin.")));
        document.Servers = [new OpenApiServer { Url = BuiltServer, Description = "This installation" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Access.Sessions.CookieName, Description = "Browser session" },
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "A signed JWT with scopes, which lives ten minutes",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri(Access.IssueAccessTokenEndpoint.Address, UriKind.Relative),
                        Scopes = rights.All.Values.Where(right => right.ForClients).OrderBy(right => right.Name, StringComparer.Ordinal).ToDictionary(right => right.Name, right => right.Description.En),
                    },
                },
            },
        };

        // A component is the same wherever it stands: whether a field may be null is told at the field.
        foreach (var schema in document.Components.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            schema.Enum = schema.Enum?.Where(value => value is not null && !JsonNullSentinel.IsJsonNullSentinel(value)).ToList();
        }
    }

    /// <summary>Gives the words that the code has for a record and its fields; a field that is left out when there is nothing to say is not promised.</summary>
    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo is { AttributeProvider: System.Reflection.PropertyInfo property })
        {
            if (IsShared(schema))
            {
                schema.Description ??= WrittenWords.OfShared(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }

            if ((WrittenWords.Of(property) ?? FieldWords.Of(property)) is { } words)
            {
                Tell(schema, words);
            }

            return Task.CompletedTask;
        }

        schema.Description ??= WrittenWords.OfShared(context.JsonTypeInfo.Type);
        foreach (var field in context.JsonTypeInfo.Properties)
        {
            if (field.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }])
            {
                schema.Required?.Remove(field.Name);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What stands at the field where the schema is one that many share.</summary>
    private static void Tell(OpenApiSchema schema, string words)
    {
        if (IsShared(schema))
        {
            schema.Metadata!["x-ref-description"] = words;
        }
        else
        {
            schema.Description = words;
        }
    }

    /// <summary>It stands once among the components, and fields refer to it.</summary>
    private static bool IsShared(OpenApiSchema schema) => schema.Metadata is { } metadata && metadata.TryGetValue("x-schema-id", out var id) && id is string { Length: > 0 };
}
