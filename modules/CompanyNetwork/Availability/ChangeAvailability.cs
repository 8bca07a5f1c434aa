using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Corrects an availability, as verified again with the company; what was ended stays ended.</summary>
internal sealed record ChangeAvailability : AvailabilityTerms, ICommand
{
    public ChangeAvailability(Guid companyId, Guid id, int version, AvailabilityTerms terms) : base(terms) => (CompanyId, Id, Version) = (companyId, id, version);

    public Guid CompanyId { get; }

    public Guid Id { get; }

    public int Version { get; }
}

internal static class ChangeAvailabilityEndpoint
{
    public static void MapChangeAvailability(this IEndpointRouteBuilder companies) => companies
        .MapPut("/{companyId:guid}/availabilities/{availabilityId:guid}", Handle)
        .WithName("changeAvailability")
        .WithSummary("Change what a company can offer")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid availabilityId, AvailabilityOffer body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeAvailability(companyId, availabilityId, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeAvailabilityValidator : AbstractValidator<ChangeAvailability>
{
    public ChangeAvailabilityValidator(TimeProvider clock) => Include(new AvailabilityTermsValidator(clock));
}

internal sealed class ChangeAvailabilityHandler(IDbSession db, AvailabilityBook book, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeAvailability, Unit>
{
    private const string Update = """
        update company_network_availability
        set    places = @Places, context = @Context, duties = @Duties, skills = @Skills, weekly_hours = @WeeklyHours, slots = @Slots, valid_from = @ValidFrom, valid_to = @To,
               trend = @Trend, driving_licence = @DrivingLicence, shifts = @Shifts, physical_effort = @PhysicalEffort, interruptions = @Interruptions,
               constraint_note = @ConstraintNote, verified_on = @VerifiedOn, version = version + 1
        where  id = @Id and company_id = @CompanyId and version = @Version and ended_at is null
        """;

    public async Task<Unit> Handle(ChangeAvailability request, CancellationToken cancellationToken)
    {
        var row = await book.TakeTurnAsync(request.CompanyId, request.Id, cancellationToken);
        EndedAvailabilityStaysAsItIs.Check(row.EndedAt);
        if (row.Version != request.Version)
        {
            throw new StaleVersionException();
        }

        PlacesAreNotBelowTaken.Check(request.Places, row.Taken);
        audit.Changes("company", request.CompanyId);
        await db.ExecuteAsync(Update, request.Parameters(request.Id, request.CompanyId, clock.Today(), clock.GetUtcNow(), user.Id, request.Version), cancellationToken);
        await book.RecountAsync(request.CompanyId, cancellationToken);
        return Unit.Value;
    }
}
