using InclusionPlatform.Beneficiaries.Referrals;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>What is due of referrals: answers that are late or near for who coordinates, meetings to come for who is in them, minutes still open after the meeting.</summary>
internal sealed class DueReferrals(IDbSession db, ReferralDesk desk, BeneficiariesOptions options, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectDue = """
        select r.id as Id, r.content_cipher as Content, r.answer_due_on as DueOn
        from   beneficiaries_referral r
        where  r.state in ('received', 'inReading') and r.answer_due_on <= @DueBy
        """;

    private const string DueFirst = "order by r.answer_due_on, r.id";

    private const string CountDue = "select count(*) from beneficiaries_referral r where r.state in ('received', 'inReading') and r.answer_due_on <= @DueBy";

    private const string SelectReadings = """
        select g.id as Id, g.held_on as HeldOn, g.starts_at as StartsAt, g.place as Place
        from   beneficiaries_reading g
        where  g.state = 'planned' and g.held_on <= @Within
               and (@Coordinates = 1 or (g.held_on >= @Today and g.id in (select m.reading_id from beneficiaries_reading_member m where m.user_id = @Me)))
        order by g.held_on, g.id
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Read))
        {
            return DueWork.None;
        }

        var coordinates = user.Has(BeneficiariesModule.DecideReferrals);
        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow(), Coordinates = coordinates, Within = today.AddDays(7), DueBy = today.AddDays(options.ReferralWarningDays) };
        var readings = await db.TopAsync<ReadingRow>(SelectReadings, args, Most, ct);
        var due = coordinates ? await db.TopAsync<DueRow>(new ListSql(SelectDue).OnlyVisibleReferrals(user).OrderBy(DueFirst), args, Most, ct) : [];
        var count = due.Count < Most ? due.Count : await db.ScalarAsync<int>(new ListSql(CountDue).OnlyVisibleReferrals(user).ToString(), args, ct);
        DueTask[] tasks =
        [
            .. due.Select(row => new DueTask(
                "referral.answer-due", desk.Open(row.Content).DisplayName, null, row.DueOn, UrgencyOf(row.DueOn, today), $"/beneficiaries/referrals/{row.Id}")),
            .. readings.Where(row => row.HeldOn >= today).Select(row => new DueTask(
                "reading.coming", new Words("Lettura del caso", "Case reading").ToString(), Detail(row), row.HeldOn, UrgencyOf(row.HeldOn, today), $"/beneficiaries/readings/{row.Id}")),
            .. readings.Where(row => row.HeldOn < today).Select(row => new DueTask(
                "reading.minutes", new Words("Lettura del caso", "Case reading").ToString(), Detail(row), row.HeldOn, Urgency.Late, $"/beneficiaries/readings/{row.Id}")),
        ];
        return new(
            [.. tasks.OrderBy(task => task.DueOn).Take(Most)],
            count == 0 ? [] : [new("referral.answer-due", count, UrgencyOf(due[0].DueOn, today), "/beneficiaries/referrals?due=soon", "beneficiaries")]);
    }

    private static string? Detail(ReadingRow row) => string.Join(" · ", new[] { row.StartsAt, row.Place }.Where(part => part is not null)) is { Length: > 0 } text ? text : null;

    private static Urgency UrgencyOf(DateOnly dueOn, DateOnly today) => dueOn < today ? Urgency.Late : dueOn == today ? Urgency.Today : Urgency.Week;

    private sealed record DueRow(Guid Id, string Content, DateOnly DueOn);

    private sealed record ReadingRow(Guid Id, DateOnly HeldOn, string? StartsAt, string? Place);
}
