using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The internships and places in courses of a case, of which one can be chosen for an action of its plan.</summary>
internal sealed record ListPlanFacts(Guid CaseId, Guid Id) : IQuery<IReadOnlyList<ChoosableFact>>;

/// <summary>An internship or a place in a course.</summary>
/// <param name="Id">The internship or the enrolment.</param>
/// <param name="Kind">Which actions it can fulfil.</param>
/// <param name="Label">Where or what: the company and the duties, or the course.</param>
/// <param name="State">How it stands.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day, planned or real.</param>
/// <param name="ActionId">The action that it was chosen for.</param>
internal sealed record ChoosableFact(Guid Id, ActionKind Kind, string Label, StepState State, DateOnly StartsOn, DateOnly EndsOn, Guid? ActionId);

internal static class ListPlanFactsEndpoint
{
    public static void MapListPlanFacts(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans/{id:guid}/facts", Handle)
        .WithName("listPlanFacts")
        .WithSummary("List the internships and courses that an action of the individual plan can be tied to; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<IReadOnlyList<ChoosableFact>> Handle(Guid caseId, Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPlanFacts(caseId, id), ct);
}

internal sealed class ListPlanFactsHandler(IMediator mediator, PlanDesk desk, PlanFacts facts) : IRequestHandler<ListPlanFacts, IReadOnlyList<ChoosableFact>>
{
    public async Task<IReadOnlyList<ChoosableFact>> Handle(ListPlanFacts request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ReadAsync(request.CaseId, request.Id, "read-plan", cancellationToken);
        var actions = desk.Open(row).Actions.Select(action => action.Id).ToHashSet();
        var chosen = (await facts.StepsAsync(request.CaseId, cancellationToken)).Where(step => step.FactId is not null && actions.Contains(step.ActionId)).ToDictionary(step => step.FactId!.Value, step => step.ActionId);
        var found = (await facts.OfAsync(request.CaseId, cancellationToken)).Where(fact => ActionProgress.IsChosen(fact.Kind)).ToArray();
        var companies = found.Select(fact => fact.CompanyId).OfType<Guid>().Distinct().ToArray();
        var names = companies.Length == 0 ? [] : (await mediator.Send(new DescribeCompanies(companies), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        return [.. found.OrderBy(fact => fact.StartsOn).Select(fact => new ChoosableFact(
            fact.Id!.Value, fact.Kind, string.Join(" · ", new[] { fact.CompanyId is { } company ? names.GetValueOrDefault(company) : null, fact.Label }.Where(text => !string.IsNullOrEmpty(text))),
            fact.State, fact.StartsOn, fact.EndsOn, chosen.TryGetValue(fact.Id.Value, out var action) ? action : null))];
    }
}
