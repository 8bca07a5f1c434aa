using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>What is written of a work experience.</summary>
/// <param name="Employer">Where.</param>
/// <param name="Duties">What the person did.</param>
internal sealed record WorkExperienceBody(string? Employer, string? Duties, ContractKind? Contract, string? Sector, DateOnly? FromOn, DateOnly? ToOn);

/// <summary>Adds work that the person has done, or changes what was written of it.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="ExperienceId">Null to add one.</param>
/// <param name="Version">Of the one that is changed.</param>
/// <param name="Experience">What is written.</param>
internal sealed record WriteWorkExperience(Guid PersonId, Guid? ExperienceId, int Version, WorkExperienceBody Experience) : ICommand<WrittenExperience>;

internal sealed record WrittenExperience(Guid Id);

internal static class WriteWorkExperienceEndpoint
{
    public static void MapWriteWorkExperience(this IEndpointRouteBuilder beneficiaries)
    {
        beneficiaries.MapPost("/{id:guid}/work-experiences", Add)
            .WithName("addWorkExperience")
            .WithSummary("Add work that a person has done")
            .RequireRight(BeneficiariesModule.Write);
        beneficiaries.MapPut("/{id:guid}/work-experiences/{experienceId:guid}", Change)
            .WithName("changeWorkExperience")
            .WithSummary("Change work that a person has done")
            .RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<WrittenExperience>> Add(Guid id, WorkExperienceBody body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/beneficiaries/{id}/curriculum", await mediator.Send(new WriteWorkExperience(id, null, 0, body), ct));

    private static async Task<NoContent> Change(Guid id, Guid experienceId, IfMatch match, WorkExperienceBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WriteWorkExperience(id, experienceId, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WorkExperienceBodyValidator : AbstractValidator<WorkExperienceBody>
{
    // Nobody who looks for work began before; a year mistyped, such as 0026, would end up in the curriculum.
    private static readonly DateOnly Earliest = new(1940, 1, 1);

    public WorkExperienceBodyValidator(TimeProvider clock)
    {
        RuleFor(experience => experience.Employer).NotEmpty().MaximumLength(160);
        RuleFor(experience => experience.Duties).NotEmpty().MaximumLength(1000);
        RuleFor(experience => experience.Contract).IsInEnum();
        RuleFor(experience => experience.Sector).Must(sector => string.IsNullOrEmpty(sector) || Sectors.All.Contains(sector))
            .WithErrorCode("work-experience.sector").WithMessage(_ => Sentences.Choice.ToString());
        RuleFor(experience => experience.FromOn).NotNull().GreaterThanOrEqualTo(Earliest);
        RuleFor(experience => experience.FromOn).Must(from => from is null || from <= clock.Today())
            .WithErrorCode("work-experience.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(experience => experience.ToOn).IsDayOfALife();
        RuleFor(experience => experience.ToOn).Must(to => to is null || to <= clock.Today()).WithErrorCode("work-experience.in-future")
            .WithMessage(_ => new Words("L'ultimo giorno non può essere nel futuro: se il lavoro dura ancora, lasciarlo vuoto.", "The last day cannot be in the future: leave it empty while the work lasts.").ToString());
        RuleFor(experience => experience.ToOn).Must((experience, to) => to is null || experience.FromOn is null || to >= experience.FromOn)
            .WithErrorCode("work-experience.ends-before-start")
            .WithMessage(_ => new Words("L'ultimo giorno non può essere prima del primo.", "The last day cannot be before the first.").ToString());
    }
}

internal sealed class WriteWorkExperienceValidator(TimeProvider clock) : AbstractValidator<WriteWorkExperience>
{
    public override Task<FluentValidation.Results.ValidationResult> ValidateAsync(ValidationContext<WriteWorkExperience> context, CancellationToken cancellation = default) =>
        new WorkExperienceBodyValidator(clock).ValidateAsync(context.InstanceToValidate.Experience, cancellation);
}

internal sealed class WriteWorkExperienceHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<WriteWorkExperience, WrittenExperience>
{
    private const string Count = "select count(*) from beneficiaries_work_experience where id = @ExperienceId and beneficiary_id = @PersonId";

    private const string Insert = """
        insert into beneficiaries_work_experience (id, beneficiary_id, version, details_cipher, from_on, to_on, changed_at, changed_by)
        values (@ExperienceId, @PersonId, 1, @Details, @FromOn, @ToOn, @At, @By)
        """;

    private const string Update = """
        update beneficiaries_work_experience
        set    details_cipher = @Details, from_on = @FromOn, to_on = @ToOn, changed_at = @At, changed_by = @By, version = version + 1
        where  id = @ExperienceId and beneficiary_id = @PersonId and version = @Version
        """;

    public async Task<WrittenExperience> Handle(WriteWorkExperience request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (request.ExperienceId is not null && await db.ScalarAsync<int>(Count, new { request.ExperienceId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("work-experience");
        }

        var now = clock.GetUtcNow();
        var written = request.Experience;
        var id = request.ExperienceId ?? Guid.CreateVersion7(now);
        var details = new WorkExperienceDetails(written.Employer!.Trim(), written.Duties!.Trim(), written.Contract, string.IsNullOrEmpty(written.Sector) ? null : written.Sector);
        var row = new { ExperienceId = id, request.PersonId, request.Version, Details = sensitive.Seal(request.PersonId, details), written.FromOn, written.ToOn, At = now, By = user.Id };
        if (await db.ExecuteAsync(request.ExperienceId is null ? Insert : Update, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("beneficiary", request.PersonId);
        return new(id);
    }
}
