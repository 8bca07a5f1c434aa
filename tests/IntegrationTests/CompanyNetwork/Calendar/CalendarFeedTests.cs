namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Calendar;

[TestFixtureSource(typeof(Engines))]
internal sealed class CalendarFeedTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Platform:PublicAddress"] = "https://servizio.example", ["RateLimits:CalendarsPerMinute"] = "20" };

    private async Task<string> Address(Role role) => new Uri((await As(role).Post("calendar-feed").Expect(200))["address"]!.ToString()).AbsolutePath;

    [Test]
    public async Task Calendar_WhenSubscribed_HoldsMeetingsEventsAndOnesOwnDecisionsAndNothingWrittenFreely()
    {
        var meeting = await Given.Meeting(await Given.WorkingTable("Tavolo, provinciale"), "2026-11-23", "09:30", "11:00", "Il caso di Mario Rossi");
        await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Sentire Mario Rossi", ownerUserId = await Given.UserId(Role.Educator), dueOn = "2026-12-01" }).Expect(201);
        var happening = (await As(Role.Coordinator).Post("network-events", new { title = "Convegno", day = "2026-12-10", startsAt = "10:00", place = "Teatro" }).Expect(201)).Id;
        await As(Role.Coordinator).Post($"network-events/{happening}/cancellation").Expect(204);

        var address = await Address(Role.Educator);
        var calendar = await Anonymous.Get(address).Expect(200);

        Assert.That(calendar.ContentHeaders.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(calendar.Text, Does.Contain(@"SUMMARY:Tavolo\, provinciale").And.Contain("DTSTART:20261123T083000Z\r\nDTEND:20261123T100000Z").And.Contain("DTSTART;VALUE=DATE:20261201").And.Contain("STATUS:CANCELLED"));
        Assert.That(calendar.Text, Does.Not.Contain("Mario"));
        Assert.That((await Anonymous.Get(await Address(Role.Coordinator)).Expect(200)).Text, Does.Not.Contain("DTSTART;VALUE=DATE"));
        Assert.That((await Anonymous.Get(address).Expect(200)).Text, Is.EqualTo(calendar.Text), "the same until something changes");
        Assert.That(Platform.Logged, Has.None.Contains(address.Split('/')[^1][..20]));
    }

    [Test]
    public async Task Calendar_OfATutor_HoldsVisitsAndInterviewsDueAndNamesNobody()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf("Nominata"), await Given.Host(name: "Osteria Riservata"));
        Clock.Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var address = await Address(Role.Educator);

        var calendar = (await Anonymous.Get(address).Expect(200)).Text;

        Assert.That(calendar.Split("BEGIN:VEVENT").Skip(1).Select(entry => entry.Split("SUMMARY:")[1].Split('\r')[0]), Is.EquivalentTo(new[] { "Visita di tirocinio", "Colloquio di tirocinio" }));
        Assert.That(calendar, Does.Not.Contain("Nominata").And.Not.Contain("Osteria").And.Not.Contain("LOCATION"));
        Assert.That((await Anonymous.Get(address).Expect(200)).Text, Is.EqualTo(calendar), "the same until something changes");
        Assert.That((await Anonymous.Get(await Address(Role.Coordinator)).Expect(200)).Text, Does.Not.Contain("VEVENT"), "somebody else's");
        Assert.That(calendar, Does.Contain($"internship-visit-{id}"));
    }

    [Test]
    public async Task Calendar_OfATrainer_HoldsTheirLessonsAndWhatWasCalledOff()
    {
        var edition = await Given.Edition();
        await Given.Participant(edition, "Partecipante");
        await Given.Session(edition, "2026-11-24");
        var off = await Given.Session(edition, "2026-11-25");
        await (await SignIn(Role.Coordinator)).Delete($"course-editions/{edition}/sessions/{off}");

        var calendar = (await Anonymous.Get(await Address(Role.Trainer)).Expect(200)).Text;

        Assert.That(calendar, Does.Contain("DTSTART:20261124T080000Z\r\nDTEND:20261124T120000Z").And.Contain("LOCATION:").And.Not.Contain("Partecipante"));
        Assert.That((await Anonymous.Get(await Address(Role.Educator)).Expect(200)).Text, Does.Not.Contain("VEVENT"));
    }

    [Test]
    public async Task Calendar_WhenRenewedOrRevoked_TheOldAddressIsWorthNothing()
    {
        Assert.That((await As(Role.Educator).Get("calendar-feed").Expect(200))["madeAt"], Is.Null);
        var first = await Address(Role.Educator);
        var second = await Address(Role.Educator);

        await Anonymous.Get(first).Expect(404, "calendar-feed.not-found");
        await Anonymous.Get(second).Expect(200);
        Assert.That((await As(Role.Educator).Get("calendar-feed").Expect(200))["madeAt"], Is.Not.Null);
        Assert.That(await Scalar<string>("select token_digest from company_network_calendar_feed"), Has.Length.EqualTo(64).And.Not.Contains(second.Split('/')[^1][..20]));
        await As(Role.Educator).Delete("calendar-feed").Expect(204);
        await As(Role.Educator).Delete("calendar-feed").Expect(404);
        await Anonymous.Get(second).Expect(404, "calendar-feed.not-found");
        await Anonymous.Get("calendar-feeds/inventato.ics").Expect(404, "calendar-feed.not-found");
    }

    [Test]
    public async Task Calendar_WhenTheAccountIsClosed_IsGone()
    {
        var address = await Address(Role.Educator);
        await As(Role.Administrator).Post($"users/{await Given.UserId(Role.Educator)}/disabling").Expect(204);

        await Anonymous.Get(address).Expect(404);
    }

    [Test]
    public async Task Calendar_WhenAskedTooOften_IsRefusedForAWhile()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await Anonymous.Get("calendar-feeds/inventato.ics").Expect(404);
        }

        await Anonymous.Get("calendar-feeds/inventato.ics").Expect(429);
    }

    [Test]
    public async Task RenewCalendarFeed_WhenRepeatedWithTheSameKey_DoesNotShowAnAddressThatIsNotKept()
    {
        await As(Role.Educator).Post("calendar-feed", null, ("Idempotency-Key", "k1")).Expect(200);

        await As(Role.Educator).Post("calendar-feed", null, ("Idempotency-Key", "k1")).Expect(409, "secret.shown-already");
        await As(Role.Administrator).Post("calendar-feed").Expect(403);
    }
}
