using FluentValidation;
using InclusionPlatform.CompanyNetwork.History;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Gives chosen companies to the colleague who looks after them.</summary>
/// <param name="Ids">The companies, at most 500.</param>
/// <param name="LookedAfterBy">The colleague; null for nobody in particular.</param>
internal sealed record AssignCompanies(IReadOnlyList<Guid> Ids, Guid? LookedAfterBy) : ICommand<ChosenOutcome>;

internal static class AssignCompaniesEndpoint
{
    /// <param name="Ids">Ids of the companies.</param>
    /// <param name="LookedAfterBy">Id of the colleague who looks after them from now on; null for nobody.</param>
    internal sealed record CompanyAssignment(IReadOnlyList<Guid>? Ids, Guid? LookedAfterBy);

    public static void MapAssignCompanies(this IEndpointRouteBuilder companies) => companies
        .MapPost("/assignments", Handle)
        .WithName("assignCompanies")
        .WithSummary("Say who looks after several companies; those that are archived or missing are left out and told")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<ChosenOutcome>> Handle(CompanyAssignment body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new AssignCompanies(body.Ids ?? [], body.LookedAfterBy), ct));
}

internal sealed class AssignCompaniesValidator : AbstractValidator<AssignCompanies>
{
    public AssignCompaniesValidator() => RuleFor(request => request.Ids).AreChosen();
}

internal sealed class AssignCompaniesHandler(ChosenDesk desk, IColleagues colleagues, CompanyHistory history) : IRequestHandler<AssignCompanies, ChosenOutcome>
{
    public async Task<ChosenOutcome> Handle(AssignCompanies request, CancellationToken cancellationToken)
    {
        await LookedAfterByAColleague.CheckAsync(request.LookedAfterBy, colleagues, cancellationToken);
        var choice = await desk.OpenAsync(request.Ids, cancellationToken);
        var given = choice.Open.Where(company => company.LookedAfterBy != request.LookedAfterBy).ToArray();
        await desk.AssignAsync([.. given.Select(company => company.Id)], request.LookedAfterBy, cancellationToken);
        await history.TellAllAsync(
            given.Select(company => new ToldChange(company.Id, CompanyChange.Field, "lookedAfterBy", company.LookedAfterBy?.ToString(), request.LookedAfterBy?.ToString())), cancellationToken);
        return new(given.Length, choice.Open.Count - given.Length, choice.LeftOut);
    }
}
