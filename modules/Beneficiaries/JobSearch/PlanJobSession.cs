using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Plans a session of a path, or writes one that was.</summary>
internal sealed record PlanJobSession(Guid PathId, JobSessionPlan Plan) : ICommand<PlannedJobSession>;

internal sealed record PlannedJobSession(Guid Id);

/// <summary>Moves or corrects a session without an outcome.</summary>
internal sealed record ChangeJobSession(Guid PathId, Guid Id, int Version, JobSessionPlan Plan) : ICommand;

internal static class PlanJobSessionEndpoint
{
    public static void MapPlanJobSession(this IEndpointRouteBuilder paths)
    {
        paths.MapPost("/{id:guid}/sessions", Plan).WithName("planJobSession").WithSummary("Plan a session of a job search").RequireRight(BeneficiariesModule.Write);
        paths.MapPut("/{id:guid}/sessions/{sessionId:guid}", Change).WithName("changeJobSession").WithSummary("Move or correct a session without an outcome").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<PlannedJobSession>> Plan(Guid id, JobSessionPlan body, IMediator mediator, CancellationToken ct)
    {
        var planned = await mediator.Send(new PlanJobSession(id, body), ct);
        return TypedResults.Created($"/api/v1/job-search-paths/{id}/sessions/{planned.Id}", planned);
    }

    private static async Task<NoContent> Change(Guid id, Guid sessionId, IfMatch match, JobSessionPlan body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeJobSession(id, sessionId, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class PlanJobSessionValidator(TimeProvider clock) : Carries<PlanJobSession, JobSessionPlan>(command => command.Plan, new JobSessionPlanValidator(clock));

internal sealed class ChangeJobSessionValidator(TimeProvider clock) : Carries<ChangeJobSession, JobSessionPlan>(command => command.Plan, new JobSessionPlanValidator(clock));

internal sealed class PlanJobSessionHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<PlanJobSession, PlannedJobSession>, IRequestHandler<ChangeJobSession, Unit>
{
    private const string Insert = """
        insert into beneficiaries_job_session (id, version, path_id, state, way, starts_at, minutes, user_id, details_cipher, created_at, created_by, changed_at)
        values (@Id, 1, @PathId, 'planned', @Way, @StartsAt, @Minutes, @UserId, @Details, @Now, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_job_session
        set    way = @Way, starts_at = @StartsAt, minutes = @Minutes, user_id = @UserId, details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @Id and path_id = @PathId and version = @Version and state = 'planned'
        """;

    public async Task<PlannedJobSession> Handle(PlanJobSession request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ChangeAsync(request.PathId, cancellationToken);
        await CheckAsync(seen, path, request.Plan, cancellationToken);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Row(id, 0, request.PathId, seen, request.Plan), cancellationToken);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeJobSession request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ChangeAsync(request.PathId, cancellationToken);
        JobSessionIsPlanned.CheckChange((await desk.SessionAsync(request.PathId, request.Id, cancellationToken)).State);
        await CheckAsync(seen, path, request.Plan, cancellationToken);
        if (await db.ExecuteAsync(Update, Row(request.Id, request.Version, request.PathId, seen, request.Plan), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    private async Task CheckAsync(SeenCase seen, JobPathRow path, JobSessionPlan plan, CancellationToken ct)
    {
        await desk.CheckMemberAsync(seen.Id, plan.UserId!.Value, plan.On!.Value, ct);
        if (plan.On < path.OpenedOn)
        {
            throw new FieldException("on", "job-session.before-path", new("L'incontro non può essere prima dell'inizio del percorso.", "The session cannot be before the beginning of the path."));
        }
    }

    private object Row(Guid id, int version, Guid pathId, SeenCase seen, JobSessionPlan plan) => new
    {
        Id = id, Version = version, PathId = pathId, Way = plan.Way!.Value.Code(), plan.Minutes, plan.UserId, Now = clock.GetUtcNow(), Me = user.Id,
        StartsAt = plan.On!.Value.AtInItaly(TimeOnly.ParseExact(plan.At!, "HH:mm", CultureInfo.InvariantCulture)),
        Details = sensitive.Seal(seen.BeneficiaryId, new JobSessionDetails(JobSearchDesk.Blank(plan.Place), JobSearchDesk.Blank(plan.Note), null)),
    };
}
