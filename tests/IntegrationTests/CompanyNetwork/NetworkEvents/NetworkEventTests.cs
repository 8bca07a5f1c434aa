namespace InclusionPlatform.IntegrationTests.CompanyNetwork.NetworkEvents;

[TestFixtureSource(typeof(Engines))]
internal sealed class NetworkEventTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Event(string title, string day) =>
        (await As(Role.Coordinator).Post("network-events", new { title, day, startsAt = "10:00", endsAt = "12:30", place = "Teatro comunale" }).Expect(201)).Id;

    [Test]
    public async Task NetworkEvent_WhenBodiesAreInvited_CountsWhoCame()
    {
        var body = await Given.PartnerBody("SerD");
        var other = await Given.PartnerBody("UEPE");
        var held = await Event("Convegno", "2026-11-20");
        var coming = await Event("Open day", "2026-12-20");

        await As(Role.Coordinator).Post($"network-events/{held}/invitations", new { bodyId = body }).Expect(201);
        await As(Role.Coordinator).Post($"network-events/{held}/invitations", new { bodyId = body }).Expect(409, "network-event.invited-already");
        await As(Role.Coordinator).Post($"network-events/{held}/invitations", new { bodyId = other }).Expect(201);
        await As(Role.Coordinator).Post($"network-events/{coming}/invitations", new { bodyId = body }).Expect(201);
        await As(Role.Coordinator).Put($"network-events/{held}/invitations/{body}", new { state = "present" }).Expect(204);
        await As(Role.Coordinator).Put($"network-events/{held}/invitations/{other}", new { state = "absent" }).Expect(204);
        await As(Role.Coordinator).Put($"network-events/{coming}/invitations/{body}", new { state = "present" }).Expect(422, "network-event.in-future");
        await As(Role.Coordinator).Put($"network-events/{coming}/invitations/{body}", new { state = "confirmed" }).Expect(204);
        await As(Role.Coordinator).Put($"network-events/{coming}/invitations/{other}", new { state = "confirmed" }).Expect(404);

        var list = await As(Role.Educator).Get("network-events?total=true").Expect(200);
        Assert.That(list.Items.Select(row => (row!["title"]!.ToString(), row["invited"]!.GetValue<int>(), row["present"]!.GetValue<int>())), Is.EqualTo(new[] { ("Open day", 1, 0), ("Convegno", 2, 1) }));
        Assert.That((await As(Role.Educator).Get("network-events?past=true").Expect(200)).Ids, Is.EqualTo(new[] { held }));
        Assert.That((await As(Role.Educator).Get($"network-events?bodyId={other}").Expect(200)).Ids, Is.EqualTo(new[] { held }));
        await As(Role.Coordinator).Delete($"network-events/{held}/invitations/{other}").Expect(204);
        Assert.That((await As(Role.Educator).Get($"network-events/{held}").Expect(200))["invitations"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task NetworkEvent_WhenChangedOrCancelled_KeepsItsVersionAndItsWord()
    {
        var id = await Event("Convegno", "2026-12-01");
        object Data(string title) => new { title, day = "2026-12-02", startsAt = "10:00", place = "Biblioteca", participants = 40 };

        Assert.That((await As(Role.Coordinator).Put($"network-events/{id}", Data("Convegno di rete"), 1).Expect(200))["participants"]!.GetValue<int>(), Is.EqualTo(40));
        await As(Role.Coordinator).Put($"network-events/{id}", Data("X"), 1).Expect(412);
        await As(Role.Coordinator).Post($"network-events/{id}/cancellation").Expect(204);
        await As(Role.Coordinator).Post($"network-events/{id}/cancellation").Expect(409, "network-event.cancelled");
        await As(Role.Coordinator).Put($"network-events/{id}", Data("X"), 3).Expect(409, "network-event.cancelled");
    }

    [Test]
    public async Task CreateNetworkEvent_WhenWrongOrForbidden_IsRefused()
    {
        Assert.That((await As(Role.Coordinator).Post("network-events", new { title = "Fiera", day = "9999-12-31", startsAt = "10:00", place = "Sala" }).Expect(422)).CodesOf("day"), Is.Not.Empty);
        var reply = await As(Role.Coordinator).Post("network-events", new { title = "", day = "2026-12-01", startsAt = "10", place = "", participants = -1 }).Expect(422);

        Assert.That(new[] { "title", "startsAt", "place", "participants" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
        await As(Role.Educator).Post("network-events", new { title = "X", day = "2026-12-01", startsAt = "10:00", place = "Y" }).Expect(403);
        await As(Role.Educator).Get($"network-events/{Guid.NewGuid()}").Expect(404);
    }
}
