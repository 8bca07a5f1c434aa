using FluentValidation;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Gives a candidate the points that the file cannot know, with a reason; or says that who has no file yet is eligible.</summary>
internal sealed record WritePoints(Guid ProgrammeId, Guid Id, string? Key, int? Points, string? Reason) : ICommand;

internal static class WritePointsEndpoint
{
    /// <summary>Points of one criterion.</summary>
    /// <param name="Key">Key of the criterion, as the ranking has it.</param>
    /// <param name="Points">Points given by hand.</param>
    /// <param name="Reason">Why so many.</param>
    internal sealed record PointsBody(string? Key, int? Points, string? Reason);

    public static void MapWritePoints(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/candidates/{id:guid}/points", Handle)
        .WithName("writeCandidatePoints")
        .WithSummary("Give a candidate points by hand, where the file does not know")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid programmeId, Guid id, PointsBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WritePoints(programmeId, id, body.Key, body.Points, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WritePointsValidator : AbstractValidator<WritePoints>
{
    public const int LeastReason = 10;

    public WritePointsValidator()
    {
        RuleFor(points => points.Key).NotEmpty().MaximumLength(140);
        RuleFor(points => points.Points).NotNull().GreaterThanOrEqualTo(0);
        RuleFor(points => points.Reason).MaximumLength(2000);
        RuleFor(points => points.Reason).Must(reason => reason?.Trim().Length >= LeastReason).WithErrorCode("candidate.reason-needed")
            .WithMessage(_ => new Words("Scrivere il perché (almeno 10 caratteri): resta nella graduatoria.", "Write why (at least 10 characters): it stays in the ranking.").ToString());
    }
}

internal sealed class WritePointsHandler(IDbSession db, CohortDesk desk, RankingDesk ranking, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<WritePoints, Unit>
{
    private const string Delete = "delete from beneficiaries_candidate_points where candidate_id = @Id and criterion_key = @Key";

    private const string Insert = """
        insert into beneficiaries_candidate_points (candidate_id, criterion_key, points, reason_cipher, written_at, written_by)
        values (@Id, @Key, @Points, @Reason, @Now, @Me)
        """;

    public async Task<Unit> Handle(WritePoints request, CancellationToken cancellationToken)
    {
        var candidate = await desk.CandidateAsync(request.ProgrammeId, request.Id, cancellationToken);
        desk.DemandFull(candidate);
        var cohort = await desk.HoldAsync(request.ProgrammeId, candidate.CohortId, cancellationToken);
        CohortDesk.DemandOpen(cohort);
        var criteria = await desk.CriteriaAsync(cohort.Id, cancellationToken);
        var categories = await desk.CategoriesAsync(request.ProgrammeId, cancellationToken);
        var scored = (await ranking.ScoreAsync(cohort.Id, [candidate], criteria, categories, cancellationToken)).Single();
        if (request.Key == SelectionScore.Eligibility)
        {
            if (categories.Count == 0 || candidate.PersonId is not null)
            {
                throw KnownByFile();
            }
        }
        else
        {
            var line = scored.Lines.SingleOrDefault(one => one.Key == request.Key) ?? throw new FieldException("key", "candidate.criterion-unknown", new(
                "Questo criterio non è tra quelli dichiarati.", "This criterion is not one of those declared."));
            if (line.Basis is ScoreBasis.Met or ScoreBasis.NotMet)
            {
                throw KnownByFile();
            }

            if (request.Points > line.Most)
            {
                throw new FieldException("points", "candidate.too-many-points", new Words("Questo criterio dà al massimo {0} punti.", "This criterion gives {0} points at most.").With(line.Most));
            }
        }

        await db.ExecuteAsync(Delete, new { request.Id, request.Key }, cancellationToken);
        await db.ExecuteAsync(
            Insert, new { request.Id, request.Key, request.Points, Reason = desk.SealText(candidate.PersonId, request.Reason), Now = clock.GetUtcNow(), Me = user.Id }, cancellationToken);
        await desk.TellAsync(request.Id, candidate.PersonId, CandidateEventKind.PointsWritten, request.Reason, cancellationToken);
        audit.Changes("candidate", request.Id);
        return Unit.Value;
    }

    private static FieldException KnownByFile() => new("points", "candidate.known-by-file", new(
        "Questo dato è nella scheda della persona: i punti vengono da lì. Se è sbagliato, correggere la scheda.",
        "This is known by the person's file: the points come from there. If it is wrong, put the file right."));
}
