using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Names somebody of a body for other modules.</summary>
internal sealed class FindBodyPersonHandler(IDbSession db) : IRequestHandler<FindBodyPerson, BodyPersonLabel?>
{
    private const string Select = """
        select p.id as Id, p.name as Name, p.role as Role, p.body_id as BodyId, b.name as BodyName, p.left_on as LeftOn
        from   company_network_body_person p
        join   company_network_partner_body b on b.id = p.body_id
        where  p.id = @PersonId
        """;

    public Task<BodyPersonLabel?> Handle(FindBodyPerson request, CancellationToken cancellationToken) => db.FindAsync<BodyPersonLabel>(Select, new { request.PersonId }, cancellationToken);
}
