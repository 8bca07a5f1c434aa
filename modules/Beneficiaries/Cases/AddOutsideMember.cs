using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>
/// A professional of another body, who has no account, joins the équipe: one of the people of the network's bodies, or a name and a body written by hand where the network has none. They see nothing.
/// </summary>
internal sealed record AddOutsideMember(
    Guid CaseId, Guid? BodyPersonId, string? Name, Guid? BodyId, string? BodyName, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn) : ICommand<AddedMember>, IGoesOnWhileRestricted;

internal static class AddOutsideMemberEndpoint
{
    /// <summary>Who joins, in which role and when.</summary>
    /// <param name="BodyPersonId">One of the people of a body of the network; else name and body are asked.</param>
    /// <param name="Name">Name and surname.</param>
    /// <param name="BodyId">A body of the network.</param>
    /// <param name="BodyName">A body that is not of the network.</param>
    /// <param name="Role">The role on the équipe.</param>
    /// <param name="FromOn">First day.</param>
    /// <param name="ToOn">Last day.</param>
    internal sealed record OutsideMemberBody(Guid? BodyPersonId, string? Name, Guid? BodyId, string? BodyName, MemberRole? Role, DateOnly? FromOn, DateOnly? ToOn);

    public static void MapAddOutsideMember(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/outside-members", Handle)
        .WithName("addOutsideCaseMember")
        .WithSummary("Let a professional without an account be on the équipe of a case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedMember>> Handle(Guid caseId, OutsideMemberBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddOutsideMember(caseId, body.BodyPersonId, body.Name, body.BodyId, body.BodyName, body.Role, body.FromOn, body.ToOn), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}", added);
    }
}

internal sealed class AddOutsideMemberValidator : AbstractValidator<AddOutsideMember>
{
    public AddOutsideMemberValidator()
    {
        RuleFor(member => member.Name).NotEmpty().When(member => member.BodyPersonId is null);
        RuleFor(member => member.Name).MaximumLength(120);
        RuleFor(member => member.BodyName).MaximumLength(200);
        RuleFor(member => member.BodyName).NotEmpty().When(member => member.BodyPersonId is null && member.BodyId is null).WithErrorCode("member.body-needed")
            .WithMessage(_ => new Words("Serve l'ente: sceglierlo tra quelli della rete, o scriverne il nome.", "The body is needed: choose one of the network, or write its name.").ToString());
        RuleFor(member => member.Role).NotNull().IsInEnum();
        RuleFor(member => member.Role).NotEqual(MemberRole.CaseManager).WithErrorCode("member.manager-needs-account").WithMessage(_ => OutsideWords.ManagerNeedsAccount.ToString());
        RuleFor(member => member.FromOn).NotNull().IsLikelyDay();
        RuleFor(member => member.ToOn).IsLikelyDay();
    }
}

internal static class OutsideWords
{
    public static Words ManagerNeedsAccount { get; } = new(
        "L'operatore di riferimento deve avere un account: risponde della presa in carico.", "The case manager needs an account: they answer for the case.");
}

internal sealed class AddOutsideMemberHandler(IDbSession db, IMediator mediator, NeedToKnow needToKnow, OutsideMembers outside, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddOutsideMember, AddedMember>
{
    private const string Insert = """
        insert into beneficiaries_outside_member (id, case_id, beneficiary_id, role, from_on, to_on, subject_hash, details_cipher, added_at, added_by)
        values (@Id, @CaseId, @BeneficiaryId, @Role, @FromOn, @ToOn, @Hash, @Details, @Now, @Me)
        """;

    public async Task<AddedMember> Handle(AddOutsideMember request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        var who = await WhoAsync(request, cancellationToken);
        var now = clock.GetUtcNow();
        var (id, hash) = (Guid.CreateVersion7(now), outside.HashOf(who));
        OutsideMembers.CheckRoom(await outside.OfAsync(request.CaseId, cancellationToken), id, hash, request.FromOn!.Value, request.ToOn);
        await db.ExecuteAsync(
            Insert,
            new { Id = id, request.CaseId, seen.BeneficiaryId, Role = request.Role!.Value.Code(), request.FromOn, request.ToOn, Hash = hash, Details = outside.Seal(seen.BeneficiaryId, who), Now = now, Me = user.Id },
            cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return new(id);
    }

    private async Task<OutsideProfessional> WhoAsync(AddOutsideMember request, CancellationToken ct)
    {
        if (request.BodyPersonId is { } personId)
        {
            var found = await mediator.Send(new FindBodyPerson(personId), ct);
            return found is { LeftOn: null } ? new(found.Name, found.BodyId, found.BodyName, found.Id) : throw new FieldException("bodyPersonId", "member.body-person-unknown", new(
                "Questa persona non è più tra quelle dell'ente: sceglierne un'altra, o scrivere nome ed ente.", "This person is not among those of the body any more: choose another one, or write name and body."));
        }

        if (request.BodyId is not { } bodyId)
        {
            return new(request.Name!.Trim(), null, request.BodyName!.Trim(), null);
        }

        var body = (await mediator.Send(new DescribePartnerBodies([bodyId]), ct)).SingleOrDefault() ?? throw new FieldException("bodyId", "member.body-unknown", new(
            "Questo ente non è nella rete: sceglierlo dall'elenco, o scriverne il nome.", "This body is not in the network: choose it from the list, or write its name."));
        return new(request.Name!.Trim(), body.Id, body.Name, null);
    }
}
