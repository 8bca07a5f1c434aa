using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Records what a company offers now, as verified with it.</summary>
internal sealed record DeclareAvailability : AvailabilityTerms, ICommand<DeclaredAvailability>
{
    public DeclareAvailability(Guid companyId, AvailabilityTerms terms) : base(terms) => CompanyId = companyId;

    public DeclareAvailability(
        Guid companyId, int places, AvailabilityContext context, string duties, int? weeklyHours, DateOnly? from, DateOnly? to, ProductionTrend trend, DateOnly? verifiedOn) =>
        (CompanyId, Places, Context, Duties, WeeklyHours, From, To, Trend, VerifiedOn) = (companyId, places, context, duties, weeklyHours, from, to, trend, verifiedOn);

    public Guid CompanyId { get; }
}

internal sealed record DeclaredAvailability(Guid Id);

internal static class DeclareAvailabilityEndpoint
{
    public static void MapDeclareAvailability(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/availabilities", Handle)
        .WithName("declareAvailability")
        .WithSummary("Record what a company can offer")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<DeclaredAvailability>> Handle(Guid companyId, AvailabilityOffer body, IMediator mediator, CancellationToken ct)
    {
        var declared = await mediator.Send(new DeclareAvailability(companyId, body), ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/availabilities/{declared.Id}", declared);
    }
}

internal sealed class DeclareAvailabilityValidator : AbstractValidator<DeclareAvailability>
{
    public DeclareAvailabilityValidator(TimeProvider clock) => Include(new AvailabilityTermsValidator(clock));
}

internal sealed class DeclareAvailabilityHandler(IDbSession db, AvailabilityBook book, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DeclareAvailability, DeclaredAvailability>
{
    private const string InsertAvailability = """
        insert into company_network_availability (
            id, company_id, version, turns, places, context, duties, skills, weekly_hours, slots, valid_from, valid_to, trend, driving_licence, shifts, physical_effort, interruptions,
            constraint_note, verified_on, ended_at, created_at, created_by)
        values (
            @Id, @CompanyId, 1, 0, @Places, @Context, @Duties, @Skills, @WeeklyHours, @Slots, @ValidFrom, @To, @Trend, @DrivingLicence, @Shifts, @PhysicalEffort, @Interruptions,
            @ConstraintNote, @VerifiedOn, null, @At, @By)
        """;

    public async Task<DeclaredAvailability> Handle(DeclareAvailability request, CancellationToken cancellationToken)
    {
        var company = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = request.CompanyId }, cancellationToken) ?? throw new NotFoundException("company");
        ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("company", request.CompanyId);
        await db.ExecuteAsync(InsertAvailability, request.Parameters(id, request.CompanyId, clock.Today(), now, user.Id), cancellationToken);
        await book.RecountAsync(request.CompanyId, cancellationToken);
        return new(id);
    }
}
