using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Starts an internship, if no rule says no. Two at once for the last place of a host take turns: the second is told that it is taken.</summary>
internal sealed record ActivateInternship(Guid Id) : ICommand<ActivatedInternship>;

internal sealed record ActivatedInternship(Guid Id, InternshipState State, DateOnly StartsOn);

internal static class ActivateInternshipEndpoint
{
    public static void MapActivateInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/activation", Handle)
        .WithName("activateInternship")
        .WithSummary("Start an internship when all its rules hold")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<ActivatedInternship>> Handle(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ActivateInternship(id), ct));
}

internal sealed class ActivateInternshipHandler(
    IDbSession db, VisibleInternships internships, FactsReader reader, RuleOverrides overrides, BudgetHolds budget, Guards guards, IMediator mediator, IEvents events, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ActivateInternship, ActivatedInternship>
{
    public async Task<ActivatedInternship> Handle(ActivateInternship request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var facts = await reader.ReadAsync(row.Plan, row.Documents, around, cancellationToken);
        var rules = InternshipRules.Check(facts);
        var setAside = await overrides.StandingAsync(row.Id, rules, cancellationToken);
        var broken = rules.Where(rule => rule.Outcome is RuleOutcome.Blocks && !setAside.Any(aside => aside.Holds(rule))).ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException("internship.cannot-start", new(
                "Il tirocinio non può iniziare: ogni riga dice cosa manca e come rimediare. Nulla è stato cambiato.",
                "The internship cannot start: each line says what is missing and how to mend it. Nothing was changed."),
                [.. broken.Select(rule => new BrokenRule(rule.Code, rule.Sentence, rule.Act))]);
        }

        var started = await db.ExecuteAsync(Start, new { row.Id, row.Version, facts.IsOutsideQuota, At = clock.GetUtcNow(), By = user.Id }, cancellationToken);
        if (started == 0)
        {
            throw new ConflictException("internship.try-again", new(
                "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.",
                "Somebody else changed this internship in the meantime: read it again and retry."));
        }

        await budget.DemandForStartAsync(row.Id, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        events.Publish(new InternshipActivated(row.Id, row.CaseId, row.CompanyId, row.StartsOn));
        return new(row.Id, InternshipState.Active, row.StartsOn);
    }

    private const string Start = """
        update internships_internship
        set    state = 'active', outside_quota = @IsOutsideQuota, activated_at = @At, activated_by = @By, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed'
        """;
}
