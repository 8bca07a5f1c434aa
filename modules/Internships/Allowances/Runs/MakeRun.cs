using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Reckons the pay list of a programme up to a month.</summary>
internal sealed record MakeRun(Guid? ProgrammeId, string? Month) : ICommand<MadeRun>;

/// <param name="People">How many people it pays.</param>
internal sealed record MadeRun(Guid Id, int Version, int People, long Cents);

internal static class MakeRunEndpoint
{
    public static void MapMakeRun(this IEndpointRouteBuilder runs) => runs
        .MapPost("/", Handle)
        .WithName("makeAllowanceRun")
        .WithSummary("Reckon the pay list of a programme up to a month")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Created<MadeRun>> Handle(MakeRun body, IMediator mediator, CancellationToken ct)
    {
        var made = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/allowance-runs/{made.Id}", made);
    }
}

internal sealed class MakeRunValidator : AbstractValidator<MakeRun>
{
    public MakeRunValidator()
    {
        RuleFor(request => request.ProgrammeId).NotEmpty();
        RuleFor(request => request.Month).NotEmpty();
    }
}

internal sealed class MakeRunHandler(RunBook book, ProgrammeBudget budget, IAuditTrail audit, TimeProvider clock) : IRequestHandler<MakeRun, MadeRun>
{
    public async Task<MadeRun> Handle(MakeRun request, CancellationToken cancellationToken)
    {
        var month = RegisterMonth.Read(request.Month!);
        if (month.Last >= clock.Today())
        {
            throw new FieldException("month", "allowance-run.month-running", new("Il mese non è ancora finito: i suoi registri non sono chiusi.", "The month is not over yet: its registers are not closed."));
        }

        var programme = await budget.ProgrammeAsync(request.ProgrammeId!.Value, cancellationToken);
        var run = await book.MakeAsync(programme.Id, month, cancellationToken);
        audit.Changes("allowance-run", run.Id);
        return new(run.Id, run.Version, run.People, run.Cents);
    }
}
