using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Signing;

/// <summary>Reads and writes the signatures of projects, whoever records them and however they were given.</summary>
internal sealed class SignatureBook(IDbSession db, IFieldCipher cipher, InternshipHistory history, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Links that were sent count no more.</summary>
    public const string ForgetRequests = "delete from internships_signature_request where internship_id = @Id";

    private const string Sign = """
        update internships_internship
        set    signed_by_person_on = case when @Person = 1 then @SignedOn else signed_by_person_on end,
               signed_by_host_on = case when @Host = 1 then @SignedOn else signed_by_host_on end,
               signed_by_promoter_on = case when @Promoter = 1 then @SignedOn else signed_by_promoter_on end, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed' and to_sign_at is not null
        """;

    private const string Insert = """
        insert into internships_signature (id, internship_id, signer, how, signed_on, name_cipher, scan_id, at, by_id, paper_id, paper_hash)
        values (@SignatureId, @Id, @Signer, @How, @SignedOn, @Name, @ScanId, @At, @By, @PaperId, @Hash)
        """;

    private const string SelectAll = """
        select signature.signer as Signer, signature.how as How, signature.signed_on as SignedOn, signature.name_cipher as NameCipher, signature.scan_id as ScanId, signature.by_id as ById, signature.at as At,
               signature.paper_id as PaperId, signature.paper_hash as Hash, paper.number as Number
        from   internships_signature signature
        left join internships_paper paper on paper.id = signature.paper_id
        where  signature.internship_id = @Id
        order by signature.at, signature.id
        """;

    private const string SelectRequests = """
        select signer as Signer, email_cipher as EmailCipher, first_sent_at as FirstSentAt, last_sent_at as LastSentAt, sent as Sent, expires_at as ExpiresAt
        from   internships_signature_request
        where  internship_id = @Id
        order by signer
        """;

    private const string ForgetRequest = "delete from internships_signature_request where internship_id = @Id and signer = @Signer";

    /// <summary>All three, given or missing. A signature that fell with a change of the project is not shown any more.</summary>
    public async Task<IReadOnlyList<ShownSignature>> AllAsync(InternshipRow row, IReadOnlyDictionary<Guid, string> names, CancellationToken ct)
    {
        var given = await GivenAsync(row, ct);
        var requests = await db.QueryAsync<RequestRow>(SelectRequests, new { row.Id }, ct);
        return [.. Enum.GetValues<Signer>().Select(signer =>
        {
            var day = DayOf(row, signer);
            var found = given.LastOrDefault(one => one.Signer == signer);
            var request = day is null ? requests.FirstOrDefault(one => one.Signer == signer) : null;
            return new ShownSignature(
                signer, day, found?.How, cipher.Unprotect(found?.NameCipher), found is null ? null : names.GetValueOrDefault(found.ById), found?.ScanId is not null,
                found is { PaperId: { } paper, Number: { } number } ? new(paper, number, found.Hash ?? "") : null,
                request is null ? null : new(cipher.Unprotect(request.EmailCipher)!, request.FirstSentAt, request.LastSentAt, request.Sent, request.ExpiresAt));
        })];
    }

    public async Task<Guid?> ScanAsync(InternshipRow row, Signer signer, CancellationToken ct) =>
        (await GivenAsync(row, ct)).LastOrDefault(one => one.Signer == signer)?.ScanId;

    /// <summary>How those signatures were given that somebody gave here: through the link, on screen, on a paper that is kept. They are not rewritten.</summary>
    public async Task<IReadOnlyDictionary<Signer, SignatureHow>> GivenHereAsync(InternshipRow row, CancellationToken ct) =>
        (await GivenAsync(row, ct)).GroupBy(one => one.Signer).Select(ones => ones.Last()).Where(one => one.How is not SignatureHow.Outside).ToDictionary(one => one.Signer, one => one.How);

    // Those that fell when the project came back to the draft do not stand for one of the same day that is given later.
    private async Task<IReadOnlyList<Row>> GivenAsync(InternshipRow row, CancellationToken ct) =>
        [.. (await db.QueryAsync<Row>(SelectAll, new { row.Id }, ct)).Where(one => one.SignedOn == DayOf(row, one.Signer) && one.At >= row.ToSignAt)];

    public async Task RecordAsync(InternshipRow row, int version, IReadOnlyCollection<Signer> signers, SignatureHow how, DateOnly signedOn, string? name, Guid? scan, PaperSeal? seal, CancellationToken ct)
    {
        CheckToSign(row);
        if (signers.Any(signer => DayOf(row, signer) is not null))
        {
            throw new ConflictException("internship.already-signed", new("Questa firma c'è già.", "This signature is there already."));
        }

        var signed = await db.ExecuteAsync(Sign, new
        {
            row.Id,
            Version = version,
            SignedOn = signedOn,
            Person = signers.Contains(Signer.Person),
            Host = signers.Contains(Signer.Host),
            Promoter = signers.Contains(Signer.Promoter),
        }, ct);
        if (signed == 0)
        {
            throw new StaleVersionException();
        }

        foreach (var signer in signers)
        {
            var at = clock.GetUtcNow();
            await db.ExecuteAsync(Insert, new
            {
                SignatureId = Guid.CreateVersion7(at),
                row.Id,
                Signer = signer.Code(),
                How = how.Code(),
                SignedOn = signedOn,
                Name = cipher.Protect(name),
                ScanId = scan,
                At = at,
                By = user.Id,
                seal?.PaperId,
                seal?.Hash,
            }, ct);
            await db.ExecuteAsync(ForgetRequest, new { row.Id, Signer = signer.Code() }, ct);
            await history.AddAsync(row.Id, MomentKind.SignatureRecorded, signer.Code(), signedOn, ct);
        }
    }

    /// <exception cref="ConflictException"><c>internship.not-to-sign</c> or <c>internship.wrong-state</c> (409).</exception>
    public static void CheckToSign(InternshipRow row)
    {
        if (row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        if (row.ToSignAt is null)
        {
            throw new ConflictException("internship.not-to-sign", new(
                "Il progetto è ancora una bozza: mandarlo prima alla firma.", "The project is still a draft: send it to be signed first."));
        }
    }

    public static DateOnly? DayOf(InternshipRow row, Signer signer) => signer switch
    {
        Signer.Person => row.SignedByPersonOn,
        Signer.Host => row.SignedByHostOn,
        _ => row.SignedByPromoterOn,
    };

    private sealed record Row(Signer Signer, SignatureHow How, DateOnly SignedOn, string? NameCipher, Guid? ScanId, Guid ById, DateTimeOffset At, Guid? PaperId, string? Hash, int? Number);

    private sealed record RequestRow(Signer Signer, string EmailCipher, DateTimeOffset FirstSentAt, DateTimeOffset LastSentAt, int Sent, DateTimeOffset ExpiresAt);
}
