using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Rewrites what is known of a body.</summary>
internal sealed record UpdatePartnerBody(Guid Id, int Version, PartnerBodyData Body) : ICommand<PartnerBody>;

internal static class UpdatePartnerBodyEndpoint
{
    public static void MapUpdatePartnerBody(this IEndpointRouteBuilder bodies) => bodies
        .MapPut("/{partnerBodyId:guid}", Handle)
        .WithName("updatePartnerBody")
        .WithSummary("Change a body of the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<PartnerBody>> Handle(Guid partnerBodyId, PartnerBodyData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdatePartnerBody(partnerBodyId, match.Version, body), ct));
}

internal sealed class UpdatePartnerBodyValidator : AbstractValidator<UpdatePartnerBody>
{
    public UpdatePartnerBodyValidator() => RuleFor(request => request).Custom((request, context) => PartnerBodyDataValidator.Check(request.Body, context.AddFailure));
}

internal sealed class UpdatePartnerBodyHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdatePartnerBody, PartnerBody>
{
    private const string UpdateBody = """
        update company_network_partner_body
        set    version = version + 1, name = @Name, sort_name = @SortName, kind = @Kind, municipality = @Municipality, email = @Email, phone = @Phone, updated_at = @At
        where  id = @Id and version = @Version
        """;

    private const string CountBodies = "select count(*) from company_network_partner_body where id = @Id";

    public async Task<PartnerBody> Handle(UpdatePartnerBody request, CancellationToken cancellationToken)
    {
        var body = request.Body.Tidy();
        audit.Changes("partner-body", request.Id);
        var changed = await db.ExecuteAsync(
            UpdateBody,
            new { request.Id, request.Version, body.Name, SortName = CompanyWords.SortName(body.Name), Kind = body.Kind.Code(), body.Municipality, body.Email, body.Phone, At = clock.GetUtcNow() },
            cancellationToken);
        if (changed == 0)
        {
            throw await db.ScalarAsync<int>(CountBodies, new { request.Id }, cancellationToken) == 0 ? new NotFoundException("partner-body") : new StaleVersionException();
        }

        return new PartnerBodyRow(request.Id, request.Version + 1, body.Name, "", body.Kind, body.Municipality, body.Email, body.Phone).Show();
    }
}
