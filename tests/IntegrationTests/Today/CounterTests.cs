using System.Globalization;
using System.Text;

namespace InclusionPlatform.IntegrationTests.Today;

/// <summary>A counter of the home page leads to the very rows that it counts.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CounterTests(Engine engine) : SliceTests(engine)
{
    private async Task<IEnumerable<string>> KindsThatAgree(Role role) => (await CounterLists.ThatAgree(await SignIn(role))).Keys;

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
        await CounterLists.ThatAgreeForEveryRole(SignIn);
    }

    [Test]
    public async Task Today_WhenManyImportsWereLeftHalfWay_AllAreCountedAndThoseThatAreDoneAreNot()
    {
        for (var number = 0; number < 12; number++)
        {
            var import = await As(Role.CompanyOperator).Upload("company-imports", "aziende.csv", Encoding.ASCII.GetBytes($"Ragione sociale;Comune\r\nAzienda {number};Grottammare\r\n")).Expect(201);
            if (number == 0)
            {
                await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation").Expect(200);
            }
        }

        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.CompanyOperator)))["company-import.open"], Is.EqualTo(11));
    }

    [Test]
    public async Task Today_WhenOffersAreDue_EachCounterIsTheTotalOfItsList()
    {
        await Given.PublishedOpportunity("Scaduta", Clock.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        await Given.PublishedOpportunity("In scadenza", Clock.Today.AddDays(4).ToString("O", CultureInfo.InvariantCulture));
        await Given.PublishedOpportunity("Lontana", "2027-06-30");
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.That(await KindsThatAgree(Role.BulletinEditor), Does.Contain("opportunitiesExpiring"));
        await CounterLists.ThatAgreeForEveryRole(SignIn);
    }
}
