using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Collects what the rules look at, in a constant number of statements.</summary>
internal sealed class FactsReader(IDbSession db, RuleSetTable ruleSets, ConventionChains chains, IMediator mediator, PromoterOptions promoter, TimeProvider clock)
{
    /// <summary>Who and where, beside the plan itself.</summary>
    internal sealed record Around(Guid InternshipId, CaseFacts Case, Host Host, string Region, string HostTutor, Guid PromoterTutorId, Guid? ConventionId)
    {
        /// <summary>The programme that a project names which is not written yet.</summary>
        public Guid? ProgrammeId { get; init; }
    }

    /// <summary>The tutor's name as it is stored to be compared: without case, accents, punctuation and blanks too many.</summary>
    public static string TutorKey(string? name) => SearchText.Normalize(name);

    /// <summary>The same for "Paola Neri" and "NERI  Paola": who writes the surname first means the same tutor of the same host.</summary>
    public static string SameTutor(string? name) => string.Join(' ', SearchText.Words(name).Order(StringComparer.Ordinal));

    public async Task<RuleFacts> ReadAsync(PlanFacts plan, DocumentFacts documents, Around around, CancellationToken ct)
    {
        var figures = await ruleSets.InForceAsync(around.Region, plan.Kind, plan.StartsOn, ct);
        var of = new
        {
            Id = around.InternshipId,
            CompanyId = around.Host.Id,
            around.Case.BeneficiaryId,
            TutorId = around.PromoterTutorId,
            plan.StartsOn,
            plan.EndsOn,
        };
        var others = (await db.QueryAsync<OtherRow>(SelectOthers, of, ct)).ToLookup(other => other.Shares);
        var (atHost, ofPerson) = (others[Sharing.Host], others[Sharing.Person].ToList());
        var meanwhile = ofPerson.SelectMany(other => other.Weeks).Where(other => other.First <= plan.EndsOn && other.Last >= plan.StartsOn);
        var today = clock.Today();
        var papers = (await db.FindAsync<Papers>(SelectPapers, new { Id = around.InternshipId, around.ConventionId, On = today < plan.StartsOn ? plan.StartsOn : today }, ct))!;
        var validTo = papers.ValidTo ?? default;
        if (papers.ValidTo < plan.EndsOn)
        {
            validTo = await chains.LastDayAsync(papers.CompanyId!.Value, around.ConventionId!.Value, validTo, ct);
        }

        var tutor = SameTutor(around.HostTutor);
        return new(
            plan,
            documents,
            new(around.Case.HasDisability, around.Case.IsDisadvantaged, around.Case.OpenedOn, around.Case.ClosedOn, [.. meanwhile], ofPerson.Count(other => other.CompanyId == around.Host.Id))
            {
                Age = PersonIsOldEnough.Years(around.Case.BirthDate, plan.StartsOn),
                Limits = await LimitsAsync(around.Case.CaseId, ct),
                InclusionBefore = ofPerson.Count(other => other.Kind is InternshipKind.SocialInclusion && other.First <= plan.StartsOn),
            },
            new(
                around.Host.PermanentStaff,
                around.Host.IsArchived,
                [.. atHost.Where(other => !other.OutsideQuota).Select(other => other.Span)],
                [.. atHost.SelectMany(other => other.Tutors).Where(other => tutor.Length > 0 && SameTutor(other.Tutor) == tutor).Select(other => other.Days)],
                await db.QueryAsync<Span>(SelectOfTutor, of, ct)),
            papers.ValidFrom is not { } validFrom ? null : new(
                papers.Number!, papers.CompanyId == around.Host.Id, papers.SignedOn, validFrom, validTo, papers.InailPosition, papers.LiabilityPolicy, papers.LiabilityUntil),
            figures)
        {
            Today = today,
            AnySetAside = papers.SetAside == 1,
            ShortDays = papers is { SchemeName: { } scheme, MaxDailyHours: { } longest } ? new(scheme, longest) : null,
            Programme = await ProgrammeAsync(papers.ProgrammeId ?? around.ProgrammeId, ct),
            HostTaxCodeIsKnown = !string.IsNullOrWhiteSpace(around.Host.TaxCode),
            PromoterIsTheHost = PromoterIsNotTheHost.AreOne(around.Host.TaxCode, promoter.TaxCode),
            PromoterTaxCodeIsKnown = !string.IsNullOrWhiteSpace(promoter.TaxCode),
        };
    }

    private async Task<ProgrammeFacts?> ProgrammeAsync(Guid? id, CancellationToken ct) =>
        id is { } paying && await mediator.Send(new FindPayingProgramme(paying), ct) is { } found ? new(found.Name, new(found.StartsOn, found.EndsOn)) : null;

    private async Task<PersonLimits?> LimitsAsync(Guid caseId, CancellationToken ct) =>
        await mediator.Send(new FindWorkLimits(caseId), ct) is { IsKnown: true } limits
            ? new([.. limits.Unavailable.Select(busy => new DayHours(busy.Day, busy.From, busy.To))], limits.WeeklyHours)
            : null;

    // An amendment that waits for its day will hold then: nobody else is promised its hours or its tutor meanwhile.
    private const string Waiting = "left join internships_amendment waiting on waiting.internship_id = internship.id and waiting.applied_at is null and internship.state = 'active'";

    // What ran is counted too, up to the day on which it really ended: somebody may record the past. Of the person all that they ever did, which is little: what runs meanwhile, what was at this
    // host before, which were of social inclusion.
    private const string SelectOthers = $"""
        select 'host' as Shares, {OtherColumns}
        from   internships_internship internship
        {Waiting}
        where  internship.company_id = @CompanyId and internship.id <> @Id and internship.state in ('active', 'ended', 'endedEarly')
        and    internship.starts_on <= @EndsOn and coalesce(internship.ended_on, internship.ends_on) >= @StartsOn
        union all
        select 'person', {OtherColumns}
        from   internships_internship internship
        {Waiting}
        where  internship.beneficiary_id = @BeneficiaryId and internship.id <> @Id and internship.state in ('active', 'ended', 'endedEarly')
        """;

    // A tutor of the service follows many, and only their days matter: they are all in the index.
    internal const string SelectOfTutor = """
        select starts_on as First, coalesce(ended_on, ends_on) as Last
        from   internships_internship
        where  promoter_tutor_id = @TutorId and id <> @Id and state in ('active', 'ended', 'endedEarly')
        and    starts_on <= @EndsOn and coalesce(ended_on, ends_on) >= @StartsOn
        """;

    private const string OtherColumns = """
        internship.company_id as CompanyId, internship.kind as Kind, internship.starts_on as First, coalesce(internship.ended_on, internship.ends_on) as Last, internship.week_hours as Hours,
        internship.host_tutor_key as TutorKey, internship.outside_quota as OutsideQuota,
        waiting.effective_on as ChangesOn, waiting.week_hours as HoursThen, waiting.host_tutor as TutorThen
        """;

    // The convention, who pays, and the scheme of that day where it is for short days: each may be missing, and so may the internship, which is about to be written.
    private const string SelectPapers = """
        select    c.company_id as CompanyId, c.number as Number, c.signature_on as SignedOn, c.valid_from as ValidFrom, c.valid_to as ValidTo,
                  c.inail_position as InailPosition, c.liability_policy as LiabilityPolicy, c.liability_until as LiabilityUntil,
                  p.programme_id as ProgrammeId, s.name as SchemeName, s.max_daily_hours as MaxDailyHours,
                  case when exists (select 1 from internships_rule_override o where o.internship_id = @Id) then 1 else 0 end as SetAside
        from      (select 1 as here) one
        left join internships_convention c on c.id = @ConventionId
        left join internships_allowance_assignment p on p.internship_id = @Id
        left join internships_allowance_assigned_scheme a on a.internship_id = p.internship_id
                  and a.valid_from = (select max(b.valid_from) from internships_allowance_assigned_scheme b where b.internship_id = @Id and b.valid_from <= @On)
        left join internships_allowance_scheme s on s.id = a.scheme_id and s.max_daily_hours is not null
        """;

    /// <summary>What another internship has in common with the one that is looked at.</summary>
    private enum Sharing
    {
        Host,
        Person,
    }

    private sealed record OtherRow(
        Sharing Shares, Guid CompanyId, InternshipKind Kind, DateOnly First, DateOnly Last, string? Hours, string TutorKey, bool OutsideQuota, DateOnly? ChangesOn, string? HoursThen, string? TutorThen)
    {
        public Span Span => new(First, Last);

        /// <summary>The hours that it has, and those that it will have.</summary>
        public IEnumerable<OtherInternship> Weeks => Parts(Hours, HoursThen).Select(part => new OtherInternship(part.Days.First, part.Days.Last, WeekHours.Read(part.What)));

        /// <summary>The host's tutor that it has, and the one that it will have.</summary>
        public IEnumerable<(string? Tutor, Span Days)> Tutors => Parts(TutorKey, TutorThen);

        private (string? What, Span Days)[] Parts(string? now, string? then) => ChangesOn is not { } day || day > Last ? [(now, Span)]
            : day <= First ? [(then, Span)]
            : [(now, new(First, day.AddDays(-1))), (then, new(day, Last))];
    }

    private sealed record Papers(
        Guid? CompanyId, string? Number, DateOnly? SignedOn, DateOnly? ValidFrom, DateOnly? ValidTo, string? InailPosition, string? LiabilityPolicy, DateOnly? LiabilityUntil, Guid? ProgrammeId, string? SchemeName, int? MaxDailyHours, int SetAside);
}
