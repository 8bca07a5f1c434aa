using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.FormDrafts;

/// <summary>What one had typed into a form when one left it.</summary>
internal sealed record GetFormDraft(DraftForm Form, Guid SubjectId, Guid ItemId) : IQuery<KeptDraft>;

/// <summary>A draft; both null when there is none.</summary>
internal sealed record KeptDraft(string? Content, DateTimeOffset? SavedAt);

internal static class GetFormDraftEndpoint
{
    public static void MapGetFormDraft(this IEndpointRouteBuilder drafts) => drafts
        .MapGet("/{form}/{subjectId:guid}/{itemId:guid}", Handle)
        .WithName("getFormDraft")
        .WithSummary("What one had typed into a form")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<KeptDraft> Handle(string form, Guid subjectId, Guid itemId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetFormDraft(QueryCode.Read<DraftForm>(form, "form")!.Value, subjectId, itemId), ct);
}

internal sealed class GetFormDraftHandler(IDbSession db, DraftDesk desk, SensitiveFields sensitive, ICurrentUser user) : IRequestHandler<GetFormDraft, KeptDraft>
{
    private const string Select = """
        select content_cipher as Content, saved_at as SavedAt
        from   beneficiaries_form_draft
        where  user_id = @Me and form = @Form and item_id = @ItemId and subject_id = @SubjectId
        """;

    public async Task<KeptDraft> Handle(GetFormDraft request, CancellationToken cancellationToken)
    {
        await desk.SubjectAsync(request.Form, request.SubjectId, cancellationToken);
        var row = await db.FindAsync<Row>(Select, new { Me = user.Id, Form = request.Form.Code(), request.ItemId, request.SubjectId }, cancellationToken);
        return new(sensitive.OpenText(row?.Content), row?.SavedAt);
    }

    private sealed record Row(string Content, DateTimeOffset SavedAt);
}
