using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Diary.Rules;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>An entry as far as whoever asks may see it.</summary>
internal sealed record SeenEntry(Guid Id, int Version, bool Limited, Guid? AmendsId, Guid WrittenBy, DateOnly HappenedOn, DateTimeOffset? SignedAt);

/// <summary>The one door to an entry by id, behind the door of its case: for whoever may not read it, it does not exist.</summary>
internal sealed class DiaryDesk(IDbSession db, NeedToKnow needToKnow, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select e.id as Id, e.version as Version, e.limited as Limited, e.amends_id as AmendsId, e.written_by as WrittenBy, e.happened_on as HappenedOn, e.signed_at as SignedAt
        from   beneficiaries_diary_entry e
        where  e.id = @Id and e.case_id = @CaseId
        """;

    private const string SelectReaders = "select user_id from beneficiaries_diary_reader where entry_id = @Id";

    private const string SelectMembers = """
        select user_id
        from   beneficiaries_case_member
        where  case_id = @CaseId and from_on <= @Today and (to_on is null or to_on >= @Today)
        """;

    private const string DeleteReaders = "delete from beneficiaries_diary_reader where entry_id = @Id";

    private const string InsertReader = "insert into beneficiaries_diary_reader (entry_id, user_id) values (@Id, @UserId)";

    private const string TouchCase = "update beneficiaries_case set last_activity_on = @On where id = @CaseId and last_activity_on < @On";

    private const string SelectBirth = "select birth_date from beneficiaries_person where id = @PersonId";

    /// <summary>Nothing is told of a person before they were born.</summary>
    /// <exception cref="FieldException"><c>diary.before-birth</c>.</exception>
    public async Task CheckDayAsync(Guid personId, DateOnly on, CancellationToken ct)
    {
        if (on < await db.ScalarAsync<DateOnly>(SelectBirth, new { PersonId = personId }, ct))
        {
            throw new FieldException("on", "diary.before-birth", new(
                "La data è prima della nascita della persona: controllare l'anno.", "The date is before the person was born: check the year."));
        }
    }

    /// <summary>The entry, or null.</summary>
    public Task<SeenEntry?> FindOrNullAsync(Guid caseId, Guid id, CancellationToken ct) =>
        db.FindAsync<SeenEntry>(new ListSql(Select).OnlyVisibleEntries(needToKnow).ToString(), new { Id = id, CaseId = caseId, Me = user.Id }, ct);

    /// <summary>The entry, to be changed, signed or thrown away by its author.</summary>
    /// <exception cref="NotFoundException">No such entry, or none that may be seen.</exception>
    /// <exception cref="RuleBrokenException"><c>diary.signed</c>: it is final.</exception>
    public async Task<SeenEntry> FindDraftAsync(Guid caseId, Guid id, CancellationToken ct)
    {
        var seen = await FindOrNullAsync(caseId, id, ct) ?? throw new NotFoundException("diary-entry");
        SignedEntryIsFinal.CheckDraft(seen.SignedAt);
        return seen;
    }

    /// <summary>The readers that an entry shall have: those asked for, or those of the entry that it amends; null is the whole équipe.</summary>
    /// <exception cref="FieldException">The amended entry cannot be amended, or somebody chosen is not on the équipe.</exception>
    public async Task<IReadOnlyList<Guid>?> ReadersAsync(Guid caseId, Guid? amendsId, IReadOnlyList<Guid>? asked, CancellationToken ct)
    {
        AmendmentKeepsReaders.Check(amendsId is not null, asked);
        if (amendsId is { } id)
        {
            var amended = await FindOrNullAsync(caseId, id, ct)
                ?? throw new FieldException("amendsId", "diary.unknown-amended", new("La nota da correggere non è di questo diario.", "The note to amend is not of this diary."));
            SignedEntryIsFinal.CheckAmended(amended.SignedAt);
            return amended.Limited ? AmendmentKeepsReaders.Of(await db.QueryAsync<Guid>(SelectReaders, new { Id = id }, ct), amended.WrittenBy, user.Id) : null;
        }

        if (asked is null)
        {
            return null;
        }

        var members = await db.QueryAsync<Guid>(SelectMembers, new { CaseId = caseId, Today = clock.Today() }, ct);
        return asked.Except(members).Any()
            ? throw new FieldException("readerIds", "diary.reader-not-member", new(
                "Una delle persone scelte non fa parte dell'équipe oggi: scegliere tra chi ne fa parte.",
                "One of the people chosen is not on the team today: choose among its members."))
            : [.. asked.Where(reader => reader != user.Id).Distinct()];
    }

    /// <summary>Replaces the readers of an entry.</summary>
    public async Task WriteReadersAsync(Guid id, IReadOnlyList<Guid>? readers, CancellationToken ct)
    {
        await db.ExecuteAsync(DeleteReaders, new { Id = id }, ct);
        if (readers is { Count: > 0 })
        {
            await db.ExecuteAsync(InsertReader, readers.Select(reader => new { Id = id, UserId = reader }).ToArray(), ct);
        }
    }

    /// <summary>A signed entry is news of the case. A limited one is not: the day of the last news would tell the others that there is something.</summary>
    public async Task TellCaseAsync(Guid caseId, DateOnly on, bool limited, CancellationToken ct)
    {
        if (!limited)
        {
            await db.ExecuteAsync(TouchCase, new { CaseId = caseId, On = on }, ct);
        }
    }
}
