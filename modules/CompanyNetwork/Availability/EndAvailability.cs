using InclusionPlatform.CompanyNetwork.Referrals;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Says that an availability does not hold any more; it stays in the company's story. What was proposed of it and not answered yet is withdrawn.</summary>
internal sealed record EndAvailability(Guid CompanyId, Guid Id) : ICommand;

internal static class EndAvailabilityEndpoint
{
    public static void MapEndAvailability(this IEndpointRouteBuilder companies) => companies
        .MapDelete("/{companyId:guid}/availabilities/{availabilityId:guid}", Handle)
        .WithName("endAvailability")
        .WithSummary("End an availability")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid availabilityId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndAvailability(companyId, availabilityId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class EndAvailabilityHandler(IDbSession db, AvailabilityBook book, ReferralBook referrals, IAuditTrail audit, TimeProvider clock) : IRequestHandler<EndAvailability, Unit>
{
    private const string End = "update company_network_availability set ended_at = @At where id = @Id and company_id = @CompanyId and ended_at is null";
    private const string CountIt = "select count(*) from company_network_availability where id = @Id and company_id = @CompanyId";

    public async Task<Unit> Handle(EndAvailability request, CancellationToken cancellationToken)
    {
        audit.Changes("company", request.CompanyId);
        if (await db.ExecuteAsync(End, new { request.Id, request.CompanyId, At = clock.GetUtcNow() }, cancellationToken) == 1)
        {
            await referrals.WithdrawUnansweredOfAsync(request.Id, cancellationToken);
            await book.RecountAsync(request.CompanyId, cancellationToken);
        }
        else if (await db.ScalarAsync<int>(CountIt, new { request.Id, request.CompanyId }, cancellationToken) == 0)
        {
            throw new NotFoundException("availability");
        }

        return Unit.Value;
    }
}
