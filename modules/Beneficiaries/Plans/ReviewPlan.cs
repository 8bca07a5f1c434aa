using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Records that équipe and person looked at the plan together, and when they will again.</summary>
internal sealed record ReviewPlan(Guid CaseId, Guid Id, int Version, DateOnly? HeldOn, string? Note, DateOnly? NextOn) : ICommand;

internal static class ReviewPlanEndpoint
{
    /// <summary>What was found.</summary>
    internal sealed record PlanReviewBody(DateOnly? HeldOn, string? Note, DateOnly? NextOn);

    public static void MapReviewPlan(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/reviews", Handle)
        .WithName("reviewPlan")
        .WithSummary("Record a review of the individual plan")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PlanReviewBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReviewPlan(caseId, id, match.Version, body.HeldOn, body.Note, body.NextOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReviewPlanValidator : AbstractValidator<ReviewPlan>
{
    public ReviewPlanValidator(TimeProvider clock)
    {
        RuleFor(review => review.HeldOn).NotNull().IsLikelyDay().Must(day => day is null || day <= clock.Today()).WithErrorCode("plan.review-in-the-future")
            .WithMessage(_ => new Words("La verifica si registra da quando si è fatta.", "A review is recorded once it was held.").ToString());
        RuleFor(review => review.Note).NotEmpty().MaximumLength(4000);
        RuleFor(review => review.NextOn).NotNull().Must(day => day is null || (day > clock.Today() && day <= clock.Today().AddYears(1))).WithErrorCode("plan.review-date")
            .WithMessage(_ => new Words("La prossima verifica va da domani a un anno da oggi.", "The next review is from tomorrow to a year from today.").ToString());
    }
}

internal sealed class ReviewPlanHandler(IDbSession db, PlanDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReviewPlan, Unit>
{
    private const string Update = "update beneficiaries_plan set review_on = @NextOn, version = version + 1 where id = @Id and version = @Version and state = 'inForce'";

    private const string Insert = """
        insert into beneficiaries_plan_review (id, plan_id, held_on, note_cipher, next_on, written_at, written_by)
        values (@ReviewId, @Id, @HeldOn, @Note, @NextOn, @Now, @Me)
        """;

    public async Task<Unit> Handle(ReviewPlan request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.InForce, cancellationToken);
        if (request.HeldOn < row.InForceOn)
        {
            throw new FieldException("heldOn", "plan.review-before", new("La verifica non può essere prima che il progetto fosse in vigore.", "The review cannot be before the plan was in force."));
        }

        var now = clock.GetUtcNow();
        var args = new
        {
            row.Id, request.Version, request.HeldOn, request.NextOn, ReviewId = Guid.CreateVersion7(now), Note = sensitive.SealText(request.Note!.Trim()), Now = now, Me = user.Id,
        };
        if (await db.ExecuteAsync(Update, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Insert, args, cancellationToken);
        return Unit.Value;
    }
}
