using FluentValidation;
using InclusionPlatform.Training.Editions.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Editions;

/// <summary>Plans an edition of a course.</summary>
/// <param name="Code">Code by which people know the edition; no two have the same.</param>
/// <param name="Municipality">Where it is held: name or ISTAT code of the municipality.</param>
/// <param name="Address">Street and number, or name of the place.</param>
/// <param name="Places">How many people can take part; whoever comes after waits.</param>
/// <param name="Programme">Programme that funds it, in words, where the platform does not know it.</param>
internal sealed record CreateEdition(
    Guid CourseId, string Code, Guid? TrainerId, string Municipality, string? Address, DateOnly StartsOn, DateOnly EndsOn, int Places, GuaranteedJob? GuaranteedJob, string? Programme,
    EditionState? State, Guid? ProgrammeId = null) : ICommand<CreatedEdition>, IEditionData;

internal sealed record CreatedEdition(Guid Id);

internal static class CreateEditionEndpoint
{
    public static void MapCreateEdition(this IEndpointRouteBuilder editions) => editions
        .MapPost("/", Handle)
        .WithName("createCourseEdition")
        .WithSummary("Plan an edition of a course")
        .RequireRight(TrainingModule.Write);

    private static async Task<Created<CreatedEdition>> Handle(CreateEdition body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/course-editions/{created.Id}", created);
    }
}

internal sealed class CreateEditionValidator : AbstractValidator<CreateEdition>
{
    public CreateEditionValidator()
    {
        Include(new EditionDataValidator());
        RuleFor(edition => edition.CourseId).NotEmpty();
        RuleFor(edition => edition.State).IsInEnum();
    }
}

internal sealed class CreateEditionHandler(IDbSession db, EditionPayer payer, IColleagues colleagues, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateEdition, CreatedEdition>
{
    private const string CourseExists = "select count(*) from training_course where id = @CourseId";

    private const string Insert = """
        insert into training_course_edition (id, course_id, code, code_key, trainer_id, municipality_istat, address, starts_on, ends_on, places, places_taken,
                                             job_employer, job_positions, programme, programme_id, state, created_at, version)
        values (@Id, @CourseId, @Code, @CodeKey, @TrainerId, @Istat, @Address, @StartsOn, @EndsOn, @Places, 0, @Employer, @Positions, @Programme, @ProgrammeId, @State, @Now, 1)
        """;

    public async Task<CreatedEdition> Handle(CreateEdition edition, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(CourseExists, new { edition.CourseId }, cancellationToken) == 0)
        {
            throw new NotFoundException("course", edition.CourseId);
        }

        var state = edition.State ?? EditionState.Planned;
        if (state is EditionState.Ended or EditionState.Cancelled)
        {
            throw new FieldException("state", "edition.begins-over", new(
                "Un'edizione nuova non può essere già conclusa o annullata.", "A new edition cannot be over or cancelled already."));
        }

        // A trainer who names nobody means to run it: otherwise nobody but the coordinator could go on.
        var trainer = edition.TrainerId ?? (user.Roles.Contains(Role.Trainer) && !user.Roles.Contains(Role.Coordinator) ? user.Id : null);
        await TrainerIsATrainer.CheckAsync(trainer, colleagues, cancellationToken);
        await payer.CheckAsync(edition, cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("course-edition", id);
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, edition.CourseId, Code = edition.Code.Trim(), CodeKey = EditionCode.KeyOf(edition.Code), TrainerId = trainer, EditionDataValidator.MunicipalityOf(edition.Municipality)!.Istat,
                edition.Address, edition.StartsOn, edition.EndsOn, edition.Places, edition.GuaranteedJob?.Employer, edition.GuaranteedJob?.Positions, edition.Programme, edition.ProgrammeId, State = state.Code(), Now = now,
            },
            cancellationToken,
            EditionCode.Taken);
        return new(id);
    }
}

/// <summary>The short name of an edition is its own, whatever its capitals.</summary>
internal static class EditionCode
{
    public static string KeyOf(string code) => code.Trim().ToUpperInvariant();

    public static ConflictException Taken() => new("edition.code-taken", new(
        "Esiste già un'edizione con questo codice: sceglierne un altro.", "There is an edition with this code already: choose another."));
}
