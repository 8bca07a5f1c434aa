using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Rewrites what is known of a company.</summary>
internal sealed record UpdateCompany(Guid Id, int Version, CompanyData Company) : ICommand<Company>;

internal static class UpdateCompanyEndpoint
{
    public static void MapUpdateCompany(this IEndpointRouteBuilder companies) => companies
        .MapPut("/{companyId:guid}", Handle)
        .WithName("updateCompany")
        .WithSummary("Change a company")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<VersionedOk<Company>> Handle(Guid companyId, CompanyData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateCompany(companyId, match.Version, body), ct));
}

internal sealed class UpdateCompanyValidator : AbstractValidator<UpdateCompany>
{
    public UpdateCompanyValidator() => RuleFor(request => request).Custom((request, context) => CompanyDataValidator.Check(request.Company, context.AddFailure));
}

internal sealed class UpdateCompanyHandler(IDbSession db, CompanyWriter companies, CompanyReader reader) : IRequestHandler<UpdateCompany, Company>
{
    public async Task<Company> Handle(UpdateCompany request, CancellationToken cancellationToken)
    {
        var before = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("company");
        ArchivedCompanyStaysAsItIs.Check(before.ArchivedAt);
        await companies.UpdateAsync(request.Id, request.Version, before.Data, request.Company.Tidy(), cancellationToken);
        return await reader.ReadAsync(request.Id, cancellationToken);
    }
}
