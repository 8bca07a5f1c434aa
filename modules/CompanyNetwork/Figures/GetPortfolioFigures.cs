using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Figures;

/// <summary>How alive the bank is: who was heard this month, what is known to be available, how many places are offered and used.</summary>
internal sealed record GetPortfolioFigures : IQuery<PortfolioFigures>;

/// <summary>
/// The bank in numbers; each has its list. Places offered are those free today at companies whose availability counts; places used are the internships running today. Contacts are
/// this month's, by outcome, the most first.
/// </summary>
internal sealed record PortfolioFigures(
    int Companies, int ReachedThisMonth, int AvailabilityFresh, int AvailabilityToVerify, int PlacesOffered, int PlacesUsed, int Overdue, int Unreached, int NeverCalled,
    IReadOnlyList<OutcomeCount> ContactsThisMonth);

/// <summary>Contacts that ended in one way.</summary>
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

internal sealed class GetPortfolioFiguresHandler(IDbSession db, IMediator mediator, TimeProvider clock) : IRequestHandler<GetPortfolioFigures, PortfolioFigures>
{
    private const string CountCompanies = "select count(*) from company_network_company where archived_at is null";

    private const string SelectAvailable = """
        select coalesce(sum(case when available_until >= @Today then 1 else 0 end), 0) as Fresh,
               coalesce(sum(case when available_until < @Today then 1 else 0 end), 0) as ToVerify,
               coalesce(sum(case when available_until >= @Today then available_places else 0 end), 0) as Places
        from   company_network_company
        where  available_until is not null and archived_at is null
        """;

    private const string SelectContacts = """
        select outcome as Outcome, count(*) as Contacts
        from   company_network_contact
        where  contacted_at >= @MonthStart
        group by outcome
        """;

    public async Task<PortfolioFigures> Handle(GetPortfolioFigures request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var calls = await mediator.Send(new CallList.CountCallList(), cancellationToken);
        var available = (await db.FindAsync<Available>(SelectAvailable, new { Today = today }, cancellationToken))!;
        var contacts = await db.QueryAsync<ContactsRow>(SelectContacts, new { MonthStart = new DateOnly(today.Year, today.Month, 1).StartInItaly() }, cancellationToken);
        return new(
            await db.ScalarAsync<int>(CountCompanies, null, cancellationToken), calls.ReachedThisMonth, available.Fresh, available.ToVerify, available.Places,
            await mediator.Send(new CountRunningInternships(), cancellationToken), calls.Overdue, calls.Unreached, calls.NeverCalled,
            [.. contacts.Select(row => new OutcomeCount(row.Outcome, row.Contacts)).OrderByDescending(row => row.Contacts)]);
    }

    private sealed record Available(int Fresh, int ToVerify, int Places);

    private sealed record ContactsRow(ContactOutcome Outcome, int Contacts);
}
