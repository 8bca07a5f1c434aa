using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>A participation as it is kept.</summary>
internal sealed record KeptParticipation(
    Guid Id, int Version, Guid ProgrammeId, string ProgrammeName, Guid CandidateId, Guid PersonId, DateOnly EnteredOn, Gender Gender, int Age, string? Education, EntryEmployment Employment, bool? LongTerm,
    Answer? Rural, string? SpecialCipher, DateOnly? LeftOn, FollowUpSituation? Situation, bool? Qualification, FollowUpSituation? SixMonthsSituation, bool? Improved);

/// <summary>News that FSE+ asks of somebody who left a programme.</summary>
/// <param name="Kept">The participation.</param>
/// <param name="On">By when.</param>
/// <param name="Later">Those after six months, and not those on leaving.</param>
internal sealed record AwaitedNews(KeptParticipation Kept, DateOnly On, bool Later);

/// <summary>What of a person decides the entry.</summary>
internal sealed record EnteringPerson(Gender Gender, DateOnly BirthDate, string? Citizenship, string? Education, DateOnly? UnemployedSince);

/// <summary>Gathers what is known of participants: of the entry from their file, of the exit from their cases. A constant number of statements, but for the courses of one person.</summary>
internal sealed class ParticipationDesk(IDbSession db, PersonSections sections, SensitiveFields sensitive, IMediator mediator, TimeProvider clock)
{
    // Who was not reached until then is not asked any more.
    private const int MonthsDue = 12;

    private const string MinorityCategory = "651-ethnic-minority";

    private const string Select = """
        select v.id as Id, v.version as Version, v.programme_id as ProgrammeId, g.name as ProgrammeName, v.candidate_id as CandidateId, v.beneficiary_id as PersonId, v.entered_on as EnteredOn,
               v.gender as Gender, v.age as Age, v.education as Education, v.employment as Employment, v.long_term as LongTerm, v.rural as Rural, v.special_cipher as SpecialCipher, v.left_on as LeftOn,
               v.situation as Situation, v.qualification as Qualification, v.six_months_situation as SixMonthsSituation, v.improved as Improved
        from   beneficiaries_participation v
        join   beneficiaries_programme g on g.id = v.programme_id
        where  v.same_as_id is null
        """;

    private const string SelectContacts = """
        select v.id as Id, f.contacted_on as HeardOn, f.situation as Situation, f.improved as Improved
        from   beneficiaries_participation v
        join   beneficiaries_case c on c.beneficiary_id = v.beneficiary_id
        join   beneficiaries_follow_up f on f.case_id = c.id
        where  v.left_on is not null and f.state = 'reached' and f.situation is not null
        """;

    private const string SelectClosures = """
        select v.id as Id, k.closed_on as HeardOn, k.outcome as Outcome
        from   beneficiaries_participation v
        join   beneficiaries_case c on c.beneficiary_id = v.beneficiary_id
        join   beneficiaries_case_closure k on k.case_id = c.id
        where  v.left_on is not null and k.reopened_on is null
        """;

    private const string OfProgramme = "and v.programme_id = @ProgrammeId";
    private const string OfPerson = "and v.beneficiary_id = @PersonId";
    // Whoever answers for a case of the person, and is on its équipe today.
    private const string OfManager = """
        and v.left_on >= @Since
        and exists (select 1 from beneficiaries_case w
                    where  w.beneficiary_id = v.beneficiary_id and w.manager_id = @ManagerId
                           and w.id in (select m.case_id from beneficiaries_case_member m where m.user_id = @ManagerId and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)))
        """;

    private const string LatestFirst = "order by v.entered_on desc, v.id desc";

    private const string SelectPerson = """
        select gender as Gender, birth_date as BirthDate, citizenship as Citizenship, education as Education, unemployed_since as UnemployedSince
        from   beneficiaries_person
        where  id = @PersonId
        """;

    private const string SelectAttested = """
        select details_cipher
        from   beneficiaries_attestation
        where  beneficiary_id = @PersonId and valid_from <= @Today and (valid_to is null or valid_to >= @Today)
        """;

    private const string SelectCases = "select id from beneficiaries_case where beneficiary_id = @PersonId order by opened_on, id";

    private const string SelectPersonContacts = """
        select f.id as Id, f.contacted_on as HeardOn, f.situation as Situation, f.improved as Improved
        from   beneficiaries_follow_up f
        join   beneficiaries_case c on c.id = f.case_id
        where  c.beneficiary_id = @PersonId and f.state = 'reached' and f.situation is not null
        """;

    private const string SelectPersonClosures = """
        select k.id as Id, k.closed_on as HeardOn, k.outcome as Outcome
        from   beneficiaries_case_closure k
        join   beneficiaries_case c on c.id = k.case_id
        where  c.beneficiary_id = @PersonId and k.reopened_on is null
        """;

    /// <summary>The participants of a programme, or the participations of a person, with what their cases know of the exits filled in.</summary>
    public Task<IReadOnlyList<KeptParticipation>> AllAsync(Guid? programmeId, Guid? personId, CancellationToken ct) => AllAsync(programmeId, personId, null, ct);

    /// <summary>Whose news are still awaited after they left, of people for whose case somebody answers; what is due first comes first.</summary>
    public async Task<IReadOnlyList<AwaitedNews>> AwaitedAsync(Guid managerId, CancellationToken ct)
    {
        var today = clock.Today();
        return [.. (await AllAsync(null, null, managerId, ct)).Select(row => Awaited(row, today)).OfType<AwaitedNews>().OrderBy(one => one.On)];
    }

    private static AwaitedNews? Awaited(KeptParticipation row, DateOnly today) => row.LeftOn is not { } leftOn ? null
        : LeavingFacts.LeavingState(leftOn, row.Situation) is ResultState.Due && leftOn.AddMonths(6) > today ? new(row, leftOn.AddDays(LeavingFacts.LeavingDays), false)
        : LeavingFacts.SixMonthsState(leftOn, row.SixMonthsSituation, today) is ResultState.Due ? new(row, leftOn.AddMonths(6), true)
        : null;

    private async Task<IReadOnlyList<KeptParticipation>> AllAsync(Guid? programmeId, Guid? personId, Guid? managerId, CancellationToken ct)
    {
        var today = clock.Today();
        var args = new { ProgrammeId = programmeId, PersonId = personId, ManagerId = managerId, Today = today, Since = today.AddMonths(-MonthsDue) };
        ListSql Of(string select) => new ListSql(select).When(programmeId is not null, OfProgramme).When(personId is not null, OfPerson).When(managerId is not null, OfManager);
        var rows = await db.QueryAsync<KeptParticipation>(Of(Select).OrderBy(LatestFirst), args, ct);
        if (rows.All(row => row.LeftOn is null))
        {
            return rows;
        }

        var contacts = await db.QueryAsync<ContactRow>(Of(SelectContacts).ToString(), args, ct);
        var closures = await db.QueryAsync<ClosureRow>(Of(SelectClosures).ToString(), args, ct);
        var heard = contacts.Select(row => (row.Id, Heard: new Heard(row.HeardOn, row.Situation, row.Improved)))
            .Concat(closures.Where(row => LeavingFacts.Of(row.Outcome) is not null).Select(row => (row.Id, Heard: new Heard(row.HeardOn, LeavingFacts.Of(row.Outcome)!.Value, null))))
            .ToLookup(one => one.Id, one => one.Heard);
        return [.. rows.Select(row => row.LeftOn is { } leftOn ? Filled(row, leftOn, [.. heard[row.Id]]) : row)];
    }

    /// <summary>A participation of the programme as it is written, without what cases know.</summary>
    public async Task<KeptParticipation> FindAsync(Guid programmeId, Guid id, CancellationToken ct) =>
        await db.FindAsync<KeptParticipation>(new ListSql(Select).When(true, OfProgramme).When(true, "and v.id = @Id").ToString(), new { ProgrammeId = programmeId, Id = id }, ct)
        ?? throw new NotFoundException("participation");

    /// <summary>What the case heard around an exit on that day, whether or not it is written yet.</summary>
    public async Task<(FollowUpSituation? Situation, bool? Qualification)> LeavingAsync(KeptParticipation kept, DateOnly leftOn, CancellationToken ct)
    {
        var heard = new List<Heard>();
        heard.AddRange((await db.QueryAsync<ContactRow>(SelectPersonContacts, new { kept.PersonId }, ct)).Select(row => new Heard(row.HeardOn, row.Situation, row.Improved)));
        heard.AddRange((await db.QueryAsync<ClosureRow>(SelectPersonClosures, new { kept.PersonId }, ct))
            .Where(row => LeavingFacts.Of(row.Outcome) is not null).Select(row => new Heard(row.HeardOn, LeavingFacts.Of(row.Outcome)!.Value, null)));
        var qualified = false;
        foreach (var caseId in await db.QueryAsync<Guid>(SelectCases, new { kept.PersonId }, ct))
        {
            qualified |= (await mediator.Send(new ListEnrolmentsOfCase(caseId), ct))
                .Any(course => course.Completed && course.EndsOn >= kept.EnteredOn && course.EndsOn <= leftOn.AddDays(LeavingFacts.LeavingDays));
        }

        return (LeavingFacts.Situation(leftOn, heard), qualified ? true : null);
    }

    /// <summary>What is known of an entry: from the file, and what never changes from an earlier entry.</summary>
    public async Task<(EnteringPerson Person, KnownEntry Known)> EntryAsync(Guid personId, CancellationToken ct)
    {
        var person = (await db.FindAsync<EnteringPerson>(SelectPerson, new { PersonId = personId }, ct))!;
        var categories = (await db.QueryAsync<string>(SelectAttested, new { PersonId = personId, Today = clock.Today() }, ct)).Select(row => sensitive.Open<AttestationDetails>(row)!.Category).ToArray();
        var (_, household) = await sections.OpenAsync<HouseholdDetails>(personId, PersonSection.Household, ct);
        var (_, services) = await sections.OpenAsync<LabourServicesDetails>(personId, PersonSection.LabourServices, ct);
        var earlier = (await db.QueryAsync<KeptParticipation>(new ListSql(Select).When(true, OfPerson).OrderBy(LatestFirst), new { PersonId = personId }, ct))
            .Select(row => sensitive.Open<SpecialAnswers>(row.SpecialCipher)).FirstOrDefault(answers => answers is not null);
        var disabled = categories.Any(DisabilityCategories.Contains) || services?.TargetedPlacement is TargetedPlacementEnrolment.Enrolled;
        return (person, new(
            person.UnemployedSince, person.Education, disabled ? Answer.Yes : null, EntryIsComplete.ThirdCountry(person.Citizenship), earlier?.ForeignBackground,
            categories.Contains(MinorityCategory) ? Answer.Yes : earlier?.Minority, HousingExclusion.Counts(household?.Housing) is { } excluded ? excluded ? Answer.Yes : Answer.No : null));
    }

    private static KeptParticipation Filled(KeptParticipation row, DateOnly leftOn, Heard[] heard)
    {
        var later = LeavingFacts.SixMonths(leftOn, heard);
        return row with
        {
            Situation = row.Situation ?? LeavingFacts.Situation(leftOn, heard), SixMonthsSituation = row.SixMonthsSituation ?? later?.Situation, Improved = row.Improved ?? later?.Improved,
        };
    }

    private sealed record ContactRow(Guid Id, DateOnly HeardOn, FollowUpSituation Situation, bool? Improved);

    private sealed record ClosureRow(Guid Id, DateOnly HeardOn, CaseOutcome Outcome);
}
