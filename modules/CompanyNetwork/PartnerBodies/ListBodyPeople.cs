using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>The people of a body, those who are still there first. A body has a handful of them.</summary>
internal sealed record ListBodyPeople(Guid BodyId) : IQuery<Page<BodyPerson>>;

internal static class ListBodyPeopleEndpoint
{
    public static void MapListBodyPeople(this IEndpointRouteBuilder bodies) => bodies
        .MapGet("/{partnerBodyId:guid}/people", Handle)
        .WithName("listBodyPeople")
        .WithSummary("List the people of a body of the network")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<BodyPerson>>> Handle(Guid partnerBodyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListBodyPeople(partnerBodyId), ct));
}

internal sealed class ListBodyPeopleHandler(IDbSession db) : IRequestHandler<ListBodyPeople, Page<BodyPerson>>
{
    private const string SelectPeople = """
        select id as Id, version as Version, name as Name, role as Role, phone as Phone, email as Email, left_on as LeftOn
        from   company_network_body_person
        where  body_id = @BodyId
        order by case when left_on is null then 0 else 1 end, sort_name, id
        """;

    public async Task<Page<BodyPerson>> Handle(ListBodyPeople request, CancellationToken cancellationToken) =>
        new(await db.QueryAsync<BodyPerson>(SelectPeople, new { request.BodyId }, cancellationToken), null);
}
