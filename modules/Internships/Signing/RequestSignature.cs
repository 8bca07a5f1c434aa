using System.Text.Json;
using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Links;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Signing;

/// <summary>Sends a link with which somebody reads the project and signs it. Sent again it is a reminder: only the last link counts.</summary>
internal sealed record RequestSignature(Guid Id, Signer? Signer, string? Email) : ICommand<SentSignatureRequest>;

/// <param name="Sent">How many times it was sent so far.</param>
internal sealed record SentSignatureRequest(DateTimeOffset ExpiresAt, int Sent);

internal static class RequestSignatureEndpoint
{
    internal sealed record SignatureRequest(Signer? Signer, string? Email);

    public static void MapRequestSignature(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/signature-requests", Handle)
        .WithName("requestSignature")
        .WithSummary("Send a link with which somebody signs the project, or remind them")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<SentSignatureRequest>> Handle(Guid id, SignatureRequest body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RequestSignature(id, body.Signer, body.Email), ct));
}

internal sealed class RequestSignatureValidator : AbstractValidator<RequestSignature>
{
    public RequestSignatureValidator()
    {
        RuleFor(request => request.Signer).NotNull();
        RuleFor(request => request.Email).NotEmpty().MaximumLength(254);
        RuleFor(request => request.Email)
            .Must(email => string.IsNullOrWhiteSpace(email) || EmailAddress.TryParse(email, out _, out _))
            .WithErrorCode("email.form")
            .WithMessage(_ => new Words("Questo non è un indirizzo e-mail: controllarlo.", "This is not an e-mail address: check it.").ToString());
    }
}

internal sealed class RequestSignatureHandler(
    IDbSession db, VisibleInternships internships, PaperMaker papers, IMediator mediator, IColleagues colleagues, IFieldCipher cipher, LinkMail mail, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RequestSignature, SentSignatureRequest>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly Words Subject = new("Un progetto formativo da firmare", "A training project to be signed");

    private static readonly Words Text = new(
        """
        Buongiorno,

        c'è un progetto formativo da leggere e firmare. Si apre con questo link, che vale fino al {0:d MMMM yyyy} e una volta sola:

        {1}

        Il link è personale: non va inoltrato. Chi non aspettava questo messaggio può ignorarlo.

        {2}
        """,
        """
        Good morning,

        there is a training project to be read and signed. It opens with this link, which counts until {0:d MMMM yyyy} and once only:

        {1}

        The link is personal: do not forward it. Who did not expect this message may ignore it.

        {2}
        """);

    private const string Select = """
        select sent as Sent, last_sent_at as LastSentAt from internships_signature_request where internship_id = @Id and signer = @Signer
        """;

    private const string Insert = """
        insert into internships_signature_request (id, internship_id, signer, email_cipher, code_hash, shown_cipher, first_sent_at, last_sent_at, sent, expires_at, paper_id, paper_hash)
        values (@RequestId, @Id, @Signer, @Email, @Digest, @Shown, @Now, @Now, 1, @Until, @PaperId, @Hash)
        """;

    private const string Again = """
        update internships_signature_request
        set    email_cipher = @Email, code_hash = @Digest, shown_cipher = @Shown, last_sent_at = @Now, sent = sent + 1, expires_at = @Until, paper_id = @PaperId, paper_hash = @Hash
        where  internship_id = @Id and signer = @Signer
        """;

    public async Task<SentSignatureRequest> Handle(RequestSignature request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        SignatureBook.CheckToSign(row);
        var signer = request.Signer!.Value;
        if (SignatureBook.DayOf(row, signer) is not null)
        {
            throw new ConflictException("internship.already-signed", new("Questa firma c'è già.", "This signature is there already."));
        }

        var now = clock.GetUtcNow();
        var before = await db.FindAsync<Before>(Select, new { row.Id, Signer = signer.Code() }, cancellationToken);
        if (before?.LastSentAt > now - LinkMail.Between)
        {
            throw new ConflictException("signature.just-sent", new(
                "Il link è stato mandato da poco: si può ricordare tra qualche minuto.", "The link was sent a moment ago: remind them in a few minutes."));
        }

        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var shown = new ProjectToSign(
            signer, forCase.DisplayName, host.Name, row.Workplace ?? host.MunicipalityName, row.StartsOn, row.EndsOn, row.WeeklyHours, row.Duties, row.Objectives, row.HostTutor,
            names.GetValueOrDefault(row.PromoterTutorId), mail.ServiceName) { Hours = row.Plan.Hours?.Slots, HasPaper = true };
        var seal = await papers.SealProjectAsync(row, forCase, cancellationToken);
        var (code, until) = (LinkCode.New(), LinkLife.ThroughTheDay(now + Life));
        await db.ExecuteAsync(before is null ? Insert : Again, new
        {
            RequestId = Guid.CreateVersion7(now),
            row.Id,
            Signer = signer.Code(),
            Email = cipher.Protect(request.Email!.Trim()),
            Digest = LinkCode.DigestOf(code),
            Shown = cipher.Protect(JsonSerializer.Serialize(shown)),
            Now = now,
            Until = until,
            seal.PaperId,
            seal.Hash,
        }, cancellationToken, ifTaken: () => new ConflictException("internship.try-again", new(
            "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
        await mail.SendAsync("signature", request.Email.Trim(), Subject, Text, $"/sign/{code}", until, null, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return new(until, (before?.Sent ?? 0) + 1);
    }

    private sealed record Before(int Sent, DateTimeOffset LastSentAt);
}
