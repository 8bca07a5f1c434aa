using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Adds somebody to a body of the network.</summary>
internal sealed record AddBodyPerson(Guid BodyId, BodyPersonData Person) : ICommand<AddedBodyPerson>;

internal sealed record AddedBodyPerson(Guid Id, int Version);

internal static class AddBodyPersonEndpoint
{
    public static void MapAddBodyPerson(this IEndpointRouteBuilder bodies) => bodies
        .MapPost("/{partnerBodyId:guid}/people", Handle)
        .WithName("addBodyPerson")
        .WithSummary("Add somebody to a body of the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<AddedBodyPerson>> Handle(Guid partnerBodyId, BodyPersonData body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddBodyPerson(partnerBodyId, body), ct);
        return TypedResults.Created($"/api/v1/partner-bodies/{partnerBodyId}/people/{added.Id}", added);
    }
}

internal sealed class AddBodyPersonValidator : AbstractValidator<AddBodyPerson>
{
    public AddBodyPersonValidator() => RuleFor(request => request).Custom((request, context) => BodyPersonDataValidator.Check(request.Person, context.AddFailure));
}

internal sealed class AddBodyPersonHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<AddBodyPerson, AddedBodyPerson>
{
    private const string CountBodies = "select count(*) from company_network_partner_body where id = @BodyId";

    private const string InsertPerson = """
        insert into company_network_body_person (id, version, body_id, name, sort_name, role, phone, email, left_on, created_at, updated_at)
        values (@Id, 1, @BodyId, @Name, @SortName, @Role, @Phone, @Email, @LeftOn, @At, @At)
        """;

    public async Task<AddedBodyPerson> Handle(AddBodyPerson request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(CountBodies, new { request.BodyId }, cancellationToken) == 0)
        {
            throw new NotFoundException("partner-body");
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var person = request.Person.Tidy();
        audit.Changes("partner-body", request.BodyId);
        await db.ExecuteAsync(
            InsertPerson,
            new { Id = id, request.BodyId, person.Name, SortName = CompanyWords.SortName(person.Name), person.Role, person.Phone, person.Email, person.LeftOn, At = now },
            cancellationToken);
        return new(id, 1);
    }
}
