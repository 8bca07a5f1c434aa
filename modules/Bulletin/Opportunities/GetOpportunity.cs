using InclusionPlatform.Bulletin.Text;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>An opportunity, whole. A third-party system sees its own and, where it may read, the published ones.</summary>
internal sealed record GetOpportunity(Guid Id) : IQuery<OpportunityDetails>;

internal static class GetOpportunityEndpoint
{
    public static void MapGetOpportunity(this IEndpointRouteBuilder opportunities) => opportunities
        .MapGet("/{id:guid}", Handle)
        .WithName("getOpportunity")
        .WithSummary("An opportunity")
        .WithDescription("A third-party system reads its own in every state, and with opportunities:read the published ones of others; any other does not exist for it (404).")
        .RequireRight(BulletinModule.OpportunitiesRead, forOwn: BulletinModule.OpportunitiesWrite);

    private static async Task<VersionedOk<OpportunityDetails>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetOpportunity(id), ct));
}

internal sealed class GetOpportunityHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetOpportunity, OpportunityDetails>
{
    private const string Select = """
        select id as Id, kind as Kind, title as Title, description as Description, organiser as Organiser, municipality as Municipality, municipality_code as MunicipalityCode,
               contract_type as ContractType, hours as Hours, requirements as Requirements, apply_url as ApplyUrl, apply_email as ApplyEmail, apply_phone as ApplyPhone,
               deadline as Deadline, positions as Positions, source as Source, client_id as ClientId, external_reference as ExternalReference,
               case when state = 'published' and deadline < @Today then 'expired' else state end as State, reason as Reason,
               published_at as PublishedAt, created_at as CreatedAt, updated_at as UpdatedAt, version as Version
        from   bulletin_opportunity
        where  id = @Id
        """;

    public async Task<OpportunityDetails> Handle(GetOpportunity request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<Row>(Select, new { request.Id, Today = clock.Today() }, cancellationToken);
        if (row is null || (user.Kind == ActorKind.Client && row.ClientId != user.Id && !(row.State is OpportunityState.Published && user.Has(BulletinModule.OpportunitiesRead))))
        {
            throw new NotFoundException("opportunity");
        }

        return new(
            row.Id, row.Kind, row.Title, row.Description, SafeMarkdown.ToHtml(row.Description), row.Organiser, row.Municipality, row.MunicipalityCode, row.ContractType, row.Hours,
            row.Requirements, row.Requirements is null ? null : SafeMarkdown.ToHtml(row.Requirements), row.ApplyUrl, row.ApplyEmail, row.ApplyPhone, row.Deadline, row.Positions, row.Source,
            row.ClientId is not null, row.ExternalReference, row.State, row.Reason, row.PublishedAt, row.CreatedAt, row.UpdatedAt, row.Version);
    }

    private sealed record Row(
        Guid Id, OpportunityKind Kind, string Title, string Description, string Organiser, string? Municipality, string? MunicipalityCode, string? ContractType, string? Hours,
        string? Requirements, string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, string? Source, Guid? ClientId, string? ExternalReference,
        OpportunityState State, string? Reason, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version);
}
