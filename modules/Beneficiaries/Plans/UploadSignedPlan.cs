using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Keeps the scan of the plan that the person, or a member of the équipe without an account, signed on paper.</summary>
internal sealed record UploadSignedPlan(Guid CaseId, Guid Id, int Version, Guid? SignerId, DateOnly? SignedOn, string FileName, byte[] Content) : ICommand;

internal static class UploadSignedPlanEndpoint
{
    public static void MapUploadSignedPlan(this IEndpointRouteBuilder cases) => cases
        .MapForm("/{caseId:guid}/plans/{id:guid}/signed-copy", Handle)
        .DisableAntiforgery()
        .WithName("uploadSignedPlan")
        .WithSummary("Keep the individual plan that the person, or a member of the équipe without an account, signed on paper")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(
        Guid caseId, Guid id, IfMatch match, IFormFile file, [FromForm] string? signedOn, [FromForm] Guid? signerId, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        await mediator.Send(new UploadSignedPlan(caseId, id, match.Version, signerId, UploadedFile.Day(signedOn, "signedOn"), uploaded.Name, uploaded.Content), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UploadSignedPlanHandler(IDbSession db, PlanDesk desk, OutsideMembers outside, IDocumentStore documents, ICurrentUser user, TimeProvider clock) : IRequestHandler<UploadSignedPlan, Unit>
{
    private const string Update = """
        update beneficiaries_plan_signature
        set    way = 'wet', document_id = @DocumentId, signed_on = @SignedOn, signed_at = @Now, recorded_by = @Me
        where  plan_id = @Id and signed_at is null and (user_id = @SignerId or (user_id is null and @SignerId is null))
        """;

    public async Task<Unit> Handle(UploadSignedPlan request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.ToSign, cancellationToken);
        if (request.SignedOn is not { } day || day > clock.Today() || day < row.AskedOn)
        {
            throw new FieldException("signedOn", "plan.signed-on", new(
                "Indicare il giorno della firma: non prima che il progetto fosse pronto da firmare e non dopo oggi.",
                "Give the day of the signature: not before the plan was ready to be signed and not after today."));
        }

        if (request.SignerId is { } signerId)
        {
            await outside.FindAsync(request.CaseId, signerId, cancellationToken);
            PlanDesk.DemandAsked(await desk.SignaturesAsync(row.Id, cancellationToken), signerId);
        }

        var kept = await documents.KeepForAsync(seen.BeneficiaryId, request.FileName, request.Content, cancellationToken);
        var args = new { row.Id, request.SignerId, DocumentId = kept.Id, SignedOn = day, Now = clock.GetUtcNow(), Me = user.Id };
        await desk.SignAsync(request.CaseId, row, request.Version, () => db.ExecuteAsync(Update, args, cancellationToken), cancellationToken);
        return Unit.Value;
    }
}
