using System.Text.Json.Serialization;
using FluentValidation;
using InclusionPlatform.Bulletin.Editions.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Rewrites an edition that is not scheduled.</summary>
internal sealed record ChangeEdition : EditionContent, ICommand
{
    [JsonIgnore]
    public int Number { get; init; }

    [JsonIgnore]
    public int Version { get; init; }
}

internal static class ChangeEditionEndpoint
{
    public static void MapChangeEdition(this IEndpointRouteBuilder editions) => editions
        .MapPut("/{number:int}", Handle)
        .WithName("changeEdition")
        .WithSummary("Rewrite an edition")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<NoContent> Handle(int number, ChangeEdition body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body with { Number = number, Version = match.Version }, ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeEditionValidator : AbstractValidator<ChangeEdition>
{
    public ChangeEditionValidator() => Include(new EditionContentValidator());
}

internal sealed class ChangeEditionHandler(IDbSession db, EditionReading editions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeEdition, Unit>
{
    private const string Update = """
        update bulletin_edition
        set    title = @Title, intro = @Intro, updated_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    public async Task<Unit> Handle(ChangeEdition request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        EditionSteps.CheckChange(edition.State);
        if (await db.ExecuteAsync(Update, new { edition.Id, request.Version, Title = request.Title!.Trim(), Intro = request.Intro?.Trim() ?? "", Now = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(EditionWriting.DeleteItems, new { EditionId = edition.Id }, cancellationToken);
        await db.ExecuteAsync(EditionWriting.DeleteSections, new { EditionId = edition.Id }, cancellationToken);
        await EditionWriting.WriteSectionsAsync(db, edition.Id, request, cancellationToken);
        audit.Changes("edition", edition.Id);
        return Unit.Value;
    }
}
