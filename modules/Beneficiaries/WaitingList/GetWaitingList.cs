using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.WaitingList;

/// <summary>Who waits, in order, and why each stands where they stand.</summary>
internal sealed record GetWaitingList : IQuery<WaitingListView>;

/// <summary>The list with the criteria that make it.</summary>
/// <param name="Criteria">In force today; null while none were declared.</param>
/// <param name="Items">In order.</param>
internal sealed record WaitingListView(WaitingCriteriaView? Criteria, IReadOnlyList<WaitingRow> Items);

/// <summary>Declared criteria.</summary>
internal sealed record WaitingCriteriaView(Guid Id, DateOnly ValidFrom, string Note, string? DeclaredBy, DateTimeOffset DeclaredAt, IReadOnlyList<WaitingPoints> Items);

/// <summary>Somebody who waits, by the id of the referral, with one line of points for each criterion met and the days of waiting.</summary>
internal sealed record WaitingRow(Guid Id, int Position, string DisplayName, string? BodyName, bool Restricted, DateOnly WaitingSince, int Days, int Points, IReadOnlyList<WaitingPoints> Why);

internal static class GetWaitingListEndpoint
{
    public static void MapGetWaitingList(this IEndpointRouteBuilder list) => list
        .MapGet("/", Handle)
        .WithName("getWaitingList")
        .WithSummary("Read the waiting list in the order of the declared criteria")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static Task<WaitingListView> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new GetWaitingList(), ct);
}

internal sealed class GetWaitingListHandler(IMediator mediator, WaitingOrder order, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<GetWaitingList, WaitingListView>
{
    public async Task<WaitingListView> Handle(GetWaitingList request, CancellationToken cancellationToken)
    {
        var criteria = await order.CriteriaAsync(cancellationToken);
        var places = await order.PlacesAsync(criteria, cancellationToken);
        var bodies = places.ToDictionary(place => place.ReferralId, place => sensitive.OpenId(place.BodyCipher));
        var names = (await mediator.Send(new DescribePartnerBodies([.. bodies.Values.Distinct()]), cancellationToken)).ToDictionary(body => body.Id, body => body.Name);
        var people = await colleagues.NamesAsync(cancellationToken);
        var today = clock.Today();
        audit.Lists("referral", places.Select(place => place.ReferralId), "waiting-list");
        return new(
            criteria is null ? null : new(criteria.Id, criteria.ValidFrom, criteria.Note, people.GetValueOrDefault(criteria.DeclaredBy), criteria.DeclaredAt, criteria.Items),
            [.. places.Select(place => new WaitingRow(
                place.ReferralId, place.Position, place.Content.DisplayName, names.GetValueOrDefault(bodies[place.ReferralId]), place.Restricted, place.WaitingSince,
                today.DayNumber - place.WaitingSince.DayNumber, place.Points, place.Why))]);
    }
}
