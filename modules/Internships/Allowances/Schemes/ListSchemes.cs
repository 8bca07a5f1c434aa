using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>The schemes of allowances, with their terms.</summary>
/// <param name="Region">Only those that pay internships of this region.</param>
/// <param name="Kind">Only those that pay internships of this kind.</param>
/// <param name="On">First day of the internship, by which it is known whether the region has rules of its own; today where it is not said.</param>
internal sealed record ListSchemes(string? Region, InternshipKind? Kind, DateOnly? On) : IQuery<AllowanceSchemes>;

internal sealed record AllowanceSchemes(IReadOnlyList<AllowanceScheme> Items);

internal static class ListSchemesEndpoint
{
    public static void MapListSchemes(this IEndpointRouteBuilder schemes) => schemes
        .MapGet("/", Handle)
        .WithName("listAllowanceSchemes")
        .WithSummary("List the schemes by which allowances are reckoned; with a region, those that pay internships there")
        .RequireRight(InternshipsModule.ReadSchemes);

    private static async Task<Ok<AllowanceSchemes>> Handle(string? region, string? kind, DateOnly? on, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListSchemes(region, QueryCode.Read<InternshipKind>(kind, "kind"), on), ct));
}

internal sealed class ListSchemesHandler(SchemeTable table, RuleSetTable ruleSets, TimeProvider clock) : IRequestHandler<ListSchemes, AllowanceSchemes>
{
    public async Task<AllowanceSchemes> Handle(ListSchemes request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var used = await table.UsedAsync(cancellationToken);
        var all = (await table.AllAsync(cancellationToken)).Select(scheme => used.Contains(scheme.Id) ? scheme with { FixedUntil = today } : scheme);
        if (string.IsNullOrWhiteSpace(request.Region))
        {
            return new([.. all.Where(scheme => request.Kind is null || scheme.Kind is null || scheme.Kind == request.Kind)]);
        }

        var region = Regions.Find(request.Region)?.Name ?? request.Region;
        var national = request.Kind is { } kind && await ruleSets.IsNationalAsync(region, kind, request.On ?? today, cancellationToken);
        return new([.. all.Where(scheme => SchemeFits.Holds(scheme, region, request.Kind, national))]);
    }
}
