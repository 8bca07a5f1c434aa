using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.FormDrafts;

/// <summary>Keeps what is being typed, so that neither a session that ends nor a browser that closes loses it. The former draft of the same form is replaced.</summary>
internal sealed record KeepFormDraft(DraftForm Form, Guid SubjectId, Guid ItemId, string? Content) : ICommand, IGoesOnWhileRestricted;

internal static class KeepFormDraftEndpoint
{
    /// <summary>The fields, as the client writes them.</summary>
    internal sealed record FormDraftBody(string? Content);

    public static void MapKeepFormDraft(this IEndpointRouteBuilder drafts) => drafts
        .MapPut("/{form}/{subjectId:guid}/{itemId:guid}", Handle)
        .WithName("keepFormDraft")
        .WithSummary("Keep what is being typed into a form")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(string form, Guid subjectId, Guid itemId, FormDraftBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new KeepFormDraft(QueryCode.Read<DraftForm>(form, "form")!.Value, subjectId, itemId, body.Content), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class KeepFormDraftValidator : AbstractValidator<KeepFormDraft>
{
    public KeepFormDraftValidator() => RuleFor(draft => draft.Content).NotEmpty().MaximumLength(100_000);
}

internal sealed class KeepFormDraftHandler(IDbSession db, DraftDesk desk, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock) : IRequestHandler<KeepFormDraft, Unit>
{
    private const string Update = """
        update beneficiaries_form_draft
        set    content_cipher = @Content, saved_at = @Now, subject_id = @SubjectId, beneficiary_id = @BeneficiaryId
        where  user_id = @Me and form = @Form and item_id = @ItemId
        """;

    private const string Insert = """
        insert into beneficiaries_form_draft (user_id, form, item_id, subject_id, beneficiary_id, content_cipher, saved_at)
        values (@Me, @Form, @ItemId, @SubjectId, @BeneficiaryId, @Content, @Now)
        """;

    public async Task<Unit> Handle(KeepFormDraft request, CancellationToken cancellationToken)
    {
        var subject = await desk.SubjectAsync(request.Form, request.SubjectId, cancellationToken);
        var row = new
        {
            Me = user.Id, Form = request.Form.Code(), request.ItemId, request.SubjectId, subject.BeneficiaryId, Now = clock.GetUtcNow(),
            Content = subject.BeneficiaryId is { } person ? sensitive.SealText(person, request.Content) : sensitive.SealText(request.Content),
        };
        if (await db.ExecuteAsync(Update, row, cancellationToken) == 0)
        {
            await db.ExecuteAsync(Insert, row, cancellationToken);
        }

        return Unit.Value;
    }
}
