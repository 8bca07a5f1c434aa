using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Reads a company's whole record.</summary>
internal sealed record GetCompany(Guid Id) : IQuery<Company>;

internal static class GetCompanyEndpoint
{
    public static void MapGetCompany(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}", Handle)
        .WithName("getCompany")
        .WithSummary("Read a company")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<VersionedOk<Company>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetCompany(companyId), ct));
}

internal sealed class GetCompanyHandler(IDbSession db, TimeProvider clock) : IRequestHandler<GetCompany, Company>
{
    public async Task<Company> Handle(GetCompany request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("company");
        return row.Show(clock.Today());
    }
}
