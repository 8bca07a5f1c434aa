using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Sends a complete draft to be signed by members of the équipe and by the person.</summary>
internal sealed record AskSignatures(Guid CaseId, Guid Id, int Version, IReadOnlyList<Guid>? SignerIds) : ICommand;

internal static class AskSignaturesEndpoint
{
    /// <summary>Who signs for the équipe.</summary>
    /// <param name="SignerIds">Ids of the accounts that are asked to sign.</param>
    internal sealed record PlanSignersBody(IReadOnlyList<Guid>? SignerIds);

    public static void MapAskSignatures(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/signatures", Handle)
        .WithName("askPlanSignatures")
        .WithSummary("Send an individual plan to be signed")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PlanSignersBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AskSignatures(caseId, id, match.Version, body.SignerIds), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AskSignaturesValidator : AbstractValidator<AskSignatures>
{
    public AskSignaturesValidator() => RuleFor(asked => asked.SignerIds).NotEmpty().HasAtMost(20);
}

internal sealed class AskSignaturesHandler(IDbSession db, NeedToKnow needToKnow, PlanDesk desk, INotifications notifications, TimeProvider clock) : IRequestHandler<AskSignatures, Unit>
{
    private const string SelectMembers = """
        select user_id as Id, 0 as Outside
        from   beneficiaries_case_member
        where  case_id = @CaseId and from_on <= @Today and (to_on is null or to_on >= @Today)
        union
        select id as Id, 1 as Outside
        from   beneficiaries_outside_member
        where  case_id = @CaseId and account_id is null and from_on <= @Today and (to_on is null or to_on >= @Today)
        """;

    private const string Update = """
        update beneficiaries_plan
        set    state = 'toSign', asked_on = @Today, signers = @Signers, signatures = 0, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    private const string Insert = "insert into beneficiaries_plan_signature (id, plan_id, user_id) values (@Id, @PlanId, @UserId)";

    public async Task<Unit> Handle(AskSignatures request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.Draft, cancellationToken);
        needToKnow.DemandManager(seen);
        PlanIsComplete.Check(desk.Open(row), row.ReviewOn, clock.Today());
        var signers = request.SignerIds!.Distinct().ToArray();
        var members = await db.QueryAsync<Member>(SelectMembers, new { request.CaseId, Today = clock.Today() }, cancellationToken);
        if (signers.Except(members.Select(member => member.Id)).Any())
        {
            throw new FieldException("signerIds", "plan.signer-not-member", new(
                "Chi firma per l'équipe deve farne parte oggi: scegliere tra i suoi componenti.", "Whoever signs for the team must be on it today: choose among its members."));
        }

        var now = clock.GetUtcNow();
        if (await db.ExecuteAsync(Update, new { row.Id, request.Version, Today = clock.Today(), Signers = signers.Length + 1 }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(
            Insert, signers.Select(signer => (Guid?)signer).Append(null).Select(signer => new { Id = Guid.CreateVersion7(now), PlanId = row.Id, UserId = signer }).ToArray(), cancellationToken);
        await notifications.NotifyAsync([.. signers.Except(members.Where(member => member.Outside == 1).Select(member => member.Id))], "plan.to-sign", null, $"/beneficiaries/{seen.BeneficiaryId}/cases/{request.CaseId}/plans/{row.Id}", cancellationToken);
        return Unit.Value;
    }

    private sealed record Member(Guid Id, int Outside);
}
