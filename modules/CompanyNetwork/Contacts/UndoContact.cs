using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Campaigns;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>Takes back a contact that was just logged: the company stands again as it stood before, in its campaign too.</summary>
internal sealed record UndoContact(Guid CompanyId, Guid Id) : ICommand;

internal static class UndoContactEndpoint
{
    public static void MapUndoContact(this IEndpointRouteBuilder companies) => companies
        .MapDelete("/{companyId:guid}/contacts/{contactId:guid}", Handle)
        .WithName("undoContact")
        .WithSummary("Take back a contact logged a moment ago")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid contactId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UndoContact(companyId, contactId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UndoContactHandler(IDbSession db, CampaignTurns turns, AvailabilityBook availabilities, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<UndoContact, Unit>
{
    private const string SelectContact = """
        select outcome as Outcome, contacted_at as ContactedAt, contacted_by as ContactedBy, campaign_id as CampaignId,
               before_next_contact_on as NextContactOn, before_contact_at as LastContactAt, before_outcome as LastOutcome, before_unreached as Unreached, before_reached_at as LastReachedAt
        from   company_network_contact
        where  id = @Id and company_id = @CompanyId
        """;

    private const string CountLater = "select count(*) from company_network_contact where company_id = @CompanyId and contacted_at >= @At and id <> @Id";

    private const string PutBack = """
        update company_network_company
        set    next_contact_on = @NextContactOn, last_contact_at = @LastContactAt, last_outcome = @LastOutcome, unreached_in_a_row = @Unreached, last_reached_at = @LastReachedAt,
               version = version + 1
        where  id = @CompanyId
        """;

    private const string DeleteContact = "delete from company_network_contact where id = @Id";

    public async Task<Unit> Handle(UndoContact request, CancellationToken cancellationToken)
    {
        var contact = await db.FindAsync<LastContact>(SelectContact, new { request.Id, request.CompanyId }, cancellationToken) ?? throw new NotFoundException("contact");
        var later = await db.ScalarAsync<int>(CountLater, new { request.CompanyId, At = contact.ContactedAt, request.Id }, cancellationToken);
        OnlyTheLastContactIsTakenBack.Check(contact.ContactedBy, contact.ContactedAt, later == 0, user.Id, clock.GetUtcNow());

        audit.Changes("company", request.CompanyId);
        if (contact.CampaignId is { } campaign)
        {
            await turns.ReopenAsync(campaign, request.CompanyId, request.Id, contact.Outcome, cancellationToken);
        }

        await db.ExecuteAsync(
            PutBack, new { request.CompanyId, contact.NextContactOn, contact.LastContactAt, contact.LastOutcome, contact.LastReachedAt, Unreached = contact.Unreached ?? 0 }, cancellationToken);
        if (contact.Outcome is ContactOutcome.Never)
        {
            // Proposals that it withdrew stay so: the educators were told, and the place may be proposed again.
            await availabilities.ReopenAllAsync(request.CompanyId, contact.ContactedAt, cancellationToken);
        }

        await db.ExecuteAsync(DeleteContact, new { request.Id }, cancellationToken);
        return Unit.Value;
    }

    private sealed record LastContact(
        ContactOutcome Outcome, DateTimeOffset ContactedAt, Guid ContactedBy, Guid? CampaignId, DateOnly? NextContactOn, DateTimeOffset? LastContactAt, string? LastOutcome, int? Unreached,
        DateTimeOffset? LastReachedAt);
}
