using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>A person drafts an opportunity; a third-party system proposes one, and says it again with the same reference to correct it while nobody has decided.</summary>
internal sealed record PostOpportunity : OpportunityContent, ICommand<PostedOpportunity>
{
    /// <summary>The third-party system's own reference, one for each of its offers, 120 characters at most. Without one each call makes another offer.</summary>
    public string? ExternalReference { get; init; }
}

/// <summary>What became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Draft or proposed.</param>
/// <param name="Updated">The system had proposed it before, and this corrected it.</param>
internal sealed record PostedOpportunity(Guid Id, OpportunityState State, bool Updated);

internal static class PostOpportunityEndpoint
{
    public static void MapPostOpportunity(this IEndpointRouteBuilder opportunities) => opportunities
        .MapPost("/", Handle)
        .WithName("postOpportunity")
        .WithSummary("Draft an opportunity, or propose one as a third-party system")
        .WithDescription("A third-party system with the scope opportunities:write finds its offer in state `proposed`. The same externalReference again corrects it (200) until the editor has decided (409).")
        .RequireRight(BulletinModule.OpportunitiesWrite);

    private static async Task<Results<Created<PostedOpportunity>, Ok<PostedOpportunity>>> Handle(PostOpportunity body, IMediator mediator, CancellationToken ct)
    {
        var posted = await mediator.Send(body, ct);
        return posted.Updated ? TypedResults.Ok(posted) : TypedResults.Created($"/api/v1/opportunities/{posted.Id}", posted);
    }
}

internal sealed class PostOpportunityValidator : AbstractValidator<PostOpportunity>
{
    public PostOpportunityValidator()
    {
        Include(new OpportunityContentValidator());
        RuleFor(opportunity => opportunity.ExternalReference).MaximumLength(120);
    }
}

internal sealed class PostOpportunityHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<PostOpportunity, PostedOpportunity>
{
    private const string SelectKnown = """
        select id as Id, state as State, version as Version
        from   bulletin_opportunity
        where  client_id = @ClientId and external_reference = @Reference
        """;

    private const string Insert = """
        insert into bulletin_opportunity (
            id, kind, title, description, organiser, municipality_code, municipality, contract_type, hours, requirements, apply_url, apply_email, apply_phone,
            deadline, positions, source, client_id, external_reference, state, search_text, created_at, created_by, updated_at, version)
        values (
            @Id, @Kind, @Title, @Description, @Organiser, @MunicipalityCode, @Municipality, @ContractType, @Hours, @Requirements, @ApplyUrl, @ApplyEmail, @ApplyPhone,
            @Deadline, @Positions, @Source, @ClientId, @ExternalReference, @State, @SearchText, @Now, @By, @Now, 1)
        """;

    public async Task<PostedOpportunity> Handle(PostOpportunity request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isClient = user.Kind == ActorKind.Client;
        var source = isClient ? user.DisplayName : string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim();
        if (isClient && request.Deadline < clock.Today())
        {
            throw new FieldException("deadline", "opportunity.deadline-past", new(
                "Il termine per candidarsi è già passato: si inviano solo offerte ancora aperte.",
                "The deadline is past already: send only offers that are still open."));
        }

        var reference = isClient && !string.IsNullOrWhiteSpace(request.ExternalReference) ? request.ExternalReference.Trim() : null;
        if (reference is not null && await db.FindAsync<Known>(SelectKnown, new { ClientId = user.Id, Reference = reference }, cancellationToken) is { } known)
        {
            return await CorrectAsync(request, known, source, now, cancellationToken);
        }

        var id = Guid.CreateVersion7(now);
        var state = isClient ? OpportunityState.Proposed : OpportunityState.Draft;
        var columns = OpportunityWriting.ColumnsOf(request, id, 1, source, now) with { State = state.Code(), ClientId = isClient ? user.Id : null, ExternalReference = reference, By = user.Id };
        await db.ExecuteAsync(Insert, columns, cancellationToken, ifTaken: ReferenceIsTaken);
        audit.Changes("opportunity", id);
        return new(id, state, Updated: false);
    }

    private async Task<PostedOpportunity> CorrectAsync(PostOpportunity request, Known known, string? source, DateTimeOffset now, CancellationToken ct)
    {
        if (known.State != OpportunityState.Proposed || await db.ExecuteAsync(OpportunityWriting.Update, OpportunityWriting.ColumnsOf(request, known.Id, known.Version, source, now), ct) == 0)
        {
            throw ReferenceIsTaken();
        }

        audit.Changes("opportunity", known.Id);
        return new(known.Id, OpportunityState.Proposed, Updated: true);
    }

    private static ConflictException ReferenceIsTaken() => new("opportunity.reference-taken", new(
        "Un'opportunità con questo riferimento è già stata inviata e valutata dalla redazione: per un'offerta nuova usare un riferimento nuovo.",
        "An opportunity with this reference was already sent and decided on by the editors: use a new reference for a new offer."));

    private sealed record Known(Guid Id, OpportunityState State, int Version);
}
