using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Matching.Settings;

/// <summary>How much each reason counts, and the list of skills.</summary>
internal sealed record GetMatchingSettings : IQuery<MatchingSettings>;

/// <summary>The settings of matching.</summary>
/// <param name="Skills">Names of the skills that matching knows.</param>
internal sealed record MatchingSettings(int Version, MatchWeights Weights, IReadOnlyList<string> Skills, DateTimeOffset? ChangedAt, string? ChangedByName) : IVersioned;

internal static class GetMatchingSettingsEndpoint
{
    public static void MapGetMatchingSettings(this IEndpointRouteBuilder weights) => weights
        .MapGet("/", Handle)
        .WithName("getMatchingWeights")
        .WithSummary("Read how much each reason counts in matching")
        .RequireRight(CompanyNetworkModule.ReadMatching);

    private static async Task<VersionedOk<MatchingSettings>> Handle(IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetMatchingSettings(), ct));
}

internal sealed class GetMatchingSettingsHandler(IDbSession db) : IRequestHandler<GetMatchingSettings, MatchingSettings>
{
    public async Task<MatchingSettings> Handle(GetMatchingSettings request, CancellationToken cancellationToken)
    {
        var row = (await db.FindAsync<MatchSettingsRow>(MatchSettingsRow.Select, null, cancellationToken))!;
        return new(row.Version, row.Weights, row.SkillLabels, row.ChangedAt, row.ChangedByName);
    }
}
