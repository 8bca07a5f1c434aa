using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>Hands many cases to one operator, each as a hand-over of its own with the same reason; all of them or none.</summary>
/// <param name="CaseIds">Ids of the cases, 50 at the most.</param>
/// <param name="Leaves">Whether the former case manager leaves the équipe.</param>
internal sealed record AssignCases(IReadOnlyList<Guid>? CaseIds, Guid? UserId, TransferReason? Reason, bool Leaves, string? Note) : ICommand, IGoesOnWhileRestricted;

internal static class AssignCasesEndpoint
{
    public static void MapAssignCases(this IEndpointRouteBuilder api) => api
        .MapPost("/case-assignments", Handle)
        .WithTags("Caseload")
        .WithName("assignCases")
        .WithSummary("Hand many cases over to an operator")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static async Task<NoContent> Handle(AssignCases body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body, ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AssignCasesValidator : AbstractValidator<AssignCases>
{
    /// <summary>Cases in one go.</summary>
    public const int Most = 50;

    public AssignCasesValidator()
    {
        RuleFor(assignment => assignment.CaseIds).NotEmpty();
        RuleFor(assignment => assignment.CaseIds).Must(ids => ids is null || ids.Count <= Most)
            .WithErrorCode("case.too-many").WithMessage(_ => new Words("Si affidano al massimo {0} casi per volta.", "At most {0} cases are handed over at once.").With(Most).ToString());
        RuleFor(assignment => assignment.UserId).NotNull();
        RuleFor(assignment => assignment.Reason).NotNull().IsInEnum();
        RuleFor(assignment => assignment.Note).MaximumLength(4000);
    }
}

internal sealed class AssignCasesHandler(IMediator mediator) : IRequestHandler<AssignCases, Unit>
{
    public async Task<Unit> Handle(AssignCases request, CancellationToken cancellationToken)
    {
        foreach (var caseId in request.CaseIds!.Distinct())
        {
            await mediator.Send(new TransferCase(caseId, request.UserId, request.Reason, request.Leaves, request.Note), cancellationToken);
        }

        return Unit.Value;
    }
}
