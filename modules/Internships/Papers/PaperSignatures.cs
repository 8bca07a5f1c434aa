using System.Globalization;
using System.Net;
using System.Text;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Papers;

/// <summary>A signature that rests on a version of a paper.</summary>
/// <param name="Signer">Who.</param>
/// <param name="SignedOn">When.</param>
/// <param name="How">On screen or through a link.</param>
/// <param name="Name">The name that the signer wrote, where they did.</param>
/// <param name="Hash">Digest of what was signed.</param>
internal sealed record PaperSignature(Signer Signer, DateOnly SignedOn, SignatureHow How, string? Name, string Hash);

/// <summary>The signatures that rest on papers.</summary>
internal sealed class PaperSignatures(IDbSession db, IFieldCipher cipher)
{
    private const string Columns = """
        select paper_id as PaperId, signer as Signer, signed_on as SignedOn, how as How, name_cipher as NameCipher, paper_hash as Hash
        from   internships_signature
        """;

    private const string SelectOfInternship = Columns + "\nwhere  internship_id = @Id and paper_id is not null\norder by at, id";

    private const string SelectOfPaper = Columns + "\nwhere  paper_id = @Id\norder by at, id";

    public async Task<ILookup<Guid, PaperSignature>> OfInternshipAsync(Guid internshipId, CancellationToken ct) =>
        (await db.QueryAsync<Row>(SelectOfInternship, new { Id = internshipId }, ct)).OrderBy(row => row.SignedOn).ThenBy(row => row.Signer).ToLookup(row => row.PaperId, Open);

    public async Task<IReadOnlyList<PaperSignature>> OfPaperAsync(Guid paperId, CancellationToken ct) => [.. (await db.QueryAsync<Row>(SelectOfPaper, new { Id = paperId }, ct)).OrderBy(row => row.SignedOn).ThenBy(row => row.Signer).Select(Open)];

    /// <summary>What is printed below a paper: who signed it and how, and whether it is still what was signed.</summary>
    public static string? Printed(IReadOnlyList<PaperSignature> signatures, byte[] content)
    {
        if (signatures.Count == 0)
        {
            return null;
        }

        var hash = PaperMaker.HashOf(content);
        var html = new StringBuilder("<section><h2>Firme raccolte su questa versione</h2><ul>");
        foreach (var one in signatures)
        {
            var who = one.Signer switch { Signer.Person => "La persona in tirocinio", Signer.Host => "Per l'azienda ospitante", _ => "Per il soggetto promotore" };
            var name = one.Name is null ? "" : $", {one.Name}";
            var how = one.How is SignatureHow.Link ? "con link personale" : "a schermo, davanti al servizio";
            html.Append("<li>").Append(WebUtility.HtmlEncode(string.Create(CultureInfo.InvariantCulture, $"{who}{name}: firmato il {one.SignedOn:dd/MM/yyyy}, {how}")));
            if (one.Hash != hash)
            {
                html.Append(" <strong>(attenzione: il documento non è più quello firmato)</strong>");
            }

            html.Append("</li>");
        }

        return html.Append("</ul><p>Impronta del documento (SHA-256): ").Append(hash).Append("</p></section>").ToString();
    }

    private PaperSignature Open(Row row) => new(row.Signer, row.SignedOn, row.How, cipher.Unprotect(row.NameCipher), row.Hash ?? "");

    private sealed record Row(Guid PaperId, Signer Signer, DateOnly SignedOn, SignatureHow How, string? NameCipher, string? Hash);
}
