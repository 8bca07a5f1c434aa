using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Contacts after the end of a case, for who answers for it: from a week before their day until they are recorded.</summary>
internal sealed class DueFollowUps(IDbSession db, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 20;

    private const string Select = $"""
        select p.id as Id, c.id as CaseId, p.surname as Surname, p.name as Name, f.kind as Kind, f.next_try_on as DueOn, {VisiblePeople.PersonOpens}
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_follow_up f
        join   beneficiaries_case c on c.id = f.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  f.state = 'planned' and c.manager_id = @Me and f.next_try_on <= @Until
        """;

    private const string Order = "order by f.next_try_on, f.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow(), Coordinates = user.Roles.Contains(Role.Coordinator) ? 1 : 0, Until = today.AddDays(7) };
        var rows = await db.TopAsync<Row>(new ListSql(Select + From).When(true, VisibleCases.Mine).OrderBy(Order), args, Most, ct);
        var due = rows.Count(row => row.DueOn <= today);
        var count = due < Most ? due : await db.ScalarAsync<int>(new ListSql(Count + From).When(true, VisibleCases.Mine).ToString(), new { Me = user.Id, Today = today, Until = today }, ct);
        return new(
            [.. rows.Select(row => new DueTask("follow-up.due", $"{row.Surname} {row.Name}", Words(row.Kind).ToString(), row.DueOn, UrgencyOf(row.DueOn, today), $"{row.Page}#outcome"))],
            count == 0 ? [] : [new("follow-up.due", count, rows[0].DueOn < today ? Urgency.Late : Urgency.Today, "/beneficiaries/follow-ups", "beneficiaries")]);
    }

    private static Words Words(FollowUpKind kind) => kind is FollowUpKind.Days28 ? new("a 28 giorni dalla chiusura", "28 days after the end") : new("a 6 mesi dalla chiusura", "6 months after the end");

    private static Urgency UrgencyOf(DateOnly dueOn, DateOnly today) => dueOn < today ? Urgency.Late : dueOn == today ? Urgency.Today : Urgency.Week;

    private sealed record Row(Guid Id, Guid CaseId, string Surname, string Name, FollowUpKind Kind, DateOnly DueOn, int PersonOpens)
    {
        public string Page => PersonOpens == 1 ? $"/beneficiaries/{Id}" : $"/beneficiaries/{Id}/cases/{CaseId}";
    }
}
