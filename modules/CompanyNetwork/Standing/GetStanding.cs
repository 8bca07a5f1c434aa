using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Standing;

/// <summary>How a company stands today: what there is to do, what it hosts and has hosted, the room that its quota leaves, its referrals. For its page, in one request.</summary>
internal sealed record GetStanding(Guid CompanyId) : IQuery<CompanyStanding>;

/// <summary>How a company stands.</summary>
/// <param name="CompanyId">The company; of a merged one, the one that it became part of.</param>
/// <param name="Steps">What there is to do, the most pressing first.</param>
/// <param name="Quotas">For each kind of internship, how many it may host at once and how many more.</param>
/// <param name="Internships">What it hosts and has hosted.</param>
/// <param name="Referrals">The latest proposals of it, as far as whoever asks sees them.</param>
/// <param name="MoreReferrals">Whether there are more of them.</param>
internal sealed record CompanyStanding(
    Guid CompanyId, IReadOnlyList<NextStep> Steps, IReadOnlyList<HostQuotaLeft> Quotas, InternshipsAtHost Internships, IReadOnlyList<ListedCompanyReferral> Referrals, bool MoreReferrals);

internal static class GetStandingEndpoint
{
    public static void MapGetStanding(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/standing", Handle)
        .WithName("getCompanyStanding")
        .WithSummary("Tell what there is to do with a company, what it hosts and the room that is left")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CompanyStanding>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetStanding(companyId), ct));
}

internal sealed class GetStandingHandler(IDbSession db, CompanyReader companies, ReferralBook referrals, IMediator mediator, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetStanding, CompanyStanding>
{
    private const int MostInternships = 5, MostReferrals = 5;

    // Each side of the pair by its own index; the other company must still be there.
    private const string CountDuplicates = """
        select (select count(*) from company_network_duplicate d join company_network_company o on o.id = d.second_id
                where  d.first_id = @CompanyId and d.dismissed_at is null and o.archived_at is null)
             + (select count(*) from company_network_duplicate d join company_network_company o on o.id = d.first_id
                where  d.second_id = @CompanyId and d.dismissed_at is null and o.archived_at is null)
        """;

    public async Task<CompanyStanding> Handle(GetStanding request, CancellationToken cancellationToken)
    {
        var company = await companies.ReadAsync(request.CompanyId, cancellationToken);
        var today = clock.Today();
        var args = new { CompanyId = company.Id, Today = today };
        var mayRead = user.Has(CompanyNetworkModule.ReadReferrals);
        var open = mayRead ? await db.QueryAsync<ReferralRow>(ReferralRow.SelectOpenOfCompany, args, cancellationToken) : [];
        var duplicates = user.Has(CompanyNetworkModule.WriteCompanies) ? await db.ScalarAsync<int>(CountDuplicates, args, cancellationToken) : 0;
        var facts = new StandingFacts(
            company, duplicates,
            [.. open.Where(row => referrals.SeesAll || row.EducatorId == user.Id)
                .Select(row => new OpenReferral(row.Id, row.State is CompanyReferralState.Accepted, row.EducatorId == user.Id, row.ReservedUntil))]);

        var latest = mayRead
            ? await mediator.Send(new ListReferrals(null, false, false, company.Id, null, null, MostReferrals, false), cancellationToken)
            : new Page<ListedCompanyReferral>([], null);
        var host = (await mediator.Send(new DescribeHosts([new(company.Id, company.Region, company.PermanentStaff)]), cancellationToken))[0];
        var internships = await mediator.Send(new ListInternshipsAtHost(company.Id, MostInternships), cancellationToken);
        return new(company.Id, NextSteps.Of(facts, today), host.Quotas, internships, latest.Items, latest.NextCursor is not null);
    }
}
