using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Documents;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>A copy that is ready to leave.</summary>
/// <param name="Copy">Its parts and papers.</param>
/// <param name="Names">The papers' names, by document.</param>
/// <param name="Hidden">Notes that only some of the équipe may read and that whoever made the copy may not.</param>
/// <param name="MadeOn">The day.</param>
/// <param name="Part">Of a copy of what one équipe wrote in its case, whose and when; null of a whole copy.</param>
internal sealed record MadeCopy(PersonCopy Copy, IReadOnlyDictionary<Guid, KeptDocument> Names, int Hidden, DateOnly MadeOn, CopiedCase? Part = null);

/// <summary>The case that a part of a copy is about.</summary>
/// <param name="Surname">Of the person: whoever hands several over does not mix them up.</param>
/// <param name="Name">Of the person.</param>
/// <param name="OpenedOn">Day of the taking on.</param>
/// <param name="ClosedOn">Day of the end, if it is over.</param>
internal sealed record CopiedCase(string Surname, string Name, DateOnly OpenedOn, DateOnly? ClosedOn);

/// <summary>Writes the ZIP as it leaves: one paper at a time is in memory.</summary>
internal static class CopyArchive
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of a copy's papers, by document.</summary>
    public static async Task<IReadOnlyDictionary<Guid, KeptDocument>> NamesOfAsync(this IDocumentStore documents, PersonCopy copy, CancellationToken ct) =>
        (await documents.DescribeAsync(copy.Files.Select(file => file.DocumentId), ct)).ToDictionary(document => document.Id);

    /// <summary>The answer: nothing of it is kept on the way.</summary>
    public static IResult Answer(HttpContext http, MadeCopy made, IDocumentStore documents)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(stream => WriteAsync(stream, made, documents, http.RequestAborted), "application/zip", $"copia-dei-dati-{made.MadeOn.ToString("O", CultureInfo.InvariantCulture)}.zip");
    }

    private static async Task WriteAsync(Stream stream, MadeCopy made, IDocumentStore documents, CancellationToken ct)
    {
        await using var held = new HeldWrites(stream);
        await using var zip = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var papers = Papers(made);
        await AddAsync(zip, "dati.json", Encoding.UTF8.GetBytes(Json(made, papers).ToJsonString(Readable)), ct);
        await AddAsync(zip, "leggimi.html", Encoding.UTF8.GetBytes(CopyPage.Write(made, papers)), ct);
        foreach (var (id, path) in papers)
        {
            await AddAsync(zip, path, await documents.ReadAsync(id, ct), ct);
        }
    }

    private static JsonObject Json(MadeCopy made, IReadOnlyList<(Guid Id, string Path)> papers)
    {
        var root = new JsonObject { ["madeOn"] = made.MadeOn.ToString("O", CultureInfo.InvariantCulture), ["notesLeftOut"] = made.Hidden };
        if (made.Part is { } part)
        {
            root["part"] = JsonSerializer.SerializeToNode(part, JsonSerializerOptions.Web);
        }

        foreach (var records in made.Copy.Parts)
        {
            root[records.Code] = records.Records.DeepClone();
        }

        root["files"] = new JsonArray([.. papers.Select(paper => (JsonNode)paper.Path)]);
        return root;
    }

    /// <summary>Papers by their own names, numbered, so that two of one name both fit and no name leaves the folder.</summary>
    private static IReadOnlyList<(Guid Id, string Path)> Papers(MadeCopy made) =>
    [
        .. made.Copy.Files.Where(file => made.Names.ContainsKey(file.DocumentId)).DistinctBy(file => file.DocumentId)
            .Select((file, index) => (file.DocumentId, string.Create(CultureInfo.InvariantCulture, $"documenti/{index + 1:000}-{Safe(made.Names[file.DocumentId].Name)}"))),
    ];

    private static string Safe(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_')).Trim('.', ' ');

    private static async Task AddAsync(ZipArchive zip, string path, byte[] content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }
}
