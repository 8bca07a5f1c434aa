using System.Globalization;

namespace InclusionPlatform.IntegrationTests.Today;

/// <summary>A counter of the home page leads to the very rows that it counts.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CounterTests(Engine engine) : SliceTests(engine)
{
    /// <summary>Pages of the client, and the list of the API that each of them shows with the same filters.</summary>
    private static readonly (string Page, string List)[] Lists =
    [
        ("/companies/calls", "companies/call-list"),
        ("/companies/needs", "placement-needs"),
        ("/companies/referrals", "company-referrals"),
        ("/companies/duplicates", "companies/duplicates"),
        ("/companies", "companies"),
        ("/opportunities", "opportunities"),
        ("/partner-bodies/protocols", "protocols"),
        ("/internships", "internships"),
    ];

    private async Task<string[]> KindsThatAgree(Role role)
    {
        var counters = (await As(role).Get("today").Expect(200))["counters"]!.AsArray();
        var kinds = new List<string>();
        foreach (var counter in counters)
        {
            var (kind, link) = (counter!["kind"]!.ToString(), counter["link"]!.ToString());
            var (page, query) = link.Split('?') is [var path, var filters] ? (path, filters) : (link, "");
            if (Lists.FirstOrDefault(list => list.Page == page) is (_, { } list))
            {
                var total = (await As(role).Get($"{list}?{query}&limit=1&total=true").Expect(200))["total"]!.GetValue<int>();
                Assert.That(total, Is.EqualTo(counter["count"]!.GetValue<int>()), $"{kind}: {link}");
                kinds.Add(kind);
            }
        }

        return [.. kinds];
    }

    private Task<Reply> Called(Guid company, string outcome, int? next = null) => As(Role.CompanyOperator)
        .Post($"companies/{company}/contacts", new { channel = "call", outcome, nextContactOn = next is { } days ? Clock.Today.AddDays(days).ToString("O", CultureInfo.InvariantCulture) : null }).Expect(201);

    [Test]
    public async Task Today_WhenWorkOfCompaniesIsDue_EachCounterIsTheTotalOfItsList()
    {
        for (var number = 0; number < 3; number++)
        {
            await Called(await Given.Company(), "callBack", next: 1);
        }

        await Called(await Given.Company(), "callBack", next: 3);
        var unreached = await Given.Company();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Called(unreached, "noAnswer", next: 30);
        }

        await Given.Availability(await Given.Company(), to: Clock.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        await Given.Availability(await Given.Company());
        await As(Role.CompanyOperator).Post("companies", new { name = "Forno", sector = "trade", email = "forno@esempio.test" }).Expect(201);
        await As(Role.CompanyOperator).Post("companies", new { name = "Altro forno", sector = "trade", email = "forno@esempio.test" }).Expect(201);
        await As(Role.Educator).Post("placement-needs", new { municipality = Given.Place.Grottammare, maxKm = 20 }).Expect(201);
        await Given.Referral(await Given.Availability(await Given.Company(), places: 2));
        await As(Role.Coordinator).Post("protocols", new { subject = "Intesa di prova", validFrom = "2026-01-01", validTo = Clock.Today.AddDays(30).ToString("O", CultureInfo.InvariantCulture), renewal = "none" }).Expect(201);
        Clock.Advance(TimeSpan.FromDays(3));

        Assert.That(await KindsThatAgree(Role.CompanyOperator), Is.SupersetOf(new[]
        {
            "company.call-overdue", "company.call-today", "company.unreached", "company.availability-stale", "company.duplicates", "placement-need.unanswered",
        }));
        Assert.That(await KindsThatAgree(Role.Educator), Does.Contain("company-referral.to-answer"));
        Assert.That(await KindsThatAgree(Role.Coordinator), Is.SupersetOf(new[] { "placement-need.unanswered", "network.protocol-expiring" }));
    }

    [Test]
    public async Task Today_WhenOffersAreDue_EachCounterIsTheTotalOfItsList()
    {
        await Given.PublishedOpportunity("Scaduta", Clock.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        await Given.PublishedOpportunity("In scadenza", Clock.Today.AddDays(4).ToString("O", CultureInfo.InvariantCulture));
        await Given.PublishedOpportunity("Lontana", "2027-06-30");
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.That(await KindsThatAgree(Role.BulletinEditor), Does.Contain("opportunitiesExpiring"));
    }
}
