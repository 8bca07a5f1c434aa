using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>The service takes a person on; whoever opens the case answers for it until somebody else does.</summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="ReferringBodyId">The partner body that referred the person.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="Reason">Why.</param>
/// <param name="Programme">Funded programme, if any.</param>
/// <param name="Restricted">Whether only the équipe may see it; null decides by the kind of the referring body.</param>
internal sealed record OpenCase(Guid? BeneficiaryId, Guid? ReferringBodyId, DateOnly? OpenedOn, CaseReason? Reason, string? Programme, bool? Restricted) : ICommand<OpenedCase>;

internal sealed record OpenedCase(Guid Id, bool Restricted);

internal static class OpenCaseEndpoint
{
    public static void MapOpenCase(this IEndpointRouteBuilder cases) => cases
        .MapPost("/", Handle)
        .WithName("openCase")
        .WithSummary("Take a person on")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<OpenedCase>> Handle(OpenCase body, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/cases/{opened.Id}", opened);
    }
}

internal sealed class OpenCaseValidator : AbstractValidator<OpenCase>
{
    public OpenCaseValidator(TimeProvider clock)
    {
        RuleFor(opening => opening.BeneficiaryId).NotNull();
        RuleFor(opening => opening.ReferringBodyId).NotNull();
        RuleFor(opening => opening.Reason).NotNull().IsInEnum();
        RuleFor(opening => opening.Programme).MaximumLength(120);
        RuleFor(opening => opening.OpenedOn).NotNull();
        RuleFor(opening => opening.OpenedOn).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("case.opens-in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
    }
}

internal sealed class OpenCaseHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<OpenCase, OpenedCase>
{
    private const string Insert = """
        insert into beneficiaries_case (
            id, version, beneficiary_id, manager_id, referring_body_hash, referring_body_cipher, reason, programme, restricted, opened_on, last_activity_on,
            open_internships, opened_at)
        values (@Id, 1, @BeneficiaryId, @Me, @BodyHash, @BodyCipher, @Reason, @Programme, @Restricted, @OpenedOn, @OpenedOn, 0, @Now)
        """;

    private const string InsertManager = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on)
        values (@MemberId, @Id, @BeneficiaryId, @Me, 'caseManager', @OpenedOn)
        """;

    private const string MarkPerson = """
        update beneficiaries_person
        set    has_case = 1, restricted = case when @Restricted = 1 then 1 else restricted end
        where  id = @BeneficiaryId
        """;

    public async Task<OpenedCase> Handle(OpenCase request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.BeneficiaryId!.Value, Sight.Registry, cancellationToken);
        var body = (await mediator.Send(new DescribePartnerBodies([request.ReferringBodyId!.Value]), cancellationToken)).SingleOrDefault()
            ?? throw new FieldException("referringBodyId", "case.unknown-body", new(
                "L'ente inviante non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.",
                "The referring body is not in the network: choose it from the list or add it first."));

        var now = clock.GetUtcNow();
        var row = new
        {
            Id = Guid.CreateVersion7(now),
            MemberId = Guid.CreateVersion7(now),
            request.BeneficiaryId,
            Me = user.Id,
            BodyHash = sensitive.BodyHash(body.Id),
            BodyCipher = sensitive.SealId(body.Id),
            Reason = request.Reason!.Value.Code(),
            Programme = string.IsNullOrWhiteSpace(request.Programme) ? null : request.Programme.Trim(),
            Restricted = request.Restricted ?? CaseIsRestricted.ByDefault(body.Kind),
            request.OpenedOn,
            Now = now,
        };
        await db.ExecuteAsync(Insert, row, cancellationToken, ifTaken: () => new ConflictException("case.already-open", new(
            "Questa persona ha già una presa in carico aperta: se ne può aprire una alla volta.",
            "This person already has an open case: only one can be open at a time.")));
        await db.ExecuteAsync(InsertManager, row, cancellationToken);
        await db.ExecuteAsync(MarkPerson, row, cancellationToken);
        audit.Changes("case", row.Id);
        audit.Changes("beneficiary", request.BeneficiaryId.Value);
        return new(row.Id, row.Restricted);
    }
}
