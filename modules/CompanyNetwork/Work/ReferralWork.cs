using InclusionPlatform.CompanyNetwork.Needs;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>Company referrals on the home page: for an educator what waits for an answer or for an internship, for an operator what was answered and which needs nobody has answered yet.</summary>
internal sealed class ReferralWork(IDbSession db, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 10, AnswersDays = 3;

    private const string SelectToMe = """
        select r.id as Id, c.name as CompanyName, a.duties as Duties, r.reserved_until as DueOn
        from   company_network_referral r
        join   company_network_company c on c.id = r.company_id
        join   company_network_availability a on a.id = r.availability_id
        where  r.educator_id = @Me and r.state = 'proposed' and r.reserved_until >= @Today
        order by r.reserved_until, r.id
        """;

    private const string SelectAccepted = """
        select r.id as Id, c.name as CompanyName, a.duties as Duties, r.reserved_until as DueOn
        from   company_network_referral r
        join   company_network_company c on c.id = r.company_id
        join   company_network_availability a on a.id = r.availability_id
        where  r.educator_id = @Me and r.state = 'accepted'
        order by r.proposed_at, r.id
        """;

    private const string CountToMe = "select count(*) from company_network_referral where educator_id = @Me and state = 'proposed' and reserved_until >= @Today";

    private const string SelectAnswered = """
        select r.id as Id, c.name as CompanyName, r.state as State, r.answered_at as At
        from   company_network_referral r
        join   company_network_company c on c.id = r.company_id
        where  r.proposed_by = @Me and r.state in ('accepted', 'declined', 'expired') and r.answered_at >= @Since
        order by r.answered_at desc, r.id
        """;

    private const string CountUnansweredNeeds = $"select count(*)\nfrom company_network_need n\nwhere n.closed_at is null\n{ListNeedsHandler.NotAnswered}";

    private static readonly Words KeptUntil = new("riservato fino al {0:d MMMM}", "kept until {0:d MMMM}");

    private static readonly Dictionary<string, Words> Answers = new()
    {
        ["accepted"] = new("accettata", "accepted"),
        ["declined"] = new("declinata", "declined"),
        ["expired"] = new("scaduta senza risposta", "expired without an answer"),
    };

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        var tasks = new List<DueTask>();
        var counters = new List<DueCounter>();
        var args = new { Me = user.Id, Today = today, Since = clock.GetUtcNow().AddDays(-AnswersDays) };
        if (user.Has(CompanyNetworkModule.AnswerReferrals))
        {
            var waiting = await db.TopAsync<Kept>(SelectToMe, args, Most, ct);
            tasks.AddRange(waiting.Select(row => new DueTask(
                "company-referral.to-answer", row.CompanyName, $"{row.Duties} · {KeptUntil.With(row.DueOn)}", row.DueOn, row.DueOn == today ? Urgency.Today : Urgency.Week, $"/companies/referrals/{row.Id}")));
            if (waiting.Count > 0)
            {
                var count = waiting.Count < Most ? waiting.Count : await db.ScalarAsync<int>(CountToMe, args, ct);
                counters.Add(new DueCounter("company-referral.to-answer", count, tasks.Min(task => task.Urgency), "/companies/referrals?toAnswer=true", "companies"));
            }

            var accepted = await db.TopAsync<Kept>(SelectAccepted, args, Most, ct);
            tasks.AddRange(accepted.Select(row => new DueTask("company-referral.to-internship", row.CompanyName, row.Duties, null, Urgency.Week, $"/companies/referrals/{row.Id}")));
        }

        if (user.Has(CompanyNetworkModule.ProposeCompanies))
        {
            var answered = await db.TopAsync<Answered>(SelectAnswered, args, Most, ct);
            tasks.AddRange(answered.Select(row => new DueTask(
                "company-referral.answered", row.CompanyName, Answers[row.State].ToString(), row.At.InItaly(), Urgency.Week, $"/companies/referrals/{row.Id}")));
            if (await db.ScalarAsync<int>(CountUnansweredNeeds, args, ct) is var needs and > 0)
            {
                counters.Add(new DueCounter("placement-need.unanswered", needs, Urgency.Week, "/companies/needs?unanswered=true", "companies"));
            }
        }

        return new(tasks, counters);
    }

    private sealed record Kept(Guid Id, string CompanyName, string Duties, DateOnly DueOn);

    private sealed record Answered(Guid Id, string CompanyName, string State, DateTimeOffset At);
}
