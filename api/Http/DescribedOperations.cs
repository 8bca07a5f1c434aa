using System.Reflection;
using System.Text.Json.Nodes;
using InclusionPlatform.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InclusionPlatform.Api.Http;

/// <summary>What the framework does not know of an operation: who may call it, the headers that it reads and writes, how it can fail, what its files are.</summary>
internal static class DescribedOperations
{
    private const string IfMatchWords = "The record's `version` in quotes, as its ETag has it. Without it the answer is 428, and 412 when somebody changed the record in the meantime.";
    private const string IdempotencyWords = "A text of 1 to 200 characters made for this one call. A call repeated with it does nothing again and has the answer of the first; with other contents it is refused (422).";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Completes one operation.</summary>
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, RightRegistry rights, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var either = metadata.OfType<RightOrOwn>().FirstOrDefault();
        var endpoint = new Endpoint(
            metadata.OfType<IAllowAnonymous>().Any(), context.Description.HttpMethod!, context.Description.RelativePath!, metadata.OfType<MethodInfo>().FirstOrDefault(),
            (either?.Right ?? metadata.OfType<IAuthorizeData>().Select(one => one.Policy).FirstOrDefault(policy => policy is not null)) is { } policy ? rights.All[policy] : null, either?.ForOwn);
        operation.Parameters ??= [];
        operation.Responses ??= [];
        if (endpoint.ReadsVersion)
        {
            operation.Parameters.Add(Header("If-Match", IfMatchWords, "\"3\"", required: true));
        }

        if (endpoint is { Method: "POST", IsOpen: false })
        {
            operation.Parameters.Add(Header("Idempotency-Key", IdempotencyWords, "0c4f6a52-9d1e-4b7e-8f0a-2f6f1f3f7a10"));
        }

        await DescribeParametersAsync(operation, context, ct);
        DescribeAnswers(operation, endpoint, metadata.OfType<IProducesResponseTypeMetadata>());
        context.Document?.AddComponent("Problem", await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct));
        foreach (var (status, meaning) in Errors(endpoint, operation.RequestBody is not null))
        {
            var shared = endpoint.SignsIn ? $"SignIn{status}" : $"Refused{status}";
            context.Document?.AddComponent(shared, Refusal(status, meaning, new OpenApiSchemaReference("Problem", context.Document)));
            operation.Responses.TryAdd(status, new OpenApiResponseReference(shared, context.Document));
        }

        DescribeAccess(operation, endpoint, context.Document);
        if (endpoint.IsToken)
        {
            await DescribeTokenAsync(operation, context, ct);
        }

        ApiExamples.Add(operation);
    }

    private static async Task DescribeParametersAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var parameter in context.Description.ParameterDescriptions)
        {
            if (operation.Parameters!.FirstOrDefault(one => one.Name == parameter.Name) is not OpenApiParameter described)
            {
                continue;
            }

            described.Description ??= ParameterWords.Of(parameter.Name);
            if ((parameter.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttribute<CodeOfAttribute>()?.Type is { } type)
            {
                var id = SchemaNames.Of(type, type.Name);
                context.Document?.AddComponent(id, await context.GetOrCreateSchemaAsync(type, null, ct));
                described.Schema = new OpenApiSchemaReference(id, context.Document);
            }
        }
    }

    private static void DescribeAnswers(OpenApiOperation operation, Endpoint endpoint, IEnumerable<IProducesResponseTypeMetadata> produced)
    {
        if (operation.Responses!.TryGetValue("200", out var ok) && ok is OpenApiResponse answer)
        {
            if (answer.Content is null or { Count: 0 } && endpoint.AnswersFile)
            {
                var types = produced.Where(one => one.StatusCode == StatusCodes.Status200OK).SelectMany(one => one.ContentTypes).DefaultIfEmpty("*/*");
                answer.Content = types.Distinct().ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
                answer.Headers = Answered("Content-Disposition", "`attachment`, with the name of the file");
            }

            if (endpoint.AnswersVersion)
            {
                answer.Headers = Answered("ETag", "The record's `version` in quotes, to be sent back in If-Match or If-None-Match");
                if (endpoint.Method == "GET")
                {
                    operation.Parameters!.Add(Header("If-None-Match", "The ETag that is held already: if it is still the record's, the answer is 304 without a body.", "\"3\""));
                    operation.Responses["304"] = new OpenApiResponse { Description = "What is held already is still so" };
                }
            }
        }

        if (operation.Responses.TryGetValue("201", out var made) && made is OpenApiResponse created)
        {
            created.Headers = Answered("Location", "Address of what was made");
        }
    }

    private static void DescribeAccess(OpenApiOperation operation, Endpoint endpoint, OpenApiDocument? document)
    {
        if (endpoint.IsOpen)
        {
            operation.Security = [];
            return;
        }

        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] }];
        if (endpoint.Right is not { ForClients: false })
        {
            operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = endpoint.Right is { } scope ? [scope.Name] : [] });
        }

        if (endpoint.ForOwn is { } own)
        {
            operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [own] });
        }

        var who = endpoint.Right switch
        {
            { ForClients: true } right when endpoint.ForOwn is { } forOwn => $"Right and scope: `{right.Name}`; with `{forOwn}` alone a third-party system is answered what it made itself.",
            { ForClients: true } right => $"Right and scope: `{right.Name}`.",
            { } right => $"Right: `{right.Name}`, which third-party systems cannot have.",
            null => "For whoever has signed in or has a token.",
        };
        operation.Description = operation.Description is { Length: > 0 } said ? $"{said}\n\n{who}" : who;
    }

    /// <summary>The endpoint binds its form by hand, as RFC 6749 wants it, and the framework sees only texts.</summary>
    private static async Task DescribeTokenAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        static OpenApiSchema Text(string words, params JsonNode[] values) => new() { Type = JsonSchemaType.String, Description = words, Enum = values.Length == 0 ? null : [.. values] };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Form] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "grant_type" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["grant_type"] = Text("Always `client_credentials`.", "client_credentials"),
                            ["client_id"] = Text("As the administrator gave it; left out with HTTP Basic."),
                            ["client_secret"] = Text("As it was shown once to the administrator; left out with HTTP Basic."),
                            ["scope"] = Text("Scopes wanted, with spaces between them; without it, all that the administrator gave."),
                        },
                    },
                    Example = new JsonObject { ["grant_type"] = "client_credentials", ["client_id"] = "demo-employment-centre", ["client_secret"] = "…", ["scope"] = "opportunities:write" },
                },
            },
        };
        var schema = await context.GetOrCreateSchemaAsync(typeof(Access.AccessToken), null, ct);
        context.Document?.AddComponent("AccessToken", schema);
        operation.Responses!["200"] = new OpenApiResponse
        {
            Description = "OK",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference("AccessToken", context.Document) } },
        };
    }

    private static OpenApiParameter Header(string name, string words, string example, bool required = false) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = words, Example = JsonValue.Create(example), Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static Dictionary<string, IOpenApiHeader> Answered(string name, string words, JsonSchemaType type = JsonSchemaType.String) =>
        new() { [name] = new OpenApiHeader { Description = words, Schema = new OpenApiSchema { Type = type } } };

    private static OpenApiResponse Refusal(string status, string meaning, OpenApiSchemaReference problem) => new()
    {
        Description = meaning,
        Content = new Dictionary<string, OpenApiMediaType> { [ProblemDocuments.ContentType] = new() { Schema = problem } },
        Headers = status switch
        {
            "401" => Answered("WWW-Authenticate", "What would do, and for a token what is wrong with it (RFC 6750)"),
            "429" or "503" => Answered("Retry-After", "Seconds to wait", JsonSchemaType.Integer),
            _ => null,
        },
    };

    private static IEnumerable<(string Status, string Meaning)> Errors(Endpoint endpoint, bool hasBody)
    {
        yield return ("400", "Unreadable request, such as a value of the address of the wrong form");
        yield return ("422", "Something to correct, by field or rule");
        yield return ("429", "Too many requests");
        yield return ("503", "Busy for a moment");
        if (!endpoint.IsOpen || endpoint.SignsIn)
        {
            yield return ("401", endpoint.SignsIn ? "Credentials not recognised" : "Sign in first, or the token is not valid");
        }

        if (!endpoint.IsOpen)
        {
            yield return ("403", "Right or scope missing");
        }

        if (!endpoint.IsOpen || endpoint.Path.Contains("public/", StringComparison.Ordinal) || endpoint.Path.Contains('{', StringComparison.Ordinal))
        {
            yield return ("404", "Not found, or not to be seen by whoever asks; where it is the body that names it, `errors` has the field");
            yield return ("409", "Not as things stand: the state, or another record, does not allow it");
        }

        if (hasBody)
        {
            yield return ("413", "Too large");
            yield return ("415", "Content of a type that is not taken here");
        }

        if (endpoint.ReadsVersion)
        {
            yield return ("412", "Changed in the meantime");
            yield return ("428", "If-Match is missing");
        }
    }

    private sealed record Endpoint(bool IsOpen, string Method, string Path, MethodInfo? Handler, Right? Right, string? ForOwn)
    {
        public bool IsToken => $"/{Path}" == Access.IssueAccessTokenEndpoint.Address;

        public bool SignsIn => IsOpen && Path.Contains("/auth/", StringComparison.Ordinal);

        public bool ReadsVersion => Handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch)) is true;

        public bool AnswersVersion => Answers(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VersionedOk<>));

        public bool AnswersFile => Answers(type => type == typeof(FileContentHttpResult) || type == typeof(FileStreamHttpResult) || type == typeof(IResult)) && !IsToken;

        private bool Answers(Func<Type, bool> isOne) => Handler?.ReturnType is { } type
            && isOne(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GenericTypeArguments[0] : type);
    }
}
