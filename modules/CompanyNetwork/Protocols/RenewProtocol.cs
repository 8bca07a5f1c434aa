using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Prolongs a protocol's validity and keeps until when it was valid before.</summary>
internal sealed record RenewProtocol(Guid Id, int Version, DateOnly ValidTo) : ICommand<Protocol>;

internal static class RenewProtocolEndpoint
{
    internal sealed record RenewalBody(DateOnly ValidTo);

    public static void MapRenewProtocol(this IEndpointRouteBuilder protocols) => protocols
        .MapPost("/{protocolId:guid}/renewal", Handle)
        .WithName("renewProtocol")
        .WithSummary("Prolong a protocol's validity")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Protocol>> Handle(Guid protocolId, RenewalBody body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new RenewProtocol(protocolId, match.Version, body.ValidTo), ct));
}

internal sealed class RenewProtocolValidator : AbstractValidator<RenewProtocol>
{
    public RenewProtocolValidator() => RuleFor(renewal => renewal.ValidTo).NotEmpty().InclusiveBetween(ProtocolDataValidator.Earliest, ProtocolDataValidator.Latest);
}

internal sealed class RenewProtocolHandler(IDbSession db, IMediator mediator, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<RenewProtocol, Protocol>
{
    private const string Renew = "update company_network_protocol set version = version + 1, valid_to = @ValidTo, updated_at = @At where id = @Id and version = @Version";

    private const string InsertRenewal = """
        insert into company_network_protocol_renewal (id, protocol_id, valid_to_before, valid_to_after, renewed_at, renewed_by_name)
        values (@RenewalId, @Id, @Before, @ValidTo, @At, @ByName)
        """;

    public async Task<Protocol> Handle(RenewProtocol request, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new GetProtocol(request.Id), cancellationToken);
        RenewalProlongs.Check(known.ValidTo, request.ValidTo);
        var now = clock.GetUtcNow();
        audit.Changes("protocol", request.Id);
        if (await db.ExecuteAsync(Renew, new { request.Id, request.Version, request.ValidTo, At = now }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(
            InsertRenewal, new { RenewalId = Guid.CreateVersion7(now), request.Id, Before = known.ValidTo, request.ValidTo, At = now, ByName = user.DisplayName }, cancellationToken);
        return await mediator.Send(new GetProtocol(request.Id), cancellationToken);
    }
}
