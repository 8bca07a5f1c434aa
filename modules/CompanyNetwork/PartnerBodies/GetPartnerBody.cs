using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Reads a body of the network.</summary>
internal sealed record GetPartnerBody(Guid Id) : IQuery<PartnerBody>;

internal static class GetPartnerBodyEndpoint
{
    public static void MapGetPartnerBody(this IEndpointRouteBuilder bodies) => bodies
        .MapGet("/{partnerBodyId:guid}", Handle)
        .WithName("getPartnerBody")
        .WithSummary("Read a body of the network")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<VersionedOk<PartnerBody>> Handle(Guid partnerBodyId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetPartnerBody(partnerBodyId), ct));
}

internal sealed class GetPartnerBodyHandler(IDbSession db) : IRequestHandler<GetPartnerBody, PartnerBody>
{
    private const string SelectBody = """
        select id as Id, version as Version, name as Name, sort_name as SortName, kind as Kind, municipality as Municipality, email as Email, phone as Phone
        from   company_network_partner_body
        where  id = @Id
        """;

    public async Task<PartnerBody> Handle(GetPartnerBody request, CancellationToken cancellationToken) =>
        (await db.FindAsync<PartnerBodyRow>(SelectBody, new { request.Id }, cancellationToken) ?? throw new NotFoundException("partner-body")).Show();
}
