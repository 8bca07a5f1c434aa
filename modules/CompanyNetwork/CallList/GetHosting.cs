using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>What a company has done as a host, in numbers, for whoever has it on the phone.</summary>
internal sealed record GetHosting(Guid CompanyId) : IQuery<Hosting>;

internal static class GetHostingEndpoint
{
    public static void MapGetHosting(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/hosting", Handle)
        .WithName("getHosting")
        .WithSummary("Tell what a company has done as a host, in numbers")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Hosting>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetHosting(companyId), ct));
}

internal sealed class GetHostingHandler(IDbSession db, IMediator mediator) : IRequestHandler<GetHosting, Hosting>
{
    private const string SelectCompany = "select permanent_staff as PermanentStaff, municipality as Municipality from company_network_company where id = @CompanyId";

    public async Task<Hosting> Handle(GetHosting request, CancellationToken cancellationToken)
    {
        var company = await db.FindAsync<Unit>(SelectCompany, new { request.CompanyId }, cancellationToken) ?? throw new NotFoundException("company");
        var region = Municipalities.ByIstat(company.Municipality)?.Province?.RegionName;
        return await mediator.Send(new FindHosting(request.CompanyId, company.PermanentStaff, region), cancellationToken);
    }

    private sealed record Unit(int? PermanentStaff, string? Municipality);
}
