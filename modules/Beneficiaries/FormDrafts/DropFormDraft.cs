using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.FormDrafts;

/// <summary>Throws a draft away: the form was saved, or whoever wrote it does not want it any more.</summary>
internal sealed record DropFormDraft(DraftForm Form, Guid ItemId) : ICommand, IGoesOnWhileRestricted;

/// <summary>Throws away what nobody went on with for thirty days.</summary>
internal sealed record DropOldDrafts : ICommand<int>;

internal static class DropFormDraftEndpoint
{
    public static void MapDropFormDraft(this IEndpointRouteBuilder drafts) => drafts
        .MapDelete("/{form}/{itemId:guid}", Handle)
        .WithName("dropFormDraft")
        .WithSummary("Throw away what one had typed into a form")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(string form, Guid itemId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DropFormDraft(QueryCode.Read<DraftForm>(form, "form")!.Value, itemId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DropFormDraftHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropFormDraft, Unit>, IRequestHandler<DropOldDrafts, int>
{
    private const string Delete = "delete from beneficiaries_form_draft where user_id = @Me and form = @Form and item_id = @ItemId";

    private const string DeleteOld = "delete from beneficiaries_form_draft where saved_at < @Before";

    public async Task<Unit> Handle(DropFormDraft request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Delete, new { Me = user.Id, Form = request.Form.Code(), request.ItemId }, cancellationToken);
        return Unit.Value;
    }

    public Task<int> Handle(DropOldDrafts request, CancellationToken cancellationToken) =>
        db.ExecuteAsync(DeleteOld, new { Before = clock.GetUtcNow().AddDays(-DraftDesk.KeptDays) }, cancellationToken);
}
