using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>An edition, whole.</summary>
internal sealed record GetEdition(int Number) : IQuery<EditionDetails>;

internal static class GetEditionEndpoint
{
    public static void MapGetEdition(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{number:int}", Handle)
        .WithName("getEdition")
        .WithSummary("An edition of the bulletin")
        .RequireRight(BulletinModule.BulletinRead);

    private static async Task<VersionedOk<EditionDetails>> Handle(int number, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetEdition(number), ct));
}

internal sealed class GetEditionHandler(IDbSession db, EditionReading editions) : IRequestHandler<GetEdition, EditionDetails>
{
    private const string CountSubscribers = "select count(*) from bulletin_subscriber where state = 'confirmed'";

    public async Task<EditionDetails> Handle(GetEdition request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var sections = new List<EditionSection>();
        foreach (var opportunity in await editions.OpportunitiesAsync(edition.Id, cancellationToken))
        {
            if (sections.Count == 0 || sections[^1].Title != opportunity.Section)
            {
                sections.Add(new(opportunity.Section, new List<EditionOpportunity>()));
            }

            ((List<EditionOpportunity>)sections[^1].Opportunities).Add(new(
                opportunity.Id, opportunity.Kind, opportunity.Title, opportunity.Organiser, opportunity.Municipality, opportunity.Deadline, opportunity.State));
        }

        var subscribers = await db.ScalarAsync<int>(CountSubscribers, null, cancellationToken);
        return new(edition.Number, edition.Title, edition.Intro, edition.State, edition.ScheduledAt, edition.SendingStartedAt, edition.SentAt, sections, subscribers, edition.Version);
    }
}
