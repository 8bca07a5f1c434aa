using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Somebody joins the équipe. Whoever joins as case manager takes the case over: the former one stays as educator.</summary>
internal sealed record AddMember(Guid CaseId, Guid? UserId, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn) : ICommand<AddedMember>, IGoesOnWhileRestricted;

internal sealed record AddedMember(Guid Id);

internal static class AddMemberEndpoint
{
    /// <summary>Who joins, in which role and when.</summary>
    internal sealed record CaseMemberBody(Guid? UserId, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn);

    public static void MapAddMember(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/members", Handle)
        .WithName("addCaseMember")
        .WithSummary("Let somebody join the équipe of a case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedMember>> Handle(Guid caseId, CaseMemberBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddMember(caseId, body.UserId, body.Role, body.FromOn, body.ToOn), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}", added);
    }
}

internal sealed class AddMemberValidator : AbstractValidator<AddMember>
{
    public AddMemberValidator()
    {
        RuleFor(member => member.UserId).NotNull();
        RuleFor(member => member.Role).NotNull().IsInEnum();
        RuleFor(member => member.FromOn).NotNull().IsLikelyDay();
        RuleFor(member => member.ToOn).IsLikelyDay();
        RuleFor(member => member.ToOn).Null().When(member => member.Role is MemberRole.CaseManager)
            .WithErrorCode("member.manager-has-no-end").WithMessage(_ => Team.ManagerStays.ToString());
    }
}

internal sealed class AddMemberHandler(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues, IAuditTrail audit, TimeProvider clock) : IRequestHandler<AddMember, AddedMember>
{
    private const string Insert = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on, to_on)
        values (@Id, @CaseId, @BeneficiaryId, @UserId, @Role, @FromOn, @ToOn)
        """;

    public async Task<AddedMember> Handle(AddMember request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        needToKnow.DemandNotOneself(seen, request.UserId);
        Team.CheckBeginning(request.Role!.Value, request.FromOn!.Value, clock.Today());
        if (!(await colleagues.AllAsync(cancellationToken)).Any(colleague => colleague.Id == request.UserId && Team.MayJoin(colleague)))
        {
            throw new FieldException("userId", "member.unknown", new(
                "Nell'équipe possono entrare educatori e coordinatori con un account attivo: scegliere dall'elenco.",
                "Educators and coordinators with an active account can join the team: choose from the list."));
        }

        var span = new MembershipSpan(Guid.CreateVersion7(clock.GetUtcNow()), request.UserId!.Value, request.FromOn.Value, request.ToOn);
        MembershipHasRoom.Check(await Team.SpansAsync(db, request.CaseId, cancellationToken), span);
        if (request.Role is MemberRole.CaseManager)
        {
            await Team.HandOverAsync(db, seen, span.UserId, cancellationToken);
        }

        await db.ExecuteAsync(
            Insert, new { span.Id, request.CaseId, seen.BeneficiaryId, span.UserId, Role = request.Role.Value.Code(), span.FromOn, span.ToOn }, cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return new(span.Id);
    }
}
