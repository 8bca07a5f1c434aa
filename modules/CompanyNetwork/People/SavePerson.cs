using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.People;

/// <summary>Adds somebody to a company's people, or changes what is known of them.</summary>
internal sealed record SavePerson(Guid CompanyId, Guid? PersonId, int? Version, PersonData Person) : ICommand<SavedPerson>;

internal sealed record SavedPerson(Guid Id);

internal static class SavePersonEndpoints
{
    public static void MapAddPerson(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/people", Add)
        .WithName("addCompanyPerson")
        .WithSummary("Add a contact person to a company")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    public static void MapChangePerson(this IEndpointRouteBuilder companies) => companies
        .MapPut("/{companyId:guid}/people/{personId:guid}", Change)
        .WithName("changeCompanyPerson")
        .WithSummary("Change a contact person of a company; If-Match holds the company's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<SavedPerson>> Add(Guid companyId, PersonData body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SavePerson(companyId, null, null, body), ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/people/{saved.Id}", saved);
    }

    private static async Task<NoContent> Change(Guid companyId, Guid personId, PersonData body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SavePerson(companyId, personId, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SavePersonValidator : AbstractValidator<SavePerson>
{
    private static readonly PersonDataValidator Shape = new();

    public SavePersonValidator() => RuleFor(request => request).Custom((request, context) => Shape.Validate(request.Person).Errors.ForEach(context.AddFailure));
}

internal sealed class SavePersonHandler(CompanyDesk desk, CompanyWriter companies, PeopleBook people, SearchWords words, CompanyHistory history) : IRequestHandler<SavePerson, SavedPerson>
{
    public async Task<SavedPerson> Handle(SavePerson request, CancellationToken cancellationToken)
    {
        var company = await desk.OpenAsync(request.CompanyId, cancellationToken);
        var version = request.Version ?? company.Version;
        var person = request.Person.Tidy();
        var known = await people.OfAsync(request.CompanyId, cancellationToken);
        var before = request.PersonId is null ? null : known.FirstOrDefault(one => one.Id == request.PersonId) ?? throw new NotFoundException("person");
        var id = before?.Id ?? Guid.CreateVersion7();
        if (before is null)
        {
            await people.AddAsync(id, request.CompanyId, person, false, cancellationToken);
        }
        else
        {
            await people.ChangeAsync(id, request.CompanyId, person, cancellationToken);
        }

        if (before?.IsFirst == true || person.IsFirst == true || known.Count == 0)
        {
            if (before?.IsFirst != true)
            {
                await people.MakeFirstAsync(id, request.CompanyId, cancellationToken);
            }

            await companies.UpdateAsync(request.CompanyId, version, company.Data, company.Data with { ContactPerson = person.Mirror() }, cancellationToken);
        }
        else
        {
            await desk.MoveAsync(request.CompanyId, version, cancellationToken);
        }

        await words.RewriteAsync([request.CompanyId], cancellationToken);
        await history.TellAsync(request.CompanyId, before is null ? CompanyChange.PersonAdded : CompanyChange.PersonChanged, before?.Label(), Label(person), cancellationToken);
        return new(id);
    }

    private static string Label(PersonData person) => string.Join(", ", new[] { person.Name, person.Role }.Where(part => part is not null));
}
