using InclusionPlatform.Bulletin.Editions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>How far the sending of an edition has come.</summary>
internal sealed record GetProgress(int Number) : IQuery<EditionProgress>;

/// <summary>Deliveries of an edition, counted by state. <c>Unwritable</c>: those failed because the mail itself could not be written, with nothing sent.</summary>
/// <param name="Number">Number of the edition.</param>
/// <param name="Total">All deliveries.</param>
/// <param name="Sent">Handed to the mail server.</param>
/// <param name="Failed">Refused for good.</param>
/// <param name="Deferred">To be tried again.</param>
/// <param name="Uncertain">Begun without an answer: somebody must decide whether to send again.</param>
/// <param name="Skipped">Left out, because the subscriber has gone in the meantime.</param>
/// <param name="Waiting">Not begun, or being sent just now.</param>
/// <param name="Unwritable">Those of the failed ones whose mail itself could not be written; nothing was sent.</param>
internal sealed record EditionProgress(
    int Number, EditionState State, DateTimeOffset? ScheduledAt, DateTimeOffset? SendingStartedAt, DateTimeOffset? SentAt,
    int Total, int Sent, int Failed, int Deferred, int Uncertain, int Skipped, int Waiting, int Unwritable);

internal static class GetProgressEndpoint
{
    public static void MapGetProgress(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{number:int}/progress", Handle)
        .WithName("getEditionProgress")
        .WithSummary("How far the sending of an edition has come")
        .RequireRight(BulletinModule.BulletinRead);

    private static async Task<Ok<EditionProgress>> Handle(int number, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetProgress(number), ct));
}

internal sealed class GetProgressHandler(IDbSession db, EditionReading editions) : IRequestHandler<GetProgress, EditionProgress>
{
    private const string CountByState = "select state as State, count(*) as Count from bulletin_delivery where edition_id = @EditionId group by state";

    // What the writer of mails refuses is kept by its code, which begins like this; what servers say never does.
    private const string CountUnwritable = "select count(*) from bulletin_delivery where edition_id = @EditionId and state = 'failed' and failure like 'mail.%'";

    public async Task<EditionProgress> Handle(GetProgress request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var counts = (await db.QueryAsync<Counted>(CountByState, new { EditionId = edition.Id }, cancellationToken)).ToDictionary(counted => counted.State, counted => counted.Count);
        var unwritable = counts.GetValueOrDefault(DeliveryState.Failed) == 0 ? 0 : await db.ScalarAsync<int>(CountUnwritable, new { EditionId = edition.Id }, cancellationToken);
        int Of(DeliveryState state) => counts.GetValueOrDefault(state);
        return new(
            edition.Number, edition.State, edition.ScheduledAt, edition.SendingStartedAt, edition.SentAt, counts.Values.Sum(), Of(DeliveryState.Sent), Of(DeliveryState.Failed),
            Of(DeliveryState.Deferred), Of(DeliveryState.Uncertain), Of(DeliveryState.Skipped), Of(DeliveryState.Waiting) + Of(DeliveryState.Sending), unwritable);
    }

    private sealed record Counted(DeliveryState State, int Count);
}
