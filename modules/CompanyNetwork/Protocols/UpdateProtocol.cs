using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Corrects what is written of a protocol; its validity is prolonged by a renewal.</summary>
internal sealed record UpdateProtocol(Guid Id, int Version, ProtocolData Protocol) : ICommand<Protocol>;

internal static class UpdateProtocolEndpoint
{
    public static void MapUpdateProtocol(this IEndpointRouteBuilder protocols) => protocols
        .MapPut("/{protocolId:guid}", Handle)
        .WithName("updateProtocol")
        .WithSummary("Change a protocol of understanding")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Protocol>> Handle(Guid protocolId, ProtocolData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateProtocol(protocolId, match.Version, body), ct));
}

internal sealed class UpdateProtocolValidator : AbstractValidator<UpdateProtocol>
{
    public UpdateProtocolValidator() => RuleFor(request => request).Custom((request, context) => ProtocolDataValidator.Check(request.Protocol, context.AddFailure));
}

internal sealed class UpdateProtocolHandler(IDbSession db, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdateProtocol, Protocol>
{
    private const string Update = """
        update company_network_protocol
        set    version = version + 1, subject = @Subject, sort_subject = @SortSubject, valid_from = @ValidFrom, valid_to = @ValidTo, renewal = @Renewal, notes = @Notes, updated_at = @At
        where  id = @Id and version = @Version
        """;

    private const string CountProtocols = "select count(*) from company_network_protocol where id = @Id";

    public async Task<Protocol> Handle(UpdateProtocol request, CancellationToken cancellationToken)
    {
        var protocol = request.Protocol.Tidy();
        audit.Changes("protocol", request.Id);
        var changed = await db.ExecuteAsync(
            Update,
            new { request.Id, request.Version, protocol.Subject, SortSubject = CompanyWords.SortName(protocol.Subject), protocol.ValidFrom, protocol.ValidTo, Renewal = protocol.Renewal.Code(), protocol.Notes, At = clock.GetUtcNow() },
            cancellationToken);
        if (changed == 0)
        {
            throw await db.ScalarAsync<int>(CountProtocols, new { request.Id }, cancellationToken) == 0 ? new NotFoundException("protocol") : new StaleVersionException();
        }

        return await mediator.Send(new GetProtocol(request.Id), cancellationToken);
    }
}
