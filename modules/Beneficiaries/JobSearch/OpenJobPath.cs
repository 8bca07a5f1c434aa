using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Begins a path of active job search in a case.</summary>
internal sealed record OpenJobPath(Guid CaseId, JobPathPlan Plan) : ICommand<OpenedJobPath>;

internal sealed record OpenedJobPath(Guid Id);

/// <summary>Corrects what was written of a path.</summary>
internal sealed record ChangeJobPath(Guid Id, int Version, JobPathPlan Plan) : ICommand;

internal static class OpenJobPathEndpoint
{
    /// <summary>The case and the path.</summary>
    internal sealed record JobPathBody(Guid CaseId, Guid? UserId, DateOnly? OpenedOn, JobTarget? Target, string? Goals, int? Sessions);

    public static void MapOpenJobPath(this IEndpointRouteBuilder paths)
    {
        paths.MapPost("/", Open).WithName("openJobSearchPath").WithSummary("Begin a path of active job search in a case").RequireRight(BeneficiariesModule.Write);
        paths.MapPut("/{id:guid}", Change).WithName("changeJobSearchPath").WithSummary("Correct target, goals and educator of a path").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<OpenedJobPath>> Open(JobPathBody body, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenJobPath(body.CaseId, new(body.UserId, body.OpenedOn, body.Target, body.Goals, body.Sessions)), ct);
        return TypedResults.Created($"/api/v1/job-search-paths/{opened.Id}", opened);
    }

    private static async Task<NoContent> Change(Guid id, IfMatch match, JobPathPlan body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeJobPath(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class OpenJobPathValidator(TimeProvider clock) : Carries<OpenJobPath, JobPathPlan>(command => command.Plan, new JobPathPlanValidator(clock));

internal sealed class ChangeJobPathValidator(TimeProvider clock) : Carries<ChangeJobPath, JobPathPlan>(command => command.Plan, new JobPathPlanValidator(clock));

internal sealed class OpenJobPathHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<OpenJobPath, OpenedJobPath>, IRequestHandler<ChangeJobPath, Unit>
{
    private const string Insert = """
        insert into beneficiaries_job_path (id, version, case_id, state, user_id, content_cipher, opened_on, closed_on, outcome, closing_cipher, created_at, created_by, changed_at)
        values (@Id, 1, @CaseId, 'open', @UserId, @Content, @OpenedOn, null, null, null, @Now, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_job_path
        set    user_id = @UserId, content_cipher = @Content, opened_on = @OpenedOn, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'open'
        """;

    public async Task<OpenedJobPath> Handle(OpenJobPath request, CancellationToken cancellationToken)
    {
        var seen = await desk.OpenCaseAsync(request.CaseId, cancellationToken);
        await desk.CheckMemberAsync(seen.Id, request.Plan.UserId!.Value, clock.Today(), cancellationToken);
        CheckOpening(seen.OpenedOn, request.Plan.OpenedOn!.Value);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Row(id, 0, seen.Id, seen.BeneficiaryId, request.Plan), cancellationToken, OneAtATime);
        desk.Changed(seen);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeJobPath request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ChangeAsync(request.Id, cancellationToken);
        if (path.UserId != request.Plan.UserId)
        {
            await desk.CheckMemberAsync(seen.Id, request.Plan.UserId!.Value, clock.Today(), cancellationToken);
        }

        CheckOpening(seen.OpenedOn, request.Plan.OpenedOn!.Value);
        if (await db.ExecuteAsync(Update, Row(request.Id, request.Version, seen.Id, seen.BeneficiaryId, request.Plan), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    public static ConflictException OneAtATime() => new("job-search-path.open-already", new(
        "C'è già un percorso di ricerca del lavoro aperto in questa presa in carico: continuare da quello o chiuderlo prima.",
        "A job search is open in this case already: go on with that one, or close it first."));

    private static void CheckOpening(DateOnly caseOpenedOn, DateOnly on)
    {
        if (on < caseOpenedOn)
        {
            throw new FieldException("openedOn", "job-search.before-case", new("Il percorso non può cominciare prima della presa in carico.", "The path cannot begin before the case."));
        }
    }

    private object Row(Guid id, int version, Guid caseId, Guid personId, JobPathPlan plan) => new
    {
        Id = id, Version = version, CaseId = caseId, plan.UserId, plan.OpenedOn, Now = clock.GetUtcNow(), Me = user.Id,
        Content = sensitive.Seal(personId, new JobPathContent(Tidy(plan.Target ?? JobTarget.Empty), JobSearchDesk.Blank(plan.Goals), plan.Sessions)),
    };

    private static JobTarget Tidy(JobTarget target) => target with
    {
        Municipalities = [.. (target.Municipalities ?? []).Distinct()], Provinces = [.. (target.Provinces ?? []).Select(code => code.ToUpperInvariant()).Distinct()],
        Sectors = [.. (target.Sectors ?? []).Distinct()], Duties = JobSearchDesk.Blank(target.Duties), Times = JobSearchDesk.Blank(target.Times),
    };
}
