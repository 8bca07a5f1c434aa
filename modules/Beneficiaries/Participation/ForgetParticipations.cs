using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>When a person is forgotten: what the encrypted part counted becomes a number of the programme, and the part goes.</summary>
internal sealed class ForgetParticipations(IDbSession db, ParticipationDesk desk, SensitiveFields sensitive)
{
    private const string Add = """
        update beneficiaries_participation_tally
        set    people = people + 1
        where  programme_id = @ProgrammeId and indicator = @Indicator and gender = @Gender
        """;

    private const string Begin = """
        insert into beneficiaries_participation_tally (programme_id, indicator, gender, people)
        values (@ProgrammeId, @Indicator, @Gender, 1)
        """;

    // What cases knew of the exits is written down, because the tie to them is of no use any more.
    private const string Blank = """
        update beneficiaries_participation
        set    special_cipher = null, situation = @Situation, six_months_situation = @SixMonths, improved = @Improved, version = version + 1
        where  id = @Id
        """;

    // What became part of another row was counted there.
    private const string BlankTwins = "update beneficiaries_participation set special_cipher = null where beneficiary_id = @PersonId and same_as_id is not null";

    private const string ForgetBefore = """
        delete from beneficiaries_participation_before
        where  participation_id in (select v.id from beneficiaries_participation v where v.beneficiary_id = @PersonId)
        """;

    public async Task OfAsync(Guid personId, CancellationToken ct)
    {
        await db.ExecuteAsync(BlankTwins, new { PersonId = personId }, ct);
        await db.ExecuteAsync(ForgetBefore, new { PersonId = personId }, ct);
        foreach (var row in await desk.AllAsync(null, personId, ct))
        {
            var facts = new ParticipantFacts(row.Gender, row.Age, row.Education, row.Employment, row.LongTerm, row.Rural, Opened(row.SpecialCipher), null, null, null, null, null);
            foreach (var indicator in CommonIndicators.All.Where(one => one.Special && one.Counts(facts)))
            {
                var key = new { row.ProgrammeId, Indicator = indicator.Code, Gender = row.Gender.Code() };
                if (await db.ExecuteAsync(Add, key, ct) == 0)
                {
                    await db.ExecuteAsync(Begin, key, ct);
                }
            }

            await db.ExecuteAsync(Blank, new { row.Id, Situation = row.Situation?.Code(), SixMonths = row.SixMonthsSituation?.Code(), row.Improved }, ct);
        }
    }

    // After a backup came back the key may be gone already.
    private SpecialAnswers? Opened(string? cipher)
    {
        try
        {
            return sensitive.Open<SpecialAnswers>(cipher);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
