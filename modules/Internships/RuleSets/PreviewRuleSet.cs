using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.RuleSets;

/// <summary>
/// What would change for the internships that run or are to start, if these figures held. Nothing is kept. As everywhere, the figures of an internship are those of its first day:
/// this asks the very choice that the checks make.
/// </summary>
internal sealed record PreviewRuleSet : RuleSetVersion, IQuery<RuleSetEffects>
{
    public PreviewRuleSet(RuleSetVersion written) : base(written)
    {
    }
}

/// <summary>The same for a version that is written down.</summary>
internal sealed record ShowRuleSetEffects(Guid Id) : IQuery<RuleSetEffects>;

/// <summary>What would change.</summary>
/// <param name="ToStart">Internships of that region and kind whose first day is that day or later: these will be held to the new figures.</param>
/// <param name="Running">Those that began before and will be running on that day: they keep the figures of their own first day, also when they are extended, amended or suspended, so that no rule says anything else of them.</param>
/// <param name="Rules">For each rule whose answer would change, how many; numbers only.</param>
/// <param name="Internships">Those of the persons whom one may see.</param>
/// <param name="Others">How many more there are, of persons whom one may not see.</param>
internal sealed record RuleSetEffects(int ToStart, int Running, IReadOnlyList<RuleEffect> Rules, IReadOnlyList<AffectedInternship> Internships, int Others);

/// <summary>A rule whose answer would change.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Breaks">How many it would block.</param>
/// <param name="Mends">How many it would no longer block.</param>
/// <param name="Depends">How many depend on the person's situation, which is not looked at here.</param>
internal sealed record RuleEffect(string Code, int Breaks, int Mends, int Depends);

/// <summary>An internship for which a rule's answer would change.</summary>
internal sealed record AffectedInternship(Guid Id, string PersonName, string CompanyName, InternshipState State, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<ChangedRule> Rules);

/// <summary>What a rule would say.</summary>
/// <param name="Code">Stable code of the rule.</param>
/// <param name="Before">What it says by the figures in force.</param>
/// <param name="After">What it would say.</param>
/// <param name="Sentence">What it would say, in words.</param>
/// <param name="DependsOnPerson">Whether it depends on the person's situation, which is not looked at here.</param>
internal sealed record ChangedRule(string Code, RuleOutcome Before, RuleOutcome After, string Sentence, bool DependsOnPerson);

internal static class PreviewRuleSetEndpoint
{
    public static void MapPreviewRuleSet(this IEndpointRouteBuilder sets)
    {
        sets.MapPost("/preview", Handle).WithName("previewInternshipRuleSet").WithSummary("What would change for the internships if these figures held").RequireRight(InternshipsModule.WriteRules);
        sets.MapGet("/{id:guid}/effects", Effects).WithName("showInternshipRuleSetEffects").WithSummary("What a version changes for the internships").RequireRight(InternshipsModule.ReadRules);
    }

    private static async Task<Ok<RuleSetEffects>> Handle(WrittenRuleSet body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new PreviewRuleSet(body), ct));

    private static async Task<Ok<RuleSetEffects>> Effects(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowRuleSetEffects(id), ct));
}

internal sealed class PreviewRuleSetValidator : AbstractValidator<PreviewRuleSet>
{
    public PreviewRuleSetValidator() => Include(new RuleSetVersionValidator());
}

internal sealed class PreviewRuleSetHandler(IDbSession db, RuleSetTable table, InternshipQuery internships, IMediator mediator, IAuditTrail audit)
    : IRequestHandler<PreviewRuleSet, RuleSetEffects>, IRequestHandler<ShowRuleSetEffects, RuleSetEffects>
{
    private const int MostShown = 200;

    // The situation of a person is not read here: a rule that asks for it is looked at for somebody without any and for somebody with every title.
    private static readonly PersonFacts Plain = new(false, false, DateOnly.MinValue, null, [], 0), Titled = Plain with { HasDisability = true, IsDisadvantaged = true };

    private static readonly InternshipRule[] FigureRules =
        [new MaximumDuration(), new MinimumDuration(), new WeeklyHours(), new HostQuota(), new HostTutorLoad(), new PromoterTutorLoad(), new AllowanceReachesMinimum(),
        new NoWorkAtTheHostBefore(), new CaseManagerIsNamed()];

    private const string SelectLive = """
        select id as Id, case_id as CaseId, company_id as CompanyId, kind as Kind, state as State, starts_on as StartsOn, ends_on as EndsOn, weekly_hours as WeeklyHours,
               seasonal as Seasonal, meals_provided as MealsProvided, week_hours as WeekHours, suspended_days as SuspendedDays, case_manager as CaseManager, host_work as HostWork, host_work_ended_on as HostWorkEndedOn, host_type as HostType, region as Region, host_tutor_key as TutorKey, promoter_tutor_id as PromoterTutorId,
               allowance_cents as AllowanceCents, attested_by as AttestedBy, attested_on as AttestedOn, outside_quota as OutsideQuota
        from   internships_internship
        where  state in ('proposed', 'active') and ends_on >= @From
        order by starts_on, id
        """;

    public async Task<RuleSetEffects> Handle(PreviewRuleSet request, CancellationToken cancellationToken) =>
        await EffectsAsync(request.AsRuleSet(Guid.Empty, 1), await table.AllAsync(cancellationToken), cancellationToken);

    public async Task<RuleSetEffects> Handle(ShowRuleSetEffects request, CancellationToken cancellationToken)
    {
        var sets = await table.AllAsync(cancellationToken);
        return await EffectsAsync(sets.FirstOrDefault(set => set.Id == request.Id) ?? throw new NotFoundException("rule-set"), sets, cancellationToken);
    }

    private async Task<RuleSetEffects> EffectsAsync(RuleSet next, IReadOnlyList<RuleSet> sets, CancellationToken ct)
    {
        // A version of the same region, kind and day is the one being corrected.
        var others = sets.Where(set => set.Region != next.Region || set.Kind != next.Kind || set.ValidFrom != next.ValidFrom).ToArray();
        RuleSet[] withNext = [.. others, next];
        var live = await db.QueryAsync<LiveRow>(SelectLive, new { From = next.ValidFrom }, ct);
        var ofRegion = live.Where(row => row.Kind == next.Kind).ToArray();
        var touched = ofRegion
            .Where(row => ReferenceEquals(RuleSetTable.Choose(withNext, row.Region, row.Kind, row.StartsOn), next))
            .Select(row => (Row: row, Now: RuleSetTable.Choose(others, row.Region, row.Kind, row.StartsOn)))
            .Where(pair => pair.Now is not null)
            .ToArray();
        var staff = await StaffAsync(touched.Where(pair => HasOtherQuota(pair.Now!, next)).Select(pair => pair.Row.CompanyId), ct);
        var running = live.Where(row => row.State is InternshipState.Active).ToArray();
        var busy = new Busy(running.ToLookup(row => row.CompanyId), running.ToLookup(row => row.PromoterTutorId));
        var changed = touched
            .Select(pair => (pair.Row, Rules: ChangesOf(pair.Row, pair.Now!, next, busy, staff)))
            .Where(pair => pair.Rules.Count > 0)
            .ToArray();
        var keep = ofRegion.Count(row => row.State is InternshipState.Active && row.StartsOn < next.ValidFrom && ReferenceEquals(RuleSetTable.Choose(withNext, row.Region, row.Kind, next.ValidFrom), next));
        return await TellAsync(touched.Length, keep, changed, ct);
    }

    private async Task<RuleSetEffects> TellAsync(int toStart, int running, (LiveRow Row, List<ChangedRule> Rules)[] changed, CancellationToken ct)
    {
        var visible = (await mediator.Send(new ListVisibleCases([.. changed.Select(pair => pair.Row.CaseId)]), ct)).ToDictionary(seen => seen.CaseId);
        var shown = changed.Where(pair => visible.ContainsKey(pair.Row.CaseId)).Take(MostShown).ToArray();
        var companies = await internships.CompaniesAsync(shown.Select(pair => pair.Row.CompanyId), ct);
        foreach (var (row, _) in shown)
        {
            audit.Reads("internship", row.Id, "rule-set-effects");
        }

        return new(
            toStart,
            running,
            [.. changed.SelectMany(pair => pair.Rules).GroupBy(rule => rule.Code).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new RuleEffect(
                rule.Key,
                rule.Count(one => !one.DependsOnPerson && one.After is RuleOutcome.Blocks),
                rule.Count(one => !one.DependsOnPerson && one.Before is RuleOutcome.Blocks && one.After is not RuleOutcome.Blocks),
                rule.Count(one => one.DependsOnPerson)))],
            [.. shown.Select(pair => new AffectedInternship(
                pair.Row.Id, visible[pair.Row.CaseId].DisplayName, companies.GetValueOrDefault(pair.Row.CompanyId)?.Name ?? "", pair.Row.State, pair.Row.StartsOn, pair.Row.EndsOn, pair.Rules))],
            changed.Length - shown.Length);
    }

    private static List<ChangedRule> ChangesOf(LiveRow row, RuleSet now, RuleSet next, Busy busy, IReadOnlyDictionary<Guid, int?> staff)
    {
        var changes = new List<ChangedRule>();
        var facts = FactsOf(row, now, busy, staff);
        foreach (var rule in FigureRules)
        {
            if (rule is HostQuota && !staff.ContainsKey(row.CompanyId))
            {
                continue;
            }

            var (plain, titled) = (Compare(rule, facts with { Person = Plain }, next), Compare(rule, facts with { Person = Titled }, next));
            var depends = plain?.Before != titled?.Before || plain?.After != titled?.After;
            if ((plain ?? titled) is { } change)
            {
                changes.Add(change with { DependsOnPerson = depends });
            }
        }

        return changes;
    }

    private static ChangedRule? Compare(InternshipRule rule, RuleFacts facts, RuleSet next)
    {
        var (before, after) = (rule.Check(facts), rule.Check(facts with { Figures = next }));
        return before.Outcome == after.Outcome ? null : new(rule.Code, before.Outcome, after.Outcome, after.Sentence.ToString(), false);
    }

    private static RuleFacts FactsOf(LiveRow row, RuleSet figures, Busy busy, IReadOnlyDictionary<Guid, int?> staff)
    {
        var atHost = busy.AtHost[row.CompanyId].Where(other => other.Id != row.Id).ToArray();
        var hours = WeekHours.Read(row.WeekHours);
        var tutor = FactsReader.SameTutor(row.TutorKey);
        return new(
            new(row.Kind, row.StartsOn, row.EndsOn, hours?.Hours ?? row.WeeklyHours, row.Seasonal, row.MealsProvided, row.HostType, row.AllowanceCents, row.SuspendedDays)
            {
                Hours = hours, CaseManager = row.CaseManager, HostWork = row.HostWork, HostWorkEndedOn = row.HostWorkEndedOn,
            },
            DocumentFacts.None with { AttestedBy = row.AttestedBy, AttestedOn = row.AttestedOn },
            Plain,
            new(
                staff.GetValueOrDefault(row.CompanyId),
                false,
                [.. atHost.Where(other => !other.OutsideQuota).Select(other => other.Days)],
                [.. atHost.Where(other => FactsReader.SameTutor(other.TutorKey) == tutor).Select(other => other.Days)],
                [.. busy.OfTutor[row.PromoterTutorId].Where(other => other.Id != row.Id).Select(other => other.Days)]),
            null,
            figures);
    }

    private static bool HasOtherQuota(RuleSet now, RuleSet next) =>
        (now.OutsideQuota, now.DisabilityOutsideQuota, now.DisadvantagedOutsideQuota, now.QuotaSmall, now.QuotaMedium, now.QuotaPercent)
        != (next.OutsideQuota, next.DisabilityOutsideQuota, next.DisadvantagedOutsideQuota, next.QuotaSmall, next.QuotaMedium, next.QuotaPercent);

    /// <summary>The staff of the hosts whose quota would be another; asked only for these.</summary>
    private async Task<IReadOnlyDictionary<Guid, int?>> StaffAsync(IEnumerable<Guid> companies, CancellationToken ct)
    {
        var staff = new Dictionary<Guid, int?>();
        foreach (var company in companies.Distinct())
        {
            staff[company] = (await mediator.Send(new FindHost(company), ct)).PermanentStaff;
        }

        return staff;
    }

    private sealed record Busy(ILookup<Guid, LiveRow> AtHost, ILookup<Guid, LiveRow> OfTutor);

    private sealed record LiveRow(
        Guid Id, Guid CaseId, Guid CompanyId, InternshipKind Kind, InternshipState State, DateOnly StartsOn, DateOnly EndsOn, int WeeklyHours, bool Seasonal, bool MealsProvided, string? WeekHours,
        int SuspendedDays, string? CaseManager, HostWork? HostWork, DateOnly? HostWorkEndedOn, HostType HostType, string Region, string TutorKey, Guid PromoterTutorId, long AllowanceCents, string? AttestedBy, DateOnly? AttestedOn, bool OutsideQuota)
    {
        public Span Days => new(StartsOn, EndsOn);
    }
}
