using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Calls an équipe together.</summary>
internal sealed record PlanReading(ReadingPlan Plan) : ICommand<PlannedReading>;

internal sealed record PlannedReading(Guid Id);

/// <summary>Changes day, place or équipe of a meeting whose minutes are open.</summary>
internal sealed record ChangeReading(Guid Id, int Version, ReadingPlan Plan) : ICommand;

internal static class PlanReadingEndpoint
{
    public static void MapPlanReading(this IEndpointRouteBuilder readings)
    {
        readings.MapPost("/", Plan).WithName("planCaseReading").WithSummary("Call an équipe together to read referrals").RequireRight(BeneficiariesModule.DecideReferrals);
        readings.MapPut("/{id:guid}", Change).WithName("changeCaseReading").WithSummary("Change day, place or équipe of a meeting").RequireRight(BeneficiariesModule.DecideReferrals);
    }

    private static async Task<Created<PlannedReading>> Plan(ReadingPlan body, IMediator mediator, CancellationToken ct)
    {
        var planned = await mediator.Send(new PlanReading(body), ct);
        return TypedResults.Created($"/api/v1/case-readings/{planned.Id}", planned);
    }

    private static async Task<NoContent> Change(Guid id, IfMatch match, ReadingPlan body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeReading(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class PlanReadingValidator() : CarriesPlan<PlanReading>(command => command.Plan);

internal sealed class ChangeReadingValidator() : CarriesPlan<ChangeReading>(command => command.Plan);

internal sealed class PlanReadingHandler(IDbSession db, ReadingDesk desk, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<PlanReading, PlannedReading>, IRequestHandler<ChangeReading, Unit>
{
    private const string Insert = """
        insert into beneficiaries_reading (id, version, state, held_on, starts_at, place, created_by, created_at)
        values (@Id, 1, 'planned', @HeldOn, @StartsAt, @Place, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_reading
        set    held_on = @HeldOn, starts_at = @StartsAt, place = @Place, version = version + 1
        where  id = @Id and version = @Version and state = 'planned'
        """;

    public async Task<PlannedReading> Handle(PlanReading request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(Insert, new { Id = id, request.Plan.HeldOn, StartsAt = Blank(request.Plan.StartsAt), Place = Blank(request.Plan.Place), Me = user.Id, Now = now }, cancellationToken);
        await desk.WriteMembersAsync(id, request.Plan.Members!, cancellationToken);
        await notifications.NotifyAsync(
            request.Plan.Members!.Where(member => member.UserId is not null).Select(member => member.UserId!.Value), "reading.called", null, $"/beneficiaries/readings/{id}", cancellationToken);
        audit.Changes("reading", id);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeReading request, CancellationToken cancellationToken)
    {
        await desk.FindOpenAsync(request.Id, cancellationToken);
        var plan = request.Plan;
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, plan.HeldOn, StartsAt = Blank(plan.StartsAt), Place = Blank(plan.Place) }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.WriteMembersAsync(request.Id, plan.Members!, cancellationToken);
        audit.Changes("reading", request.Id);
        return Unit.Value;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
