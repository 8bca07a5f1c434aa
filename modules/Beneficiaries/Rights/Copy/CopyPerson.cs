using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>
/// All that every module holds on a person, for the person (GDPR art. 15 and 20): one ZIP with what a machine reads, what a person reads, and the papers.
/// For the équipe, and whoever has an emergency access; each copy is in the person's access log. What another équipe keeps is not in it: handing it to whoever clicks would break the need
/// to know. The copy says so whether there is such a part or not, and whoever can give the rest is told that the person asked (<see cref="TellOthersOfCopy"/>).
/// </summary>
internal sealed record CopyPerson(Guid Id) : IQuery<MadeCopy>;

/// <summary>Tells who can give the part that whoever asks does not see, the managers of open cases and for those that are over the coordinators: the person asked for their data.</summary>
internal sealed record TellOthersOfCopy(Guid PersonId) : ICommand, IGoesOnWhileRestricted;

/// <summary>A copy that is ready to leave.</summary>
/// <param name="Copy">Its parts and papers.</param>
/// <param name="Names">The papers' names, by document.</param>
/// <param name="Hidden">Notes that only some of the équipe may read and that whoever made the copy may not.</param>
/// <param name="MadeOn">The day.</param>
internal sealed record MadeCopy(PersonCopy Copy, IReadOnlyDictionary<Guid, KeptDocument> Names, int Hidden, DateOnly MadeOn);

internal static class CopyPersonEndpoint
{
    public static void MapCopyPerson(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/copy", Handle)
        .WithName("copyBeneficiary")
        .WithSummary("Download all that is held on a person, papers included, as one ZIP; it is logged")
        .Produces(StatusCodes.Status200OK, contentType: "application/zip")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<IResult> Handle(Guid id, HttpContext http, IMediator mediator, IDocumentStore documents, CancellationToken ct)
    {
        var made = await mediator.Send(new CopyPerson(id), ct);
        await mediator.Send(new TellOthersOfCopy(id), ct);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(stream => CopyArchive.WriteAsync(stream, made, documents, ct), "application/zip", $"copia-dei-dati-{made.MadeOn.ToString("O", CultureInfo.InvariantCulture)}.zip");
    }
}

internal sealed class CopyPersonHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, OwnRecords own, IDocumentStore documents, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<CopyPerson, MadeCopy>
{
    private const string SelectCases = $"select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only} order by c.opened_on, c.id";

    public async Task<MadeCopy> Handle(CopyPerson request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, "copy-of-all");
        audit.Exports("beneficiary-copy", "person-asked");
        var caseIds = await db.QueryAsync<Guid>(SelectCases, CasesInFull.Args(request.Id, needToKnow, user, clock), cancellationToken);
        var copy = new PersonCopy();
        var hidden = await own.AddAsync(request.Id, copy, cancellationToken);
        await mediator.Publish(new PersonCopyAsked(request.Id, caseIds, copy), cancellationToken);
        var kept = await documents.DescribeAsync(copy.Files.Select(file => file.DocumentId), cancellationToken);
        return new(copy, kept.ToDictionary(document => document.Id), hidden, clock.Today());
    }
}

internal sealed class TellOthersOfCopyHandler(IDbSession db, NeedToKnow needToKnow, INotifications notifications, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<TellOthersOfCopy, Unit>
{
    private const string SelectOthers = $"""
        select o.manager_id as ManagerId, case when o.closed_on is null then 0 else 1 end as IsOver
        from   beneficiaries_case o
        where  o.beneficiary_id = @Id
               and o.id not in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only})
        """;

    public async Task<Unit> Handle(TellOthersOfCopy request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        var others = await db.QueryAsync<Other>(SelectOthers, CasesInFull.Args(request.PersonId, needToKnow, user, clock), cancellationToken);
        if (others.Count == 0)
        {
            return Unit.Value;
        }

        // Of a case that is over, its équipe sees nothing of the person while another follows them, and its manager may be gone: then a coordinator completes the copy, by emergency access.
        var active = (await colleagues.AllAsync(cancellationToken)).Where(one => one.IsActive).ToArray();
        var told = active.Where(one => others.Any(other => other.IsOver == 0 && other.ManagerId == one.Id)).Select(one => one.Id).ToArray();
        var coordinators = active.Where(one => one.Roles.Contains(Role.Coordinator)).Select(one => one.Id);
        await notifications.NotifyAsync(others.Select(other => other.ManagerId).Distinct().Count() > told.Length ? [.. told, .. coordinators] : told, "beneficiary.copy-made", null, $"/beneficiaries/{request.PersonId}#rights", cancellationToken);
        return Unit.Value;
    }

    private sealed record Other(Guid ManagerId, int IsOver);
}

/// <summary>Writes the ZIP as it leaves: one paper at a time is in memory.</summary>
internal static class CopyArchive
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream stream, MadeCopy made, IDocumentStore documents, CancellationToken ct)
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
        foreach (var part in made.Copy.Parts)
        {
            root[part.Code] = part.Records.DeepClone();
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
