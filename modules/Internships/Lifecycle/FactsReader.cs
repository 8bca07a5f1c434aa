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
    internal sealed record Around(Guid InternshipId, CaseFacts Case, Host Host, string Region, string HostTutor, Guid PromoterTutorId, Guid? ConventionId);

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
        var meanwhile = ofPerson.Where(other => other.First <= plan.EndsOn && other.Last >= plan.StartsOn).Select(other => new OtherInternship(other.First, other.Last, WeekHours.Read(other.Hours)));
        var convention = around.ConventionId is { } id ? await db.FindAsync<ConventionPapers>(SelectConvention, new { Id = id }, ct) : null;
        var validTo = convention?.ValidTo ?? default;
        if (convention is not null && validTo < plan.EndsOn)
        {
            validTo = await chains.LastDayAsync(convention.CompanyId, around.ConventionId!.Value, validTo, ct);
        }

        var tutor = SameTutor(around.HostTutor);
        return new(
            plan,
            documents,
            new(around.Case.HasDisability, around.Case.IsDisadvantaged, around.Case.OpenedOn, around.Case.ClosedOn, [.. meanwhile], ofPerson.Count(other => other.CompanyId == around.Host.Id))
            {
                Limits = await LimitsAsync(around.Case.CaseId, ct),
                InclusionBefore = ofPerson.Count(other => other.Kind is InternshipKind.SocialInclusion && other.First <= plan.StartsOn),
            },
            new(
                around.Host.PermanentStaff,
                around.Host.IsArchived,
                [.. atHost.Where(other => other.OutsideQuota is false).Select(other => other.Span)],
                [.. atHost.Where(other => tutor.Length > 0 && SameTutor(other.TutorKey) == tutor).Select(other => other.Span)],
                [.. others[Sharing.Tutor].Select(other => other.Span)]),
            convention is null ? null : new(
                convention.Number, convention.CompanyId == around.Host.Id, convention.SignedOn, convention.ValidFrom, validTo, convention.InailPosition, convention.LiabilityPolicy, convention.LiabilityUntil),
            figures)
        {
            Today = clock.Today(),
            ShortDays = await db.FindAsync<ShortDaysFacts>(SelectShortDays, new { Id = around.InternshipId, On = clock.Today() < plan.StartsOn ? plan.StartsOn : clock.Today() }, ct),
            HostTaxCodeIsKnown = !string.IsNullOrWhiteSpace(around.Host.TaxCode),
            PromoterTaxCodeIsKnown = !string.IsNullOrWhiteSpace(promoter.TaxCode),
        };
    }

    private async Task<PersonLimits?> LimitsAsync(Guid caseId, CancellationToken ct) =>
        await mediator.Send(new FindWorkLimits(caseId), ct) is { IsKnown: true } limits
            ? new([.. limits.Unavailable.Select(busy => new DayHours(busy.Day, busy.From, busy.To))], limits.WeeklyHours)
            : null;

    // What ran is counted too, up to the day on which it really ended: somebody may record the past. Of the person all that they ever did, which is little: what runs meanwhile, what was at this
    // host before, which were of social inclusion. Of the tutor's, which are many, only the days: they are all in the index.
    internal const string SelectOthers = $"""
        select 'host' as Shares, {OtherColumns}
        from   internships_internship
        where  company_id = @CompanyId and id <> @Id and state in ('active', 'ended', 'endedEarly')
        and    starts_on <= @EndsOn and coalesce(ended_on, ends_on) >= @StartsOn
        union all
        select 'person', {OtherColumns}
        from   internships_internship
        where  beneficiary_id = @BeneficiaryId and id <> @Id and state in ('active', 'ended', 'endedEarly')
        union all
        select 'tutor', null, null, starts_on, coalesce(ended_on, ends_on), null, null, null
        from   internships_internship
        where  promoter_tutor_id = @TutorId and id <> @Id and state in ('active', 'ended', 'endedEarly')
        and    starts_on <= @EndsOn and coalesce(ended_on, ends_on) >= @StartsOn
        """;

    private const string OtherColumns = """
        company_id as CompanyId, kind as Kind, starts_on as First, coalesce(ended_on, ends_on) as Last, week_hours as Hours, host_tutor_key as TutorKey, outside_quota as OutsideQuota
        """;

    private const string SelectShortDays = """
        select s.name as Name, s.max_daily_hours as MaxDailyHours
        from   internships_allowance_assigned_scheme a
        join   internships_allowance_scheme s on s.id = a.scheme_id
        where  a.internship_id = @Id and s.max_daily_hours is not null
        and    a.valid_from = (select max(b.valid_from) from internships_allowance_assigned_scheme b where b.internship_id = @Id and b.valid_from <= @On)
        """;

    private const string SelectConvention = """
        select company_id as CompanyId, number as Number, signature_on as SignedOn, valid_from as ValidFrom, valid_to as ValidTo,
               inail_position as InailPosition, liability_policy as LiabilityPolicy, liability_until as LiabilityUntil
        from   internships_convention
        where  id = @Id
        """;

    /// <summary>What another internship has in common with the one that is looked at.</summary>
    private enum Sharing
    {
        Host,
        Person,
        Tutor,
    }

    private sealed record OtherRow(Sharing Shares, Guid? CompanyId, InternshipKind? Kind, DateOnly First, DateOnly Last, string? Hours, string? TutorKey, bool? OutsideQuota)
    {
        public Span Span => new(First, Last);
    }

    private sealed record ConventionPapers(Guid CompanyId, string Number, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy, DateOnly? LiabilityUntil);
}
