using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Puts a body into the network.</summary>
internal sealed record CreatePartnerBody(PartnerBodyData Body) : ICommand<CreatedPartnerBody>;

internal sealed record CreatedPartnerBody(Guid Id, int Version);

internal static class CreatePartnerBodyEndpoint
{
    public static void MapCreatePartnerBody(this IEndpointRouteBuilder bodies) => bodies
        .MapPost("/", Handle)
        .WithName("createPartnerBody")
        .WithSummary("Put a body into the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<CreatedPartnerBody>> Handle(PartnerBodyData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreatePartnerBody(body), ct);
        return TypedResults.Created($"/api/v1/partner-bodies/{created.Id}", created);
    }
}

internal sealed class CreatePartnerBodyValidator : AbstractValidator<CreatePartnerBody>
{
    public CreatePartnerBodyValidator() => RuleFor(request => request).Custom((request, context) => PartnerBodyDataValidator.Check(request.Body, context.AddFailure));
}

internal sealed class CreatePartnerBodyHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreatePartnerBody, CreatedPartnerBody>
{
    private const string InsertBody = """
        insert into company_network_partner_body (id, version, name, sort_name, kind, municipality, email, phone, created_at, updated_at)
        values (@Id, 1, @Name, @SortName, @Kind, @Municipality, @Email, @Phone, @At, @At)
        """;

    public async Task<CreatedPartnerBody> Handle(CreatePartnerBody request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var body = request.Body.Tidy();
        audit.Changes("partner-body", id);
        await db.ExecuteAsync(
            InsertBody,
            new { Id = id, body.Name, SortName = CompanyWords.SortName(body.Name), Kind = body.Kind.Code(), body.Municipality, body.Email, body.Phone, At = now },
            cancellationToken);
        return new(id, 1);
    }
}
