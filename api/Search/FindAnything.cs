using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Search;

/// <summary>Searches all modules at once. A POST, because what is typed may be a person's name and names do not belong in addresses.</summary>
/// <param name="Text">What is looked for; it is in the body, so that no name is in an address.</param>
internal sealed record FindAnything(string Text) : IQuery<SearchResults>;

/// <summary>The best few of each kind.</summary>
/// <param name="Results">In the order of the modules.</param>
/// <param name="More">Others of some kind match too: a longer text finds them.</param>
internal sealed record SearchResults(IReadOnlyList<Found> Results, bool More);

internal static class FindAnythingEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api
        .MapPost("/search", Handle)
        .WithName("search")
        .WithTags("Search")
        .WithSummary("Find people, companies, internships, courses and opportunities that one may see")
        .RequireAuthorization();

    private static async Task<Ok<SearchResults>> Handle(FindAnything body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class FindAnythingValidator : AbstractValidator<FindAnything>
{
    public FindAnythingValidator() => RuleFor(search => search.Text).NotNull().MaximumLength(200);
}

internal sealed class FindAnythingHandler(IEnumerable<ISearchSource> sources, ICurrentUser user) : IRequestHandler<FindAnything, SearchResults>
{
    private const int ShortestText = 2;
    private const int MostOfAKind = 5;

    public async Task<SearchResults> Handle(FindAnything request, CancellationToken cancellationToken)
    {
        var text = request.Text.Trim();
        if (text.Length < ShortestText)
        {
            return new([], false);
        }

        var found = FoundFew.None;
        foreach (var source in sources)
        {
            found = found.And(await source.FindAsync(user, text, MostOfAKind, cancellationToken));
        }

        return new(found.Items, found.More);
    }
}
