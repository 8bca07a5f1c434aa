using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>Every endpoint of the document, asked with whatever a client can get wrong: it may refuse, it may never fail.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class SpoiledRequestTests(Engine engine) : SliceTests(engine)
{
    /// <summary>How a request is spoiled, all of its values alike.</summary>
    public enum Spoiling
    {
        Empty,
        Nulls,
        NullElements,
        Blanks,
        Long,
        OtherTypes,
        Largest,
        Smallest,
        Invisible,
    }

    private const string Root = "/api/v1/";

    private static readonly string Long = new('à', 20_000);

    [Test]
    public async Task Body_WhenItIsSpoiled_IsRefusedAndNothingFails([Values] Spoiling spoiling)
    {
        var document = await DocumentAsync();
        var failed = new List<string>();
        var asked = 0;
        var everybody = await AnotherPerson(Enum.GetValues<Role>());
        foreach (var (method, path, operation) in Operations(document))
        {
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
            {
                continue;
            }

            asked++;
            var body = Spoilt(schema, spoiling, document, 0);
            using var content = new StringContent(body?.ToJsonString() ?? "null", Encoding.UTF8, "application/json");
            var reply = await everybody.Send(method, Address(path), content, ("If-Match", "\"1\""));
            // The library's names of its rules are no codes to keep stable.
            if (reply.Status >= 500 || reply.Text.Contains("Validator\"", StringComparison.Ordinal))
            {
                failed.Add($"{method} {path}: {reply.Status} {reply.Text}");
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(failed, Is.Empty);
            Assert.That(asked, Is.GreaterThan(200));
        });
    }

    [Test]
    public async Task Query_WhenItIsSpoiled_IsRefusedAndNothingFails([Values(Spoiling.Empty, Spoiling.Blanks, Spoiling.Long, Spoiling.OtherTypes, Spoiling.Largest, Spoiling.Smallest, Spoiling.Invisible)] Spoiling spoiling)
    {
        var document = await DocumentAsync();
        var failed = new List<string>();
        var everybody = await AnotherPerson(Enum.GetValues<Role>());
        foreach (var (method, path, operation) in Operations(document).Where(one => one.Method == HttpMethod.Get))
        {
            var query = string.Join('&', (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(parameter =>
                $"{parameter!["name"]}={Uri.EscapeDataString(Text(Spoilt(parameter["schema"]!, spoiling, document, 0)))}"));
            if (query.Length == 0)
            {
                continue;
            }

            var reply = await everybody.Get($"{Address(path)}?{query}");
            if (reply.Status >= 500)
            {
                failed.Add($"{path}: {reply.Status}");
            }
        }

        Assert.That(failed, Is.Empty);
    }

    /// <summary>What asks without keeping anything, or keeps what is half written, takes any day; of many internships each has its own answer.</summary>
    private static readonly string[] AnyDay = ["beneficiaries/duplicate-check", "internship-drafts", "internships/search", "internships/bulk-extensions", "internships/{id}/extension-check"];

    /// <summary>Where the day is held against those of the record, which is not there: its own tests tell of it.</summary>
    private static readonly string[] BesideTheRecord =
    [
        "internships/{id}/suspension", "internships/{id}/termination", "internships/{id}/amendments", "internships/{id}/visits", "internships/{id}/exchanges", "internships/{id}/hiring", "internships/{id}/allowance",
        "public/tutor-hirings", "allowance-runs/", "allowance-overpayments/", "course-editions/{editionId}/", "enrolments/{id}/outcome",
    ];

    /// <summary>The last day of a span holds when it is that of the first, which is told.</summary>
    private static readonly Dictionary<string, string> FirstOf = new() { ["to"] = "from", ["validTo"] = "validFrom", ["endsOn"] = "startsOn" };

    [Test]
    public async Task Day_WhenItsYearIsMistyped_IsToldAtItsField([Values(Spoiling.Smallest, Spoiling.Largest)] Spoiling spoiling)
    {
        var document = await DocumentAsync();
        var silent = new List<string>();
        var asked = 0;
        var everybody = await AnotherPerson(Enum.GetValues<Role>());
        foreach (var (method, path, operation) in Operations(document).Where(one => !AnyDay.Concat(BesideTheRecord).Any(start => one.Path.StartsWith(start, StringComparison.Ordinal))))
        {
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema || DaysOf(schema, document) is not { Length: > 0 } days)
            {
                continue;
            }

            using var content = new StringContent(Spoilt(schema, spoiling, document, 0)!.ToJsonString(), Encoding.UTF8, "application/json");
            var reply = await everybody.Send(method, Address(path), content, ("If-Match", "\"1\""));
            if (reply.Code == "request.field-form")
            {
                // Another value than the day cannot be read.
                continue;
            }

            asked++;
            bool Told(string day) => reply.Status == 422 && (reply.CodesOf(day).Count > 0 || (FirstOf.TryGetValue(day, out var first) && reply.CodesOf(first).Count > 0));
            silent.AddRange(days.Where(day => !Told(day)).Select(day => $"{method} {path} {day}: {reply.Status} {reply.Code}"));
        }

        Assert.Multiple(() =>
        {
            Assert.That(silent, Is.Empty);
            Assert.That(asked, Is.GreaterThan(50));
        });
    }

    [TestCase("waiting-list/criteria", """{"validFrom":"2027-01-01","items":[null]}""", "items[0]")]
    [TestCase("job-applications", """{"pathId":"01a12f57-1a80-7bb5-bd75-7c9fdeef99de"}""", "application")]
    public async Task Body_WhenAPartIsMissing_NamesIt(string path, string body, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var coordinator = await SignIn(Role.Coordinator);
        var refused = await coordinator.Send(HttpMethod.Post, path, content).Expect(422, "request.field-form");

        Assert.That(refused.CodesOf(field), Is.EqualTo(new[] { "request.field-form" }));
    }

    [TestCase(Role.Coordinator, "internships/export", "«Tirocini scelti» ha un valore che non si riconosce.")]
    [TestCase(Role.CompanyOperator, "companies/tags", "«Aziende scelte» ha un valore che non si riconosce.")]
    public async Task Body_WhenAFieldHasAnotherNameInAnotherModule_IsCalledAsInItsOwn(Role role, string path, string sentence)
    {
        var refused = await As(role).Post(path, new { ids = new[] { "x" } }).Expect(422, "request.field-form");

        Assert.That(refused["detail"]!.ToString(), Is.EqualTo(sentence));
    }

    [TestCase("\u200b\u202e\ufeff")]
    [TestCase("\u0000\u0007 ")]
    public async Task Text_WhenNothingOfItCanBeSeen_DoesNotFillAFieldThatMustBe(string unseen)
    {
        var refused = await As(Role.Coordinator).Post("partner-bodies", new { name = unseen, kind = "socialAmbit" }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("name"), Is.EqualTo(new[] { "field.required" }));
    }

    [Test]
    public async Task Text_WhenItHoldsControlCharacters_IsKeptWithoutThem()
    {
        var body = (await As(Role.Coordinator).Post("partner-bodies", new { name = "SerD\u0000 di\u0007 prova 👩🏽‍🔧", kind = "socialAmbit" }).Expect(201)).Id;

        Assert.That((await As(Role.Coordinator).Get($"partner-bodies/{body}").Expect(200))["name"]!.ToString(), Is.EqualTo("SerD di prova 👩🏽‍🔧"));
    }

    [Test]
    public async Task List_WhenItIsLongerThanAnybodyWrites_SaysHowManyFit()
    {
        var refused = await As(Role.Educator).Post("company-matches", new { municipality = "044023", skills = Enumerable.Repeat("cucina", 51) }).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!["skills"]![0]!["message"]!.ToString(), Does.EndWith("può avere al massimo 50 voci: toglierne qualcuna."));
        Assert.That(refused.CodesOf("skills"), Is.EqualTo(new[] { "list.too-long" }));
    }

    private static string[] DaysOf(JsonNode schema, JsonNode document) =>
        [.. ((string?)schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema)["properties"]?.AsObject().Where(one => (string?)one.Value!["format"] == "date").Select(one => one.Key) ?? []];

    private static string Text(JsonNode? value)
    {
        var text = value is JsonValue one && one.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "";
        return text.Length > 2_000 ? text[..2_000] : text;
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await Platform.CreateDefaultClient().GetStringAsync("/openapi/v1.json"))!;

    /// <summary>What signs somebody out or changes who asks is left out.</summary>
    private static IEnumerable<(HttpMethod Method, string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        where path.Key.StartsWith(Root, StringComparison.Ordinal) && !path.Key.Contains("/auth/", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        select (HttpMethod.Parse(operation.Key), path.Key[Root.Length..], operation.Value!);

    private static string Address(string path) => string.Join('/', path.Split('/').Select(segment => !segment.StartsWith('{') ? segment
        : segment.Contains("onth", StringComparison.Ordinal) ? "2026-10"
        : segment is "{number}" ? "1"
        : Guid.CreateVersion7().ToString()));

    private static JsonNode? Spoilt(JsonNode schema, Spoiling spoiling, JsonNode document, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        if (schema["oneOf"] is JsonArray either)
        {
            return Spoilt(either.Last()!, spoiling, document, depth);
        }

        if (schema["properties"] is JsonObject properties)
        {
            var body = new JsonObject();
            if (spoiling != Spoiling.Empty && depth < 6)
            {
                foreach (var (name, property) in properties)
                {
                    body[name] = spoiling == Spoiling.Nulls ? null : Spoilt(property!, spoiling, document, depth + 1);
                }
            }

            return body;
        }

        var types = schema["type"] is JsonArray several ? [.. several.Select(type => (string?)type)] : new[] { (string?)schema["type"] };
        if (types.Contains("array"))
        {
            return spoiling switch
            {
                Spoiling.OtherTypes => JsonValue.Create("x"),
                Spoiling.Empty => new JsonArray(),
                Spoiling.NullElements or Spoiling.Nulls => new JsonArray(null, null),
                _ => new JsonArray(Spoilt(schema["items"]!, spoiling, document, depth + 1), Spoilt(schema["items"]!, spoiling, document, depth + 1)),
            };
        }

        return types.Contains("boolean") ? (spoiling == Spoiling.OtherTypes ? JsonValue.Create("x") : JsonValue.Create(spoiling == Spoiling.Largest))
            : types.Contains("integer") || types.Contains("number") ? Number(spoiling, (string?)schema["format"])
            : schema["enum"] is JsonArray codes ? (spoiling == Spoiling.OtherTypes ? JsonValue.Create("nessuno") : codes[spoiling == Spoiling.Largest ? ^1 : 0]?.DeepClone())
            : OfText(spoiling, (string?)schema["format"]);
    }

    private static JsonValue? Number(Spoiling spoiling, string? format) => spoiling switch
    {
        Spoiling.OtherTypes => JsonValue.Create("x"),
        Spoiling.Largest => format == "int32" ? JsonValue.Create(int.MaxValue) : JsonValue.Create(long.MaxValue),
        Spoiling.Smallest => format == "int32" ? JsonValue.Create(int.MinValue) : JsonValue.Create(long.MinValue),
        Spoiling.Blanks => JsonValue.Create(-1),
        _ => JsonValue.Create(0),
    };

    private static JsonValue? OfText(Spoiling spoiling, string? format) => (spoiling, format) switch
    {
        (Spoiling.OtherTypes, _) => JsonValue.Create(7),
        (Spoiling.Largest, "date") => JsonValue.Create(DateOnly.MaxValue.ToString("O", CultureInfo.InvariantCulture)),
        (Spoiling.Smallest, "date") => JsonValue.Create(DateOnly.MinValue.ToString("O", CultureInfo.InvariantCulture)),
        (_, "date") => JsonValue.Create("2026-11-30"),
        (Spoiling.Largest, "date-time") => JsonValue.Create("9999-12-31T23:59:59.9999999Z"),
        (Spoiling.Smallest, "date-time") => JsonValue.Create("0001-01-01T00:00:00Z"),
        (_, "date-time") => JsonValue.Create("2026-11-30T10:00:00Z"),
        (Spoiling.Largest, "time") => JsonValue.Create("23:59:59.9999999"),
        (_, "time") => JsonValue.Create("00:00:00"),
        (Spoiling.Smallest, "uuid") => JsonValue.Create(Guid.Empty.ToString()),
        (_, "uuid") => JsonValue.Create(Guid.AllBitsSet.ToString()),
        (Spoiling.Long, _) => JsonValue.Create(Long),
        (Spoiling.Blanks, _) => JsonValue.Create("   "),
        (Spoiling.Invisible, _) => JsonValue.Create("a\u0000b\r\nc\u202Ed\uFEFF"),
        (Spoiling.Largest, _) => JsonValue.Create("9999-12"),
        _ => JsonValue.Create(""),
    };
}
