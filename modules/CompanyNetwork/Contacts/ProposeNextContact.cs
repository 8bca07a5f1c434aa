using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>The day that each outcome proposes for the next contact, as of today, so that it is seen before a contact is saved.</summary>
internal sealed record ProposeNextContact : IQuery<NextContactProposals>;

internal sealed record NextContactProposals(IReadOnlyList<NextContactProposal> Items);

/// <summary>What an outcome proposes.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="NextContactOn">The day, or null where nothing more is to be done.</param>
internal sealed record NextContactProposal(ContactOutcome Outcome, DateOnly? NextContactOn);

internal static class ProposeNextContactEndpoint
{
    public static void MapProposeNextContact(this IEndpointRouteBuilder companies) => companies
        .MapGet("/next-contact-proposals", Handle)
        .WithName("proposeNextContact")
        .WithSummary("Tell the day that each outcome proposes for the next contact")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<NextContactProposals>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ProposeNextContact(), ct));
}

internal sealed class ProposeNextContactHandler(TimeProvider clock) : IRequestHandler<ProposeNextContact, NextContactProposals>
{
    public Task<NextContactProposals> Handle(ProposeNextContact request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return Task.FromResult(new NextContactProposals([.. Enum.GetValues<ContactOutcome>().Select(outcome => new NextContactProposal(outcome, NextContactDate.After(outcome, today)))]));
    }
}
