using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>A rule that was set aside, as it is shown.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, while the account is known.</param>
/// <param name="WithdrawnAt">When it stopped holding, or null.</param>
internal sealed record ShownOverride(string Code, string Reason, DateTimeOffset At, string? By, DateTimeOffset? WithdrawnAt)
{
    /// <summary>For an extension; otherwise for the start.</summary>
    public required bool ForExtension { get; init; }

    /// <summary>The last day of that extension; null for the start, and where it was set aside before this was kept and no extension followed.</summary>
    public required DateOnly? ExtendedTo { get; init; }
}

/// <summary>A rule that was set aside for the numbers that were seen then.</summary>
internal sealed record RuleOverride(string Code, string Numbers, ShownOverride Shown)
{
    /// <summary>The internship began with it, or was extended with it: it stays, whatever is set aside later.</summary>
    public required bool IsUsed { get; init; }

    /// <summary>Only for the very same numbers: two interns too many were not agreed to when one was.</summary>
    public bool Holds(RuleResult rule) => rule.Code == Code && rule.NumbersText == Numbers && InternshipRules.MayBeSetAside(rule.Code);

    /// <summary>Only for the very same last day too: why it could start says nothing of why it may last longer.</summary>
    public bool HoldsFor(DateOnly extendedTo, RuleResult rule) => Shown.ForExtension && (Shown.ExtendedTo ?? extendedTo) == extendedTo && Holds(rule);
}

/// <summary>Reads and writes what was set aside of an internship: for the start, and for each extension beside it.</summary>
internal sealed class RuleOverrides(IDbSession db, IColleagues colleagues, IFieldCipher cipher, ICurrentUser user, TimeProvider clock)
{
    private const string SelectAll = """
        select   aside.rule_code as Code, aside.numbers as Numbers, aside.reason_cipher as ReasonCipher, aside.at as At, aside.by_id as ById, aside.withdrawn_at as WithdrawnAt, aside.for_extension as ForExtension,
                 aside.extended_to as ExtendedTo,
                 case when aside.for_extension = 0 then case when internship.activated_at is null then 0 else 1 end
                      when exists (select 1 from internships_extension extension
                                   where  extension.internship_id = aside.internship_id and extension.suspension_id is null and extension.ends_on = aside.extended_to) then 1
                      else 0 end as IsUsed
        from     internships_rule_override aside
        join     internships_internship internship on internship.id = aside.internship_id
        where    aside.internship_id = @InternshipId
        order by aside.at desc, aside.id desc
        """;

    private const string Insert = """
        insert into internships_rule_override (id, internship_id, rule_code, numbers, reason_cipher, at, by_id, for_extension, extended_to)
        values (@Id, @InternshipId, @Code, @Numbers, @Reason, @At, @By, @ForExtension, @ExtendedTo)
        """;

    private const string WithdrawForStart = """
        update internships_rule_override set withdrawn_at = @At, withdrawn_by = @By
        where  internship_id = @InternshipId and withdrawn_at is null and for_extension = 0 and (@Code is null or rule_code = @Code)
        """;

    // What an extension rests on stays with it.
    private const string WithdrawForExtension = """
        update internships_rule_override set withdrawn_at = @At, withdrawn_by = @By
        where  internship_id = @InternshipId and withdrawn_at is null and for_extension = 1 and rule_code = @Code
               and not exists (select 1 from internships_extension extension
                               where  extension.internship_id = internships_rule_override.internship_id and extension.suspension_id is null and extension.ends_on = internships_rule_override.extended_to)
        """;

    public async Task<IReadOnlyList<RuleOverride>> AllAsync(Guid internshipId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<Row>(SelectAll, new { InternshipId = internshipId }, ct);
        var names = rows.Count == 0 ? null : await colleagues.NamesAsync(ct);
        return [.. rows.Select(row => new RuleOverride(
            row.Code, row.Numbers, new(row.Code, cipher.Unprotect(row.ReasonCipher)!, row.At, names!.GetValueOrDefault(row.ById), row.WithdrawnAt) { ForExtension = row.ForExtension, ExtendedTo = row.ExtendedTo })
        {
            IsUsed = row.IsUsed == 1,
        })];
    }

    /// <summary>Those that stand and could matter to what the rules answered: where nothing blocks that may be set aside, nothing is read.</summary>
    public async Task<IReadOnlyList<RuleOverride>> StandingAsync(Guid internshipId, IEnumerable<RuleResult> rules, CancellationToken ct) =>
        rules.Any(rule => rule.Outcome is RuleOutcome.Blocks && InternshipRules.MayBeSetAside(rule.Code)) ? await StandingAsync(internshipId, ct) : [];

    public async Task<IReadOnlyList<RuleOverride>> StandingAsync(Guid internshipId, CancellationToken ct) =>
        [.. (await AllAsync(internshipId, ct)).Where(aside => aside.Shown.WithdrawnAt is null)];

    /// <summary>What stood of the same rule for the same occasion gives way, and so does what was set aside for an extension that was not made.</summary>
    public async Task AddAsync(Guid internshipId, RuleResult rule, string reason, DateOnly? extendedTo, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        await WithdrawAsync(internshipId, rule.Code, extendedTo is not null, ct);
        await db.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(at),
            InternshipId = internshipId,
            rule.Code,
            Numbers = rule.NumbersText,
            Reason = cipher.Protect(reason),
            At = at,
            By = user.Id,
            ForExtension = extendedTo is not null,
            ExtendedTo = extendedTo,
        }, ct, ifTaken: () => new ConflictException("internship.try-again", new(
            "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
    }

    /// <summary>Answers whether there was one: for the start, or for an extension that was not made.</summary>
    public async Task<bool> WithdrawAsync(Guid internshipId, string code, bool forExtension, CancellationToken ct) =>
        await db.ExecuteAsync(forExtension ? WithdrawForExtension : WithdrawForStart, new { InternshipId = internshipId, Code = (string?)code, At = clock.GetUtcNow(), By = user.Id }, ct) > 0;

    /// <summary>Of a proposal that changed.</summary>
    public Task WithdrawAllAsync(Guid internshipId, CancellationToken ct) =>
        db.ExecuteAsync(WithdrawForStart, new { InternshipId = internshipId, Code = (string?)null, At = clock.GetUtcNow(), By = user.Id }, ct);

    private sealed record Row(string Code, string Numbers, string ReasonCipher, DateTimeOffset At, Guid ById, DateTimeOffset? WithdrawnAt, bool ForExtension, DateOnly? ExtendedTo, int IsUsed);
}
