using MediatR;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>The selections of a programme, the latest first, with their criteria.</summary>
internal sealed record ListCohorts(Guid ProgrammeId) : IQuery<IReadOnlyList<CohortView>>;

internal static class ListCohortsEndpoint
{
    public static void MapListCohorts(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/cohorts", Handle)
        .WithName("listCohorts")
        .WithSummary("List the selections of a programme with their declared criteria")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static Task<IReadOnlyList<CohortView>> Handle(Guid programmeId, IMediator mediator, CancellationToken ct) => mediator.Send(new ListCohorts(programmeId), ct);
}

internal sealed class ListCohortsHandler(IDbSession db, IColleagues colleagues) : IRequestHandler<ListCohorts, IReadOnlyList<CohortView>>
{
    private const string Count = "select count(*) from beneficiaries_programme where id = @ProgrammeId";

    private const string Select = """
        select c.id as Id, c.version as Version, c.number as Number, c.title as Title, c.places as Places, c.state as State, c.held_on as HeldOn, c.criteria_note as Note, c.criteria_on as DeclaredOn,
               c.criteria_by as DeclaredBy, c.tie_breaks as TieBreaks, (select count(*) from beneficiaries_candidate d where d.cohort_id = c.id) as Candidates
        from   beneficiaries_cohort c
        where  c.programme_id = @ProgrammeId
        order by c.number desc
        """;

    private const string SelectCriteria = """
        select r.cohort_id as CohortId, r.criterion as Criterion, r.argument as Argument, r.points as Points
        from   beneficiaries_cohort_criterion r
        join   beneficiaries_cohort c on c.id = r.cohort_id
        where  c.programme_id = @ProgrammeId
        order by r.cohort_id, r.position
        """;

    public async Task<IReadOnlyList<CohortView>> Handle(ListCohorts request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Count, new { request.ProgrammeId }, cancellationToken) == 0)
        {
            throw new NotFoundException("programme");
        }

        var rows = await db.QueryAsync<Row>(Select, new { request.ProgrammeId }, cancellationToken);
        var criteria = (await db.QueryAsync<CriterionRow>(SelectCriteria, new { request.ProgrammeId }, cancellationToken)).ToLookup(row => row.CohortId);
        var names = await colleagues.NamesAsync(cancellationToken);
        return [.. rows.Select(row => new CohortView(
            row.Id, row.Version, row.Number, row.Title, row.Places, row.State, row.Candidates, row.HeldOn,
            [.. criteria[row.Id].Select(one => new DeclaredCriterion(one.Criterion, one.Argument, one.Points))],
            [.. row.TieBreaks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.Parse<TieBreak>(code, ignoreCase: true))],
            row.Note, row.DeclaredOn, row.DeclaredBy is { } by ? names.GetValueOrDefault(by) : null))];
    }

    private sealed record Row(
        Guid Id, int Version, int Number, string Title, int Places, CohortState State, DateOnly? HeldOn, string? Note, DateOnly? DeclaredOn, Guid? DeclaredBy, string TieBreaks, int Candidates);

    private sealed record CriterionRow(Guid CohortId, SelectionCriterion Criterion, string? Argument, int Points);
}
