using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments.Grids;

/// <summary>What a grid consists of.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Active">Whether new assessments may use it; true when not given.</param>
/// <param name="Levels">Names of its levels, the lowest first.</param>
internal sealed record SkillGridData(string? Name, bool? Active, IReadOnlyList<string>? Levels, IReadOnlyList<GridSkillDraft>? Skills);

/// <summary>A skill as written.</summary>
internal sealed record GridSkillDraft(string? Group, string? Label, string? Uri);

/// <summary>Adds a grid.</summary>
internal sealed record AddSkillGrid(SkillGridData Data) : ICommand<AddedSkillGrid>;

internal sealed record AddedSkillGrid(Guid Id);

/// <summary>Changes a grid, or takes it out of use; assessments made with it keep the grid that they had.</summary>
internal sealed record ChangeSkillGrid(Guid Id, int Version, SkillGridData Data) : ICommand;

internal static class SaveSkillGridEndpoint
{
    public static void MapSaveSkillGrid(this IEndpointRouteBuilder grids)
    {
        grids.MapPost("/", Add).WithName("addSkillGrid").WithSummary("Add a grid of skills assessments").RequireRight(AssessmentEndpoints.WriteSettings);
        grids.MapPut("/{id:guid}", Change).WithName("changeSkillGrid").WithSummary("Change a grid of skills assessments").RequireRight(AssessmentEndpoints.WriteSettings);
    }

    private static async Task<Created<AddedSkillGrid>> Add(SkillGridData body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddSkillGrid(body), ct);
        return TypedResults.Created($"/api/v1/skill-grids/{added.Id}", added);
    }

    private static async Task<NoContent> Change(Guid id, IfMatch match, SkillGridData body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeSkillGrid(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SkillGridDataValidator : AbstractValidator<SkillGridData>
{
    public SkillGridDataValidator()
    {
        RuleFor(grid => grid.Name).NotEmpty().MaximumLength(120);
        RuleFor(grid => grid.Levels).NotNull().Must(levels => levels is null || levels.Count is >= 2 and <= 8).WithErrorCode("grid.levels")
            .WithMessage(_ => new Words("I livelli vanno da due a otto.", "There are two to eight levels.").ToString());
        RuleFor(grid => grid.Levels).Must(levels => levels is null || Distinct(levels)).WithErrorCode("grid.level-twice")
            .WithMessage(_ => new Words("Lo stesso livello è scritto due volte: lasciarlo una volta sola.", "The same level is written twice: keep it once.").ToString());
        RuleForEach(grid => grid.Levels).NotEmpty().MaximumLength(60);
        RuleFor(grid => grid.Skills).NotEmpty().Must(skills => skills is null || skills.Count <= 60).WithErrorCode("grid.too-many")
            .WithMessage(_ => new Words("Le competenze di una griglia sono al massimo 60.", "A grid has 60 skills at most.").ToString());
        RuleFor(grid => grid.Skills).Must(skills => skills is null || Distinct(skills.Select(skill => skill?.Label))).WithErrorCode("grid.skill-twice")
            .WithMessage(_ => new Words("La stessa competenza è scritta due volte.", "The same skill is written twice.").ToString());
        RuleForEach(grid => grid.Skills).NotNull().ChildRules(skill =>
        {
            skill.RuleFor(one => one.Group).MaximumLength(80);
            skill.RuleFor(one => one.Label).NotEmpty().MaximumLength(200);
            skill.RuleFor(one => one.Uri).MaximumLength(300).Must(uri => string.IsNullOrWhiteSpace(uri) || uri.StartsWith("http://data.europa.eu/esco/", StringComparison.Ordinal)).WithErrorCode("grid.uri")
                .WithMessage(_ => new Words("L'indirizzo di ESCO comincia con http://data.europa.eu/esco/.", "An ESCO address begins with http://data.europa.eu/esco/.").ToString());
        });
    }

    /// <summary>What is not written at all is told of by another rule.</summary>
    private static bool Distinct(IEnumerable<string?> labels)
    {
        string[] written = [.. labels.Where(label => !string.IsNullOrWhiteSpace(label)).Select(label => label!.Trim())];
        return written.Distinct(StringComparer.OrdinalIgnoreCase).Count() == written.Length;
    }
}

internal abstract class CarriesGrid<TCommand>(Func<TCommand, SkillGridData> grid) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new SkillGridDataValidator().ValidateAsync(grid(context.InstanceToValidate), cancellation);
}

internal sealed class AddSkillGridValidator() : CarriesGrid<AddSkillGrid>(command => command.Data);

internal sealed class ChangeSkillGridValidator() : CarriesGrid<ChangeSkillGrid>(command => command.Data);

internal sealed class SaveSkillGridHandler(IDbSession db, SkillGrids grids, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddSkillGrid, AddedSkillGrid>, IRequestHandler<ChangeSkillGrid, Unit>
{
    private const string Insert = """
        insert into beneficiaries_skill_grid (id, version, name, active, content, changed_at, changed_by)
        values (@Id, 1, @Name, @Active, @Content, @Now, @Me)
        """;

    private const string Update = """
        update beneficiaries_skill_grid
        set    name = @Name, active = @Active, content = @Content, changed_at = @Now, changed_by = @Me, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<AddedSkillGrid> Handle(AddSkillGrid request, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Row(id, 0, request.Data), cancellationToken, NameTaken);
        audit.Changes("skill-grid", id);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeSkillGrid request, CancellationToken cancellationToken)
    {
        _ = await grids.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("skill-grid");
        if (await db.ExecuteAsync(Update, Row(request.Id, request.Version, request.Data), cancellationToken, NameTaken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("skill-grid", request.Id);
        return Unit.Value;
    }

    private object Row(Guid id, int version, SkillGridData data) => new
    {
        Id = id, Version = version, Name = data.Name!.Trim(), Active = data.Active ?? true, Now = clock.GetUtcNow(), Me = user.Id,
        Content = SkillGrids.Write(new([.. data.Levels!.Select(level => level.Trim())], [.. data.Skills!.Select(skill => new GridSkill(Text(skill.Group), skill.Label!.Trim(), Text(skill.Uri)))])),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ConflictException NameTaken() => new("skill-grid.name-taken", new("C'è già una griglia con questo nome: sceglierne un altro.", "There is a grid of this name already: choose another one."));
}
