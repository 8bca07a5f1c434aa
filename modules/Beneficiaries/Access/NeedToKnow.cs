using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>A person as far as whoever asks may see it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Version">Of the person.</param>
/// <param name="Restricted">Only an équipe sees them.</param>
/// <param name="Sight">How much is seen.</param>
/// <param name="OfOtherTeams">Followed, now or before, and not by an équipe of whoever asks: an emergency access does not count.</param>
internal sealed record SeenPerson(Guid Id, int Version, bool Restricted, Sight Sight, bool OfOtherTeams);

/// <summary>A case as far as whoever asks may see it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Of the case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="ManagerId">Who answers for it.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="ClosedOn">Day of the end.</param>
/// <param name="OpenInternships">Internships that run.</param>
/// <param name="Sight">How much is seen of the case.</param>
/// <param name="OnTeam">Whether whoever asks is on its équipe today: an emergency access does not count.</param>
/// <param name="PersonSight">How much is seen of the person: less than of an own closed case once another équipe follows or has followed them since.</param>
internal sealed record SeenCase(Guid Id, int Version, Guid BeneficiaryId, Guid ManagerId, DateOnly OpenedOn, DateOnly? ClosedOn, int OpenInternships, Sight Sight, bool OnTeam, Sight PersonSight);

/// <summary>
/// The one door to people and cases. What may not be seen answers exactly as what does not exist, so that guessing ids teaches nothing.
/// </summary>
internal sealed class NeedToKnow(IDbSession db, ICurrentUser user, TimeProvider clock, IAuditTrail audit, MarkBook marks, CommandAtHand atHand)
{
    private const string SelectPerson = $"""
        select p.id as Id, p.version as Version, p.restricted as Restricted, p.has_case as HasCase,
               (select count(*) from beneficiaries_case_member m
                where  m.beneficiary_id = p.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)
                       and {VisiblePeople.Opens}) as Memberships,
               (select count(*) from beneficiaries_emergency_access e where e.beneficiary_id = p.id and e.user_id = @Me and e.expires_at > @Now) as Emergencies,
               case when p.registered_by = @Me and p.has_case = 0 then 1 else 0 end as Registered
        from   beneficiaries_person p
        where  p.id = @Id and p.merged_into is null
        """;

    /// <summary>Read for every case that is opened: visible to the test that reads its plan.</summary>
    internal const string SelectCase = $"""
        select c.id as Id, c.version as Version, c.beneficiary_id as BeneficiaryId, c.manager_id as ManagerId, c.opened_on as OpenedOn, c.closed_on as ClosedOn,
               c.open_internships as OpenInternships, p.restricted as Restricted,
               (select count(*) from beneficiaries_case_member m
                where  m.case_id = c.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)) as Memberships,
               (select count(*) from beneficiaries_emergency_access e where e.beneficiary_id = p.id and e.user_id = @Me and e.expires_at > @Now) as Emergencies,
               (select count(*) from beneficiaries_case o join beneficiaries_case w on w.id = c.id
                where  o.beneficiary_id = c.beneficiary_id and o.id <> c.id and {VisiblePeople.Since}
                       and not exists (select 1 from beneficiaries_case_member n
                                       where  n.case_id = o.id and n.user_id = @Me and n.from_on <= @Today and (n.to_on is null or n.to_on >= @Today))) as OtherTeams
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.id = @Id
        """;

    private (object Moment, Guid Id, CaseRow Row)? known;

    /// <summary>Whether whoever asks coordinates the service.</summary>
    public bool IsCoordinator => user.Roles.Contains(Role.Coordinator);

    /// <summary>The platform itself: jobs, reports, the demo year.</summary>
    public bool IsPlatform => user.Kind == ActorKind.Platform;

    /// <summary>The person, seen at least as far as asked.</summary>
    /// <exception cref="NotFoundException">No such person, or none that may be seen.</exception>
    /// <exception cref="ForbiddenException">The person is seen, but not as far.</exception>
    public async Task<SeenPerson> PersonAsync(Guid id, Sight atLeast, CancellationToken ct)
    {
        var row = await db.FindAsync<PersonRow>(SelectPerson, Args(id), ct) ?? throw Unknown("beneficiary", id);
        var sight = Facts(row.Restricted, row.Memberships, row.Emergencies, row.Registered == 1).Sight;
        Demand(sight, atLeast, "beneficiary", row.Id, row.Id);
        await DemandUseAsync(row.Id, ct);
        return new(row.Id, row.Version, row.Restricted, sight, row.HasCase && row.Memberships == 0);
    }

    /// <summary>The case, seen at least as far as asked.</summary>
    /// <exception cref="NotFoundException">No such case, or none that may be seen.</exception>
    /// <exception cref="ForbiddenException">The case is seen, but not as far.</exception>
    public async Task<SeenCase> CaseAsync(Guid id, Sight atLeast, CancellationToken ct)
    {
        var row = await ReadCaseAsync(id, ct) ?? throw Unknown("case", id);
        var sight = Facts(row.Restricted, row.Memberships, row.Emergencies, registered: false).Sight;
        Demand(sight, atLeast, "case", row.Id, row.BeneficiaryId);
        await DemandUseAsync(row.BeneficiaryId, ct);
        return new(row.Id, row.Version, row.BeneficiaryId, row.ManagerId, row.OpenedOn, row.ClosedOn, row.OpenInternships, sight, row.Memberships > 0,
            Facts(row.Restricted, row.OtherTeams > 0 ? 0 : row.Memberships, row.Emergencies, registered: false).Sight);
    }

    /// <summary>Whether whoever asks answers for the case: its case manager, a coordinator who sees it, the platform itself.</summary>
    public bool Manages(SeenCase seen) => IsPlatform || IsCoordinator || seen.ManagerId == user.Id;

    /// <summary>Refuses who sees the case but does not answer for it.</summary>
    public void DemandManager(SeenCase seen)
    {
        if (!Manages(seen))
        {
            throw new ForbiddenException("case.manager-only", new(
                "Questa decisione spetta all'operatore di riferimento o al coordinatore: chiedere a loro.",
                "This decision belongs to the case manager or the coordinator: ask them."));
        }
    }

    /// <summary>
    /// Nobody gives themself the sight of the équipe: whoever is not on it is let in by the case manager or a colleague who coordinates, or breaks the glass with a reason.
    /// </summary>
    /// <exception cref="ForbiddenException"><c>case.not-to-oneself</c>.</exception>
    public void DemandNotOneself(SeenCase seen, Guid? userId)
    {
        if (userId == user.Id && !seen.OnTeam && !IsPlatform)
        {
            throw new ForbiddenException("case.not-to-oneself", new(
                "Nell'équipe di questa presa in carico non ci si mette da soli: chiedere all'operatore di riferimento o a un altro coordinatore. Se è urgente c'è l'accesso di emergenza, con un motivo.",
                "Nobody puts themselves on the team of this case: ask the case manager or another coordinator. If it is urgent there is the emergency access, with a reason."));
        }
    }

    /// <summary>Whether whoever asks would be let through <see cref="DemandOpening"/>.</summary>
    public bool MayOpen(SeenPerson seen) => !seen.OfOtherTeams || IsPlatform;

    /// <summary>
    /// A case opens the whole file of its person to its manager, what other équipes wrote included: nobody makes themself the manager of somebody whom only others have followed, as nobody puts
    /// themself on an équipe.
    /// </summary>
    /// <exception cref="ForbiddenException"><c>case.followed-before</c>.</exception>
    public void DemandOpening(SeenPerson seen)
    {
        if (!MayOpen(seen))
        {
            audit.Refuses("beneficiary", seen.Id);
            throw new ForbiddenException("case.followed-before", new(
                "Questa persona è già stata seguita: la nuova presa in carico la apre chi l'ha seguita per ultimo, oppure si registra una segnalazione e l'équipe che la legge sceglie l'operatore di riferimento. Se è urgente leggere la scheda c'è l'accesso di emergenza, con un motivo.",
                "This person was followed before: the new case is opened by whoever followed them last, or a referral is received and the team that reads it chooses the case manager. If reading the record is urgent there is the emergency access, with a reason."));
        }
    }

    /// <summary>Refuses what belongs to the person and not to an own closed case, once another équipe follows the person, or has since.</summary>
    /// <exception cref="NotFoundException">The person is not seen.</exception>
    public void DemandPerson(SeenCase seen, string record)
    {
        if (seen.PersonSight < Sight.Full)
        {
            Demand(seen.PersonSight, Sight.Full, record, null, seen.BeneficiaryId);
        }
    }

    /// <summary>Refuses what would use the data of a person whose data are only kept. What only reads, and what keeps, ends or corrects, passes.</summary>
    private async Task DemandUseAsync(Guid personId, CancellationToken ct)
    {
        if (atHand.UsesData && !IsPlatform)
        {
            await marks.DemandUseAsync(personId, ct);
        }
    }

    /// <summary>The parts of a page that ask for the same case at the same moment read it once.</summary>
    private async Task<CaseRow?> ReadCaseAsync(Guid id, CancellationToken ct)
    {
        if (db.Moment is { } now && known is { } last && last.Moment == now && last.Id == id)
        {
            return last.Row;
        }

        var row = await db.FindAsync<CaseRow>(SelectCase, Args(id), ct);
        known = row is not null && db.Moment is { } moment ? (moment, id, row) : null;
        return row;
    }

    private object Args(Guid id) => new { Id = id, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };

    private SightFacts Facts(bool restricted, int memberships, int emergencies, bool registered) =>
        new(restricted, memberships > 0, emergencies > 0, registered, IsCoordinator, IsPlatform);

    private NotFoundException Unknown(string record, Guid id)
    {
        audit.Refuses(record, id);
        return new(record, id);
    }

    private void Demand(Sight has, Sight atLeast, string record, Guid? id, Guid personId)
    {
        if (has >= atLeast && has != Sight.None)
        {
            return;
        }

        // Whatever was asked for, the attempt belongs in the log of the person that it was about.
        audit.Refuses("beneficiary", personId);
        if (has == Sight.None)
        {
            throw new NotFoundException(record, id);
        }

        throw new ForbiddenException("beneficiary.team-only", new(
            "Note, attestazioni e recapiti sono visibili solo all'équipe. In caso di necessità si può chiedere l'accesso di emergenza, che resta registrato.",
            "Notes, attestations and contacts are visible to the team only. If needed, ask for emergency access, which is recorded."));
    }

    private sealed record PersonRow(Guid Id, int Version, bool Restricted, bool HasCase, int Memberships, int Emergencies, int Registered);

    private sealed record CaseRow(
        Guid Id, int Version, Guid BeneficiaryId, Guid ManagerId, DateOnly OpenedOn, DateOnly? ClosedOn, int OpenInternships, bool Restricted, int Memberships, int Emergencies,
        int OtherTeams);
}
