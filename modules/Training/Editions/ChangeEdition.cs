using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Contracts;
using InclusionPlatform.Training.Editions.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Editions;

/// <summary>Changes what is written of an edition, its state included.</summary>
internal sealed record ChangeEdition(
    Guid Id, int Version, string Code, Guid? TrainerId, string Municipality, string? Address, DateOnly StartsOn, DateOnly EndsOn, int Places, GuaranteedJob? GuaranteedJob, string? Programme,
    EditionState State, Guid? ProgrammeId = null) : ICommand, IEditionData;

internal static class ChangeEditionEndpoint
{
    /// <param name="Code">Code by which people know the edition; no two have the same.</param>
    /// <param name="Municipality">Where it is held: name or ISTAT code of the municipality.</param>
    /// <param name="Address">Street and number, or name of the place.</param>
    /// <param name="Places">How many people can take part; whoever comes after waits.</param>
    /// <param name="Programme">Programme that funds it, in words, where the platform does not know it.</param>
    internal sealed record ChangeEditionBody(
        string Code, Guid? TrainerId, string Municipality, string? Address, DateOnly StartsOn, DateOnly EndsOn, int Places, GuaranteedJob? GuaranteedJob, string? Programme, EditionState State,
        Guid? ProgrammeId = null);

    public static void MapChangeEdition(this IEndpointRouteBuilder editions) => editions
        .MapPut("/{id:guid}", Handle)
        .WithName("changeCourseEdition")
        .WithSummary("Change an edition of a course")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, ChangeEditionBody body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(
            new ChangeEdition(
                id, match.Version, body.Code, body.TrainerId, body.Municipality, body.Address, body.StartsOn, body.EndsOn, body.Places, body.GuaranteedJob, body.Programme, body.State, body.ProgrammeId),
            ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeEditionValidator : AbstractValidator<ChangeEdition>
{
    public ChangeEditionValidator()
    {
        Include(new EditionDataValidator());
        RuleFor(edition => edition.State).IsInEnum();
    }
}

internal sealed class ChangeEditionHandler(IDbSession db, EditionAccess access, EditionPayer payer, IColleagues colleagues, IEvents events, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ChangeEdition, Unit>
{
    private const string SelectState = """
        select state as State, trainer_id as TrainerId, places_taken as PlacesTaken, programme_id as ProgrammeId
        from   training_course_edition
        where  id = @Id
        """;

    private const string SelectCases = "select case_id from training_enrolment where edition_id = @Id and state = 'confirmed' and case_id is not null";

    private const string CountOutside = """
        select count(*)
        from   training_session
        where  edition_id = @Id and state <> 'cancelled' and (held_on < @StartsOn or held_on > @EndsOn)
        """;

    private const string Update = """
        update training_course_edition
        set    code = @Code, code_key = @CodeKey, trainer_id = @TrainerId, municipality_istat = @Istat, address = @Address, starts_on = @StartsOn, ends_on = @EndsOn,
               places = @Places, job_employer = @Employer, job_positions = @Positions, programme = @Programme, programme_id = @ProgrammeId, state = @State, version = version + 1
        where  id = @Id and version = @Version and places_taken <= @Places
        """;

    public async Task<Unit> Handle(ChangeEdition edition, CancellationToken cancellationToken)
    {
        await access.RequireRunsAsync(edition.Id, cancellationToken);
        var before = (await db.FindAsync<Before>(SelectState, new { edition.Id }, cancellationToken))!;
        EditionMayChangeState.Check(before.State, edition.State, edition.StartsOn, clock.Today());
        if (edition.TrainerId != before.TrainerId)
        {
            await TrainerIsATrainer.CheckAsync(edition.TrainerId, colleagues, cancellationToken);
        }

        if (await db.ScalarAsync<int>(CountOutside, new { edition.Id, edition.StartsOn, edition.EndsOn }, cancellationToken) is > 0 and var outside)
        {
            throw new FieldException("endsOn", "edition.sessions-outside", new Words(
                "Con queste date {0} lezioni resterebbero fuori dall'edizione: spostarle o annullarle prima.",
                "With these dates {0} lessons would be outside the edition: move or cancel them first.").With(outside));
        }

        if (edition.Places < before.PlacesTaken)
        {
            throw new FieldException("places", "edition.places-taken", new Words(
                "{0} persone hanno già un posto confermato: i posti non possono essere meno.",
                "{0} people have a confirmed place already: there cannot be fewer places.").With(before.PlacesTaken));
        }

        await payer.CheckAsync(edition, cancellationToken);
        if (edition.ProgrammeId != before.ProgrammeId)
        {
            await payer.DemandOnceAsync(edition.Id, edition, cancellationToken);
        }

        audit.Changes("course-edition", edition.Id);
        var changed = await db.ExecuteAsync(
            Update,
            new
            {
                edition.Id, edition.Version, Code = edition.Code.Trim(), CodeKey = EditionCode.KeyOf(edition.Code), edition.TrainerId,
                EditionDataValidator.MunicipalityOf(edition.Municipality)!.Istat, edition.Address, edition.StartsOn, edition.EndsOn, edition.Places, edition.GuaranteedJob?.Employer,
                edition.GuaranteedJob?.Positions, edition.Programme, edition.ProgrammeId, State = edition.State.Code(),
            },
            cancellationToken,
            EditionCode.Taken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        foreach (var caseId in await db.QueryAsync<Guid>(SelectCases, new { edition.Id }, cancellationToken))
        {
            events.Publish(new PlaceInCourseChanged(caseId));
        }

        return Unit.Value;
    }

    private sealed record Before(EditionState State, Guid? TrainerId, int PlacesTaken, Guid? ProgrammeId);
}
