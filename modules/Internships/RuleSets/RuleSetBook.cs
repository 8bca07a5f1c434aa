namespace InclusionPlatform.Internships.RuleSets;

/// <summary>Writes versions of the rules.</summary>
internal sealed class RuleSetBook(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into internships_rule_set (
            id, region, kind, valid_from, valid_to, act, max_months, max_months_disadvantaged, max_months_disability, attestation_extends, max_months_attested, min_months,
            min_months_seasonal, max_weekly_hours, outside_quota, disability_outside_quota, disadvantaged_outside_quota, quota_small, quota_medium, quota_percent, host_tutor_max,
            promoter_tutor_max, max_allowance_cents, usual_allowance_cents, full_presence_percent, suspension_illness_days, suspension_closure_days, work_relation_months, case_manager_required, note, to_verify,
            changed_at, changed_by, version)
        values (
            @Id, @Region, @Kind, @ValidFrom, null, @Act, @MaxMonths, @MaxMonthsDisadvantaged, @MaxMonthsDisability, @AttestationExtends, @MaxMonthsAttested, @MinMonths,
            @MinMonthsSeasonal, @MaxWeeklyHours, @OutsideQuota, @DisabilityOutsideQuota, @DisadvantagedOutsideQuota, @QuotaSmall, @QuotaMedium, @QuotaPercent, @HostTutorMax,
            @PromoterTutorMax, @MaxAllowanceCents, @UsualAllowanceCents, @FullPresencePercent, @SuspensionIllnessDays, @SuspensionClosureDays, @WorkRelationMonths, @CaseManagerRequired, @Note, @Unverified,
            @At, @By, 1)
        """;

    private const string Update = """
        update internships_rule_set
        set    valid_from = @ValidFrom, act = @Act, max_months = @MaxMonths, max_months_disadvantaged = @MaxMonthsDisadvantaged, max_months_disability = @MaxMonthsDisability,
               attestation_extends = @AttestationExtends, max_months_attested = @MaxMonthsAttested, min_months = @MinMonths, min_months_seasonal = @MinMonthsSeasonal,
               max_weekly_hours = @MaxWeeklyHours, outside_quota = @OutsideQuota, disability_outside_quota = @DisabilityOutsideQuota,
               disadvantaged_outside_quota = @DisadvantagedOutsideQuota, quota_small = @QuotaSmall, quota_medium = @QuotaMedium, quota_percent = @QuotaPercent,
               host_tutor_max = @HostTutorMax, promoter_tutor_max = @PromoterTutorMax, max_allowance_cents = @MaxAllowanceCents, usual_allowance_cents = @UsualAllowanceCents,
               full_presence_percent = @FullPresencePercent, suspension_illness_days = @SuspensionIllnessDays, suspension_closure_days = @SuspensionClosureDays, work_relation_months = @WorkRelationMonths,
               case_manager_required = @CaseManagerRequired,
               note = @Note, to_verify = @Unverified, changed_at = @At, changed_by = @By, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string DeleteSteps = "delete from internships_rule_allowance where rule_set_id = @Id";

    private const string InsertStep = """
        insert into internships_rule_allowance (rule_set_id, basis, reached_at, cents, cents_with_meals) values (@Id, @Basis, @ReachedAt, @Cents, @CentsWithMeals)
        """;

    public Task AddAsync(RuleSet set, CancellationToken ct) => WriteAsync(Insert, set, set.Version, ct);

    public Task ChangeAsync(RuleSet set, int version, CancellationToken ct) => WriteAsync(Update, set, version, ct);

    private async Task WriteAsync(string sql, RuleSet set, int version, CancellationToken ct)
    {
        var written = await db.ExecuteAsync(sql, new
        {
            set.Id,
            set.Region,
            Kind = set.Kind.Code(),
            set.ValidFrom,
            set.Act,
            set.MaxMonths,
            set.MaxMonthsDisadvantaged,
            set.MaxMonthsDisability,
            set.AttestationExtends,
            set.MaxMonthsAttested,
            set.MinMonths,
            set.MinMonthsSeasonal,
            set.MaxWeeklyHours,
            set.OutsideQuota,
            set.DisabilityOutsideQuota,
            set.DisadvantagedOutsideQuota,
            set.QuotaSmall,
            set.QuotaMedium,
            set.QuotaPercent,
            set.HostTutorMax,
            set.PromoterTutorMax,
            set.MaxAllowanceCents,
            set.UsualAllowanceCents,
            set.FullPresencePercent,
            set.SuspensionIllnessDays,
            set.SuspensionClosureDays,
            set.WorkRelationMonths,
            set.CaseManagerRequired,
            set.Note,
            set.Unverified,
            Version = version,
            At = clock.GetUtcNow(),
            By = user.Id,
        }, ct, ifTaken: () => new ConflictException("rule-set.day-taken", new(
            "C'è già una versione di questa regione e di questo tipo che comincia quel giorno: correggere quella, oppure scegliere un altro giorno.",
            "There is already a version of this region and kind that begins on that day: correct that one, or choose another day.")) { Field = "validFrom" });
        if (written == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(DeleteSteps, new { set.Id }, ct);
        foreach (var step in set.Allowances)
        {
            await db.ExecuteAsync(InsertStep, new { set.Id, Basis = step.Basis.Code(), step.ReachedAt, step.Cents, step.CentsWithMeals }, ct);
        }
    }
}
