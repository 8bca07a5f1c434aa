using FluentValidation;
using InclusionPlatform.Bulletin.Editions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>What to do with deliveries that may have arrived.</summary>
internal enum UncertainDecision
{
    Resend,
    ConsideredSent,
}

/// <summary>The editor decides about the uncertain deliveries of an edition: send them again, or take them as sent.</summary>
internal sealed record ResolveUncertain(int Number, UncertainDecision? Decision) : ICommand<ResolvedUncertain>;

/// <summary>How many were decided.</summary>
/// <param name="Deliveries">How many deliveries were concerned.</param>
internal sealed record ResolvedUncertain(int Deliveries);

internal static class ResolveUncertainEndpoint
{
    internal sealed record UncertainResolution(UncertainDecision? Decision);

    public static void MapResolveUncertain(this IEndpointRouteBuilder editions) => editions
        .MapPost("/{number:int}/uncertain-deliveries/resolution", Handle)
        .WithName("resolveUncertainDeliveries")
        .WithSummary("Decide about deliveries that may have arrived")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<Ok<ResolvedUncertain>> Handle(int number, UncertainResolution body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ResolveUncertain(number, body.Decision), ct));
}

internal sealed class ResolveUncertainValidator : AbstractValidator<ResolveUncertain>
{
    public ResolveUncertainValidator() => RuleFor(resolution => resolution.Decision).NotNull().IsInEnum();
}

internal sealed class ResolveUncertainHandler(IDbSession db, EditionReading editions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ResolveUncertain, ResolvedUncertain>
{
    private const string Settle = """
        update bulletin_delivery
        set    state = @State, sent_at = @SentAt, next_attempt_at = @Now, lease_owner = null, lease_until = null
        where  edition_id = @EditionId and state = 'uncertain'
        """;

    private const string Reopen = """
        update bulletin_edition
        set    state = 'sending', updated_at = @Now, version = version + 1
        where  id = @EditionId and state = 'sent' and not exists (select 1 from bulletin_edition where state = 'sending')
        """;

    public async Task<ResolvedUncertain> Handle(ResolveUncertain request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var now = clock.GetUtcNow();
        var resend = request.Decision == UncertainDecision.Resend;
        var count = await db.ExecuteAsync(
            Settle,
            new { EditionId = edition.Id, State = (resend ? DeliveryState.Waiting : DeliveryState.Sent).Code(), SentAt = resend ? (DateTimeOffset?)null : now, Now = now },
            cancellationToken);
        if (count > 0 && resend && edition.State == EditionState.Sent && await db.ExecuteAsync(Reopen, new { EditionId = edition.Id, Now = now }, cancellationToken) == 0)
        {
            throw new ConflictException("edition.another-sending", new(
                "Un altro numero è in corso di invio: riprovare quando è finito.", "Another edition is being sent: try again when it is done."));
        }

        audit.Changes("edition", edition.Id);
        return new(count);
    }
}
