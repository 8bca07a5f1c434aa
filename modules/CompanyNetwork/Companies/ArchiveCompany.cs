using FluentValidation;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>
/// Takes a company out of lists, calls, campaigns and matching; everything about it is kept. What was proposed of it is withdrawn and the educators are told. While an internship runs there, or is signed and about to begin, it stays.
/// </summary>
internal sealed record ArchiveCompany(Guid Id, string Reason) : ICommand;

/// <param name="Reason">Why it is archived; kept with it.</param>
internal sealed record ArchivingReason(string Reason);

internal static class ArchiveCompanyEndpoint
{
    public static void MapArchiveCompany(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/archiving", Handle)
        .WithName("archiveCompany")
        .WithSummary("Archive a company, with the reason; refused while an internship runs or is about to begin there")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, ArchivingReason body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ArchiveCompany(companyId, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ArchiveCompanyValidator : AbstractValidator<ArchiveCompany>
{
    public ArchiveCompanyValidator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class ArchiveCompanyHandler(
    IDbSession db, ReferralBook referrals, IMediator mediator, CompanyHistory history, IAuditTrail audit, TimeProvider clock)
     : IRequestHandler<ArchiveCompany, Unit>
{
    private const string Archive = """
        update company_network_company
        set    archived_at = @At, archive_reason = @Reason, next_contact_on = null, version = version + 1, updated_at = @At
        where  id = @Id and archived_at is null
        """;

    // What was called stays counted; what was still to be called would never be, as an archived company is not called.
    private const string LeaveCampaigns = """
        update company_network_campaign
        set    companies = companies - 1
        where  closed_at is null
               and exists (select 1 from company_network_campaign_company r where r.campaign_id = company_network_campaign.id and r.company_id = @Id and r.done_at is null)
        """;

    private const string LeaveTurns = """
        delete from company_network_campaign_company
        where  company_id = @Id and done_at is null
               and exists (select 1 from company_network_campaign k where k.id = company_network_campaign_company.campaign_id and k.closed_at is null)
        """;

    private const string SelectArchived = "select archived_at as ArchivedAt from company_network_company where id = @Id";

    public async Task<Unit> Handle(ArchiveCompany request, CancellationToken cancellationToken)
    {
        var hosting = await mediator.Send(new FindHosting(request.Id, null, null), cancellationToken);
        HostOfRunningInternshipsStays.Check(hosting.Running);
        HostOfStartingInternshipsStays.Check(hosting.Starting);
        audit.Changes("company", request.Id);
        if (await db.ExecuteAsync(Archive, new { request.Id, Reason = request.Reason.Trim(), At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            var company = await db.FindAsync<State>(SelectArchived, new { request.Id }, cancellationToken) ?? throw new NotFoundException("company");
            ArchivedCompanyStaysAsItIs.Check(company.ArchivedAt);
        }

        await referrals.WithdrawOfCompanyAsync(request.Id, CompanyReferralMomentKind.CompanyArchived, acceptedToo: true, cancellationToken);
        await db.ExecuteAsync(LeaveCampaigns, new { request.Id }, cancellationToken);
        await db.ExecuteAsync(LeaveTurns, new { request.Id }, cancellationToken);
        await history.TellAsync(request.Id, CompanyChange.Archived, null, request.Reason.Trim(), cancellationToken);

        return Unit.Value;
    }

    private sealed record State(DateTimeOffset? ArchivedAt);
}
