namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>
/// Whether a person has objected to a use of their data, or asked that these are only kept (Reg. EU 2016/679 art. 21 and 18). An objection bars what it is to, and one to everything bars all but
/// being followed; a restriction bars every use.
/// </summary>
internal sealed class MarkBook(IDbSession db, IColleagues colleagues, TimeProvider clock)
{
    /// <summary>Of the person called <c>p</c>, with <c>@Today</c>: the marks that bar messages and the bulletin.</summary>
    public const string CountAgainstContacts = """
        (select count(*) from beneficiaries_person_mark k
         where  k.beneficiary_id = p.id and (k.kind = 'restriction' or (k.kind = 'objection' and k.scope in ('everything', 'directContacts')))
                and k.ended_on is null and k.from_on <= @Today and (k.until_on is null or k.until_on >= @Today))
        """;

    /// <summary>Whether the data of the person called <c>p</c> are only kept, with <c>@Today</c>.</summary>
    public const string IsOnlyKept = """
        exists (select 1
                from   beneficiaries_person_mark k
                where  k.beneficiary_id = p.id and k.kind = 'restriction' and k.ended_on is null and k.from_on <= @Today and (k.until_on is null or k.until_on >= @Today))
        """;

    /// <summary>Whether the person called <c>p</c> stays out of statistics that no law asks for, with <c>@Today</c>.</summary>
    public const string StaysOutOfStatistics = """
        exists (select 1
                from   beneficiaries_person_mark k
                where  k.beneficiary_id = p.id and (k.kind = 'restriction' or (k.kind = 'objection' and k.scope in ('everything', 'statistics')))
                       and k.ended_on is null and k.from_on <= @Today and (k.until_on is null or k.until_on >= @Today))
        """;

    /// <summary>A condition for lists of people called <c>p</c>, with <c>@Today</c>: those whom no mark keeps away from companies.</summary>
    public const string OnlyForCompanies = """
        and not exists (
            select 1
            from   beneficiaries_person_mark k
            where  k.beneficiary_id = p.id and (k.kind = 'restriction' or (k.kind = 'objection' and k.scope in ('everything', 'companyMatching'))) and k.ended_on is null
            and    k.from_on <= @Today and (k.until_on is null or k.until_on >= @Today))
        """;

    private const string Count = """
        select count(*)
        from   beneficiaries_person_mark
        where  beneficiary_id = @Person and (kind = 'restriction' or (kind = 'objection' and scope in ('everything', @Scope)))
               and ended_on is null and from_on <= @Today and (until_on is null or until_on >= @Today)
        """;

    private const string SelectRestriction = """
        select from_on as FromOn, until_on as UntilOn, set_by as SetBy
        from   beneficiaries_person_mark
        where  beneficiary_id = @Person and kind = 'restriction' and ended_on is null and from_on <= @Today and (until_on is null or until_on >= @Today)
        order by from_on desc, id desc
        """;

    /// <summary>Refuses to use the data of who asked that they are only kept (art. 18), naming the mark, who set it and the way out.</summary>
    /// <exception cref="ConflictException"><c>beneficiary.only-kept</c>.</exception>
    public async Task DemandUseAsync(Guid person, CancellationToken ct)
    {
        if (await db.TopAsync<Restriction>(SelectRestriction, new { Person = person, Today = clock.Today() }, 1, ct) is not [var mark])
        {
            return;
        }

        var by = (await colleagues.NamesAsync(ct)).GetValueOrDefault(mark.SetBy);
        throw new ConflictException("beneficiary.only-kept", new Words(
            "Dal {0:d MMMM yyyy} i dati di questa persona si possono solo conservare e leggere: limitazione del trattamento (art. 18 GDPR) segnata da {1}. Quando il motivo è finito, la limitazione si chiude "
            + "nei «Diritti della persona»; intanto restano possibili le correzioni e la chiusura.",
            "Since {0:d MMMM yyyy} the data of this person may only be kept and read: restriction of processing (art. 18 GDPR), set by {1}. When its reason is over, the restriction is ended under "
            + "\"Rights of the person\"; meanwhile corrections and closing remain possible.").With(mark.FromOn.ToDateTime(TimeOnly.MinValue), by ?? "–"));
    }

    /// <summary>Whether a mark that bars this use holds today.</summary>
    public async Task<bool> BarsAsync(Guid person, ObjectionScope use, CancellationToken ct) =>
        await db.ScalarAsync<int>(Count, new { Person = person, Scope = use.Code(), Today = clock.Today() }, ct) > 0;

    private sealed record Restriction(DateOnly FromOn, DateOnly? UntilOn, Guid SetBy);
}
