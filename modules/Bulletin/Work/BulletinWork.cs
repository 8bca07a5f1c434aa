using System.Globalization;

namespace InclusionPlatform.Bulletin.Work;

/// <summary>What of the bulletin is due for its editor.</summary>
internal sealed class BulletinWork(IDbSession db) : IDueWorkSource
{
    private const string Area = "bulletin";
    private const string Offers = "opportunities";
    private const int Days = 7;

    private const string CountProposed = "select count(*) from bulletin_opportunity where state = 'proposed'";
    private const string SelectProposed = "select id as Id, title as Title, organiser as Organiser, created_at as CreatedAt from bulletin_opportunity where state = 'proposed' order by created_at, id";
    private const string CountExpiring = "select count(*) from bulletin_opportunity where state = 'published' and deadline >= @Today and deadline <= @Until";

    private const string CountThisWeek = """
        select count(*)
        from   bulletin_edition
        where  (state in ('scheduled', 'sending') and scheduled_at < @WeekEnd) or (sent_at >= @WeekStart and sent_at < @WeekEnd)
        """;

    private const string SelectUncertain = """
        select e.number as Number, count(*) as Count
        from   bulletin_delivery d
        join   bulletin_edition e on e.id = d.edition_id
        where  d.state = 'uncertain'
        group by e.number
        order by e.number desc
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BulletinModule.BulletinWrite))
        {
            return DueWork.None;
        }

        var tasks = new List<DueTask>();
        var counters = new List<DueCounter>();
        var proposed = await db.ScalarAsync<int>(CountProposed, null, ct);
        if (proposed > 0)
        {
            counters.Add(new("opportunitiesToReview", proposed, Urgency.Today, "/opportunities?state=proposed", Offers));
            tasks.AddRange((await db.TopAsync<Proposed>(SelectProposed, null, 5, ct))
                .Select(offer => new DueTask("reviewOpportunity", offer.Title, offer.Organiser, offer.CreatedAt.InItaly(), Urgency.Today, $"/opportunities/{offer.Id}")));
        }

        var until = today.AddDays(Days);
        if (await db.ScalarAsync<int>(CountExpiring, new { Today = today, Until = until }, ct) is > 0 and var expiring)
        {
            counters.Add(new("opportunitiesExpiring", expiring, Urgency.Week, string.Create(CultureInfo.InvariantCulture, $"/opportunities?state=published&deadlineTo={until:yyyy-MM-dd}"), Offers));
        }

        foreach (var uncertain in await db.TopAsync<Uncertain>(SelectUncertain, null, 5, ct))
        {
            counters.Add(new("uncertainDeliveries", uncertain.Count, Urgency.Today, string.Create(CultureInfo.InvariantCulture, $"/bulletin/{uncertain.Number}"), Area));
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        if (await db.ScalarAsync<int>(CountThisWeek, new { WeekStart = monday.StartInItaly(), WeekEnd = monday.AddDays(7).StartInItaly() }, ct) == 0)
        {
            tasks.Add(new("composeEdition", new Words("Bollettino della settimana", "This week's bulletin").ToString(), null, monday.AddDays(6), Urgency.Week, "/bulletin"));
        }

        return new(tasks, counters);
    }

    private sealed record Proposed(Guid Id, string Title, string Organiser, DateTimeOffset CreatedAt);

    private sealed record Uncertain(int Number, int Count);
}
