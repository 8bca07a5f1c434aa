using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What programmes assigned to a person, the latest first.</summary>
internal sealed record ListPersonGrants(Guid Id) : IQuery<IReadOnlyList<PersonGrant>>;

internal static class ListPersonGrantsEndpoint
{
    public static void MapListPersonGrants(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/grants", Handle)
        .WithName("listPersonGrants")
        .WithSummary("Read the dowries and other money that programmes assigned to a person; équipe only, logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<IReadOnlyList<PersonGrant>> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPersonGrants(id), ct);
}

internal sealed class ListPersonGrantsHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<ListPersonGrants, IReadOnlyList<PersonGrant>>
{
    private const string Select = """
        select g.id as Id, g.programme_id as ProgrammeId, p.name as ProgrammeName, g.kind as Kind, g.action_kind as ActionKind, g.from_on as FromOn, g.to_on as ToOn, g.cents as Cents, g.state as State,
               g.reason_cipher as Reason
        from   beneficiaries_grant g
        join   beneficiaries_programme p on p.id = g.programme_id
        where  g.beneficiary_id = @Id
        order by g.from_on desc, g.id desc
        """;

    public async Task<IReadOnlyList<PersonGrant>> Handle(ListPersonGrants request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, "read-grants");
        return [.. (await db.QueryAsync<PersonGrant>(Select, new { request.Id }, cancellationToken)).Select(row => row with { Reason = sensitive.OpenText(row.Reason) })];
    }
}
