using FluentValidation;
using InclusionPlatform.Bulletin.Editions.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Sets the moment at which an edition goes out, or takes it back.</summary>
/// <param name="Number">Number of the edition.</param>
/// <param name="At">The moment; null takes the schedule back.</param>
internal sealed record ScheduleEdition(int Number, DateTimeOffset? At) : ICommand<ScheduledEdition>;

/// <summary>How the edition stands now.</summary>
/// <param name="Number">Number of the edition.</param>
internal sealed record ScheduledEdition(int Number, EditionState State, DateTimeOffset? ScheduledAt, int Version);

internal static class ScheduleEditionEndpoint
{
    internal sealed record EditionSchedule(DateTimeOffset? At);

    public static void MapScheduleEdition(this IEndpointRouteBuilder editions)
    {
        editions.MapPost("/{number:int}/schedule", Schedule).WithName("scheduleEdition").WithSummary("Set the moment at which an edition goes out").RequireRight(BulletinModule.BulletinWrite);
        editions.MapPost("/{number:int}/unschedule", Unschedule).WithName("unscheduleEdition").WithSummary("Take back the schedule of an edition").RequireRight(BulletinModule.BulletinWrite);
    }

    private static async Task<Ok<ScheduledEdition>> Schedule(int number, EditionSchedule body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ScheduleEdition(number, body.At ?? throw new FieldException("at", "edition.schedule-missing", new("Indicare quando inviare il numero.", "Say when to send the edition."))), ct));

    private static async Task<Ok<ScheduledEdition>> Unschedule(int number, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ScheduleEdition(number, null), ct));
}

internal sealed class ScheduleEditionHandler(IDbSession db, EditionReading editions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ScheduleEdition, ScheduledEdition>
{
    private const string Update = """
        update bulletin_edition
        set    state = @State, scheduled_at = @At, updated_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<ScheduledEdition> Handle(ScheduleEdition request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var now = clock.GetUtcNow();
        if (request.At is { } at)
        {
            EditionSteps.CheckSchedule(edition.State, at, now, EditionReading.Open(await editions.OpportunitiesAsync(edition.Id, cancellationToken), clock.Today()).Count);
        }
        else
        {
            EditionSteps.CheckUnschedule(edition.State);
        }

        var state = request.At is null ? EditionState.Draft : EditionState.Scheduled;
        var moment = request.At?.ToUniversalTime();
        if (await db.ExecuteAsync(Update, new { edition.Id, edition.Version, State = state.Code(), At = moment, Now = now }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("edition", edition.Id);
        return new(request.Number, state, moment, edition.Version + 1);
    }
}
