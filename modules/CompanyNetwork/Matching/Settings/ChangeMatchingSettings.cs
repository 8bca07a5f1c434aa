using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Matching.Settings;

/// <summary>Decides how much each reason counts, and which skills can be chosen.</summary>
internal sealed record ChangeMatchingSettings(int Version, MatchWeights? Weights, IReadOnlyList<string>? Skills) : ICommand;

internal static class ChangeMatchingSettingsEndpoint
{
    /// <summary>The weights and the list of skills.</summary>
    /// <param name="Skills">Names of the skills that matching knows: those that are not among them go.</param>
    internal sealed record MatchingSettingsBody(MatchWeights? Weights, IReadOnlyList<string>? Skills);

    public static void MapChangeMatchingSettings(this IEndpointRouteBuilder weights) => weights
        .MapPut("/", Handle)
        .WithName("changeMatchingWeights")
        .WithSummary("Decide how much each reason counts in matching")
        .RequireRight(CompanyNetworkModule.ManageMatching);

    private static async Task<NoContent> Handle(IfMatch match, MatchingSettingsBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeMatchingSettings(match.Version, body.Weights, body.Skills), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeMatchingSettingsValidator : AbstractValidator<ChangeMatchingSettings>
{
    private const int MostPoints = 100, MostSkills = 200, LongestSkill = 60;

    public ChangeMatchingSettingsValidator()
    {
        RuleFor(settings => settings.Weights).NotNull();
        When(settings => settings.Weights is not null, () =>
        {
            RuleFor(settings => settings.Weights!.Availability).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Sector).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Distance).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Skills).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Hours).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Times).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Context).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Results).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights!.Quota).InclusiveBetween(0, MostPoints);
            RuleFor(settings => settings.Weights).Must(CountSomething).WithErrorCode("matching.nothing-counts")
                .WithMessage(_ => new Words("Almeno un motivo deve contare: con tutti i pesi a zero le aziende sarebbero tutte uguali.", "One reason at least must count: with all weights at zero all companies would be alike.").ToString());
        });
        RuleFor(settings => settings.Skills).NotNull().Must(skills => skills is null || skills.Count <= MostSkills).WithErrorCode("matching.too-many-skills")
            .WithMessage(_ => new Words("Le competenze possono essere al massimo 200: accorpare quelle simili.", "There can be 200 skills at most: join those that are alike.").ToString());
        RuleForEach(settings => settings.Skills).NotEmpty().MaximumLength(LongestSkill).IsOneLine();
        RuleFor(settings => settings.Skills).Must(skills => skills is null || skills.Select(SearchText.Normalize).Distinct().Count() == skills.Count).WithErrorCode("matching.skill-twice")
            .WithMessage(_ => new Words("Una competenza è scritta due volte: lasciarne una sola.", "A skill is written twice: leave only one.").ToString());
    }

    private static bool CountSomething(MatchWeights? weights) =>
        weights is null || weights.Availability + weights.Sector + weights.Distance + weights.Skills + weights.Hours + weights.Times + weights.Context + weights.Results + weights.Quota != 0;
}

internal sealed class ChangeMatchingSettingsHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeMatchingSettings, Unit>
{
    private static readonly Guid Record = Guid.Empty;

    private const string Update = """
        update company_network_matching
        set    availability = @Availability, sector = @Sector, distance = @Distance, skills = @Skills, hours = @Hours, times = @Times, context = @Context,
               results = @Results, quota = @Quota, skill_list = @SkillList, changed_at = @At, changed_by_name = @By, version = version + 1
        where  id = 1 and version = @Version
        """;

    public async Task<Unit> Handle(ChangeMatchingSettings request, CancellationToken cancellationToken)
    {
        var weights = request.Weights!;
        var skills = request.Skills!.Select(skill => skill.Trim()).OrderBy(SearchText.Normalize, StringComparer.Ordinal);
        var changed = await db.ExecuteAsync(
            Update,
            new
            {
                weights.Availability, weights.Sector, weights.Distance, weights.Skills, weights.Hours, weights.Times, weights.Context, weights.Results, weights.Quota,
                SkillList = string.Join('\n', skills), At = clock.GetUtcNow(), By = user.DisplayName, request.Version,
            },
            cancellationToken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("matching-weights", Record);
        return Unit.Value;
    }
}
