using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Writes how an action stands, where no module knows it, or that it is given up.</summary>
internal sealed record RecordStep(Guid CaseId, Guid Id, Guid ActionId, int Version, StepState? State, DateOnly? On, string? Note) : ICommand;

internal static class RecordStepEndpoint
{
    /// <summary>How the action stands.</summary>
    internal sealed record PlanStepBody(StepState? State, DateOnly? On, string? Note);

    public static void MapRecordStep(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/plans/{id:guid}/actions/{actionId:guid}", Handle)
        .WithName("recordPlanStep")
        .WithSummary("Write how an action of the individual plan stands")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, Guid actionId, IfMatch match, PlanStepBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordStep(caseId, id, actionId, match.Version, body.State, body.On, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordStepValidator : AbstractValidator<RecordStep>
{
    public RecordStepValidator(TimeProvider clock)
    {
        RuleFor(step => step.State).NotNull().IsInEnum();
        RuleFor(step => step.On).NotNull().Must(day => day is null || day <= clock.Today()).WithErrorCode("plan.step-in-the-future")
            .WithMessage(_ => new Words("Si registra da quando è avvenuto: il giorno non può essere dopo oggi.", "It is recorded once it happened: the day cannot be after today.").ToString());
        RuleFor(step => step.Note).MaximumLength(1000);
        RuleFor(step => step.Note).NotEmpty().When(step => step.State is StepState.Dropped or StepState.Interrupted);
    }
}

internal sealed class RecordStepHandler(IDbSession db, PlanDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordStep, Unit>
{
    private const string Insert = """
        insert into beneficiaries_plan_step (case_id, action_id, version, state, state_on, note_cipher, changed_at, changed_by)
        values (@CaseId, @ActionId, 1, @State, @On, @Note, @Now, @Me)
        """;

    private const string Update = """
        update beneficiaries_plan_step
        set    state = @State, state_on = @On, note_cipher = @Note, changed_at = @Now, changed_by = @Me, version = version + 1
        where  case_id = @CaseId and action_id = @ActionId and version = @Version
        """;

    public async Task<Unit> Handle(RecordStep request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.InForce, cancellationToken);
        var action = desk.Open(row).Actions.SingleOrDefault(one => one.Id == request.ActionId) ?? throw new NotFoundException("plan-action");
        ActionProgress.CheckWritable(action.Kind, request.State!.Value);
        var args = new
        {
            request.CaseId, request.ActionId, request.Version, State = request.State.Value.Code(), request.On,
            Note = sensitive.SealText(string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim()), Now = clock.GetUtcNow(), Me = user.Id,
        };
        if (await db.ExecuteAsync(request.Version == 0 ? Insert : Update, args, cancellationToken, Taken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    private static ConflictException Taken() => new("plan.step-taken", new(
        "Un collega ha scritto di questa azione nello stesso momento: rileggere e riprovare.", "A colleague wrote about this action at the same moment: read it again and retry."));
}
