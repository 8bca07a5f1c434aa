using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>A rule that was set aside, as it is shown.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, while the account is known.</param>
/// <param name="WithdrawnAt">When it stopped holding, or null.</param>
internal sealed record ShownOverride(string Code, string Reason, DateTimeOffset At, string? By, DateTimeOffset? WithdrawnAt);

/// <summary>A rule that was set aside for the numbers that were seen then.</summary>
internal sealed record RuleOverride(string Code, string Numbers, ShownOverride Shown)
{
    /// <summary>Only for the very same numbers: two interns too many were not agreed to when one was.</summary>
    public bool Holds(RuleResult rule) => rule.Code == Code && rule.NumbersText == Numbers && InternshipRules.MayBeSetAside(rule.Code);
}

/// <summary>Reads and writes what was set aside of an internship.</summary>
internal sealed class RuleOverrides(IDbSession db, IColleagues colleagues, IFieldCipher cipher, ICurrentUser user, TimeProvider clock)
{
    private const string SelectAll = """
        select rule_code as Code, numbers as Numbers, reason_cipher as ReasonCipher, at as At, by_id as ById, withdrawn_at as WithdrawnAt
        from   internships_rule_override
        where  internship_id = @InternshipId
        order by at desc, id desc
        """;

    private const string Insert = """
        insert into internships_rule_override (id, internship_id, rule_code, numbers, reason_cipher, at, by_id)
        values (@Id, @InternshipId, @Code, @Numbers, @Reason, @At, @By)
        """;

    private const string Withdraw = """
        update internships_rule_override set withdrawn_at = @At, withdrawn_by = @By
        where  internship_id = @InternshipId and withdrawn_at is null and (@Code is null or rule_code = @Code)
        """;

    public async Task<IReadOnlyList<RuleOverride>> AllAsync(Guid internshipId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<Row>(SelectAll, new { InternshipId = internshipId }, ct);
        var names = rows.Count == 0 ? null : await colleagues.NamesAsync(ct);
        return [.. rows.Select(row => new RuleOverride(
            row.Code, row.Numbers, new(row.Code, cipher.Unprotect(row.ReasonCipher)!, row.At, names!.GetValueOrDefault(row.ById), row.WithdrawnAt)))];
    }

    public async Task<IReadOnlyList<RuleOverride>> StandingAsync(Guid internshipId, CancellationToken ct) =>
        [.. (await AllAsync(internshipId, ct)).Where(aside => aside.Shown.WithdrawnAt is null)];

    public async Task AddAsync(Guid internshipId, RuleResult rule, string reason, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        await WithdrawAsync(internshipId, rule.Code, ct);
        await db.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(at),
            InternshipId = internshipId,
            rule.Code,
            Numbers = rule.NumbersText,
            Reason = cipher.Protect(reason),
            At = at,
            By = user.Id,
        }, ct, ifTaken: () => new ConflictException("internship.try-again", new(
            "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry.")));
    }

    /// <summary>Answers whether there was one.</summary>
    public async Task<bool> WithdrawAsync(Guid internshipId, string code, CancellationToken ct) =>
        await db.ExecuteAsync(Withdraw, new { InternshipId = internshipId, Code = (string?)code, At = clock.GetUtcNow(), By = user.Id }, ct) > 0;

    public Task WithdrawAllAsync(Guid internshipId, CancellationToken ct) =>
        db.ExecuteAsync(Withdraw, new { InternshipId = internshipId, Code = (string?)null, At = clock.GetUtcNow(), By = user.Id }, ct);

    private sealed record Row(string Code, string Numbers, string ReasonCipher, DateTimeOffset At, Guid ById, DateTimeOffset? WithdrawnAt);
}
