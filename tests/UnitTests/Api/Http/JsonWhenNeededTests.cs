using System.Text.Json;
using System.Text.Json.Serialization;
using InclusionPlatform.Api.Http;

namespace InclusionPlatform.UnitTests.Api.Http;

internal sealed class JsonWhenNeededTests
{
    private readonly JsonSerializerOptions plain = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };
    private readonly JsonSerializerOptions deferred;

    public JsonWhenNeededTests()
    {
        deferred = new(plain);
        JsonWhenNeeded.Defer(deferred);
    }

    [Test]
    public void Record_WhenItsMetadataIsAskedFor_IsNotLookedIntoUntilItIsWritten()
    {
        Assert.That(() => deferred.GetTypeInfo(typeof(Impossible)), Throws.Nothing);
        Assert.That(() => JsonSerializer.Serialize(new Impossible(1, 2), deferred), Throws.InvalidOperationException);
    }

    [Test]
    public void Values_WhenWrittenAndRead_AreAsWithoutDeferring()
    {
        object[] values = [new Outer("però", null, [new(7, DayOfWeek.Friday), new(8, DayOfWeek.Monday)]), new[] { new Inner(1, DayOfWeek.Sunday) }, "testo", 5, DayOfWeek.Friday, new Dictionary<string, Inner> { ["a"] = new(3, DayOfWeek.Friday) }];
        Assert.Multiple(() =>
        {
            foreach (var value in values)
            {
                var text = JsonSerializer.Serialize(value, value.GetType(), deferred);
                Assert.That(text, Is.EqualTo(JsonSerializer.Serialize(value, value.GetType(), plain)));
                Assert.That(JsonSerializer.Serialize(value, deferred), Is.EqualTo(text), "known only at run time");
                Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize(text, value.GetType(), deferred), value.GetType(), plain), Is.EqualTo(text));
            }
        });
    }

    [Test]
    public void Field_WhenItsFormIsWrong_IsNamedByItsPath()
    {
        const string text = """{"name":"uno","inners":[{"number":1,"day":"friday"},{"number":"due","day":"friday"}]}""";

        Assert.That(Path(deferred), Is.EqualTo("$.inners[1].number").And.EqualTo(Path(plain)));

        static string? Path(JsonSerializerOptions options) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Outer>(text, options))!.Path;
    }

    private sealed record Outer(string Name, string? Missing, IReadOnlyList<Inner> Inners);

    private sealed record Inner(int Number, DayOfWeek Day);

    private sealed record Impossible([property: JsonPropertyName("same")] int First, [property: JsonPropertyName("same")] int Second);
}
