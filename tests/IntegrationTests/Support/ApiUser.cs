using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InclusionPlatform.IntegrationTests;

/// <summary>Somebody who calls the API: a person with a session, a system with a token, or nobody. Paths are below <c>/api/v1/</c> unless they start with a slash.</summary>
internal sealed class ApiUser(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public HttpClient Http => http;

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Reply> Post(string path, object? body = null, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body, options: Json), headers);

    public Task<Reply> Put(string path, object body, int version) => Send(HttpMethod.Put, path, JsonContent.Create(body, options: Json), ("If-Match", $"\"{version}\""));

    public Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, JsonContent.Create(body, options: Json));

    public Task<Reply> Delete(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Delete, path, null, headers);

    /// <summary>Uploads a file as the form field <c>file</c>.</summary>
    public Task<Reply> Upload(string path, string fileName, byte[] bytes, string contentType = "application/octet-stream")
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new(contentType);
        return Send(HttpMethod.Post, path, new MultipartFormDataContent { { file, "file", fileName } });
    }

    public async Task<Reply> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}") { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }
}
