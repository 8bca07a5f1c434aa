using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests;

/// <summary>What the API answered.</summary>
internal sealed record Reply(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new AssertionException($"no JSON in the answer of status {Status}");

    public JsonNode? this[string property] => Json[property];

    public Guid Id => Json["id"]!.GetValue<Guid>();

    public int Version => Json["version"]!.GetValue<int>();

    public string? Code => Json["code"]?.GetValue<string>();

    public JsonArray Items => Json["items"]!.AsArray();

    public IReadOnlyList<Guid> Ids => [.. Items.Select(item => item!["id"]!.GetValue<Guid>())];

    /// <summary>The codes of a field's errors in the problem document.</summary>
    public IReadOnlyList<string> CodesOf(string field) => Json["errors"]?[field]?.AsArray().Select(error => error!["code"]!.GetValue<string>()).ToArray() ?? [];

    /// <summary>The codes of the rules that said no.</summary>
    public IReadOnlyList<string> Rules => Json["rules"]?.AsArray().Select(rule => rule!["code"]!.GetValue<string>()).ToArray() ?? [];

    public T As<T>() => JsonSerializer.Deserialize<T>(Bytes, JsonSerializerOptions.Web)!;
}

internal static class Replies
{
    public static async Task<Reply> Expect(this Task<Reply> call, int status, string? code = null)
    {
        var reply = await call;
        Assert.That(reply.Status, Is.EqualTo(status), () => $"the API answered: {reply.Text}");
        if (status >= 400)
        {
            Assert.That(reply.ContentHeaders.ContentType?.MediaType, Is.EqualTo("application/problem+json"), "every error is a problem document");
        }

        if (code is not null)
        {
            Assert.That(reply.Code, Is.EqualTo(code), () => reply.Text);
        }

        return reply;
    }
}
