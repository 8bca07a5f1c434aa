using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Writes what a draft of the plan says; it may be unfinished.</summary>
internal sealed record SavePlan(Guid CaseId, Guid Id, int Version, PlanDraft Draft) : ICommand;

internal static class SavePlanEndpoint
{
    public static void MapSavePlan(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/plans/{id:guid}", Handle)
        .WithName("savePlan")
        .WithSummary("Write the draft of an individual plan")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PlanDraft body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SavePlan(caseId, id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SavePlanValidator : AbstractValidator<SavePlan>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<SavePlan> context, CancellationToken cancellation = default) =>
        new PlanDraftValidator().ValidateAsync(context.InstanceToValidate.Draft, cancellation);
}

internal sealed class SavePlanHandler(IDbSession db, PlanDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<SavePlan, Unit>
{
    private const string Update = """
        update beneficiaries_plan
        set    content_cipher = @Content, review_on = @ReviewOn, changed_at = @Now, changed_by = @Me, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    private const string SelectMembers = "select user_id from beneficiaries_case_member where case_id = @CaseId union select id from beneficiaries_outside_member where case_id = @CaseId";

    public async Task<Unit> Handle(SavePlan request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.Draft, cancellationToken);
        var (now, before) = (clock.GetUtcNow(), desk.Open(row));
        var content = PlanContent.Of(request.Draft, before, clock.Today(), () => Guid.CreateVersion7(now));
        var members = await db.QueryAsync<Guid>(SelectMembers, new { request.CaseId }, cancellationToken);
        if (content.UserIds.Except(before.UserIds).Except(members).Any())
        {
            throw new FieldException("needs", "plan.not-member", new(
                "Un'azione è affidata a chi non è mai stato dell'équipe: scegliere dall'elenco, o aggiungere prima il collega all'équipe.",
                "An action is given to somebody who was never on the team: choose from the list, or add the colleague to the team first."));
        }

        var args = new { row.Id, request.Version, Content = sensitive.Seal(content), request.Draft.ReviewOn, Now = now, Me = user.Id };
        return await db.ExecuteAsync(Update, args, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
