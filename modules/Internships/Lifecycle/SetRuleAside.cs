using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Sets aside a rule that blocks, with a reason that stays with the internship. It holds for the numbers of this moment only.</summary>
internal sealed record SetRuleAside(Guid Id, string? Rule, string? Reason) : ICommand;

/// <summary>Lets the rule hold again.</summary>
internal sealed record LetRuleHold(Guid Id, string Code) : ICommand;

internal static class SetRuleAsideEndpoint
{
    internal sealed record RuleToSetAside(string? Rule, string? Reason);

    public static void MapSetRuleAside(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/rule-overrides", Handle)
            .WithName("setInternshipRuleAside")
            .WithSummary("Set aside a rule that blocks, with a reason")
            .RequireRight(InternshipsModule.Override);
        internships.MapDelete("/{id:guid}/rule-overrides/{code}", Withdraw)
            .WithName("letInternshipRuleHold")
            .WithSummary("Let a rule hold again that was set aside")
            .RequireRight(InternshipsModule.Override);
    }

    private static async Task<NoContent> Handle(Guid id, RuleToSetAside body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SetRuleAside(id, body.Rule, body.Reason), ct);
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
    }
}

internal sealed class SetRuleAsideHandler(VisibleInternships internships, FactsReader reader, RuleOverrides overrides, Guards guards, IMediator mediator, IAuditTrail audit)
    : IRequestHandler<SetRuleAside, Unit>, IRequestHandler<LetRuleHold, Unit>
{
    public async Task<Unit> Handle(SetRuleAside request, CancellationToken cancellationToken)
    {
        var row = await ProposalAsync(request.Id, cancellationToken);
        var (found, forCase) = await internships.FindAsync(row.Id, cancellationToken);
        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var facts = await reader.ReadAsync(found.Plan, found.Documents, around, cancellationToken);
        var rule = InternshipRules.Check(facts).FirstOrDefault(one => one.Code == request.Rule);
        if (rule?.Outcome is not RuleOutcome.Blocks)
        {
            throw new FieldException("rule", "internship.rule-does-not-block", new(
                "Questa regola non impedisce l'inizio: non c'è nulla da superare.", "This rule does not hinder the start: there is nothing to set aside."));
        }

        if (!InternshipRules.MayBeSetAside(rule.Code))
        {
            throw new RuleBrokenException("internship.rule-without-exceptions", new(
                "Questa regola non ammette eccezioni: va rispettata prima dell'inizio.", "This rule admits no exception: it must hold before the start.")) { Field = "rule", Act = rule.Act };
        }

        await overrides.AddAsync(row.Id, rule, request.Reason!.Trim(), cancellationToken);
        Audit(row);
        return Unit.Value;
    }

    public async Task<Unit> Handle(LetRuleHold request, CancellationToken cancellationToken)
    {
        var row = await ProposalAsync(request.Id, cancellationToken);
        if (!await overrides.WithdrawAsync(row.Id, request.Code, cancellationToken))
        {
            throw new NotFoundException("rule-override");
        }

        Audit(row);
        return Unit.Value;
    }

    private async Task<InternshipRow> ProposalAsync(Guid id, CancellationToken ct)
    {
        var (row, _) = await internships.FindAsync(id, ct);
        return row.State is InternshipState.Proposed ? row : throw WrongState.Of(row.State);
    }

    private void Audit(InternshipRow row)
    {
        audit.Changes("internship-rule-override", row.Id);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
