using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

/// <summary>A copy of somebody's data as it was downloaded.</summary>
internal static class CopiedData
{
    /// <summary>Downloads a copy: what a machine reads, what a person reads, and every file by its path. Whatever it holds, nobody finds a code of the program where a person reads.</summary>
    public static async Task<(JsonNode Data, string Page, Dictionary<string, byte[]> Files)> UnzipAsync(this ApiUser by, string path, params (string Name, string Value)[] headers)
    {
        var reply = await by.Get(path, headers).Expect(200);
        Assert.That(reply.ContentHeaders.ContentType!.MediaType, Is.EqualTo("application/zip"));
        var files = new Dictionary<string, byte[]>();
        using var zip = new ZipArchive(new MemoryStream(reply.Bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var from = await entry.OpenAsync();
            await from.CopyToAsync(content);
            files[entry.FullName] = content.ToArray();
        }

        var (data, page) = (JsonNode.Parse(files["dati.json"])!, Encoding.UTF8.GetString(files["leggimi.html"]));
        Assert.That(Raw(data, page), Is.Empty);
        return (data, page, files);
    }

    /// <summary>Names of fields that are code, and codes of the file for machines that a reader would find as they are.</summary>
    private static IEnumerable<string> Raw(JsonNode data, string page)
    {
        var codes = Texts(data).Where(text => Regex.IsMatch(text, "^[a-z]+([A-Z][a-z]+)*$")).ToHashSet();
        foreach (Match name in Regex.Matches(page, "<(?:dt|th)[^>]*>(.*?)</(?:dt|th)>", RegexOptions.Singleline))
        {
            if (Regex.IsMatch(name.Groups[1].Value, "^[a-z]|^[A-Z][a-z]+([A-Z][a-z]+)+$"))
            {
                yield return $"name {name.Groups[1].Value}";
            }
        }

        foreach (Match value in Regex.Matches(page, "<(?:dd|td)[^>]*>([^<]*)</(?:dd|td)>"))
        {
            foreach (var text in WebUtility.HtmlDecode(value.Groups[1].Value).Split(", ").Where(text => codes.Contains(text) || Regex.IsMatch(text, "^[a-z]+(-[a-z]+)+$")))
            {
                yield return $"value {text}";
            }
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
