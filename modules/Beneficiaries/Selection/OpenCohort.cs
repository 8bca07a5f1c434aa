using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Opens a selection for a programme: from now on candidates are proposed.</summary>
internal sealed record OpenCohort(Guid ProgrammeId, string? Title, int? Places) : ICommand<OpenedCohort>;

internal sealed record OpenedCohort(Guid Id);

internal static class OpenCohortEndpoint
{
    /// <summary>What is selected for.</summary>
    /// <param name="Title">As people call it.</param>
    /// <param name="Places">How many places it gives.</param>
    internal sealed record OpenCohortBody(string? Title, int? Places);

    public static void MapOpenCohort(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/cohorts", Handle)
        .WithName("openCohort")
        .WithSummary("Open the selection of a programme's participants")
        .RequireRight(SelectionRoom.Select);

    private static async Task<Created<OpenedCohort>> Handle(Guid programmeId, OpenCohortBody body, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenCohort(programmeId, body.Title, body.Places), ct);
        return TypedResults.Created($"/api/v1/programmes/{programmeId}/cohorts", opened);
    }
}

internal sealed class OpenCohortValidator : AbstractValidator<OpenCohort>
{
    public const int MostPlaces = 10_000;

    public OpenCohortValidator()
    {
        RuleFor(cohort => cohort.Title).NotEmpty().MaximumLength(200);
        RuleFor(cohort => cohort.Places).NotNull().InclusiveBetween(1, MostPlaces);
    }
}

internal sealed class OpenCohortHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<OpenCohort, OpenedCohort>
{
    private const string SelectEnd = "select ends_on as EndsOn from beneficiaries_programme where id = @ProgrammeId";

    private const string Insert = """
        insert into beneficiaries_cohort (id, version, movement, programme_id, number, title, places, state, last_candidate, tie_breaks, created_at, created_by)
        select @Id, 1, 0, @ProgrammeId, coalesce(max(c.number), 0) + 1, @Title, @Places, 'open', 0, @TieBreaks, @Now, @Me
        from   beneficiaries_cohort c
        where  c.programme_id = @ProgrammeId
        """;

    public async Task<OpenedCohort> Handle(OpenCohort request, CancellationToken cancellationToken)
    {
        var programme = await db.FindAsync<Ends>(SelectEnd, new { request.ProgrammeId }, cancellationToken) ?? throw new NotFoundException("programme");
        var now = clock.GetUtcNow();
        if (programme.EndsOn < clock.Today())
        {
            throw Over();
        }

        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            Insert,
            new { Id = id, request.ProgrammeId, Title = request.Title!.Trim(), request.Places, TieBreaks = TieBreak.EarlierProposed.Code(), Now = now, Me = user.Id },
            cancellationToken,
            ifTaken: () => new("cohort.taken", new("Un collega ha aperto una selezione nello stesso momento: rileggere l'elenco.", "A colleague opened a selection at the same moment: read the list again.")));
        audit.Changes("cohort", id);
        return new(id);
    }

    public static RuleBrokenException Over() => new("programme.over", new("Il programma è finito: non si selezionano più persone.", "The programme is over: nobody is selected any more."));

    private sealed record Ends(DateOnly EndsOn);
}
