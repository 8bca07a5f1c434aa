using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>How the money for allowances of a programme stands.</summary>
internal sealed record GetBudget(Guid ProgrammeId) : IQuery<BudgetState>;

internal static class GetBudgetEndpoint
{
    public static void MapGetBudget(this IEndpointRouteBuilder api) => api
        .MapGet("/allowance-budgets/{programmeId:guid}", Handle)
        .WithTags("Allowances")
        .WithName("getAllowanceBudget")
        .WithSummary("How the money for allowances of a programme stands: paid, on the open list, still to come")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<BudgetState>> Handle(Guid programmeId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetBudget(programmeId), ct));
}

internal sealed class GetBudgetHandler(ProgrammeBudget budget) : IRequestHandler<GetBudget, BudgetState>
{
    public async Task<BudgetState> Handle(GetBudget request, CancellationToken cancellationToken)
    {
        try
        {
            return await budget.StateAsync(await budget.ProgrammeAsync(request.ProgrammeId, cancellationToken), cancellationToken);
        }
        catch (FieldException)
        {
            throw new NotFoundException("programme");
        }
    }
}
