using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Records what a company offers now, as verified with it.</summary>
internal sealed record DeclareAvailability(
    Guid CompanyId, int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly? From, DateOnly? To, ProductionTrend Trend, DateOnly? VerifiedOn)
    : ICommand<DeclaredAvailability>;

internal sealed record DeclaredAvailability(Guid Id);

internal sealed record AvailabilityOffer(
    int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly? From, DateOnly? To, ProductionTrend? Trend, DateOnly? VerifiedOn);

internal static class DeclareAvailabilityEndpoint
{
    public static void MapDeclareAvailability(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/availabilities", Handle)
        .WithName("declareAvailability")
        .WithSummary("Record what a company can offer")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<DeclaredAvailability>> Handle(Guid companyId, AvailabilityOffer body, IMediator mediator, CancellationToken ct)
    {
        var declared = await mediator.Send(
            new DeclareAvailability(companyId, body.Places, body.Context, body.Duties, body.WeeklyHours, body.From, body.To, body.Trend ?? ProductionTrend.Normal, body.VerifiedOn), ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/availabilities/{declared.Id}", declared);
    }
}

internal sealed class DeclareAvailabilityValidator : AbstractValidator<DeclareAvailability>
{
    public DeclareAvailabilityValidator(TimeProvider clock)
    {
        RuleFor(offer => offer.Places).InclusiveBetween(1, 100);
        RuleFor(offer => offer.Context).IsInEnum();
        RuleFor(offer => offer.Trend).IsInEnum();
        RuleFor(offer => offer.Duties).NotEmpty().MaximumLength(400);
        RuleFor(offer => offer.WeeklyHours).InclusiveBetween(1, 48);
        RuleFor(offer => offer.To).GreaterThanOrEqualTo(offer => offer.From ?? clock.Today()).When(offer => offer.To is not null);
        RuleFor(offer => offer.VerifiedOn).LessThanOrEqualTo(_ => clock.Today()).When(offer => offer.VerifiedOn is not null);
    }
}

internal sealed class DeclareAvailabilityHandler(IDbSession db, AvailabilityBook book, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DeclareAvailability, DeclaredAvailability>
{
    private const string InsertAvailability = """
        insert into company_network_availability (id, company_id, places, context, duties, weekly_hours, valid_from, valid_to, trend, verified_on, ended_at, created_at, created_by)
        values (@Id, @CompanyId, @Places, @Context, @Duties, @WeeklyHours, @ValidFrom, @To, @Trend, @VerifiedOn, null, @At, @By)
        """;

    public async Task<DeclaredAvailability> Handle(DeclareAvailability request, CancellationToken cancellationToken)
    {
        var company = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = request.CompanyId }, cancellationToken) ?? throw new NotFoundException("company");
        ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var id = Guid.CreateVersion7(now);
        audit.Changes("company", request.CompanyId);
        await db.ExecuteAsync(
            InsertAvailability,
            new
            {
                Id = id, request.CompanyId, request.Places, Context = request.Context.Code(), Duties = request.Duties.Trim(), request.WeeklyHours,
                ValidFrom = request.From ?? today, request.To, Trend = request.Trend.Code(), VerifiedOn = request.VerifiedOn ?? today, At = now, By = user.Id,
            },
            cancellationToken);
        await book.RecountAsync(request.CompanyId, cancellationToken);
        return new(id);
    }
}
