namespace InclusionPlatform.Internships.RuleSets;

/// <summary>Reads the figures; a region without its own has the national ones.</summary>
internal sealed class RuleSetTable(IDbSession db)
{
    /// <summary>How the national figures are called.</summary>
    public const string National = "Italia";

    /// <summary>All, by region, kind and day.</summary>
    public Task<IReadOnlyList<RuleSet>> AllAsync(CancellationToken ct) => db.QueryAsync<RuleSet>(SelectSets + InOrder, null, ct);

    /// <summary>Those in force on a day for a kind in a region.</summary>
    public async Task<RuleSet> InForceAsync(string region, InternshipKind kind, DateOnly on, CancellationToken ct)
    {
        var sets = await db.QueryAsync<RuleSet>(SelectSets + OfRegion, new { Region = region, National, Kind = kind.Code(), On = on }, ct);
        return Choose(sets, region, kind, on) ?? throw new RuleBrokenException("internship.no-rule-set", new(
            "Per il giorno di inizio non c'è nessuna serie di regole in vigore: controllare la data, oppure chiedere all'amministratore di aggiungerla.",
            "No rule set is in force on the first day: check the date, or ask the administrator to add one."))
        { Field = "startsOn" };
    }

    /// <summary>Whether the region has no rules of its own for a kind on a day, so that the national ones hold there.</summary>
    public async Task<bool> IsNationalAsync(string region, InternshipKind kind, DateOnly on, CancellationToken ct) =>
        Choose(await db.QueryAsync<RuleSet>(SelectSets + OfRegion, new { Region = region, National, Kind = kind.Code(), On = on }, ct), region, kind, on) is not { } chosen || chosen.Region == National;

    /// <summary>The region's own before the national ones; of several, the latest that has begun.</summary>
    public static RuleSet? Choose(IReadOnlyList<RuleSet> sets, string region, InternshipKind kind, DateOnly on) => sets
        .Where(set => set.Kind == kind && (set.Region == region || set.Region == National) && set.ValidFrom <= on && (set.ValidTo is null || on <= set.ValidTo))
        .OrderBy(set => set.Region == National)
        .ThenByDescending(set => set.ValidFrom)
        .FirstOrDefault();

    /// <summary>Each with how it stands on a day and until when it holds: the next version of the same region and kind ends it, without touching it.</summary>
    public static IReadOnlyList<RuleSet> Standing(IReadOnlyList<RuleSet> sets, DateOnly on) => [.. sets.Select(set =>
    {
        var next = sets.Where(other => other.Region == set.Region && other.Kind == set.Kind && other.ValidFrom > set.ValidFrom).Select(other => (DateOnly?)other.ValidFrom.AddDays(-1)).Min();
        var end = set.ValidTo is { } written && next is { } ended ? (written < ended ? written : ended) : set.ValidTo ?? next;
        return set with
        {
            ValidTo = end,
            Standing = set.ValidFrom > on ? RuleSetStanding.Future : end < on ? RuleSetStanding.Past : RuleSetStanding.InForce,
        };
    })];

    private const string SelectSets = """
        select   id as Id, region as Region, kind as Kind, valid_from as ValidFrom, valid_to as ValidTo, act as Act, max_months as MaxMonths,
                 max_months_disadvantaged as MaxMonthsDisadvantaged, max_months_disability as MaxMonthsDisability, attestation_extends as AttestationExtends,
                 max_months_attested as MaxMonthsAttested, min_months as MinMonths, min_months_seasonal as MinMonthsSeasonal, max_weekly_hours as MaxWeeklyHours,
                 outside_quota as OutsideQuota, disability_outside_quota as DisabilityOutsideQuota, disadvantaged_outside_quota as DisadvantagedOutsideQuota,
                 quota_small as QuotaSmall, quota_medium as QuotaMedium, quota_percent as QuotaPercent, host_tutor_max as HostTutorMax,
                 promoter_tutor_max as PromoterTutorMax, max_allowance_cents as MaxAllowanceCents, usual_allowance_cents as UsualAllowanceCents,
                 full_presence_percent as FullPresencePercent, note as Note, to_verify as Unverified, version as Version,
                 suspension_illness_days as SuspensionIllnessDays, suspension_closure_days as SuspensionClosureDays,
                 work_relation_months as WorkRelationMonths, case_manager_required as CaseManagerRequired,
                 (select string_agg(concat(step.basis, ':', step.reached_at, ':', step.cents, ':', step.cents_with_meals), ' ')
                  from   internships_rule_allowance step where step.rule_set_id = internships_rule_set.id) as Steps
        from     internships_rule_set

        """;

    private const string InOrder = "order by region, kind, valid_from";

    private const string OfRegion = "where region in (@Region, @National) and kind = @Kind and valid_from <= @On";
}
