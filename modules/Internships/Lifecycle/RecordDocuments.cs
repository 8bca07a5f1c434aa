using FluentValidation;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Signing;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Which papers are there and since when. An empty field says that the paper is not there.</summary>
internal abstract record InternshipPapers
{
    public Guid? ConventionId { get; init; }

    public DateOnly? SignedByPersonOn { get; init; }

    public DateOnly? SignedByHostOn { get; init; }

    public DateOnly? SignedByPromoterOn { get; init; }

    public string? CommunicationProtocol { get; init; }

    public DateOnly? CommunicationSentOn { get; init; }

    public string? InailPosition { get; init; }

    public string? LiabilityPolicy { get; init; }

    /// <summary>Day on which the host declared that nothing bars it.</summary>
    public DateOnly? HostDeclaredOn { get; init; }

    /// <summary>The public service that attests a longer duration or a repetition.</summary>
    public string? AttestedBy { get; init; }

    public DateOnly? AttestedOn { get; init; }
}

/// <summary>The papers as they are sent and read.</summary>
internal sealed record InternshipDocuments : InternshipPapers;

/// <summary>
/// Records the papers of an internship. Once it runs, and after its end too, only the communication that may follow the start is still recorded, and one that was mistyped is corrected: what stood before stays in the history.
/// </summary>
internal sealed record RecordDocuments : InternshipPapers, ICommand
{
    public RecordDocuments(Guid id, int version, InternshipDocuments documents) : base(documents) => (Id, Version) = (id, version);

    public Guid Id { get; }

    public int Version { get; }
}

internal static class RecordDocumentsEndpoint
{
    public static void MapRecordDocuments(this IEndpointRouteBuilder internships) => internships
        .MapPut("/{id:guid}/documents", Handle)
        .WithName("recordInternshipDocuments")
        .WithSummary("Record convention, signatures, mandatory communication and insurance")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, InternshipDocuments body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordDocuments(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordDocumentsValidator : AbstractValidator<RecordDocuments>
{
    public RecordDocumentsValidator(TimeProvider clock)
    {
        RuleFor(papers => papers.CommunicationProtocol).MaximumLength(60);
        RuleFor(papers => papers.InailPosition).MaximumLength(40);
        RuleFor(papers => papers.LiabilityPolicy).MaximumLength(120);
        RuleFor(papers => papers.AttestedBy).MaximumLength(160);
        RuleFor(papers => papers.CommunicationSentOn).NotNull().When(papers => !string.IsNullOrWhiteSpace(papers.CommunicationProtocol));
        RuleFor(papers => papers.CommunicationProtocol).NotEmpty().When(papers => papers.CommunicationSentOn is not null);
        RuleFor(papers => papers.AttestedOn).NotNull().When(papers => !string.IsNullOrWhiteSpace(papers.AttestedBy));
        RuleFor(papers => papers.AttestedBy).NotEmpty().When(papers => papers.AttestedOn is not null);
        RuleFor(papers => papers.SignedByPersonOn).IsOfAPaper(clock);
        RuleFor(papers => papers.SignedByHostOn).IsOfAPaper(clock);
        RuleFor(papers => papers.SignedByPromoterOn).IsOfAPaper(clock);
        RuleFor(papers => papers.CommunicationSentOn).IsOfAPaper(clock);
        RuleFor(papers => papers.HostDeclaredOn).IsOfAPaper(clock);
        RuleFor(papers => papers.AttestedOn).IsOfAPaper(clock);
    }
}

internal sealed class RecordDocumentsHandler(
    IDbSession db, VisibleInternships internships, SignatureBook signatures, InternshipHistory history, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RecordDocuments, Unit>
{
    public async Task<Unit> Handle(RecordDocuments request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        // A typing error may come to light at an inspection, long after the end.
        var late = row.State is InternshipState.Active or InternshipState.Ended or InternshipState.EndedEarly;
        if (row.State is not InternshipState.Proposed && !late)
        {
            throw WrongState.Of(row.State);
        }

        var corrected = late && row.CommunicationProtocol is not null;

        await ChosenConvention.CheckAsync(db, request.ConventionId, row.CompanyId, cancellationToken);
        if (row.Version != request.Version)
        {
            throw new StaleVersionException();
        }

        CheckDays(row, request, late);
        if (corrected)
        {
            CheckCorrection(row, request);
        }

        var resigned = late ? [] : SignaturesOf(row, request).Where(one => one.Before != one.After).ToArray();
        await EnsureNotGivenHereAsync(row, resigned, cancellationToken);
        var changed = await db.ExecuteAsync(late ? UpdateCommunication : Update, new
        {
            request.Id,
            request.Version,
            request.ConventionId,
            request.SignedByPersonOn,
            request.SignedByHostOn,
            request.SignedByPromoterOn,
            CommunicationProtocol = Text(request.CommunicationProtocol),
            request.CommunicationSentOn,
            InailPosition = Text(request.InailPosition),
            LiabilityPolicy = Text(request.LiabilityPolicy),
            request.HostDeclaredOn,
            AttestedBy = Text(request.AttestedBy),
            request.AttestedOn,
            // Whoever records a signature has handed the project over to be signed.
            AnySigned = request.SignedByPersonOn is not null || request.SignedByHostOn is not null || request.SignedByPromoterOn is not null,
            At = clock.GetUtcNow(),
            By = user.Id,
        }, cancellationToken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        if (corrected && (row.CommunicationProtocol != Text(request.CommunicationProtocol) || row.CommunicationSentOn != request.CommunicationSentOn))
        {
            await history.AddAsync(row.Id, MomentKind.CommunicationCorrected, row.CommunicationProtocol, row.CommunicationSentOn, cancellationToken);
        }

        foreach (var one in resigned)
        {
            var kind = one.Before is null ? MomentKind.SignatureRecorded : one.After is null ? MomentKind.SignatureRemoved : MomentKind.SignatureChanged;
            await history.AddAsync(row.Id, kind, one.Signer.Code(), one.Before ?? one.After, cancellationToken);
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    /// <summary>Those that are written now: what stands already was accepted for the start that it was given for.</summary>
    private static void CheckDays(InternshipRow row, RecordDocuments request, bool onlyCommunication)
    {
        (string Field, DateOnly? Before, DateOnly? After)[] communication = [("communicationSentOn", row.CommunicationSentOn, request.CommunicationSentOn)];
        (string Field, DateOnly? Before, DateOnly? After)[] others =
            onlyCommunication ? [] : [.. SignaturesOf(row, request).Select(one => (one.Field, one.Before, one.After)), ("hostDeclaredOn", row.HostDeclaredOn, request.HostDeclaredOn)];
        foreach (var (field, _, day) in communication.Concat(others).Where(one => one.Before != one.After))
        {
            PaperDays.CheckStart(field, day, row.StartsOn);
        }
    }

    /// <summary>The internship began with this communication: it is not removed, and its other day is one on which it was in time. A day that stands already was accepted.</summary>
    /// <exception cref="FieldException"><c>internship.communication-stays</c> or <c>internship.communication-too-late</c> (422).</exception>
    private static void CheckCorrection(InternshipRow row, RecordDocuments request)
    {
        if (Text(request.CommunicationProtocol) is null)
        {
            throw new FieldException("communicationProtocol", "internship.communication-stays", new(
                "Il tirocinio è cominciato con questa comunicazione: si corregge, non si toglie.", "The internship began with this communication: it is corrected, not removed."));
        }

        var deadline = CommunicationIsSent.Deadline(row.Plan.HostType, row.StartsOn);
        if (request.CommunicationSentOn != row.CommunicationSentOn && request.CommunicationSentOn > deadline)
        {
            throw new FieldException("communicationSentOn", "internship.communication-too-late", new Words(
                "La comunicazione dell'inizio andava inviata entro il {0:d}: questa data viene dopo. Controllarla sulla ricevuta.",
                "The communication of the start was due by {0:d}: this day is later. Check it on the receipt.").With(deadline));
        }
    }

    private static IEnumerable<Resigned> SignaturesOf(InternshipRow row, RecordDocuments request) =>
    [
        new(Signer.Person, row.SignedByPersonOn, request.SignedByPersonOn, "signedByPersonOn"),
        new(Signer.Host, row.SignedByHostOn, request.SignedByHostOn, "signedByHostOn"),
        new(Signer.Promoter, row.SignedByPromoterOn, request.SignedByPromoterOn, "signedByPromoterOn"),
    ];

    /// <exception cref="ConflictException"><c>internship.signature-given</c> (409): what somebody signed here is nobody's to rewrite.</exception>
    private async Task EnsureNotGivenHereAsync(InternshipRow row, IReadOnlyCollection<Resigned> resigned, CancellationToken ct)
    {
        if (resigned.Count == 0)
        {
            return;
        }

        var given = await signatures.GivenHereAsync(row, ct);
        if (resigned.FirstOrDefault(one => given.ContainsKey(one.Signer)) is { } fixedOne)
        {
            throw new ConflictException("internship.signature-given", new Words(
                "Questa firma è stata data il {0:d} con il link, sullo schermo o sulla carta caricata: da qui non si cambia e non si toglie. Per farla cadere, riportare il progetto alla bozza indicando il motivo.",
                "This signature was given on {0:d} through the link, on screen or on the paper that was uploaded: it is neither changed nor removed here. To let it fall, take the project back to the draft with the reason.").With(fixedOne.Before)) { Field = fixedOne.Field };
        }
    }

    private sealed record Resigned(Signer Signer, DateOnly? Before, DateOnly? After, string Field);

    private static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    private const string Update = """
        update internships_internship
        set    convention_id = @ConventionId, signed_by_person_on = @SignedByPersonOn, signed_by_host_on = @SignedByHostOn, signed_by_promoter_on = @SignedByPromoterOn,
               communication_protocol = @CommunicationProtocol, communication_sent_on = @CommunicationSentOn, inail_position = @InailPosition,
               liability_policy = @LiabilityPolicy, host_declared_on = @HostDeclaredOn, attested_by = @AttestedBy, attested_on = @AttestedOn,
               to_sign_at = case when to_sign_at is null and @AnySigned = 1 then @At else to_sign_at end, to_sign_by = case when to_sign_at is null and @AnySigned = 1 then @By else to_sign_by end,
               version = version + 1
        where  id = @Id and version = @Version and state = 'proposed'
        """;

    private const string UpdateCommunication = """
        update internships_internship
        set    communication_protocol = @CommunicationProtocol, communication_sent_on = @CommunicationSentOn, version = version + 1
        where  id = @Id and version = @Version and state in ('active', 'ended', 'endedEarly')
        """;
}
