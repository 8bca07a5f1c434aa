using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Puts a company into the bank.</summary>
internal sealed record CreateCompany(CompanyData Company) : ICommand<CreatedCompany>;

internal sealed record CreatedCompany(Guid Id, int Version);

internal static class CreateCompanyEndpoint
{
    public static void MapCreateCompany(this IEndpointRouteBuilder companies) => companies
        .MapPost("/", Handle)
        .WithName("createCompany")
        .WithSummary("Put a company into the bank")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<CreatedCompany>> Handle(CompanyData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateCompany(body), ct);
        return TypedResults.Created($"/api/v1/companies/{created.Id}", created);
    }
}

internal sealed class CreateCompanyValidator : AbstractValidator<CreateCompany>
{
    public CreateCompanyValidator() => RuleFor(request => request).Custom((request, context) => CompanyDataValidator.Check(request.Company, context.AddFailure));
}

internal sealed class CreateCompanyHandler(CompanyWriter companies) : IRequestHandler<CreateCompany, CreatedCompany>
{
    public async Task<CreatedCompany> Handle(CreateCompany request, CancellationToken cancellationToken) =>
        new(await companies.InsertAsync(request.Company.Tidy(), cancellationToken), 1);
}
