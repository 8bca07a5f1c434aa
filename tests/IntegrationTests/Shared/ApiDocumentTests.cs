using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>What a developer elsewhere, who has only the API's document, can rely on.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ApiDocumentTests(Engine engine) : SliceTests(engine)
{
    private JsonNode document = null!;

    private IEnumerable<(string Method, string Path, JsonNode Operation)> Operations =>
        from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select (operation.Key, path.Key, operation.Value!);

    private JsonNode Operation(string id) => Operations.Single(one => (string?)one.Operation["operationId"] == id).Operation;

    [SetUp]
    public async Task Read() => document = (await Anonymous.Get("/openapi/v1.json").Expect(200)).Json;

    [Test]
    public void Document_WhenServed_NamesThisInstallation() =>
        Assert.That((string?)document["servers"]![0]!["url"], Is.EqualTo("http://localhost:5080/"));

    [Test]
    public async Task Changelog_WhenAskedFor_IsThere()
    {
        var reply = await Anonymous.Get("/openapi/changelog.md").Expect(200);

        Assert.That(reply.ContentHeaders.ContentType!.ToString(), Is.EqualTo("text/markdown; charset=utf-8"));
        Assert.That(reply.Text, Does.Contain($"## {document["info"]!["version"]}"), "the version of the document has its chapter");
    }

    [Test]
    public void Parameter_WhenThereIsOne_SaysWhatItMeans()
    {
        var parameters = Operations.SelectMany(one => (one.Operation["parameters"] as JsonArray ?? []).Select(parameter => (one.Path, Parameter: parameter!))).ToArray();

        Assert.That(parameters, Has.Length.GreaterThan(500));
        Assert.That(parameters.Where(one => (string?)one.Parameter["description"] is null or "").Select(one => $"{one.Path}: {one.Parameter["name"]}"), Is.Empty, "ParameterWords has a sentence for each name");
    }

    [Test]
    public void Answer_WhenItIsAFile_HasItsType() => Assert.That(
        Operations.Where(one => one.Operation["responses"]!["200"] is { } ok && ok["content"] is null && one.Path != "/api/v1/public/bulletin/unsubscription/{token}").Select(one => one.Path), Is.Empty);

    [Test]
    public void Codes_WhenListed_AreCodesOnly() => Assert.That(
        document["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!["enum"] is JsonArray codes && codes.Contains(null)).Select(schema => schema.Key), Is.Empty,
        "whether a field may be null is told at the field: in both places null would be neither");

    [Test]
    public void Scope_WhenASystemCanHaveIt_IsNamedAtEachOperation()
    {
        Assert.That(ScopesOf("postOpportunity"), Is.EqualTo(new[] { "opportunities:write" }));
        Assert.That(ScopesOf("getAnnualReport"), Is.EqualTo(new[] { "reports:read" }));
        Assert.That(ScopesOf("listOpportunities"), Is.EqualTo(new[] { "opportunities:read", "opportunities:write" }), "either of the two: with the second alone what the system sent itself");
        Assert.That(ScopesOf("listUsers"), Is.Null, "no system can have it");
    }

    [Test]
    public void Change_WhenItWantsTheVersion_SaysSoWithItsRefusals()
    {
        var change = Operation("updateCompany");

        Assert.That((bool?)change["parameters"]!.AsArray().Single(one => (string?)one!["name"] == "If-Match")!["required"], Is.True, "without it the answer is 428");
        Assert.That(change["responses"]!.AsObject().Select(one => one.Key), Is.SupersetOf(new[] { "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "429", "503" }));
        Assert.That(change["responses"]!["200"]!["headers"]!["ETag"], Is.Not.Null);
    }

    [Test]
    public void Field_WhenTheCodeHasWordsForIt_HasThemInTheDocument()
    {
        var fields = document["components"]!["schemas"]!["PostOpportunity"]!["properties"]!;

        Assert.That((string?)fields["title"]!["description"], Does.Contain("200 characters"));
        Assert.That((string?)fields["externalReference"]!["description"], Does.Contain("own reference"));
    }

    [Test]
    public void Field_WhenASystemReadsOrWritesIt_SaysWhatItMeans()
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var open = new Queue<string>(Operations.Where(one => one.Operation["security"]!.AsArray().Any(way => way!["token"] is JsonArray { Count: > 0 })).SelectMany(one => SchemasIn(one.Operation)).Append("Problem"));
        var seen = new HashSet<string>();
        var silent = new List<string>();
        while (open.TryDequeue(out var name))
        {
            if (seen.Add(name))
            {
                silent.AddRange((schemas[name]!["properties"]?.AsObject() ?? []).Where(field => !IsDescribed(field.Value!)).Select(field => $"{name}.{field.Key}"));
                SchemasIn(schemas[name]).ToList().ForEach(open.Enqueue);
            }
        }

        Assert.That(seen, Has.Count.GreaterThan(100));
        Assert.That(silent, Is.Empty, "the record says it, or FieldWords where the name means the same in all records");
    }

    [Test]
    public void Code_WhenItsMeaningIsWritten_HasItInTheDocument()
    {
        var state = document["components"]!["schemas"]!["InvitationState"]!;

        Assert.That((string?)state["description"], Does.StartWith("How an invited body answered").And.Contain("- `declined`: Said that it will not come."));
    }

    [Test]
    public void Problem_WhenDescribed_PromisesOnlyWhatEveryErrorHas()
    {
        var problem = document["components"]!["schemas"]!["Problem"]!;

        Assert.That(problem["required"]!.AsArray().Select(one => one!.ToString()), Is.EquivalentTo(new[] { "type", "title", "status", "detail", "code", "traceId" }));
    }

    [Test]
    public async Task Example_WhenSentAsItIs_IsTaken()
    {
        var made = await As(Role.Administrator).Post("api-clients", new { name = "Centro per l'impiego", scopes = new[] { "opportunities:write" } }).Expect(201);
        var token = (await Anonymous.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = made["clientId"]!.ToString(), ["client_secret"] = made["clientSecret"]!.ToString(),
        })).Expect(200))["access_token"]!.ToString();
        var operation = Operation("postOpportunity");
        var example = operation["requestBody"]!["content"]!["application/json"]!["example"]!;
        var answered = operation["responses"]!["201"]!["content"]!["application/json"]!["example"]!.AsObject();

        var posted = await Anonymous.Post("opportunities", example, ("Authorization", $"Bearer {token}")).Expect(201);

        Assert.That(posted.Json.AsObject().Select(field => field.Key), Is.EqualTo(answered.Select(field => field.Key)));
        Assert.That((string?)posted["state"], Is.EqualTo((string?)answered["state"]));
    }

    [Test]
    public async Task ExampleOfTheReport_WhenCompared_HasTheFieldsOfARealOne()
    {
        var example = Operation("getAnnualReport")["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject();

        var report = await As(Role.Coordinator).Get("reports/annual?year=2024").Expect(200);

        Assert.That(report.Json.AsObject().Select(field => field.Key), Is.EqualTo(example.Select(field => field.Key)));
    }

    private static IEnumerable<string> SchemasIn(JsonNode? node) => node switch
    {
        JsonObject parts => parts.SelectMany(part => part.Key == "$ref" && part.Value!.ToString() is var to && to.Contains("/schemas/", StringComparison.Ordinal) ? [to.Split('/')[^1]] : SchemasIn(part.Value)),
        JsonArray parts => parts.SelectMany(SchemasIn),
        _ => [],
    };

    private static bool IsDescribed(JsonNode field) => field["description"] is not null || (field["oneOf"] as JsonArray ?? []).Any(one => one!["description"] is not null);

    private string[]? ScopesOf(string operation) =>
        Operation(operation)["security"]!.AsArray().Where(one => one!["token"] is not null).SelectMany(one => one!["token"]!.AsArray()).Select(scope => scope!.ToString()).ToArray() is { Length: > 0 } scopes ? scopes : null;
}
