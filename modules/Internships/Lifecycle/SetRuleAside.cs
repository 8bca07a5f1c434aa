using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>
/// Sets aside a rule that blocks, with a reason that stays with the internship. It holds for the numbers of this moment only: those of the start of a proposal, or those of a later end of one that runs.
/// </summary>
internal sealed record SetRuleAside(Guid Id, string? Rule, string? Reason, RuleExtension? Extension = null) : ICommand;

/// <summary>The later end for which a rule is set aside, with who attests the need where it is beyond the maximum.</summary>
internal sealed record RuleExtension(DateOnly? EndsOn, string? AttestedBy = null, DateOnly? AttestedOn = null);

/// <summary>Lets the rule hold again.</summary>
internal sealed record LetRuleHold(Guid Id, string Code) : ICommand;

internal static class SetRuleAsideEndpoint
{
    /// <param name="Rule">Code of the rule.</param>
    internal sealed record RuleToSetAside(string? Rule, string? Reason, RuleExtension? Extension = null);

    public static void MapSetRuleAside(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/rule-overrides", Handle)
            .WithName("setInternshipRuleAside")
            .WithSummary("Set aside a rule that blocks the start, or a later end, with a reason")
            .RequireRight(InternshipsModule.Override);
        internships.MapDelete("/{id:guid}/rule-overrides/{code}", Withdraw)
            .WithName("letInternshipRuleHold")
            .WithSummary("Let a rule hold again that was set aside")
            .RequireRight(InternshipsModule.Override);
    }

    private static async Task<NoContent> Handle(Guid id, RuleToSetAside body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SetRuleAside(id, body.Rule, body.Reason, body.Extension), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Withdraw(Guid id, string code, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new LetRuleHold(id, code), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SetRuleAsideValidator : AbstractValidator<SetRuleAside>
{
    private const int LeastReason = 10;

    public SetRuleAsideValidator()
    {
        RuleFor(aside => aside.Rule).NotEmpty().MaximumLength(60);
        RuleFor(aside => aside.Reason).NotEmpty().MinimumLength(LeastReason).MaximumLength(2000);
        When(aside => aside.Extension is not null, () =>
        {
            RuleFor(aside => aside.Extension!.EndsOn).NotNull().InclusiveBetween(InternshipFrameValidator.Earliest, InternshipFrameValidator.Latest).OverridePropertyName("endsOn");
            RuleFor(aside => aside.Extension!.AttestedBy).MaximumLength(160).OverridePropertyName("attestedBy");
        });
    }
}

internal sealed class SetRuleAsideHandler(
    VisibleInternships internships, FactsReader reader, Course.ExtensionFacts extension, RuleOverrides overrides, Guards guards, IMediator mediator, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<SetRuleAside, Unit>, IRequestHandler<LetRuleHold, Unit>
{
    public async Task<Unit> Handle(SetRuleAside request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (request.Extension is null && row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var rule = (request.Extension is { } later ? await BrokenByAsync(later, row, forCase, cancellationToken) : InternshipRules.Check(await FactsAsync(row, forCase, cancellationToken)))
            .FirstOrDefault(one => one.Code == request.Rule);
        if (rule?.Outcome is not RuleOutcome.Blocks)
        {
            throw new FieldException("rule", "internship.rule-does-not-block", request.Extension is null
                ? new("Questa regola non impedisce l'inizio: non c'è nulla da superare.", "This rule does not hinder the start: there is nothing to set aside.")
                : new("Questa regola non impedisce la proroga: non c'è nulla da superare.", "This rule does not hinder the extension: there is nothing to set aside."));
        }

        if (!InternshipRules.MayBeSetAside(rule.Code))
        {
            throw new RuleBrokenException("internship.rule-without-exceptions", request.Extension is null
                ? new("Questa regola non ammette eccezioni: va rispettata prima dell'inizio.", "This rule admits no exception: it must hold before the start.")
                : new("Questa regola non ammette eccezioni: va rispettata anche dalla proroga.", "This rule admits no exception: it must hold for the extension too.")) { Field = "rule", Act = rule.Act };
        }

        await overrides.AddAsync(row.Id, rule, request.Reason!.Trim(), request.Extension?.EndsOn, cancellationToken);
        Audit(row);
        return Unit.Value;
    }

    public async Task<Unit> Handle(LetRuleHold request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not (InternshipState.Proposed or InternshipState.Active))
        {
            throw WrongState.Of(row.State);
        }

        // What the internship already rests on, its start or its last day, is a fact.
        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var runs = row.State is InternshipState.Active;
        var standing = runs ? (await overrides.StandingAsync(row.Id, cancellationToken)).Where(aside => aside.Code == request.Code).ToArray() : [];
        var free = standing.Where(aside => !aside.IsUsed).ToArray();
        if (standing.Length > 0 && (free.Length == 0
            || InternshipRules.Check(await FactsAsync(row, forCase, cancellationToken)).Any(rule => rule.Outcome is RuleOutcome.Blocks && free.Any(aside => aside.Holds(rule)))))
        {
            throw new ConflictException("internship.rule-override-used", new(
                "Il tirocinio è già iniziato o prorogato così: questa regola resta superata, con il suo motivo.", "The internship began or was extended like this already: this rule stays set aside, with its reason."));
        }

        if (!await overrides.WithdrawAsync(row.Id, request.Code, runs, cancellationToken))
        {
            throw new NotFoundException("rule-override");
        }

        Audit(row);
        return Unit.Value;
    }

    private async Task<IReadOnlyList<RuleResult>> BrokenByAsync(RuleExtension later, InternshipRow row, Beneficiaries.Contracts.CaseFacts forCase, CancellationToken ct)
    {
        Course.ExtensionFits.Check(row.State, row.EndsOn, later.EndsOn!.Value, clock.Today());
        return (await extension.BrokenAsync(row, forCase, later.EndsOn.Value, later.AttestedBy, later.AttestedOn, ct)).Broken;
    }

    private async Task<RuleFacts> FactsAsync(InternshipRow row, Beneficiaries.Contracts.CaseFacts forCase, CancellationToken ct)
    {
        var host = await mediator.Send(new FindHost(row.CompanyId), ct);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        return await reader.ReadAsync(row.Plan, row.Documents, around, ct);
    }

    private void Audit(InternshipRow row)
    {
        audit.Changes("internship-rule-override", row.Id);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
