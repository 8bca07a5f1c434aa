using MediatR;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Counts again the companies of which an availability ran out or began in the last days, so that their lines in lists say what holds today. A job sends it every night.</summary>
internal sealed record RecountAvailabilities : ICommand;

internal sealed class RecountAvailabilitiesHandler(IDbSession db, AvailabilityBook book, CompanyNetworkOptions options, TimeProvider clock) : IRequestHandler<RecountAvailabilities, Unit>
{
    /// <summary>A service may be off over a week of holidays.</summary>
    private const int DaysBack = 10;

    private const string SelectChanged = """
        select distinct company_id
        from   company_network_availability
        where  ended_at is null
               and ((valid_to < @Today and valid_to >= @Since) or (verified_on < @FreshFrom and verified_on >= @FreshSince))
        """;

    public async Task<Unit> Handle(RecountAvailabilities request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var fresh = today.AddDays(-options.AvailabilityDays);
        foreach (var company in await db.QueryAsync<Guid>(
            SelectChanged, new { Today = today, Since = today.AddDays(-DaysBack), FreshFrom = fresh, FreshSince = fresh.AddDays(-DaysBack) }, cancellationToken))
        {
            await book.RecountAsync(company, cancellationToken);
        }

        return Unit.Value;
    }
}
