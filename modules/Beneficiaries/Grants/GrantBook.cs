using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What the lines of a programme hold and have assigned, and whether somebody is already paid for the same thing.</summary>
internal sealed class GrantBook(IDbSession db, IMediator mediator)
{
    // A change of nothing: whoever else assigns out of this programme, or pays this person, waits until this command is over, on any engine.
    private const string HoldProgramme = "update beneficiaries_programme set changed_at = changed_at where id = @ProgrammeId";

    private const string HoldPerson = "update beneficiaries_person set has_case = has_case where id = @PersonId";

    private const string SelectLines = """
        select   l.title as Title, sum(l.cents) as Cents
        from     beneficiaries_programme_line l
        where    l.programme_id = @ProgrammeId and l.kind = 'allowances'
        group by l.title
        order by l.title
        """;

    private const string SelectAssigned = """
        select   g.line_title as Title, sum(g.cents) as Cents
        from     beneficiaries_grant g
        where    g.programme_id = @ProgrammeId
        group by g.line_title
        order by g.line_title
        """;

    // A grant that ended early still paid what was spent.
    private const string SelectFundings = """
        select g.programme_id as ProgrammeId, p.name as ProgrammeName, g.kind as Kind, g.action_kind as ActionKind, g.action_id as ActionId, g.from_on as FromOn, g.to_on as ToOn,
               g.state as State
        from   beneficiaries_grant g
        join   beneficiaries_programme p on p.id = g.programme_id
        where  g.beneficiary_id = @PersonId and g.cents > 0
        order by g.from_on, g.id
        """;

    private const string SelectCases = "select id from beneficiaries_case where beneficiary_id = @PersonId order by opened_on, id";

    public Task<int> HoldProgrammeAsync(Guid programmeId, CancellationToken ct) => db.ExecuteAsync(HoldProgramme, new { ProgrammeId = programmeId }, ct);

    /// <summary>The lines for allowances with what is assigned out of each.</summary>
    public async Task<IReadOnlyList<GrantLine>> LinesAsync(Guid programmeId, CancellationToken ct)
    {
        var assigned = (await db.QueryAsync<LineRow>(SelectAssigned, new { ProgrammeId = programmeId }, ct)).ToDictionary(row => row.Title, row => row.Cents);
        return [.. (await db.QueryAsync<LineRow>(SelectLines, new { ProgrammeId = programmeId }, ct)).Select(row => new GrantLine(row.Title, row.Cents, assigned.GetValueOrDefault(row.Title)))];
    }

    /// <summary>Whoever else pays this person anything waits until this command is over.</summary>
    public Task<int> HoldPersonAsync(Guid personId, CancellationToken ct) => db.ExecuteAsync(HoldPerson, new { PersonId = personId }, ct);

    /// <summary>What is assigned to a person, by whatever programme.</summary>
    public async Task<IReadOnlyList<Funding>> GrantedAsync(Guid personId, CancellationToken ct) =>
        [.. (await db.QueryAsync<FundingRow>(SelectFundings, new { PersonId = personId }, ct)).Select(row => new Funding(
            row.ProgrammeId, row.ProgrammeName, row.Kind, row.ActionKind is { } kind && row.ActionId is { } id ? new(kind, id) : null, row.FromOn, row.ToOn, row.State is GrantState.Revoked))];

    /// <summary>What is assigned to a person, the internships of theirs whose allowance a programme pays, and the places in courses that one pays.</summary>
    public async Task<IReadOnlyList<Funding>> FundingsAsync(Guid personId, CancellationToken ct)
    {
        var cases = await CasesAsync(personId, ct);
        var paid = await mediator.Send(new InternshipsPaidByProgrammes(cases), ct);
        var courses = await mediator.Send(new CoursesPaidByProgrammes(cases), ct);
        Guid[] programmes = [.. paid.Select(one => one.ProgrammeId).Concat(courses.Select(one => one.ProgrammeId)).Distinct()];
        var names = programmes.Length == 0 ? [] : (await mediator.Send(new DescribeProgrammes(programmes), ct)).ToDictionary(one => one.Id, one => one.Name);
        return
        [
            .. await GrantedAsync(personId, ct),
            .. paid.Select(one => new Funding(
                one.ProgrammeId, names.GetValueOrDefault(one.ProgrammeId, ""), GrantKind.Allowance, new(FundedActionKind.Internship, one.InternshipId), one.StartsOn, one.EndsOn)),
            .. courses.Select(one => new Funding(
                one.ProgrammeId, names.GetValueOrDefault(one.ProgrammeId, ""), null, new(FundedActionKind.Course, one.EnrolmentId), one.StartsOn, one.EndsOn)),
        ];
    }

    public Task<IReadOnlyList<Guid>> CasesAsync(Guid personId, CancellationToken ct) => db.QueryAsync<Guid>(SelectCases, new { PersonId = personId }, ct);

    /// <summary>Euro cents that the allowances of internships take of a programme: listed and still to come.</summary>
    public Task<long> AllowancesAsync(Guid programmeId, CancellationToken ct) => mediator.Send(new AllowancesOfProgramme(programmeId), ct);

    /// <summary>A change of the programme may not leave a line below what it has assigned. The programme is held by whoever calls this.</summary>
    /// <exception cref="ConflictException"><c>programme.line-assigned</c>.</exception>
    public async Task DemandLinesSufficeAsync(Guid programmeId, CancellationToken ct)
    {
        var lines = (await db.QueryAsync<LineRow>(SelectLines, new { ProgrammeId = programmeId }, ct)).ToDictionary(row => row.Title, row => row.Cents);
        if ((await db.QueryAsync<LineRow>(SelectAssigned, new { ProgrammeId = programmeId }, ct)).Any(row => row.Cents > lines.GetValueOrDefault(row.Title)))
        {
            throw new ConflictException("programme.line-assigned", new(
                "Una voce per indennità ha già assegnato alle persone più di così: non si può togliere, rinominare o ridurre sotto quanto è assegnato.",
                "A line for allowances has already assigned more than this to people: it cannot be removed, renamed or reduced below what is assigned.")) { Field = "lines" };
        }
    }

    private sealed record FundingRow(Guid ProgrammeId, string ProgrammeName, GrantKind Kind, FundedActionKind? ActionKind, Guid? ActionId, DateOnly FromOn, DateOnly ToOn, GrantState State);

    private sealed record LineRow(string Title, long Cents);
}
