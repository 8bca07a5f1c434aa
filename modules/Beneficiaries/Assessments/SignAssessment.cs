using FluentValidation;
using InclusionPlatform.Beneficiaries.Assessments.Fragility;
using InclusionPlatform.Beneficiaries.Assessments.Rules;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>Sends a complete draft to be signed by the professionals of the équipe. With a multidimensional evaluation the fragility index is reckoned and kept.</summary>
internal sealed record AskAssessmentSignatures(Guid CaseId, Guid Id, int Version, IReadOnlyList<Guid>? SignerIds) : ICommand;

/// <summary>Takes it back to a draft; signatures given so far fall.</summary>
internal sealed record TakeBackAssessment(Guid CaseId, Guid Id, int Version) : ICommand;

/// <summary>One of the professionals signs, in the own session. With the last signature it is final.</summary>
internal sealed record SignAssessment(Guid CaseId, Guid Id, int Version) : ICommand;

/// <summary>A professional without an account signs on the screen of somebody of the équipe: confirms the assessment and types the own name.</summary>
internal sealed record SignAssessmentForMember(Guid CaseId, Guid Id, int Version, Guid? SignerId, string? TypedName, bool? Confirmed) : ICommand;

internal static class SignAssessmentEndpoint
{
    /// <summary>Who signs.</summary>
    /// <param name="SignerIds">Ids of the accounts that are asked to sign.</param>
    internal sealed record AssessmentSignersBody(IReadOnlyList<Guid>? SignerIds);

    /// <summary>Who signs at the screen of somebody else.</summary>
    internal sealed record MemberSignatureBody(Guid? SignerId, string? TypedName, bool? Confirmed);

    public static void MapSignAssessment(this IEndpointRouteBuilder cases)
    {
        cases.MapPost("/{caseId:guid}/assessments/{id:guid}/signatures", Ask).WithName("askAssessmentSignatures").WithSummary("Send an assessment to be signed").RequireRight(BeneficiariesModule.Write);
        cases.MapDelete("/{caseId:guid}/assessments/{id:guid}/signatures", TakeBack).WithName("takeBackAssessment").WithSummary("Take an assessment back from being signed").RequireRight(BeneficiariesModule.Write);
        cases.MapPost("/{caseId:guid}/assessments/{id:guid}/signature", Sign).WithName("signAssessment").WithSummary("Sign an assessment as a professional of the team").RequireRight(BeneficiariesModule.Write);
        cases.MapPost("/{caseId:guid}/assessments/{id:guid}/member-signature", SignForMember).WithName("signAssessmentForMember")
            .WithSummary("Record that a professional without an account signs an assessment on screen").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<NoContent> Ask(Guid caseId, Guid id, IfMatch match, AssessmentSignersBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskAssessmentSignatures(caseId, id, match.Version, body.SignerIds), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBack(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackAssessment(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Sign(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignAssessment(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignForMember(Guid caseId, Guid id, IfMatch match, MemberSignatureBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignAssessmentForMember(caseId, id, match.Version, body.SignerId, body.TypedName, body.Confirmed), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AskAssessmentSignaturesValidator : AbstractValidator<AskAssessmentSignatures>
{
    public AskAssessmentSignaturesValidator() => RuleFor(asked => asked.SignerIds).NotEmpty().HasAtMost(20);
}

internal sealed class SignAssessmentForMemberValidator : AbstractValidator<SignAssessmentForMember>
{
    public SignAssessmentForMemberValidator()
    {
        RuleFor(signature => signature.SignerId).NotNull();
        RuleFor(signature => signature.TypedName).NotEmpty().MaximumLength(200);
        RuleFor(signature => signature.Confirmed).Equal(true).WithErrorCode("assessment.not-confirmed")
            .WithMessage(_ => new Words("Chi firma deve confermare di aver letto la valutazione.", "Whoever signs must confirm having read the assessment.").ToString());
    }
}

internal sealed class SignAssessmentHandler(
    IDbSession db, AssessmentDesk desk, OutsideMembers outside, FragilityFormulas formulas, SensitiveFields sensitive, INotifications notifications, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AskAssessmentSignatures, Unit>, IRequestHandler<TakeBackAssessment, Unit>, IRequestHandler<SignAssessment, Unit>, IRequestHandler<SignAssessmentForMember, Unit>
{
    private const string SelectMembers = """
        select user_id as Id, 0 as Outside
        from   beneficiaries_case_member
        where  case_id = @CaseId and from_on <= @Today and (to_on is null or to_on >= @Today)
        union
        select id as Id, 1 as Outside
        from   beneficiaries_outside_member
        where  case_id = @CaseId and account_id is null and from_on <= @Today and (to_on is null or to_on >= @Today)
        """;

    private const string Send = """
        update beneficiaries_assessment
        set    state = 'toSign', content_cipher = @Content, asked_on = @Today, signers = @Signers, signatures = 0, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    private const string InsertSigner = "insert into beneficiaries_assessment_signature (id, assessment_id, user_id) values (@SignatureId, @Id, @UserId)";

    private const string ToDraft = """
        update beneficiaries_assessment
        set    state = 'draft', asked_on = null, signers = 0, signatures = 0, version = version + 1
        where  id = @Id and version = @Version and state = 'toSign'
        """;

    private const string DeleteSigners = "delete from beneficiaries_assessment_signature where assessment_id = @Id";

    // Takes the row, so that the last of two signatures at once sees the other; the last one makes it final.
    private const string Count = """
        update beneficiaries_assessment
        set    signatures = signatures + 1,
               state = case when signatures + 1 = signers then 'signed' else state end,
               signed_on = case when signatures + 1 = signers then @Today else signed_on end
        where  id = @Id and version = @Version and state = 'toSign' and signatures < signers
        """;

    private const string WriteSignature = "update beneficiaries_assessment_signature set signed_at = @Now, recorded_by = @RecordedBy where assessment_id = @Id and user_id = @Signer and signed_at is null";

    public async Task<Unit> Handle(AskAssessmentSignatures request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.Draft, cancellationToken);
        var content = desk.Open(row);
        AssessmentIsComplete.Check(row.Kind, content);
        var signers = request.SignerIds!.Distinct().ToArray();
        var members = await db.QueryAsync<Member>(SelectMembers, new { request.CaseId, Today = clock.Today() }, cancellationToken);
        if (signers.Except(members.Select(member => member.Id)).Any())
        {
            throw new FieldException("signerIds", "assessment.signer-not-member", new(
                "Chi firma deve far parte dell'équipe oggi: scegliere tra i suoi componenti.", "Whoever signs must be on the team today: choose among its members."));
        }

        if (row.Kind is AssessmentKind.Multidimensional)
        {
            content = content with { Fragility = await formulas.IndexAsync(request.CaseId, row.HeldOn, content, cancellationToken) };
        }

        var now = clock.GetUtcNow();
        await WriteAsync(Send, new { row.Id, request.Version, Content = sensitive.Seal(content), Today = clock.Today(), Signers = signers.Length }, cancellationToken);
        await db.ExecuteAsync(InsertSigner, signers.Select(signer => new { SignatureId = Guid.CreateVersion7(now), row.Id, UserId = signer }).ToArray(), cancellationToken);
        await notifications.NotifyAsync([.. signers.Except(members.Where(member => member.Outside == 1).Select(member => member.Id))], "assessment.to-sign", null, $"/beneficiaries/{seen.BeneficiaryId}/cases/{request.CaseId}/assessments/{row.Id}", cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(TakeBackAssessment request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.ToSign, cancellationToken);
        await WriteAsync(ToDraft, new { row.Id, request.Version }, cancellationToken);
        await db.ExecuteAsync(DeleteSigners, new { row.Id }, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(SignAssessment request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.ToSign, cancellationToken);
        await SignAsync(row, request.Version, user.Id, null, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(SignAssessmentForMember request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.ToSign, cancellationToken);
        var member = await outside.FindAsync(request.CaseId, request.SignerId!.Value, cancellationToken);
        if (OutsideMembers.Words(member.Who.Name) != OutsideMembers.Words(request.TypedName!))
        {
            throw new FieldException("typedName", "assessment.name-differs", new(
                "Il nome scritto non è quello del professionista: scrivere nome e cognome come nell'équipe.", "The name typed is not the professional's: write name and surname as on the team."));
        }

        await SignAsync(row, request.Version, member.Id, user.Id, cancellationToken);
        return Unit.Value;
    }

    private async Task SignAsync(AssessmentRow row, int version, Guid signer, Guid? recordedBy, CancellationToken ct)
    {
        var asked = (await desk.SignersAsync(row.Id, ct)).SingleOrDefault(one => one.UserId == signer) ?? throw new ForbiddenException("assessment.not-a-signer", new(
            "Questa valutazione va firmata da altri colleghi dell'équipe.", "Other colleagues of the team sign this assessment."));
        if (asked.SignedAt is not null)
        {
            throw SignedAlready();
        }

        await WriteAsync(Count, new { row.Id, Version = version, Today = clock.Today() }, ct);
        if (await db.ExecuteAsync(WriteSignature, new { row.Id, Signer = signer, RecordedBy = recordedBy, Now = clock.GetUtcNow() }, ct) == 0)
        {
            throw SignedAlready();
        }
    }

    private async Task WriteAsync(string sql, object args, CancellationToken ct)
    {
        if (await db.ExecuteAsync(sql, args, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }

    private sealed record Member(Guid Id, int Outside);

    private static RuleBrokenException SignedAlready() => new("assessment.signed-already", new("Questa firma c'è già: non si firma due volte.", "This signature is there already: nobody signs twice."));
}
