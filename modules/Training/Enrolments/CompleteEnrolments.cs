using FluentValidation;
using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Enrolments.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Says of many participants of an edition at once that they finished the course, and whether they passed: at the end of a course it is the same for nearly all.</summary>
internal sealed record CompleteEnrolments(Guid EditionId, IReadOnlyList<Guid> Enrolments, bool Passed) : ICommand<Completions>;

/// <summary>What came of it.</summary>
/// <param name="Done">Of how many it is now written.</param>
/// <param name="Already">Of how many it was written before; nothing happened to them.</param>
/// <param name="Refused">Those who cannot have finished, each with the reason; nothing happened to them either.</param>
internal sealed record Completions(int Done, int Already, IReadOnlyList<RefusedCompletion> Refused);

/// <summary>A participant of whom it could not be written.</summary>
/// <param name="Id">The enrolment.</param>
/// <param name="Code">Stable code, as that of the same step for one participant.</param>
/// <param name="Reason">Why not, for people.</param>
internal sealed record RefusedCompletion(Guid Id, string Code, string Reason);

internal static class CompleteEnrolmentsEndpoint
{
    /// <param name="Enrolments">The participants, 500 at most.</param>
    /// <param name="Passed">Whether these people passed.</param>
    internal sealed record CompletionsBody(IReadOnlyList<Guid>? Enrolments, bool Passed);

    public static void MapCompleteEnrolments(this IEndpointRouteBuilder editions) => editions
        .MapPost("/{editionId:guid}/completions", Handle)
        .WithName("completeEnrolments")
        .WithSummary("Say that many participants finished the course")
        .WithDescription("Each by its own state: who cannot have finished is in `refused` with the reason, the others are written. Who has it written already stays as it is, so the same may be sent again.")
        .RequireRight(TrainingModule.Write);

    private static async Task<Ok<Completions>> Handle(Guid editionId, CompletionsBody body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CompleteEnrolments(editionId, body.Enrolments ?? [], body.Passed), ct));
}

internal sealed class CompleteEnrolmentsValidator : AbstractValidator<CompleteEnrolments>
{
    public CompleteEnrolmentsValidator()
    {
        RuleFor(many => many.Enrolments).HasAtMost(500);
        RuleFor(many => many.Enrolments).Must(chosen => chosen.Count > 0)
            .WithErrorCode("enrolments.none-chosen")
            .WithMessage(_ => new Words("Scegliere almeno un partecipante.", "Choose at least one participant.").ToString());
    }
}

internal sealed class CompleteEnrolmentsHandler(IDbSession db, EditionAccess access, IEvents events, IAuditTrail audit) : IRequestHandler<CompleteEnrolments, Completions>
{
    private const string Update = $"""
        update training_enrolment
        set    state = 'completed', passed = @Passed, version = version + 1
        where  state in ('confirmed', 'completed') and id in {Batches.Keys}
        """;

    public async Task<Completions> Handle(CompleteEnrolments request, CancellationToken cancellationToken)
    {
        CourseIsFinishedWhileHeld.Check(await access.StateIfRunsAsync(request.EditionId, cancellationToken));
        var found = await EnrolmentAt.AllAsync(db, request.EditionId, request.Enrolments, cancellationToken);
        var (already, finished, refused) = (0, new List<EnrolmentAt>(), new List<RefusedCompletion>());
        foreach (var id in request.Enrolments.Distinct())
        {
            if (!found.TryGetValue(id, out var enrolment))
            {
                refused.Add(Refused(id, new NotFoundException("enrolment")));
            }
            else if (enrolment.State is EnrolmentState.Completed && enrolment.Passed == request.Passed)
            {
                already++;
            }
            else if (enrolment.State is EnrolmentState.Confirmed or EnrolmentState.Completed)
            {
                finished.Add(enrolment);
            }
            else
            {
                refused.Add(Refused(id, enrolment.WrongState()));
            }
        }

        await WriteAsync(finished, request.Passed, cancellationToken);
        return new(finished.Count, already, refused);
    }

    private async Task WriteAsync(List<EnrolmentAt> finished, bool passed, CancellationToken ct)
    {
        foreach (var batch in finished.Chunk(Batches.Size))
        {
            // Somebody withdrew since they were read: whoever asks again is told of whom it does not hold.
            if (await db.ExecuteAsync(Update, Batches.Parameters(batch.Select(one => one.Id).ToArray(), new { Passed = passed }), ct) != batch.Length)
            {
                throw new ConflictException("enrolments.changed-meanwhile", new(
                    "Nel frattempo l'iscrizione di qualcuno è cambiata: nulla è stato scritto, basta ripetere.", "Somebody's enrolment changed in the meantime: nothing was written, just repeat it."));
            }
        }

        foreach (var enrolment in finished)
        {
            audit.Changes("enrolment", enrolment.Id);
            enrolment.Tell(events);
        }
    }

    private static RefusedCompletion Refused(Guid id, ProblemException why) => new(id, why.Code, why.Sentence.ToString());
}
