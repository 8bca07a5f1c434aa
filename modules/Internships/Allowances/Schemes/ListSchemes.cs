using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>The schemes of allowances, with their terms.</summary>
internal sealed record ListSchemes : IQuery<AllowanceSchemes>;

internal sealed record AllowanceSchemes(IReadOnlyList<AllowanceScheme> Items);

internal static class ListSchemesEndpoint
{
    public static void MapListSchemes(this IEndpointRouteBuilder schemes) => schemes
        .MapGet("/", Handle)
        .WithName("listAllowanceSchemes")
        .WithSummary("List the schemes by which allowances are reckoned")
        .RequireRight(InternshipsModule.ReadSchemes);

    private static async Task<Ok<AllowanceSchemes>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSchemes(), ct));
}

internal sealed class ListSchemesHandler(SchemeTable table) : IRequestHandler<ListSchemes, AllowanceSchemes>
{
    public async Task<AllowanceSchemes> Handle(ListSchemes request, CancellationToken cancellationToken) => new(await table.AllAsync(cancellationToken));
}
