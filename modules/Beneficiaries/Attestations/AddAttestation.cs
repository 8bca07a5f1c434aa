using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Attestations;

/// <summary>Records that a public body attests a category of disadvantage: who, under which number, from when to when. Never a diagnosis.</summary>
internal sealed record AddAttestation(Guid BeneficiaryId, string? Category, Guid? BodyId, string? Number, DateOnly? ValidFrom, DateOnly? ValidTo) : ICommand<AddedAttestation>;

/// <summary>What was recorded.</summary>
/// <param name="Id">The attestation.</param>
/// <param name="RestrictsNow">Because of it, only the équipe sees the person from now on.</param>
internal sealed record AddedAttestation(Guid Id, bool RestrictsNow);

internal static class AddAttestationEndpoint
{
    /// <summary>What is attested, by whom and for how long.</summary>
    /// <param name="Category">Code of the disadvantage category.</param>
    /// <param name="Number">Number of the paper.</param>
    internal sealed record AttestationBody(string? Category, Guid? BodyId, string? Number, DateOnly? ValidFrom, DateOnly? ValidTo);

    public static void MapAddAttestation(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/attestations", Handle)
        .WithName("addAttestation")
        .WithSummary("Record an attestation of disadvantage")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedAttestation>> Handle(Guid id, AttestationBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddAttestation(id, body.Category, body.BodyId, body.Number, body.ValidFrom, body.ValidTo), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}/attestations", added);
    }
}

internal sealed class AddAttestationValidator : AbstractValidator<AddAttestation>
{
    public AddAttestationValidator(TimeProvider clock)
    {
        RuleFor(attestation => attestation.Category).NotEmpty()
            .Must(code => string.IsNullOrEmpty(code) || CodeLists.DisadvantageCategories.Find(code) is not null)
            .WithErrorCode("attestation.category").WithMessage(_ => Sentences.Choice.ToString());
        RuleFor(attestation => attestation.BodyId).NotNull();
        RuleFor(attestation => attestation.Number).MaximumLength(60);
        RuleFor(attestation => attestation.ValidFrom).NotNull().IsDayOfALife();
        RuleFor(attestation => attestation.ValidFrom).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("attestation.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(attestation => attestation.ValidTo).IsDayOfALife();
        RuleFor(attestation => attestation.ValidTo).Must((attestation, to) => to is null || to >= attestation.ValidFrom)
            .WithErrorCode("attestation.ends-before-start")
            .WithMessage(_ => new Words("La scadenza non può essere prima dell'inizio.", "The end cannot be before the beginning.").ToString());
    }
}

internal sealed class AddAttestationHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddAttestation, AddedAttestation>
{
    private const string Insert = """
        insert into beneficiaries_attestation (id, beneficiary_id, details_cipher, category_hash, valid_from, valid_to, recorded_by, recorded_at)
        values (@Id, @BeneficiaryId, @Details, @CategoryHash, @ValidFrom, @ValidTo, @Me, @Now)
        """;

    private const string RestrictPerson = "update beneficiaries_person set restricted = 1 where id = @BeneficiaryId";

    private const string RestrictCase = "update beneficiaries_case set restricted = 1, version = version + 1 where beneficiary_id = @BeneficiaryId and closed_on is null and restricted = 0";

    public async Task<AddedAttestation> Handle(AddAttestation request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.PersonAsync(request.BeneficiaryId, Sight.Full, cancellationToken);
        if ((await mediator.Send(new DescribePartnerBodies([request.BodyId!.Value]), cancellationToken)).Count == 0)
        {
            throw new FieldException("bodyId", "attestation.unknown-body", new(
                "L'ente che attesta non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.",
                "The attesting body is not in the network: choose it from the list or add it first."));
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var code = CodeLists.DisadvantageCategories.Find(request.Category)!.Code;
        var details = new AttestationDetails(code, request.BodyId.Value, string.IsNullOrWhiteSpace(request.Number) ? null : request.Number.Trim());
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, request.BeneficiaryId, Details = sensitive.Seal(request.BeneficiaryId, details), CategoryHash = sensitive.CategoryHash(code), request.ValidFrom, request.ValidTo,
                Me = user.Id, Now = now,
            },
            cancellationToken);
        audit.Changes("beneficiary", request.BeneficiaryId);
        var restricts = !seen.Restricted && CaseIsRestricted.ByAttestation(code);
        if (restricts)
        {
            await db.ExecuteAsync(RestrictPerson, new { request.BeneficiaryId }, cancellationToken);
            await db.ExecuteAsync(RestrictCase, new { request.BeneficiaryId }, cancellationToken);
        }

        return new(id, restricts);
    }
}
