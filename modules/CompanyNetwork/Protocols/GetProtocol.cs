using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Reads a protocol with who signed it and how often it was renewed.</summary>
internal sealed record GetProtocol(Guid Id) : IQuery<Protocol>;

internal static class GetProtocolEndpoint
{
    public static void MapGetProtocol(this IEndpointRouteBuilder protocols) => protocols
        .MapGet("/{protocolId:guid}", Handle)
        .WithName("getProtocol")
        .WithSummary("Read a protocol of understanding with its signatories")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<VersionedOk<Protocol>> Handle(Guid protocolId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetProtocol(protocolId), ct));
}

internal sealed class GetProtocolHandler(IDbSession db, TimeProvider clock) : IRequestHandler<GetProtocol, Protocol>
{
    private const string SelectProtocol = """
        select id as Id, version as Version, subject as Subject, valid_from as ValidFrom, valid_to as ValidTo, renewal as Renewal, notes as Notes
        from   company_network_protocol
        where  id = @Id
        """;

    private const string SelectSignatories = """
        select    s.body_id as BodyId, b.name as BodyName, s.person_id as PersonId, p.name as PersonName, s.signed_on as SignedOn
        from      company_network_protocol_signatory s
        join      company_network_partner_body b on b.id = s.body_id
        left join company_network_body_person p on p.id = s.person_id
        where     s.protocol_id = @Id
        order by  s.signed_on, b.sort_name, b.id
        """;

    private const string SelectRenewals = """
        select id as Id, valid_to_before as "From", valid_to_after as "To", renewed_at as "At", renewed_by_name as ByName
        from   company_network_protocol_renewal
        where  protocol_id = @Id
        order by renewed_at desc, id desc
        """;

    public async Task<Protocol> Handle(GetProtocol request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<Row>(SelectProtocol, new { request.Id }, cancellationToken) ?? throw new NotFoundException("protocol");
        var signatories = await db.QueryAsync<Signatory>(SelectSignatories, new { request.Id }, cancellationToken);
        var renewals = await db.QueryAsync<ProlongedValidity>(SelectRenewals, new { request.Id }, cancellationToken);
        return new(row.Id, row.Version, row.Subject, row.ValidFrom, row.ValidTo, row.Renewal, row.Notes, ProtocolStates.Of(row.ValidFrom, row.ValidTo, clock.Today()), signatories, renewals);
    }

    private sealed record Row(Guid Id, int Version, string Subject, DateOnly ValidFrom, DateOnly? ValidTo, ProtocolRenewal Renewal, string? Notes);
}
