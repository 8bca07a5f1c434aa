using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>Rewrites what is known of somebody of a body; also when they leave it.</summary>
internal sealed record UpdateBodyPerson(Guid BodyId, Guid Id, int Version, BodyPersonData Person) : ICommand<BodyPerson>;

internal static class UpdateBodyPersonEndpoint
{
    public static void MapUpdateBodyPerson(this IEndpointRouteBuilder bodies) => bodies
        .MapPut("/{partnerBodyId:guid}/people/{personId:guid}", Handle)
        .WithName("updateBodyPerson")
        .WithSummary("Change somebody of a body of the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<BodyPerson>> Handle(Guid partnerBodyId, Guid personId, BodyPersonData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateBodyPerson(partnerBodyId, personId, match.Version, body), ct));
}

internal sealed class UpdateBodyPersonValidator : AbstractValidator<UpdateBodyPerson>
{
    public UpdateBodyPersonValidator() => RuleFor(request => request).Custom((request, context) => BodyPersonDataValidator.Check(request.Person, context.AddFailure));
}

internal sealed class UpdateBodyPersonHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdateBodyPerson, BodyPerson>
{
    private const string UpdatePerson = """
        update company_network_body_person
        set    version = version + 1, name = @Name, sort_name = @SortName, role = @Role, phone = @Phone, email = @Email, left_on = @LeftOn, updated_at = @At
        where  id = @Id and body_id = @BodyId and version = @Version
        """;

    private const string CountPeople = "select count(*) from company_network_body_person where id = @Id and body_id = @BodyId";

    public async Task<BodyPerson> Handle(UpdateBodyPerson request, CancellationToken cancellationToken)
    {
        var person = request.Person.Tidy();
        audit.Changes("partner-body", request.BodyId);
        var changed = await db.ExecuteAsync(
            UpdatePerson,
            new { request.Id, request.BodyId, request.Version, person.Name, SortName = CompanyWords.SortName(person.Name), person.Role, person.Phone, person.Email, person.LeftOn, At = clock.GetUtcNow() },
            cancellationToken);
        if (changed == 0)
        {
            throw await db.ScalarAsync<int>(CountPeople, new { request.Id, request.BodyId }, cancellationToken) == 0 ? new NotFoundException("body-person") : new StaleVersionException();
        }

        return new(request.Id, request.Version + 1, person.Name, person.Role, person.Phone, person.Email, person.LeftOn);
    }
}
