using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Decides whether only the équipe may see a case.</summary>
internal sealed record ChangeRestriction(Guid Id, bool Restricted) : ICommand, IGoesOnWhileRestricted;

internal static class ChangeRestrictionEndpoint
{
    /// <summary>The decision.</summary>
    internal sealed record CaseRestrictionBody(bool Restricted);

    public static void MapChangeRestriction(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{id:guid}/restriction", Handle)
        .WithName("changeCaseRestriction")
        .WithSummary("Decide whether only the équipe may see a case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, CaseRestrictionBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeRestriction(id, body.Restricted), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeRestrictionHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit, ICurrentUser user) : IRequestHandler<ChangeRestriction, Unit>
{
    private const string UpdateCase = "update beneficiaries_case set restricted = @Restricted, version = version + 1 where id = @Id and version = @Version";

    // A person stays restricted as long as one of the cases is.
    private const string UpdatePerson = """
        update beneficiaries_person
        set    restricted = case when exists (select 1 from beneficiaries_case c where c.beneficiary_id = @BeneficiaryId and c.restricted = 1) then 1 else 0 end
        where  id = @BeneficiaryId
        """;

    public async Task<Unit> Handle(ChangeRestriction request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.Id, Sight.Full, cancellationToken);
        if (seen.ManagerId != user.Id && !needToKnow.IsPlatform)
        {
            throw new ForbiddenException("case.manager-only", new(
                "Solo l'operatore di riferimento decide se la presa in carico è riservata.",
                "Only the case manager decides whether the case is restricted."));
        }

        if (await db.ExecuteAsync(UpdateCase, new { request.Id, request.Restricted, seen.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(UpdatePerson, new { seen.BeneficiaryId }, cancellationToken);
        audit.Changes("case", request.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
