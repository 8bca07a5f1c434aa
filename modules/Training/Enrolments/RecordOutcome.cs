using FluentValidation;
using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Writes what became of a participant after the course: hired, when and by whom, or not hired.</summary>
internal sealed record RecordOutcome(Guid Id, DateOnly? HiredOn, string? Employer) : ICommand;

internal static class RecordOutcomeEndpoint
{
    /// <param name="Employer">Who hired the person.</param>
    internal sealed record OutcomeBody(DateOnly? HiredOn, string? Employer);

    public static void MapRecordOutcome(this IEndpointRouteBuilder enrolments) => enrolments
        .MapPut("/{id:guid}/outcome", Handle)
        .WithName("recordOutcome")
        .WithSummary("Write what became of a participant after the course")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, OutcomeBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordOutcome(id, body.HiredOn, body.Employer), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordOutcomeValidator : AbstractValidator<RecordOutcome>
{
    public RecordOutcomeValidator(TimeProvider clock)
    {
        RuleFor(outcome => outcome.Employer).MaximumLength(200);
        RuleFor(outcome => outcome.Employer).NotEmpty().When(outcome => outcome.HiredOn is not null);
        RuleFor(outcome => outcome.HiredOn).NotNull().When(outcome => !string.IsNullOrWhiteSpace(outcome.Employer));
        RuleFor(outcome => outcome.HiredOn).Must(day => day is not { } hired || hired <= clock.Today())
            .WithErrorCode("outcome.in-future")
            .WithMessage(_ => new Words("Il giorno dell'assunzione deve ancora venire: si scrive quando è avvenuta.", "The day of hiring is still to come: write it when it has happened.").ToString());
    }
}

internal sealed class RecordOutcomeHandler(IDbSession db, EditionAccess access, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RecordOutcome, Unit>
{
    private const string Update = """
        update training_enrolment
        set    hired_on = @HiredOn, employer = @Employer, outcome_at = @Now, version = version + 1
        where  id = @Id and state in ('confirmed', 'completed')
        """;

    public async Task<Unit> Handle(RecordOutcome outcome, CancellationToken cancellationToken)
    {
        var enrolment = await EnrolmentAt.FindAsync(db, access, outcome.Id, cancellationToken);
        if (outcome.HiredOn < enrolment.StartsOn)
        {
            throw new FieldException("hiredOn", "outcome.before-course", new(
                "L'assunzione viene prima dell'inizio del corso: controllare la data.", "The hiring is before the course began: check the date."));
        }

        audit.Changes("enrolment", outcome.Id);
        return await db.ExecuteAsync(Update, new { outcome.Id, outcome.HiredOn, Employer = outcome.Employer?.Trim(), Now = clock.GetUtcNow() }, cancellationToken) == 1
            ? Unit.Value
            : throw enrolment.WrongState();
    }
}
