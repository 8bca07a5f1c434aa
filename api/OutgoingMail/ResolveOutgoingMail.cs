using FluentValidation;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.OutgoingMail;

/// <summary>Decides about a mail that failed, or that may have arrived.</summary>
internal sealed record ResolveOutgoingMail(Guid Id, OutgoingMailDecision? Decision) : ICommand;

internal static class ResolveOutgoingMailEndpoint
{
    internal sealed record OutgoingMailResolution(OutgoingMailDecision? Decision);

    public static void MapResolveOutgoingMail(this IEndpointRouteBuilder mails) => mails
        .MapPost("/{id:guid}/resolution", Handle)
        .WithName("resolveOutgoingMail")
        .WithSummary("Send a mail again, take it as sent, or give it up")
        .RequireRight(OutgoingMailModule.WatchMail);

    private static async Task<NoContent> Handle(Guid id, OutgoingMailResolution body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ResolveOutgoingMail(id, body.Decision), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ResolveOutgoingMailValidator : AbstractValidator<ResolveOutgoingMail>
{
    public ResolveOutgoingMailValidator() => RuleFor(resolution => resolution.Decision).NotNull().IsInEnum();
}

internal sealed class ResolveOutgoingMailHandler(IOutboxDesk desk, IAuditTrail audit) : IRequestHandler<ResolveOutgoingMail, Unit>
{
    public async Task<Unit> Handle(ResolveOutgoingMail request, CancellationToken cancellationToken)
    {
        await desk.DecideAsync(request.Id, request.Decision!.Value, cancellationToken);
        audit.Changes("outgoing-mail", request.Id);
        return Unit.Value;
    }
}
