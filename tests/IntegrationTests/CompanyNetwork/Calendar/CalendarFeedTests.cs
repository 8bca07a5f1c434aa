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
