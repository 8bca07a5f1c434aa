using System.Security.Cryptography;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.Internships.Papers;

/// <summary>Whose paper is made: an internship's with its person, or a convention's.</summary>
internal sealed record PaperOwner(Guid? InternshipId, Guid? ConventionId, Guid? Person);

/// <summary>A version of a paper with the digest of its content: what somebody signs.</summary>
/// <param name="PaperId">The version.</param>
/// <param name="Hash">SHA-256 of the document, in hexadecimal.</param>
internal sealed record PaperSeal(Guid PaperId, string Hash);

/// <summary>Makes papers from what holds now. One that already says it is not made again; one on which no signature rests gives way to the new one.</summary>
internal sealed class PaperMaker(IDbSession db, PaperReader reader, TemplateShelf shelf, IDocumentStore documents, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
{
    public async Task<MadePaper> MakeAsync(PaperFacts facts, PaperKind kind, string month, PaperOwner owner, CancellationToken ct)
    {
        var template = (await shelf.InForceAsync(ct)).GetValueOrDefault(kind);
        var digest = facts.DigestOf(kind, month, template?.Id);
        var of = new { owner.InternshipId, owner.ConventionId, Kind = kind.Code(), Month = month };
        var last = await db.FindAsync<PaperRow>(PaperRow.SelectLast, of, ct);
        if (last is not null && facts.Says(last.Digest, kind, month, template?.Id, last.IsBound))
        {
            return new(last.Id, last.Number);
        }

        var (at, number) = (clock.GetUtcNow(), (last?.Number ?? 0) + 1);
        var form = await shelf.OpenAsync(kind, template, ct);
        var content = form.Fill((await reader.OpenedForAsync(form, facts, ct)).ValuesOf(kind, month));
        var name = PaperNames.FileOf(kind, month, number, ".docx");
        var kept = owner.Person is { } whose ? await documents.KeepForAsync(whose, name, content, ct) : await documents.KeepAsync(name, content, ct);
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(
            PaperRow.Insert,
            new { Id = id, of.InternshipId, of.ConventionId, of.Kind, of.Month, Number = number, Digest = digest, TemplateId = template?.Id, Funded = facts.IsFunded, DocumentId = kept.Id, At = at, By = user.Id },
            ct,
            ifTaken: () => new ConflictException("paper.try-again", new("Un collega sta preparando lo stesso documento: rileggere e riprovare.", "A colleague is making the same paper: read again and retry.")));
        if (last is { SignedId: null } && await db.ExecuteAsync(PaperRow.Delete, new { last.Id }, ct) == 1)
        {
            await documents.ForgetAsync(last.DocumentId, ct);
        }

        audit.Changes(owner.InternshipId is null ? "convention" : "internship", (owner.InternshipId ?? owner.ConventionId)!.Value);
        if (owner.Person is { } about)
        {
            audit.Changes("beneficiary", about);
        }

        return new(id, number);
    }

    /// <summary>The project as it stands, made if it was not: what is signed on screen or through a link is this version.</summary>
    public async Task<PaperSeal> SealProjectAsync(InternshipRow row, CaseFacts forCase, CancellationToken ct)
    {
        var made = await MakeAsync(await reader.OfAsync(row, forCase, ct), PaperKind.Project, "", new(row.Id, null, row.BeneficiaryId), ct);
        var paper = (await db.FindAsync<PaperRow>(PaperRow.SelectById, new { made.Id }, ct))!;
        return new(paper.Id, HashOf(await documents.ReadAsync(paper.DocumentId, ct)));
    }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
