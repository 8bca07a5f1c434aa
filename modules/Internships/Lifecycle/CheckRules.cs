using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What every rule says, with its act and its numbers.</summary>
/// <param name="CanStart">No rule blocks.</param>
/// <param name="Region">The region whose figures were used.</param>
/// <param name="SuggestedAllowanceCents">The least or usual allowance a month there, or null where only the project decides.</param>
/// <param name="Rules">In the order in which they are read.</param>
internal sealed record RuleCheck(bool CanStart, string Region, long? SuggestedAllowanceCents, IReadOnlyList<CheckedRule> Rules)
{
    public static RuleCheck Of(IReadOnlyList<RuleResult> rules, RuleFacts facts, string region, IReadOnlyList<RuleOverride> setAside)
    {
        CheckedRule[] looked = [.. rules.Select(rule => rule.Outcome is not RuleOutcome.Blocks ? CheckedRule.Of(rule) : CheckedRule.Of(rule) with
        {
            MayBeSetAside = InternshipRules.MayBeSetAside(rule.Code),
            SetAside = setAside.FirstOrDefault(aside => aside.Holds(rule))?.Shown,
        })];
        return new(looked.All(rule => rule.Outcome is not RuleOutcome.Blocks || rule.SetAside is not null), region, Suggested(facts.Figures, facts.Plan), looked);
    }

    public static long? Suggested(RuleSet figures, PlanFacts plan) => figures.UsualAllowanceCents ?? AllowanceReachesMinimum.Least(figures, plan);
}

/// <summary>A rule that was looked at.</summary>
/// <param name="Code">Stable code of the rule.</param>
/// <param name="Sentence">What the rule says of this internship.</param>
/// <param name="Field">Field of the proposal concerned, in camelCase; null if it is none.</param>
/// <param name="ToVerify">Whether the figure of the rule is still to be verified.</param>
/// <param name="Numbers">The numbers that the rule looked at, by name.</param>
internal sealed record CheckedRule(string Code, RuleOutcome Outcome, string Sentence, string? Act, string? Field, bool ToVerify, IReadOnlyDictionary<string, long> Numbers)
{
    public static CheckedRule Of(RuleResult rule) => new(rule.Code, rule.Outcome, rule.Sentence.ToString(), rule.Act, rule.Field, rule.ToVerify, rule.Numbers);

    /// <summary>It blocks, and whoever may can set it aside with a reason.</summary>
    public bool MayBeSetAside { get; init; }

    /// <summary>It blocks, and was set aside for exactly these numbers: it does not hinder the start.</summary>
    public ShownOverride? SetAside { get; init; }
}

/// <summary>Looks at the rules of an internship that is written down.</summary>
internal sealed record CheckRules(Guid Id) : IQuery<RuleCheck>;

/// <summary>Looks at the rules of a proposal before it is saved; nothing is kept.</summary>
internal sealed record PreviewRules : InternshipPlan, IQuery<RuleCheck>
{
    public PreviewRules(InternshipPlan plan) : base(plan)
    {
    }
}

internal static class CheckRulesEndpoint
{
    public static void MapCheckRules(this IEndpointRouteBuilder internships)
    {
        internships
            .MapPost("/{id:guid}/rule-check", Handle)
            .WithName("checkInternshipRules")
            .WithSummary("What every rule says of an internship")
            .RequireRight(InternshipsModule.Read);
        internships
            .MapPost("/rule-check", Preview)
            .WithName("previewInternshipRules")
            .WithSummary("What every rule would say of a proposal; nothing is saved")
            .RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<RuleCheck>> Handle(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CheckRules(id), ct));

    private static async Task<Ok<RuleCheck>> Preview(InternshipProposal body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new PreviewRules(body), ct));
}

internal sealed class PreviewRulesValidator : AbstractValidator<PreviewRules>
{
    public PreviewRulesValidator() => Include(new InternshipFrameValidator());
}

internal sealed class CheckRulesHandler(VisibleInternships internships, FactsReader facts, IMediator mediator, ICurrentUser user, IAuditTrail audit, RuleSetTable ruleSets, RuleOverrides overrides)
    : IRequestHandler<CheckRules, RuleCheck>, IRequestHandler<PreviewRules, RuleCheck>
{
    public async Task<RuleCheck> Handle(CheckRules request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "rule-check");
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var known = await facts.ReadAsync(row.Plan, row.Documents, around, cancellationToken);
        var rules = InternshipRules.Check(known);
        return RuleCheck.Of(rules, known, row.Region, known.AnySetAside ? await overrides.StandingAsync(row.Id, cancellationToken) : []);
    }

    public async Task<RuleCheck> Handle(PreviewRules request, CancellationToken cancellationToken)
    {
        var forCase = await mediator.Send(new FindCase(request.CaseId!.Value), cancellationToken);
        audit.Reads("beneficiary", forCase.BeneficiaryId, "rule-check");
        var host = await mediator.Send(new FindHost(request.CompanyId!.Value), cancellationToken);
        var region = HostRegion.Of(request.Region, host);
        var plan = new PlanFacts(
            request.Kind!.Value, request.StartsOn!.Value, request.EndsOn!.Value, request.WeeklyHours!.Value, request.Seasonal, request.MealsProvided,
            request.HostType ?? HostType.PrivateEmployer, request.AllowanceCents ?? 0)
        {
            Hours = WeekHours.Of(request.Hours),
            Safety = new(request.SafetyRisk, request.SafetyGeneralHours, request.SafetySpecificHours, request.SafetyOn, InternshipPlanText.OrNull(request.SafetyBy)),
            CaseManager = InternshipPlanText.OrNull(request.CaseManager),
            HostWork = request.HostWork,
            HostWorkEndedOn = request.HostWorkEndedOn,
        };
        if (request.AllowanceCents is null)
        {
            plan = plan with { AllowanceCents = RuleCheck.Suggested(await ruleSets.InForceAsync(region, plan.Kind, plan.StartsOn, cancellationToken), plan) ?? 0 };
        }

        var around = new FactsReader.Around(Guid.Empty, forCase, host, region, request.HostTutor ?? "", request.PromoterTutorId ?? user.Id, request.ConventionId)
        {
            ProgrammeId = request.Payer is Allowances.Assignments.Payer.Programme ? request.ProgrammeId : null,
        };
        var known = await facts.ReadAsync(plan, DocumentFacts.None, around, cancellationToken);
        return RuleCheck.Of(InternshipRules.Check(known), known, region, []);
    }
}
