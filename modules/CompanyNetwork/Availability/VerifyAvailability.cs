using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>The company confirmed today what it offers: places, trend and period may have changed, the rest is as it was.</summary>
internal sealed record VerifyAvailability(Guid CompanyId, Guid Id, int? Places, ProductionTrend? Trend, DateOnly? To) : ICommand;

/// <param name="Places">How many places it offers now; as before when not given.</param>
/// <param name="Trend">How it goes with production; as before when not given.</param>
/// <param name="To">Last day; as before when not given.</param>
internal sealed record AvailabilityVerification(int? Places = null, ProductionTrend? Trend = null, DateOnly? To = null);

internal static class VerifyAvailabilityEndpoint
{
    public static void MapVerifyAvailability(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/availabilities/{availabilityId:guid}/verification", Handle)
        .WithName("verifyAvailability")
        .WithSummary("Record that the company confirmed an availability today")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid availabilityId, AvailabilityVerification body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new VerifyAvailability(companyId, availabilityId, body.Places, body.Trend, body.To), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class VerifyAvailabilityValidator : AbstractValidator<VerifyAvailability>
{
    public VerifyAvailabilityValidator(TimeProvider clock)
    {
        RuleFor(verified => verified.Places).InclusiveBetween(1, 100);
        RuleFor(verified => verified.Trend).IsInEnum();
        RuleFor(verified => verified.To).GreaterThanOrEqualTo(_ => clock.Today()).LessThanOrEqualTo(new DateOnly(2100, 12, 31)).When(verified => verified.To is not null);
    }
}

internal sealed class VerifyAvailabilityHandler(IDbSession db, AvailabilityBook book, IAuditTrail audit, TimeProvider clock) : IRequestHandler<VerifyAvailability, Unit>
{
    private const string Update = """
        update company_network_availability
        set    verified_on = @Today, places = @Places, trend = coalesce(@Trend, trend), valid_to = @To, version = version + 1
        where  id = @Id and ended_at is null
        """;

    public async Task<Unit> Handle(VerifyAvailability request, CancellationToken cancellationToken)
    {
        var row = await book.TakeTurnAsync(request.CompanyId, request.Id, cancellationToken);
        EndedAvailabilityStaysAsItIs.Check(row.EndedAt);
        var (today, places) = (clock.Today(), request.Places ?? row.Places);
        PlacesAreNotBelowTaken.Check(places, row.Taken);

        // A period that is over cannot be confirmed as it was: without a new last day it is open.
        var to = request.To ?? (row.ValidTo < today ? null : row.ValidTo);
        audit.Changes("company", request.CompanyId);
        await db.ExecuteAsync(Update, new { request.Id, Today = today, Places = places, Trend = request.Trend?.Code(), To = to }, cancellationToken);
        await book.RecountAsync(request.CompanyId, cancellationToken);
        return Unit.Value;
    }
}
