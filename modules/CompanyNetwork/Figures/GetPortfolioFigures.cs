using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Figures;

/// <summary>How alive the bank is: who was heard this month, what is known to be available, how many places are offered and used.</summary>
internal sealed record GetPortfolioFigures : IQuery<PortfolioFigures>;

/// <summary>
/// The bank in numbers; each has its list. Places offered are those that companies declared in availabilities that count today, places free those of them that no company referral keeps
/// or uses; places used are the internships running today, from wherever they came. Open referrals are those waiting for an answer or accepted: an educator's own, null for whoever
/// may not see the board. Contacts are this month's, by outcome, the most first.
/// </summary>
/// <param name="Companies">Companies in use.</param>
/// <param name="ReachedThisMonth">Companies of which somebody was spoken with this month.</param>
/// <param name="AvailabilityFresh">Companies whose availability counts today.</param>
/// <param name="AvailabilityToVerify">Companies whose availability is to be verified again.</param>
/// <param name="PlacesOffered">Places declared in availabilities that count today.</param>
/// <param name="PlacesFree">Those of them that no company referral keeps or uses.</param>
/// <param name="PlacesUsed">Internships that run today, from wherever they came.</param>
/// <param name="OpenReferrals">Company referrals that wait for an answer or are accepted: an educator's own; null for whoever may not see the board.</param>
/// <param name="Overdue">Companies whose day to be called has passed.</param>
/// <param name="Unreached">Companies where nobody answered three times in a row.</param>
/// <param name="NeverCalled">Companies that nobody has ever called.</param>
/// <param name="ContactsThisMonth">This month's contacts by outcome, the most frequent first.</param>
internal sealed record PortfolioFigures(
    int Companies, int ReachedThisMonth, int AvailabilityFresh, int AvailabilityToVerify, int PlacesOffered, int PlacesFree, int PlacesUsed, int? OpenReferrals, int Overdue,
    int Unreached, int NeverCalled, IReadOnlyList<OutcomeCount> ContactsThisMonth);

/// <summary>Contacts that ended in one way.</summary>
/// <param name="Contacts">How many contacts ended so.</param>
internal sealed record OutcomeCount(ContactOutcome Outcome, int Contacts);

internal static class GetPortfolioFiguresEndpoint
{
    public static void MapGetPortfolioFigures(this IEndpointRouteBuilder companies) => companies
        .MapGet("/figures", Handle)
        .WithName("getPortfolioFigures")
        .WithSummary("Tell how alive the company bank is, in numbers")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<PortfolioFigures>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetPortfolioFigures(), ct));
}

internal sealed class GetPortfolioFiguresHandler(IDbSession db, ReferralBook referrals, CompanyNetworkOptions options, IMediator mediator, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetPortfolioFigures, PortfolioFigures>
{
    private const string CountCompanies = "select count(*) from company_network_company where archived_at is null";

    private const string SelectAvailable = """
        select coalesce(sum(case when available_until >= @Today then 1 else 0 end), 0) as Fresh,
               coalesce(sum(case when available_until < @Today then 1 else 0 end), 0) as ToVerify,
               coalesce(sum(case when available_until >= @Today then available_places else 0 end), 0) as Free
        from   company_network_company
        where  available_until is not null and archived_at is null
        """;

    private const string CountOffered = """
        select coalesce(sum(a.places), 0)
        from   company_network_availability a
        join   company_network_company c on c.id = a.company_id
        where  a.ended_at is null and a.verified_on >= @VerifiedFrom and (a.valid_to is null or a.valid_to >= @Today) and c.archived_at is null
        """;

    private const string CountReferrals = "select count(*) from company_network_referral r where (r.state = 'accepted' or (r.state = 'proposed' and r.reserved_until >= @Today))";
    private const string CountMyReferrals = $"{CountReferrals} and r.educator_id = @Me";

    private const string SelectContacts = """
        select outcome as Outcome, count(*) as Contacts
        from   company_network_contact
        where  contacted_at >= @MonthStart
        group by outcome
        """;

    public async Task<PortfolioFigures> Handle(GetPortfolioFigures request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var calls = await mediator.Send(new CallList.CountCallList(false), cancellationToken);
        var available = (await db.FindAsync<Available>(SelectAvailable, new { Today = today }, cancellationToken))!;
        var contacts = await db.QueryAsync<ContactsRow>(SelectContacts, new { MonthStart = new DateOnly(today.Year, today.Month, 1).StartInItaly() }, cancellationToken);
        return new(
            await db.ScalarAsync<int>(CountCompanies, null, cancellationToken), calls.ReachedThisMonth, available.Fresh, available.ToVerify,
            await db.ScalarAsync<int>(CountOffered, new { Today = today, VerifiedFrom = today.AddDays(-options.AvailabilityDays) }, cancellationToken), available.Free,
            await mediator.Send(new CountRunningInternships(), cancellationToken), await OpenReferralsAsync(today, cancellationToken), calls.Overdue, calls.Unreached, calls.NeverCalled,
            [.. contacts.Select(row => new OutcomeCount(row.Outcome, row.Contacts)).OrderByDescending(row => row.Contacts)]);
    }

    private async Task<int?> OpenReferralsAsync(DateOnly today, CancellationToken ct) => user.Has(CompanyNetworkModule.ReadReferrals)
        ? await db.ScalarAsync<int>(referrals.SeesAll ? CountReferrals : CountMyReferrals, new { Today = today, Me = user.Id }, ct)
        : null;

    private sealed record Available(int Fresh, int ToVerify, int Free);

    private sealed record ContactsRow(ContactOutcome Outcome, int Contacts);
}
