using FluentValidation;
using InclusionPlatform.Internships.RuleSets.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.RuleSets;

/// <summary>Writes a new version of a region's figures, from a day on. The one before stays as it was and ends by itself.</summary>
internal sealed record AddRuleSet : RuleSetVersion, ICommand<AddedRuleSet>
{
    public AddRuleSet(RuleSetVersion written) : base(written)
    {
    }
}

internal sealed record AddedRuleSet(Guid Id);

internal static class AddRuleSetEndpoint
{
    public static void MapAddRuleSet(this IEndpointRouteBuilder sets) => sets
        .MapPost("/", Handle)
        .WithName("addInternshipRuleSet")
        .WithSummary("Write a new version of a region's rules, from a day on")
        .RequireRight(InternshipsModule.WriteRules);

    private static async Task<Created<AddedRuleSet>> Handle(WrittenRuleSet body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddRuleSet(body), ct);
        return TypedResults.Created($"/api/v1/internship-rule-sets/{added.Id}", added);
    }
}

internal sealed class AddRuleSetValidator : AbstractValidator<AddRuleSet>
{
    public AddRuleSetValidator() => Include(new RuleSetVersionValidator());
}

internal sealed class AddRuleSetHandler(RuleSetBook book, IAuditTrail audit, TimeProvider clock) : IRequestHandler<AddRuleSet, AddedRuleSet>
{
    public async Task<AddedRuleSet> Handle(AddRuleSet request, CancellationToken cancellationToken)
    {
        InForceStaysAsItWas.CheckFirstDay(request.ValidFrom!.Value, clock.Today());
        var set = request.AsRuleSet(Guid.CreateVersion7(clock.GetUtcNow()), 1);
        await book.AddAsync(set, cancellationToken);
        audit.Changes("internship-rule-set", set.Id);
        return new(set.Id);
    }
}
