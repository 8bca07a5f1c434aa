namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>
/// Whether a person has objected to the treatment, or asked that their data are only kept (Reg. EU 2016/679 art. 21 and 18): while that holds nobody is looked for
/// in their name, and they are looked for by nobody.
/// </summary>
internal sealed class MarkBook(IDbSession db, TimeProvider clock)
{
    /// <summary>A condition for lists of people called <c>p</c>, with <c>@Today</c>: those without such a mark.</summary>
    public const string OnlyUnmarked = """
        and not exists (
            select 1
            from   beneficiaries_person_mark k
            where  k.beneficiary_id = p.id and k.kind in ('objection', 'restriction') and k.ended_on is null
            and    k.from_on <= @Today and (k.until_on is null or k.until_on >= @Today))
        """;

    private const string Count = """
        select count(*)
        from   beneficiaries_person_mark
        where  beneficiary_id = @Person and kind in ('objection', 'restriction') and ended_on is null and from_on <= @Today and (until_on is null or until_on >= @Today)
        """;

    /// <summary>Whether such a mark holds today.</summary>
    public async Task<bool> IsMarkedAsync(Guid person, CancellationToken ct) => await db.ScalarAsync<int>(Count, new { Person = person, Today = clock.Today() }, ct) > 0;
}
