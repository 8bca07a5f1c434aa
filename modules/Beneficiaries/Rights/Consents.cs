using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Writes that a person agreed: to which text, when, and how it can be shown (GDPR art. 7(1)). A newer text takes the place of the former consent, which stays written.</summary>
internal sealed record GiveConsent(Guid PersonId, ConsentPurpose? Purpose, string? TextVersion, DateOnly? GivenOn, ConsentProof? Proof, Guid? DocumentId, string? Note) : ICommand<GivenConsent>, IGoesOnWhileRestricted;

internal sealed record GivenConsent(Guid Id);

/// <summary>The person takes a consent back, as easily as it was given (GDPR art. 7(3)).</summary>
internal sealed record WithdrawConsent(Guid PersonId, Guid ConsentId, DateOnly? On) : ICommand, IGoesOnWhileRestricted;

internal static class ConsentsEndpoint
{
    /// <summary>The consent.</summary>
    internal sealed record ConsentBody(ConsentPurpose? Purpose, string? TextVersion, DateOnly? GivenOn, ConsentProof? Proof, Guid? DocumentId, string? Note);

    /// <summary>When it was taken back.</summary>
    internal sealed record ConsentWithdrawalBody(DateOnly? On);

    public static void MapConsents(this IEndpointRouteBuilder beneficiaries)
    {
        beneficiaries.MapPost("/{id:guid}/consents", Give).WithName("giveConsent").WithSummary("Write a consent of a person with its text, day and proof").RequireRight(BeneficiariesModule.Write);
        beneficiaries.MapPost("/{id:guid}/consents/{consentId:guid}/withdrawal", Withdraw).WithName("withdrawConsent").WithSummary("Take a consent back").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<GivenConsent>> Give(Guid id, ConsentBody body, IMediator mediator, CancellationToken ct)
    {
        var given = await mediator.Send(new GiveConsent(id, body.Purpose, body.TextVersion, body.GivenOn, body.Proof, body.DocumentId, body.Note), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}/rights", given);
    }

    private static async Task<NoContent> Withdraw(Guid id, Guid consentId, ConsentWithdrawalBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawConsent(id, consentId, body.On), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class GiveConsentValidator : AbstractValidator<GiveConsent>
{
    public GiveConsentValidator(TimeProvider clock)
    {
        RuleFor(consent => consent.Purpose).NotNull().IsInEnum();
        RuleFor(consent => consent.TextVersion).NotEmpty().MaximumLength(40);
        RuleFor(consent => consent.GivenOn).NotNull().IsLikelyDay();
        RuleFor(consent => consent.GivenOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("consent.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(consent => consent.Proof).NotNull().IsInEnum();
        RuleFor(consent => consent.DocumentId).NotNull().When(consent => consent.Proof is ConsentProof.Document)
            .WithErrorCode("consent.document-needed").WithMessage(_ => new Words("Scegliere il documento firmato tra quelli della persona.", "Choose the signed paper among the person's documents.").ToString());
        RuleFor(consent => consent.DocumentId).Null().When(consent => consent.Proof is not ConsentProof.Document)
            .WithErrorCode("consent.document-alone").WithMessage(_ => new Words("Il documento serve solo se è la prova.", "A document belongs only where it is the proof.").ToString());
        RuleFor(consent => consent.Note).NotEmpty().When(consent => consent.Proof is ConsentProof.Oral)
            .WithErrorCode("consent.witness-needed").WithMessage(_ => new Words("Di un consenso a voce serve scrivere chi c'era.", "Of an oral consent, who was there must be written.").ToString());
        RuleFor(consent => consent.Note).MaximumLength(1000);
    }
}

internal sealed class WithdrawConsentValidator : AbstractValidator<WithdrawConsent>
{
    public WithdrawConsentValidator(TimeProvider clock)
    {
        RuleFor(withdrawal => withdrawal.On).NotNull().IsLikelyDay();
        RuleFor(withdrawal => withdrawal.On).Must(day => day is null || day <= clock.Today()).WithErrorCode("consent.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
    }
}

internal sealed class ConsentsHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GiveConsent, GivenConsent>, IRequestHandler<WithdrawConsent, Unit>
{
    private const string CountDocument = "select count(*) from beneficiaries_document where id = @DocumentId and beneficiary_id = @PersonId";

    private const string Replace = """
        update beneficiaries_consent
        set    withdrawn_on = @GivenOn, withdrawn_by = @By, superseded = 1, version = version + 1
        where  beneficiary_id = @PersonId and purpose = @Purpose and withdrawn_on is null
        """;

    private const string Insert = """
        insert into beneficiaries_consent (id, version, beneficiary_id, purpose, text_version, given_on, proof, document_id, note_cipher, recorded_by, recorded_at)
        values (@Id, 1, @PersonId, @Purpose, @TextVersion, @GivenOn, @Proof, @DocumentId, @Note, @By, @Now)
        """;

    private const string SelectGiven = "select given_on as GivenOn, withdrawn_on as WithdrawnOn, superseded as Superseded from beneficiaries_consent where id = @ConsentId and beneficiary_id = @PersonId";

    private const string Withdraw = """
        update beneficiaries_consent
        set    withdrawn_on = @On, withdrawn_by = @By, version = version + 1
        where  id = @ConsentId and beneficiary_id = @PersonId and withdrawn_on is null
        """;

    public async Task<GivenConsent> Handle(GiveConsent request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (request.DocumentId is not null && await db.ScalarAsync<int>(CountDocument, new { request.DocumentId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("document", request.DocumentId);
        }

        var now = clock.GetUtcNow();
        var row = new
        {
            Id = Guid.CreateVersion7(now), request.PersonId, Purpose = request.Purpose!.Value.Code(), TextVersion = request.TextVersion!.Trim(), request.GivenOn,
            Proof = request.Proof!.Value.Code(), request.DocumentId, Note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(request.PersonId, request.Note.Trim()),
            By = user.Id, Now = now,
        };
        await db.ExecuteAsync(Replace, row, cancellationToken);
        await db.ExecuteAsync(Insert, row, cancellationToken, ifTaken: () => new ConflictException("consent.taken", new(
            "Un collega ha registrato lo stesso consenso in questo momento: rileggere la scheda.", "A colleague wrote the same consent at this moment: read the record again.")));
        audit.Changes("beneficiary", request.PersonId);
        return new(row.Id);
    }

    public async Task<Unit> Handle(WithdrawConsent request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        var kept = await db.FindAsync<Kept>(SelectGiven, new { request.ConsentId, request.PersonId }, cancellationToken) ?? throw new NotFoundException("consent");
        if (kept.Superseded)
        {
            throw new RuleBrokenException("consent.superseded", new(
                "Questo consenso è già sostituito da uno più recente: revocare quello.", "This consent was replaced by a newer one already: take that one back."));
        }

        if (kept.WithdrawnOn is not null)
        {
            throw new RuleBrokenException("consent.withdrawn", new("Questo consenso è già stato revocato.", "This consent was taken back already."));
        }

        if (request.On < kept.GivenOn)
        {
            throw new FieldException("on", "consent.withdrawn-before", new("La revoca non può essere prima del consenso.", "It cannot be taken back before it was given."));
        }

        await db.ExecuteAsync(Withdraw, new { request.ConsentId, request.PersonId, request.On, By = user.Id }, cancellationToken);
        audit.Changes("beneficiary", request.PersonId);
        return Unit.Value;
    }

    private sealed record Kept(DateOnly GivenOn, DateOnly? WithdrawnOn, bool Superseded);
}
