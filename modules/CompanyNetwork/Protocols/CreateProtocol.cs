using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Records a protocol of understanding.</summary>
internal sealed record CreateProtocol(ProtocolData Protocol) : ICommand<CreatedProtocol>;

internal sealed record CreatedProtocol(Guid Id, int Version);

internal static class CreateProtocolEndpoint
{
    public static void MapCreateProtocol(this IEndpointRouteBuilder protocols) => protocols
        .MapPost("/", Handle)
        .WithName("createProtocol")
        .WithSummary("Record a protocol of understanding")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<CreatedProtocol>> Handle(ProtocolData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateProtocol(body), ct);
        return TypedResults.Created($"/api/v1/protocols/{created.Id}", created);
    }
}

internal sealed class CreateProtocolValidator : AbstractValidator<CreateProtocol>
{
    public CreateProtocolValidator() => RuleFor(request => request).Custom((request, context) => ProtocolDataValidator.Check(request.Protocol, context.AddFailure));
}

internal sealed class CreateProtocolHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateProtocol, CreatedProtocol>
{
    private const string InsertProtocol = """
        insert into company_network_protocol (id, version, subject, sort_subject, valid_from, valid_to, renewal, notes, created_at, updated_at)
        values (@Id, 1, @Subject, @SortSubject, @ValidFrom, @ValidTo, @Renewal, @Notes, @At, @At)
        """;

    public async Task<CreatedProtocol> Handle(CreateProtocol request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var protocol = request.Protocol.Tidy();
        audit.Changes("protocol", id);
        await db.ExecuteAsync(
            InsertProtocol,
            new { Id = id, protocol.Subject, SortSubject = CompanyWords.SortName(protocol.Subject), protocol.ValidFrom, protocol.ValidTo, Renewal = protocol.Renewal.Code(), protocol.Notes, At = now },
            cancellationToken);
        return new(id, 1);
    }
}
