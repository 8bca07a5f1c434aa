using InclusionPlatform.Beneficiaries.Rights.Rules;
using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>How a person stands with retention.</summary>
internal sealed record RetentionStanding(bool OpenCase, Unsettled Unsettled, Guid? LastManagerId, DateOnly? DueOn, IReadOnlySet<MarkKind> Marks);

/// <summary>Reads how a person stands with retention.</summary>
internal sealed class RetentionDesk(IDbSession db, IMediator mediator, RetentionOptions options, TimeProvider clock)
{
    private const string SelectPerson = "select has_case as HasCase, retention_from as RetentionFrom, registered_at as RegisteredAt from beneficiaries_person where id = @Id";

    private const string SelectCases = """
        select manager_id as ManagerId, closed_on as ClosedOn, open_internships as OpenInternships
        from   beneficiaries_case
        where  beneficiary_id = @Id
        order by opened_on desc, id desc
        """;

    private const string SelectMarks = """
        select kind as Kind
        from   beneficiaries_person_mark
        where  beneficiary_id = @Id and ended_on is null and (until_on is null or until_on >= @Today)
        """;

    private const string SelectProgrammes = """
        select p.name
        from   beneficiaries_participation v
        join   beneficiaries_programme p on p.id = v.programme_id
        where  v.beneficiary_id = @Id and v.left_on is null
        order by v.entered_on, v.id
        """;

    // Money whose days are over was paid or has lapsed.
    private const string SelectGrants = """
        select p.name
        from   beneficiaries_grant g
        join   beneficiaries_programme p on p.id = g.programme_id
        where  g.beneficiary_id = @Id and g.state = 'assigned' and g.to_on >= @Today
        order by g.from_on, g.id
        """;

    public async Task<RetentionStanding> StandingAsync(Guid id, CancellationToken ct)
    {
        var person = (await db.FindAsync<PersonRow>(SelectPerson, new { Id = id }, ct))!;
        var cases = await db.QueryAsync<CaseRow>(SelectCases, new { Id = id }, ct);
        var marks = await db.QueryAsync<MarkRow>(SelectMarks, new { Id = id, Today = clock.Today() }, ct);
        var programmes = await db.QueryAsync<string>(SelectProgrammes, new { Id = id }, ct);
        var grants = await db.QueryAsync<string>(SelectGrants, new { Id = id, Today = clock.Today() }, ct);
        var payments = await mediator.Send(new OpenPaymentsOfPerson(id), ct);
        return new(
            cases.Any(row => row.ClosedOn is null), new(cases.Sum(row => row.OpenInternships) > 0, programmes, grants) { Payments = payments }, cases.Count == 0 ? null : cases[0].ManagerId,
            RetentionClock.DueOn(person.HasCase, person.RetentionFrom, person.RegisteredAt.InItaly(), options.Months, options.MonthsWithoutCase), marks.Select(row => row.Kind).ToHashSet());
    }

    private sealed record PersonRow(bool HasCase, DateOnly? RetentionFrom, DateTimeOffset RegisteredAt);

    private sealed record MarkRow(MarkKind Kind);

    private sealed record CaseRow(Guid ManagerId, DateOnly? ClosedOn, int OpenInternships);
}
