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

internal sealed class GetEditionHandler(IDbSession db, EditionReading editions, SentEditions sent) : IRequestHandler<GetEdition, EditionDetails>
{
    private const string CountSubscribers = "select count(*) from bulletin_subscriber where state = 'confirmed'";

    private const string SelectSections = """
        select title as Title, begins_at as BeginsAt
        from   bulletin_edition_section
        where  edition_id = @EditionId
        order by position
        """;

    public async Task<EditionDetails> Handle(GetEdition request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var printed = await editions.OpportunitiesAsync(edition.Id, cancellationToken);
        var numbers = await sent.OfAsync(printed.Select(opportunity => opportunity.Id), edition.Number, cancellationToken);
        var opportunities = printed.Select(opportunity =>
        {
            var (before, planned) = numbers.GetValueOrDefault(opportunity.Id, InNumbers.None);
            return new EditionOpportunity(
                opportunity.Id, opportunity.Kind, opportunity.Title, opportunity.Organiser, opportunity.Municipality, opportunity.Deadline, opportunity.State, before, planned);
        }).ToArray();
        var written = await db.QueryAsync<SectionRow>(SelectSections, new { EditionId = edition.Id }, cancellationToken);
        var sections = written.Select((section, place) => new EditionSection(
            section.Title, opportunities[section.BeginsAt..(place + 1 < written.Count ? written[place + 1].BeginsAt : opportunities.Length)])).ToArray();
        var subscribers = await db.ScalarAsync<int>(CountSubscribers, null, cancellationToken);
        return new(edition.Number, edition.Title, edition.Intro, edition.State, edition.ScheduledAt, edition.SendingStartedAt, edition.SentAt, sections, subscribers, edition.Version);
    }

    private sealed record SectionRow(string Title, int BeginsAt);
}
