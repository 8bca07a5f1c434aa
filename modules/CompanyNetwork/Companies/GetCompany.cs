using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Reads a company's whole record; asked for a merged one it answers the one that it became part of, whose id tells.</summary>
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

internal sealed class GetCompanyHandler(CompanyReader companies) : IRequestHandler<GetCompany, Company>
{
    public Task<Company> Handle(GetCompany request, CancellationToken cancellationToken) => companies.ReadAsync(request.Id, cancellationToken);
}
