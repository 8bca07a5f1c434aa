using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>Begins an assessment of a kind, at the next moment of its case: T0, T1, …</summary>
internal sealed record StartAssessment(Guid CaseId, AssessmentKind? Kind) : ICommand<StartedAssessment>;

internal sealed record StartedAssessment(Guid Id, int Moment);

internal static class StartAssessmentEndpoint
{
    /// <summary>Which kind.</summary>
    internal sealed record NewAssessmentBody(AssessmentKind? Kind);

    public static void MapStartAssessment(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/assessments", Handle)
        .WithName("startAssessment")
        .WithSummary("Begin an assessment of a case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<StartedAssessment>> Handle(Guid caseId, NewAssessmentBody body, IMediator mediator, CancellationToken ct)
    {
        var started = await mediator.Send(new StartAssessment(caseId, body.Kind), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}/assessments/{started.Id}", started);
    }
}

internal sealed class StartAssessmentValidator : AbstractValidator<StartAssessment>
{
    public StartAssessmentValidator() => RuleFor(assessment => assessment.Kind).NotNull().IsInEnum();
}

internal sealed class StartAssessmentHandler(IDbSession db, AssessmentDesk desk, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<StartAssessment, StartedAssessment>
{
    private const string SelectMoment = "select coalesce(max(moment), -1) + 1 from beneficiaries_assessment where case_id = @CaseId and kind = @Kind";

    private const string Insert = """
        insert into beneficiaries_assessment (id, version, case_id, kind, moment, held_on, state, content_cipher, signers, signatures, created_at, created_by, changed_at, changed_by)
        values (@Id, 1, @CaseId, @Kind, @Moment, @Today, 'draft', @Content, 0, 0, @Now, @Me, @Now, @Me)
        """;

    public async Task<StartedAssessment> Handle(StartAssessment request, CancellationToken cancellationToken)
    {
        var seen = await desk.OpenCaseAsync(request.CaseId, cancellationToken);
        var kind = request.Kind!.Value.Code();
        var now = clock.GetUtcNow();
        var started = new StartedAssessment(Guid.CreateVersion7(now), await db.ScalarAsync<int>(SelectMoment, new { request.CaseId, Kind = kind }, cancellationToken));
        await db.ExecuteAsync(
            Insert, new { started.Id, request.CaseId, Kind = kind, started.Moment, Today = clock.Today(), Content = sensitive.Seal(AssessmentContent.Empty), Now = now, Me = user.Id }, cancellationToken,
            () => new ConflictException("assessment.at-work", new(
                "C'è già una valutazione di questo tipo in preparazione o alla firma: continuare da quella.", "An assessment of this kind is being prepared or signed already: go on with that one.")));
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return started;
    }
}
