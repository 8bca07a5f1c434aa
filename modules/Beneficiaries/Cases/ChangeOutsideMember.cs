using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Changes the role or the time of a member without an account; a day of end is how they leave.</summary>
internal sealed record ChangeOutsideMember(Guid CaseId, Guid MemberId, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn) : ICommand, IGoesOnWhileRestricted;

/// <summary>
/// The member was given an account: from today the membership goes on with it, in the same role and until the same day, and only from today they see the case. What was before stays written.
/// </summary>
internal sealed record GiveMemberAccount(Guid CaseId, Guid MemberId, Guid? UserId) : ICommand<AddedMember>, IGoesOnWhileRestricted;

internal static class ChangeOutsideMemberEndpoint
{
    /// <summary>Role and time.</summary>
    internal sealed record OutsideMembershipBody(MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn);

    /// <summary>The account.</summary>
    internal sealed record MemberAccountBody(Guid? UserId);

    public static void MapChangeOutsideMember(this IEndpointRouteBuilder cases)
    {
        cases.MapPut("/{caseId:guid}/outside-members/{memberId:guid}", Change).WithName("changeOutsideCaseMember")
            .WithSummary("Change role or time of a member without an account, or end it").RequireRight(BeneficiariesModule.Write);
        cases.MapPost("/{caseId:guid}/outside-members/{memberId:guid}/account", Give).WithName("giveCaseMemberAccount")
            .WithSummary("Say that a member of the équipe has an account now: the membership goes on with it").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<NoContent> Change(Guid caseId, Guid memberId, OutsideMembershipBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeOutsideMember(caseId, memberId, body.Role, body.FromOn, body.ToOn), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Created<AddedMember>> Give(Guid caseId, Guid memberId, MemberAccountBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new GiveMemberAccount(caseId, memberId, body.UserId), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}", added);
    }
}

internal sealed class ChangeOutsideMemberValidator : AbstractValidator<ChangeOutsideMember>
{
    public ChangeOutsideMemberValidator()
    {
        RuleFor(member => member.Role).NotNull().IsInEnum();
        RuleFor(member => member.Role).NotEqual(MemberRole.CaseManager).WithErrorCode("member.manager-needs-account").WithMessage(_ => OutsideWords.ManagerNeedsAccount.ToString());
        RuleFor(member => member.FromOn).NotNull().IsLikelyDay();
        RuleFor(member => member.ToOn).IsLikelyDay();
    }
}

internal sealed class GiveMemberAccountValidator : AbstractValidator<GiveMemberAccount>
{
    public GiveMemberAccountValidator() => RuleFor(member => member.UserId).NotNull();
}

internal sealed class ChangeOutsideMemberHandler(IDbSession db, NeedToKnow needToKnow, OutsideMembers outside, IColleagues colleagues, INotifications notifications, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ChangeOutsideMember, Unit>, IRequestHandler<GiveMemberAccount, AddedMember>
{
    private const string Update = """
        update beneficiaries_outside_member
        set    role = @Role, from_on = @FromOn, to_on = @ToOn
        where  id = @MemberId and case_id = @CaseId and account_id is null
        """;

    // Of two who say it at once the second finds an account there.
    private const string Continue = """
        update beneficiaries_outside_member
        set    to_on = @LastDay, account_id = @UserId, account_from = @FromOn, continued_by = @Id
        where  id = @MemberId and case_id = @CaseId and account_id is null
        """;

    private const string Insert = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on, to_on)
        values (@Id, @CaseId, @BeneficiaryId, @UserId, @Role, @FromOn, @ToOn)
        """;

    // What they were still to sign is signed in the own session.
    private const string TakePlanSignatures = """
        update beneficiaries_plan_signature
        set    user_id = @UserId
        where  user_id = @MemberId and signed_at is null and not exists (select 1 from beneficiaries_plan_signature o where o.plan_id = beneficiaries_plan_signature.plan_id and o.user_id = @UserId)
        """;

    private const string TakeAssessmentSignatures = """
        update beneficiaries_assessment_signature
        set    user_id = @UserId
        where  user_id = @MemberId and signed_at is null
               and not exists (select 1 from beneficiaries_assessment_signature o where o.assessment_id = beneficiaries_assessment_signature.assessment_id and o.user_id = @UserId)
        """;

    public async Task<Unit> Handle(ChangeOutsideMember request, CancellationToken cancellationToken)
    {
        var (seen, member, others) = await FindAsync(request.CaseId, request.MemberId, cancellationToken);
        OutsideMembers.CheckRoom(others, member.Id, member.SubjectHash, request.FromOn!.Value, request.ToOn);
        await WriteAsync(seen, Update, new { request.MemberId, request.CaseId, Role = request.Role!.Value.Code(), request.FromOn, request.ToOn }, cancellationToken);
        return Unit.Value;
    }

    public async Task<AddedMember> Handle(GiveMemberAccount request, CancellationToken cancellationToken)
    {
        var (seen, member, _) = await FindAsync(request.CaseId, request.MemberId, cancellationToken);
        needToKnow.DemandNotOneself(seen, request.UserId);
        var today = clock.Today();
        if (member.ToOn < today)
        {
            throw new RuleBrokenException("member.over", new(
                "Non fa più parte dell'équipe: aggiungere direttamente il collega con il suo account.", "They are not on the team any more: add the colleague with their account."));
        }

        if (!(await colleagues.AllAsync(cancellationToken)).Any(colleague => colleague.Id == request.UserId && Team.MayJoin(colleague)))
        {
            throw new FieldException("userId", "member.unknown", new(
                "Nell'équipe possono entrare educatori e coordinatori con un account attivo: scegliere dall'elenco.",
                "Educators and coordinators with an active account can join the team: choose from the list."));
        }

        var fromOn = member.FromOn > today ? member.FromOn : today;
        var span = new MembershipSpan(Guid.CreateVersion7(clock.GetUtcNow()), request.UserId!.Value, fromOn, member.ToOn);
        MembershipHasRoom.Check(await Team.SpansAsync(db, request.CaseId, cancellationToken), span);
        var lastDay = fromOn.AddDays(-1) < member.FromOn ? member.FromOn : fromOn.AddDays(-1);
        var args = new { span.Id, request.CaseId, request.MemberId, seen.BeneficiaryId, span.UserId, Role = member.Role.Code(), span.FromOn, span.ToOn, LastDay = lastDay };
        await WriteAsync(seen, Continue, args, cancellationToken);
        await db.ExecuteAsync(Insert, args, cancellationToken);
        await db.ExecuteAsync(TakePlanSignatures, args, cancellationToken);
        await db.ExecuteAsync(TakeAssessmentSignatures, args, cancellationToken);
        await notifications.NotifyAsync([span.UserId], "case.joined", null, $"/beneficiaries/{seen.BeneficiaryId}", cancellationToken);
        return new(span.Id);
    }

    private async Task<(SeenCase Seen, OutsideMembership Member, IReadOnlyList<OutsideMembership> All)> FindAsync(Guid caseId, Guid memberId, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Registry, ct);
        needToKnow.DemandManager(seen);
        var all = await outside.OfAsync(caseId, ct);
        var member = all.SingleOrDefault(one => one.Id == memberId) ?? throw new NotFoundException("member");
        return member.AccountId is null ? (seen, member, all) : throw HasAccount();
    }

    private async Task WriteAsync(SeenCase seen, string sql, object args, CancellationToken ct)
    {
        if (await db.ExecuteAsync(sql, args, ct) == 0)
        {
            throw HasAccount();
        }

        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
    }

    private static RuleBrokenException HasAccount() => new("member.has-account", new(
        "Ha già un account: la partecipazione all'équipe prosegue con quello.", "They have an account already: the membership goes on with it."));
}
