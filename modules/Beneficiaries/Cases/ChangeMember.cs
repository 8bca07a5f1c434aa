using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Changes the role or the time of somebody on the équipe; a day of end is how somebody leaves.</summary>
internal sealed record ChangeMember(Guid CaseId, Guid MemberId, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn) : ICommand, IGoesOnWhileRestricted;

internal static class ChangeMemberEndpoint
{
    /// <summary>Role and time.</summary>
    internal sealed record MembershipBody(MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn);

    public static void MapChangeMember(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/members/{memberId:guid}", Handle)
        .WithName("changeCaseMember")
        .WithSummary("Change role or time of somebody on the équipe, or end it")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid memberId, MembershipBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeMember(caseId, memberId, body.Role, body.FromOn, body.ToOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeMemberValidator : AbstractValidator<ChangeMember>
{
    public ChangeMemberValidator()
    {
        RuleFor(member => member.Role).NotNull().IsInEnum();
        RuleFor(member => member.FromOn).NotNull().IsLikelyDay();
        RuleFor(member => member.ToOn).IsLikelyDay();
    }
}

internal sealed class ChangeMemberHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeMember, Unit>
{
    private const string Update = "update beneficiaries_case_member set role = @Role, from_on = @FromOn, to_on = @ToOn where id = @MemberId and case_id = @CaseId";

    public async Task<Unit> Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        var spans = await Team.SpansAsync(db, request.CaseId, cancellationToken);
        var former = spans.SingleOrDefault(span => span.Id == request.MemberId) ?? throw new NotFoundException("member");
        needToKnow.DemandNotOneself(seen, former.UserId);
        Team.CheckBeginning(request.Role!.Value, request.FromOn!.Value, clock.Today());
        var becomesManager = request.Role is MemberRole.CaseManager;
        if (becomesManager ? request.ToOn is not null : former.UserId == seen.ManagerId)
        {
            throw new RuleBrokenException("case.needs-manager", Team.ManagerStays);
        }

        MembershipHasRoom.Check(spans, former with { FromOn = request.FromOn.Value, ToOn = request.ToOn });
        if (becomesManager && former.UserId != seen.ManagerId)
        {
            await Team.HandOverAsync(db, seen, former.UserId, cancellationToken);
        }

        await db.ExecuteAsync(Update, new { request.MemberId, request.CaseId, Role = request.Role.Value.Code(), request.FromOn, request.ToOn }, cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
