using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Referrals;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>A selection as it is kept.</summary>
internal sealed record KeptCohort(
    Guid Id, int Version, int Movement, Guid ProgrammeId, int Number, string Title, int Places, CohortState State, int LastCandidate, string? CriteriaNote, DateOnly? CriteriaOn, Guid? CriteriaBy,
    string TieBreakCodes, DateOnly? HeldOn, string? MinutesCipher, DateOnly ProgrammeStartsOn, DateOnly ProgrammeEndsOn)
{
    /// <summary>Grows with whatever happens to the selection or its candidates.</summary>
    public int RankingVersion => Version + Movement;

    public IReadOnlyList<TieBreak> TieBreaks => [.. TieBreakCodes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.Parse<TieBreak>(code, ignoreCase: true))];
}

/// <summary>A candidate with what decides how much of it whoever asks sees.</summary>
internal sealed record KeptCandidate(
    Guid Id, int Version, Guid CohortId, int Number, Guid? PersonId, Guid? ReferralId, string BodyCipher, DateOnly ProposedOn, DateOnly ConsentOn, ConsentKind ConsentKind, CandidateState State,
    int? Position, int? Points, string? LinesCipher, string? Surname, string? Name, bool? Restricted, bool? Anonymised, int Memberships, int Emergencies, int Registered, string? ReferralContent, int ReferralSeen,
    int? MinorChildren, bool? SingleParent, DateOnly? UnemployedSince, DateOnly? BirthDate, string? Gender, string? Education, int Telling);

/// <summary>The one door to selections and their candidates, and the pen that writes a candidate's story.</summary>
internal sealed class CohortDesk(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string SelectCohort = """
        select c.id as Id, c.version as Version, c.movement as Movement, c.programme_id as ProgrammeId, c.number as Number, c.title as Title, c.places as Places, c.state as State,
               c.last_candidate as LastCandidate, c.criteria_note as CriteriaNote, c.criteria_on as CriteriaOn, c.criteria_by as CriteriaBy, c.tie_breaks as TieBreakCodes, c.held_on as HeldOn,
               c.minutes_cipher as MinutesCipher, g.starts_on as ProgrammeStartsOn, g.ends_on as ProgrammeEndsOn
        from   beneficiaries_cohort c
        join   beneficiaries_programme g on g.id = c.programme_id
        where  c.programme_id = @ProgrammeId
        """;

    private const string ById = "and c.id = @CohortId";
    private const string Latest = "order by c.number desc";

    private const string SelectCriteria = "select criterion as Criterion, argument as Argument, points as Points from beneficiaries_cohort_criterion where cohort_id = @CohortId order by position";

    private const string SelectCategories = "select category from beneficiaries_programme_category where programme_id = @ProgrammeId order by category";

    private const string SelectCandidates = $"""
        select d.id as Id, d.version as Version, d.cohort_id as CohortId, d.number as Number, p.id as PersonId, d.referral_id as ReferralId, d.body_cipher as BodyCipher, d.proposed_on as ProposedOn,
               d.consent_on as ConsentOn, d.consent_kind as ConsentKind, d.state as State, d.position as Position, d.points as Points, d.lines_cipher as LinesCipher,
               p.surname as Surname, p.name as Name, p.restricted as Restricted, case when p.anonymised_at is null then 0 else 1 end as Anonymised,
               (select count(*) from beneficiaries_case_member m
                where  m.beneficiary_id = p.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)
                       and {VisiblePeople.Opens}) as Memberships,
               (select count(*) from beneficiaries_emergency_access e where e.beneficiary_id = p.id and e.user_id = @Me and e.expires_at > @Now) as Emergencies,
               case when p.registered_by = @Me and p.has_case = 0 then 1 else 0 end as Registered,
               r.content_cipher as ReferralContent,
               (select count(*) from beneficiaries_referral s
                where  s.id = d.referral_id and (@Coordinator = 1 or s.received_by = @Me
                       or s.reading_id in (select n.reading_id from beneficiaries_reading_member n join beneficiaries_reading h on h.id = n.reading_id where n.user_id = @Me and h.state = 'planned'))) as ReferralSeen,
               p.minor_children as MinorChildren, p.single_parent as SingleParent, p.unemployed_since as UnemployedSince, p.birth_date as BirthDate, p.gender as Gender, p.education as Education,
               case when exists (select 1 from beneficiaries_programme_category y where y.programme_id = @ProgrammeId)
                         or exists (select 1 from beneficiaries_cohort_criterion z where z.cohort_id = d.cohort_id and z.criterion in ('disadvantageCategory', 'housingExclusion'))
                    then 1 else 0 end as Telling
        from   beneficiaries_candidate d
        left join beneficiaries_referral r on r.id = d.referral_id
        left join beneficiaries_person p on p.id = coalesce(d.beneficiary_id, r.beneficiary_id)
        where  d.cohort_id in (select k.id from beneficiaries_cohort k where k.programme_id = @ProgrammeId)
        """;

    private const string OfCohort = "and d.cohort_id = @CohortId";
    private const string OfId = "and d.id = @CandidateId";
    private const string ByNumber = "order by d.number";

    // The first statement of whatever touches the candidates of a selection: two colleagues at once wait for each other on any engine.
    private const string Move = "update beneficiaries_cohort set movement = movement + 1 where id = @CohortId";

    private const string InsertEvent = """
        insert into beneficiaries_candidate_event (id, candidate_id, kind, note_cipher, actor_id, happened_at)
        values (@EventId, @CandidateId, @Kind, @Note, @Me, @Now)
        """;

    /// <summary>A selection of the programme; without an id the latest.</summary>
    /// <exception cref="NotFoundException"><c>cohort.not-found</c>.</exception>
    public async Task<KeptCohort> FindAsync(Guid programmeId, Guid? cohortId, CancellationToken ct) =>
        (await db.TopAsync<KeptCohort>(new ListSql(SelectCohort).When(cohortId is not null, ById).OrderBy(Latest), new { ProgrammeId = programmeId, CohortId = cohortId }, 1, ct)).SingleOrDefault()
        ?? throw new NotFoundException("cohort", cohortId);

    /// <summary>The selection, held for this transaction: whoever else changes its candidates waits.</summary>
    public async Task<KeptCohort> HoldAsync(Guid programmeId, Guid? cohortId, CancellationToken ct)
    {
        var found = await FindAsync(programmeId, cohortId, ct);
        await db.ExecuteAsync(Move, new { CohortId = found.Id }, ct);
        return await FindAsync(programmeId, found.Id, ct);
    }

    public Task<IReadOnlyList<DeclaredCriterion>> CriteriaAsync(Guid cohortId, CancellationToken ct) => db.QueryAsync<DeclaredCriterion>(SelectCriteria, new { CohortId = cohortId }, ct);

    /// <summary>The categories that the programme is for; none: whoever is in charge of the service.</summary>
    public Task<IReadOnlyList<string>> CategoriesAsync(Guid programmeId, CancellationToken ct) => db.QueryAsync<string>(SelectCategories, new { ProgrammeId = programmeId }, ct);

    /// <summary>The candidates of a selection, or of all the programme's.</summary>
    public Task<IReadOnlyList<KeptCandidate>> CandidatesAsync(Guid programmeId, Guid? cohortId, CancellationToken ct) =>
        db.QueryAsync<KeptCandidate>(new ListSql(SelectCandidates).When(cohortId is not null, OfCohort).OrderBy(ByNumber), Args(programmeId, cohortId, null), ct);

    /// <exception cref="NotFoundException"><c>candidate.not-found</c>.</exception>
    public async Task<KeptCandidate> CandidateAsync(Guid programmeId, Guid candidateId, CancellationToken ct) =>
        await db.FindAsync<KeptCandidate>(new ListSql(SelectCandidates).When(true, OfId).ToString(), Args(programmeId, null, candidateId), ct) ?? throw new NotFoundException("candidate", candidateId);

    /// <summary>
    /// Need to know: of a person as everywhere, of a referral without a person whoever may open it. Where the programme or its criteria are about attested categories or housing, being
    /// a candidate, and the points, would tell them: there the registry does not suffice, and who is not on the équipe sees a number.
    /// </summary>
    public Sight SightOf(KeptCandidate candidate)
    {
        if (candidate.PersonId is null)
        {
            return needToKnow.IsPlatform || candidate.ReferralSeen > 0 ? Sight.Full : Sight.None;
        }

        var sight = new SightFacts(candidate.Restricted == true, candidate.Memberships > 0, candidate.Emergencies > 0, candidate.Registered == 1, needToKnow.IsCoordinator, needToKnow.IsPlatform).Sight;
        return sight is Sight.Registry && candidate.Telling == 1 ? Sight.None : sight;
    }

    /// <summary>Refuses who does not see all of the candidate, as everywhere.</summary>
    public void DemandFull(KeptCandidate candidate)
    {
        var sight = SightOf(candidate);
        if (sight is Sight.Full)
        {
            return;
        }

        audit.Refuses(candidate.PersonId is null ? "referral" : "beneficiary", candidate.PersonId ?? candidate.ReferralId!.Value);
        throw sight is Sight.None ? new NotFoundException("candidate", candidate.Id) : new ForbiddenException("candidate.team-only", new(
            "Di questo candidato si vede solo l'anagrafica: il resto spetta alla sua équipe.", "Only the registry of this candidate may be seen: the rest is for the team."));
    }

    /// <summary>Refuses who may not know who the candidate is.</summary>
    public void DemandSeen(KeptCandidate candidate)
    {
        if (SightOf(candidate) is Sight.None)
        {
            DemandFull(candidate);
        }
    }

    public string? DisplayNameOf(KeptCandidate candidate) =>
        candidate.PersonId is not null ? $"{candidate.Surname} {candidate.Name}" : sensitive.Open<ReferralContent>(candidate.ReferralContent)?.DisplayName;

    /// <summary>Under the person's key where there is a person; a referral's texts move there once it has one.</summary>
    public string? SealText(Guid? personId, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : personId is { } person ? sensitive.SealText(person, text.Trim()) : sensitive.SealText(text.Trim());

    public Task TellAsync(Guid candidateId, Guid? personId, CandidateEventKind kind, string? note, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.ExecuteAsync(
            InsertEvent, new { EventId = Guid.CreateVersion7(now), CandidateId = candidateId, Kind = kind.Code(), Note = SealText(personId, note), Me = user.Id, Now = now }, ct);
    }

    /// <exception cref="ConflictException"><c>cohort.frozen</c>.</exception>
    public static void DemandOpen(KeptCohort cohort)
    {
        if (cohort.State is CohortState.Frozen)
        {
            throw Frozen();
        }
    }

    public static ConflictException Frozen() => new("cohort.frozen", new(
        "La graduatoria è chiusa con il suo verbale: criteri, candidati e punti non cambiano più.", "The ranking is closed with its minutes: criteria, candidates and points do not change any more."));

    private object Args(Guid programmeId, Guid? cohortId, Guid? candidateId) => new
    {
        ProgrammeId = programmeId, CohortId = cohortId, CandidateId = candidateId, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow(), Coordinator = needToKnow.IsCoordinator ? 1 : 0,
    };
}
