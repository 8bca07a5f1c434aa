using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>An edition exactly as it is mailed.</summary>
internal sealed record PreviewEdition(int Number) : IQuery<PreviewedEdition>;

/// <summary>What is being composed and not saved yet, as it would be mailed.</summary>
internal sealed record PreviewDraft : EditionContent, IQuery<PreviewedEdition>
{
    /// <summary>Number of the edition that is being rewritten; without it, the next one.</summary>
    public int? Number { get; init; }
}

/// <summary>The mail.</summary>
/// <param name="Number">Number of the edition.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Html">HTML document.</param>
/// <param name="Text">Plain text.</param>
internal sealed record PreviewedEdition(int Number, string Subject, string Html, string Text);

internal static class PreviewEditionEndpoint
{
    public static void MapPreviewEdition(this IEndpointRouteBuilder editions)
    {
        editions.MapGet("/{number:int}/preview", Handle).WithName("previewEdition").WithSummary("An edition exactly as it is mailed").RequireRight(BulletinModule.BulletinRead);
        editions.MapPost("/preview", HandleDraft).WithName("previewDraft").WithSummary("An edition that is being composed, as it would be mailed").RequireRight(BulletinModule.BulletinWrite);
    }

    private static async Task<Ok<PreviewedEdition>> Handle(int number, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new PreviewEdition(number), ct));

    private static async Task<Ok<PreviewedEdition>> HandleDraft(PreviewDraft body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class PreviewEditionHandler(IDbSession db, EditionReading editions, Microsoft.Extensions.Options.IOptions<Shared.Mail.ServiceOptions> service, TimeProvider clock)
    : IRequestHandler<PreviewEdition, PreviewedEdition>, IRequestHandler<PreviewDraft, PreviewedEdition>
{
    private const string SelectNext = "select coalesce(max(number), 0) + 1 from bulletin_edition";

    public async Task<PreviewedEdition> Handle(PreviewEdition request, CancellationToken cancellationToken) =>
        Shown(request.Number, await editions.TextAsync(await editions.EditionAsync(request.Number, cancellationToken), clock.Today(), cancellationToken));

    public async Task<PreviewedEdition> Handle(PreviewDraft request, CancellationToken cancellationToken)
    {
        var number = request.Number ?? await db.ScalarAsync<int>(SelectNext, null, cancellationToken);
        var shown = request with { Sections = [.. (request.Sections ?? []).Where(section => section is not null).Take(50).Select(section => section with { OpportunityIds = [.. (section.OpportunityIds ?? []).Take(200)] })] };
        return Shown(number, await editions.TextAsync(number, shown, clock.Today(), cancellationToken));
    }

    // A preview has no subscriber: its link leads to the page that explains.
    private PreviewedEdition Shown(int number, EditionText text)
    {
        var shown = text.WithLink(service.Value.Link("/bulletin/archive"));
        return new(number, shown.Subject, shown.MailHtml, shown.MailText);
    }
}
