using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

/// <summary>A copy of somebody's data as it was downloaded.</summary>
internal static class CopiedData
{
    /// <summary>Downloads a copy: what a machine reads, what a person reads, and every file by its path.</summary>
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

        return (JsonNode.Parse(files["dati.json"])!, Encoding.UTF8.GetString(files["leggimi.html"]), files);
    }
}
