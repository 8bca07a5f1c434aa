using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.People;

/// <summary>Takes somebody out of a company's people; the next one becomes the first.</summary>
internal sealed record RemovePerson(Guid CompanyId, Guid PersonId, int Version) : ICommand;

internal static class RemovePersonEndpoint
{
    public static void MapRemovePerson(this IEndpointRouteBuilder companies) => companies
        .MapDelete("/{companyId:guid}/people/{personId:guid}", Handle)
        .WithName("removeCompanyPerson")
        .WithSummary("Take a contact person away; If-Match holds the company's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid personId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemovePerson(companyId, personId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemovePersonHandler(CompanyDesk desk, CompanyWriter companies, PeopleBook people, SearchWords words, CompanyHistory history) : IRequestHandler<RemovePerson, Unit>
{
    public async Task<Unit> Handle(RemovePerson request, CancellationToken cancellationToken)
    {
        var company = await desk.OpenAsync(request.CompanyId, cancellationToken);
        var known = await people.OfAsync(request.CompanyId, cancellationToken);
        var person = known.FirstOrDefault(one => one.Id == request.PersonId) ?? throw new NotFoundException("person");
        await people.RemoveAsync(request.PersonId, request.CompanyId, cancellationToken);
        if (person.IsFirst)
        {
            var next = known.FirstOrDefault(one => one.Id != request.PersonId);
            if (next is not null)
            {
                await people.MakeFirstAsync(next.Id, request.CompanyId, cancellationToken);
            }

            var mirror = next is null ? new ContactPerson(null, null, null, null, null, false) : new(next.Name, next.Role, next.Phone, next.Email, next.PreferredHours, next.DoNotCall);
            await companies.UpdateAsync(request.CompanyId, request.Version, company.Data, company.Data with { ContactPerson = mirror }, cancellationToken);
        }
        else
        {
            await desk.MoveAsync(request.CompanyId, request.Version, cancellationToken);
        }

        await words.RewriteAsync([request.CompanyId], cancellationToken);
        await history.TellAsync(request.CompanyId, CompanyChange.PersonRemoved, person.Label(), null, cancellationToken);
        return Unit.Value;
    }
}
