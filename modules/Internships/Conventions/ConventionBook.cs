using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Conventions.Rules;
using MediatR;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Writes conventions: new ones and those that renew another.</summary>
internal sealed class ConventionBook(IDbSession db, IMediator mediator, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into internships_convention (
            id, company_id, number, state, sent_on, signature_on, valid_from, valid_to, inail_position, liability_policy, insurer, liability_until, note, renews_id, created_at,
            created_by, version)
        values (
            @Id, @CompanyId, @Number, @State, null, @SignedOn, @ValidFrom, @ValidTo, @InailPosition, @LiabilityPolicy, @Insurer, @LiabilityUntil, @Note, @RenewsId, @At, @By, 1)
        """;

    public static ConflictException NumberTaken() => new("convention.number-taken", new(
        "C'è già una convenzione con questo numero: controllare il numero, oppure usare quella.",
        "There is already a convention with this number: check the number, or use that one.")) { Field = "number" };

    public static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    public async Task<Guid> AddAsync(Guid companyId, ConventionText text, DateOnly? signedOn, Guid? renews, CancellationToken ct)
    {
        ConventionMoves.CheckSignature(signedOn, text.ValidFrom!.Value);
        ConventionMoves.CheckSignedInTime(signedOn, text.ValidTo!.Value);
        var host = await mediator.Send(new FindHost(companyId), ct);
        if (host.IsArchived)
        {
            throw new RuleBrokenException("convention.host-archived", new(
                "L'azienda è archiviata: riattivarla prima di registrare una convenzione.",
                "The company is archived: bring it back before recording a convention.")) { Field = "companyId" };
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(Insert, new
        {
            Id = id,
            CompanyId = host.Id,
            Number = text.Number!.Trim(),
            State = (signedOn is null ? ConventionState.Draft : ConventionState.Signed).Code(),
            SignedOn = signedOn,
            text.ValidFrom,
            text.ValidTo,
            InailPosition = Text(text.InailPosition),
            LiabilityPolicy = Text(text.LiabilityPolicy),
            Insurer = Text(text.Insurer),
            text.LiabilityUntil,
            Note = Text(text.Note),
            RenewsId = renews,
            At = now,
            By = user.Id,
        }, ct, ifTaken: NumberTaken);
        return id;
    }
}
