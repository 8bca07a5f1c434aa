using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Makes one participant of two where both records took part in the same programme, and two of one when the merge is undone.</summary>
internal sealed class MergedParticipations(IDbSession db, SensitiveFields sensitive)
{
    private const string Columns = """
        v.id as Id, v.version as Version, v.programme_id as ProgrammeId, v.entered_on as EnteredOn, v.gender as Gender, v.age as Age, v.education as Education, v.employment as Employment,
        v.long_term as LongTerm, v.rural as Rural, v.special_cipher as Special, v.left_on as LeftOn, v.situation as Situation, v.qualification as Qualification,
        v.six_months_situation as SixMonthsSituation, v.improved as Improved
        """;

    private const string SelectOf = $"select {Columns} from beneficiaries_participation v where v.beneficiary_id = @Person and v.same_as_id is null";

    private const string SelectRow = $"select {Columns} from beneficiaries_participation v where v.id = @Id";

    private const string SelectBefore = """
        select participation_id as Id, twin_id as TwinId, before_cipher as Before, version_after as VersionAfter
        from   beneficiaries_participation_before
        where  merge_id = @MergeId
        """;

    private const string Keep = """
        insert into beneficiaries_participation_before (merge_id, participation_id, twin_id, before_cipher, version_after)
        values (@MergeId, @Id, @TwinId, @Before, @VersionAfter)
        """;

    private const string Forget = "delete from beneficiaries_participation_before where merge_id = @MergeId";

    private const string Tie = "update beneficiaries_participation set same_as_id = @Id, version = version + 1 where id = @TwinId";

    private const string Untie = "update beneficiaries_participation set same_as_id = null, version = version + 1 where id = @TwinId";

    private const string Write = """
        update beneficiaries_participation
        set    entered_on = @EnteredOn, gender = @Gender, age = @Age, education = @Education, employment = @Employment, long_term = @LongTerm, rural = @Rural, special_cipher = @Special,
               left_on = @LeftOn, situation = @Situation, qualification = @Qualification, six_months_situation = @SixMonthsSituation, improved = @Improved, version = version + 1
        where  id = @Id
        """;

    /// <summary>Of each programme with both, the survivor's row goes on with the first entry and the last exit.</summary>
    public async Task AdoptAsync(Guid mergeId, Guid absorbed, Guid survivor, CancellationToken ct)
    {
        var theirs = (await db.QueryAsync<Row>(SelectOf, new { Person = absorbed }, ct)).ToDictionary(row => row.ProgrammeId);
        if (theirs.Count == 0)
        {
            return;
        }

        foreach (var own in await db.QueryAsync<Row>(SelectOf, new { Person = survivor }, ct))
        {
            if (theirs.TryGetValue(own.ProgrammeId, out var twin))
            {
                await db.ExecuteAsync(Keep, new { MergeId = mergeId, own.Id, TwinId = twin.Id, Before = sensitive.Seal(survivor, own.Asked), VersionAfter = own.Version + 1 }, ct);
                await WriteAsync(own.Id, ParticipationsOfBoth.Of(own.Asked, twin.Asked), ct);
                await db.ExecuteAsync(Tie, new { own.Id, TwinId = twin.Id }, ct);
            }
        }
    }

    /// <summary>Each gets back what was asked of them; an exit that was written since stays with the survivor.</summary>
    public async Task ReturnAsync(Guid mergeId, CancellationToken ct)
    {
        foreach (var kept in await db.QueryAsync<BeforeRow>(SelectBefore, new { MergeId = mergeId }, ct))
        {
            var now = (await db.FindAsync<Row>(SelectRow, new { kept.Id }, ct))!;
            var before = sensitive.Open<AskedParticipation>(kept.Before)!;
            await WriteAsync(kept.Id, now.Version == kept.VersionAfter ? before : ParticipationsOfBoth.WithExitOf(before, now.Asked), ct);
            await db.ExecuteAsync(Untie, new { kept.TwinId }, ct);
        }

        await db.ExecuteAsync(Forget, new { MergeId = mergeId }, ct);
    }

    private Task<int> WriteAsync(Guid id, AskedParticipation asked, CancellationToken ct) => db.ExecuteAsync(
        Write,
        new
        {
            Id = id, asked.EnteredOn, asked.Gender, asked.Age, asked.Education, asked.Employment, asked.LongTerm, asked.Rural, asked.Special, asked.LeftOn, asked.Situation, asked.Qualification,
            asked.SixMonthsSituation, asked.Improved,
        },
        ct);

    private sealed record Row(
        Guid Id, int Version, Guid ProgrammeId, DateOnly EnteredOn, string Gender, int Age, string? Education, string Employment, bool? LongTerm, string? Rural, string? Special, DateOnly? LeftOn,
        string? Situation, bool? Qualification, string? SixMonthsSituation, bool? Improved)
    {
        public AskedParticipation Asked => new(EnteredOn, Gender, Age, Education, Employment, LongTerm, Rural, Special, LeftOn, Situation, Qualification, SixMonthsSituation, Improved);
    }

    private sealed record BeforeRow(Guid Id, Guid TwinId, string Before, int VersionAfter);
}
