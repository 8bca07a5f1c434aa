using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.OutgoingMail;

/// <summary>The kept mails, newest first: those that wait for a decision, unless a state is asked for.</summary>
internal sealed record ListOutgoingMails(OutboxState? State, string? Cursor, int Limit) : IQuery<Page<OutgoingMailLine>>;

internal static class ListOutgoingMailsEndpoint
{
    public static void MapListOutgoingMails(this IEndpointRouteBuilder mails) => mails
        .MapGet("/", Handle)
        .WithName("listOutgoingMails")
        .WithSummary("List the mails that did not leave, or those of a state")
        .RequireRight(OutgoingMailModule.WatchMail);

    private static async Task<Ok<Page<OutgoingMailLine>>> Handle([CodeOf(typeof(OutboxState))] string? state, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListOutgoingMails(QueryCode.Read<OutboxState>(state, "state", States), cursor, Paging.Limit(limit)), ct));

    private static readonly Words States = new("in attesa, in spedizione, partite, non riuscite, incerte, lasciate stare", "waiting, being sent, sent, failed, uncertain, given up");
}

internal sealed class ListOutgoingMailsHandler(IOutboxDesk desk) : IRequestHandler<ListOutgoingMails, Page<OutgoingMailLine>>
{
    public async Task<Page<OutgoingMailLine>> Handle(ListOutgoingMails request, CancellationToken cancellationToken)
    {
        Guid? before = Paging.Decode(request.Cursor, 1) is [var last] ? Guid.TryParse(last, out var id) ? id : Guid.Empty : null;
        return Paging.Page(await desk.FindAsync(request.State, before, request.Limit + 1, cancellationToken), request.Limit, mail => [mail.Id.ToString()]);
    }
}
