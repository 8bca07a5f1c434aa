using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Writes how an action stands, where no module knows it, that it is given up, or which internship or place in a course of the case fulfils it.</summary>
internal sealed record RecordStep(Guid CaseId, Guid Id, Guid ActionId, int Version, StepState? State, DateOnly? On, string? Note, Guid? FactId) : ICommand;

internal static class RecordStepEndpoint
{
    /// <summary>How the action stands.</summary>
    /// <param name="State">Its state; <c>notStarted</c> follows the facts.</param>
    /// <param name="On">Since when.</param>
    /// <param name="Note">A note.</param>
    /// <param name="FactId">The internship or enrolment that fulfils it; none follows the first of its kind.</param>
    internal sealed record PlanStepBody(StepState? State, DateOnly? On, string? Note, Guid? FactId = null);

    public static void MapRecordStep(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/plans/{id:guid}/actions/{actionId:guid}", Handle)
        .WithName("recordPlanStep")
        .WithSummary("Write how an action of the individual plan stands")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, Guid actionId, IfMatch match, PlanStepBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordStep(caseId, id, actionId, match.Version, body.State, body.On, body.Note, body.FactId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordStepValidator : AbstractValidator<RecordStep>
{
    public RecordStepValidator(TimeProvider clock)
    {
        RuleFor(step => step.State).NotNull().IsInEnum();
        RuleFor(step => step.On).NotNull().IsLikelyDay().Must(day => day is null || day <= clock.Today()).WithErrorCode("plan.step-in-the-future")
            .WithMessage(_ => new Words("Si registra da quando è avvenuto: il giorno non può essere dopo oggi.", "It is recorded once it happened: the day cannot be after today.").ToString());
        RuleFor(step => step.Note).MaximumLength(1000);
        RuleFor(step => step.FactId).Null().When(step => step.State is not StepState.NotStarted).WithErrorCode("plan.fact-of-dropped")
            .WithMessage(_ => new Words("Chi non si fa più non segue un tirocinio o un corso.", "What is given up follows no internship or course.").ToString());
        RuleFor(step => step.Note).NotEmpty().When(step => step.State is StepState.Dropped or StepState.Interrupted);
    }
}

internal sealed class RecordStepHandler(IDbSession db, PlanDesk desk, PlanFacts facts, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordStep, Unit>
{
    private const string Insert = """
        insert into beneficiaries_plan_step (case_id, action_id, version, state, state_on, note_cipher, fact_id, changed_at, changed_by)
        values (@CaseId, @ActionId, 1, @State, @On, @Note, @FactId, @Now, @Me)
        """;

    private const string Update = """
        update beneficiaries_plan_step
        set    state = @State, state_on = @On, note_cipher = @Note, fact_id = @FactId, changed_at = @Now, changed_by = @Me, version = version + 1
        where  case_id = @CaseId and action_id = @ActionId and version = @Version
        """;

    // An action that is no more in the plan lets go of what it followed.
    private const string LetGo = "update beneficiaries_plan_step set fact_id = null, version = version + 1 where case_id = @CaseId and action_id = @ActionId";

    public async Task<Unit> Handle(RecordStep request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.InForce, cancellationToken);
        var actions = desk.Open(row).Actions.ToArray();
        var action = actions.SingleOrDefault(one => one.Id == request.ActionId) ?? throw new NotFoundException("plan-action");
        ActionProgress.CheckWritable(action.Kind, request.State!.Value);
        if (request.FactId is { } factId)
        {
            await ChooseAsync(request.CaseId, actions, action, factId, cancellationToken);
        }

        var args = new
        {
            request.CaseId, request.ActionId, request.Version, request.FactId, State = request.State.Value.Code(), request.On,
            Note = sensitive.SealText(string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim()), Now = clock.GetUtcNow(), Me = user.Id,
        };
        if (await db.ExecuteAsync(request.Version == 0 ? Insert : Update, args, cancellationToken, Taken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    /// <summary>One of the case, of the action's kind, that fulfils no other action of the plan.</summary>
    private async Task ChooseAsync(Guid caseId, IReadOnlyList<PlanAction> actions, PlanAction action, Guid factId, CancellationToken ct)
    {
        if (!ActionProgress.IsChosen(action.Kind) || !(await facts.OfAsync(caseId, ct)).Any(fact => fact.Kind == action.Kind && fact.Id == factId))
        {
            throw new FieldException("factId", "plan.fact-unknown", new(
                "Si può scegliere solo un tirocinio cominciato o un posto in un corso di questa presa in carico, dello stesso tipo dell'azione.",
                "Only an internship that began or a place in a course of this case, of the action's kind, can be chosen."));
        }

        if ((await facts.StepsAsync(caseId, ct)).SingleOrDefault(step => step.FactId == factId && step.ActionId != action.Id) is { } other)
        {
            if (actions.Any(one => one.Id == other.ActionId))
            {
                throw new FieldException("factId", "plan.fact-taken", new(
                    "Realizza già un'altra azione del progetto: scegliere un altro, o prima liberarlo da quella.", "It fulfils another action of the plan already: choose another one, or free it from that one first."));
            }

            await db.ExecuteAsync(LetGo, new { CaseId = caseId, other.ActionId }, ct);
        }
    }

    private static ConflictException Taken() => new("plan.step-taken", new(
        "Un collega ha scritto di questa azione nello stesso momento: rileggere e riprovare.", "A colleague wrote about this action at the same moment: read it again and retry."));
}
