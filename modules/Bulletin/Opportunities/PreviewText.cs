using FluentValidation;
using InclusionPlatform.Bulletin.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>A text in Markdown as visitors will see it, while it is being written.</summary>
/// <param name="Markdown">What is being written.</param>
internal sealed record PreviewText(string? Markdown) : IQuery<PreviewedText>;

/// <summary>The text as safe HTML.</summary>
/// <param name="Html">Safe HTML, as readers would see it.</param>
internal sealed record PreviewedText(string Html);

internal static class PreviewTextEndpoint
{
    public static void MapPreviewText(this IEndpointRouteBuilder opportunities) => opportunities
        .MapPost("/preview", Handle)
        .WithName("previewText")
        .WithSummary("A text in Markdown as visitors will see it")
        .RequireRight(BulletinModule.OpportunitiesWrite);

    private static async Task<Ok<PreviewedText>> Handle(PreviewText body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class PreviewTextValidator : AbstractValidator<PreviewText>
{
    public PreviewTextValidator() => RuleFor(preview => preview.Markdown).MaximumLength(20_000);
}

internal sealed class PreviewTextHandler : IRequestHandler<PreviewText, PreviewedText>
{
    public Task<PreviewedText> Handle(PreviewText request, CancellationToken cancellationToken) => Task.FromResult(new PreviewedText(SafeMarkdown.ToHtml(request.Markdown)));
}
