using InclusionPlatform.IntegrationTests.Today;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.WorkingTables;

[TestFixtureSource(typeof(Engines))]
internal sealed class DecisionTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Decision_WhenEntrustedToAColleague_IsOnTheirTodayUntilItIsDone()
    {
        var educator = await Given.UserId(Role.Educator);
        var meeting = await Given.Meeting(await Given.WorkingTable("Cabina di regia"));
        var decision = (await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Scrivere al Comune", ownerUserId = educator, dueOn = "2026-11-24" }).Expect(201)).Id;
        await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Più avanti", ownerUserId = educator, dueOn = "2027-02-01" }).Expect(201);
        Clock.Advance(TimeSpan.FromDays(3));

        var today = await As(Role.Educator).Get("today").Expect(200);
        var counter = today["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "network.decision-due")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["urgency"]!.ToString(), counter["link"]!.ToString()), Is.EqualTo((1, "late", "/partner-bodies/decisions?state=due&mine=true")));
        Assert.That((await As(Role.Educator).Get("working-tables/decisions?state=due&mine=true").Expect(200)).Ids, Is.EqualTo(new[] { decision }));
        await CounterLists.ThatAgree(await SignIn(Role.Educator));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("network.decision-due"));

        await As(Role.CompanyOperator).Get("working-tables/decisions?state=late").Expect(200);
        await As(Role.Trainer).Post($"working-tables/decisions/{decision}/completion").Expect(403, "decision.of-somebody-else");
        await As(Role.Educator).Post($"working-tables/decisions/{decision}/completion").Expect(204);
        await As(Role.Educator).Post($"working-tables/decisions/{decision}/completion").Expect(204);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("network.decision-due"));
        Assert.That((await As(Role.Educator).Get("working-tables/decisions?state=done").Expect(200)).Ids, Is.EqualTo(new[] { decision }));
        await As(Role.Educator).Delete($"working-tables/decisions/{decision}/completion").Expect(204);
        Assert.That((await As(Role.Educator).Get("working-tables/decisions?state=open&total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task Decision_WhenMinutesAreApproved_KeepsItsWordsButMayFindAnotherOwner()
    {
        var body = await Given.PartnerBody("SerD");
        var person = await Given.BodyPerson(body);
        var meeting = await Given.Meeting(await Given.WorkingTable());
        var decision = (await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Preparare il modulo", ownerPersonId = person, dueOn = "2026-12-01" }).Expect(201)).Id;
        await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "Si decide." }, 2).Expect(200);
        await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", "\"3\"")).Expect(200);

        await As(Role.Coordinator).Put($"working-tables/decisions/{decision}", new { decided = "Altro", ownerPersonId = person, dueOn = "2026-12-01" }, 1).Expect(409, "meeting.minutes-approved");
        var moved = await As(Role.Coordinator).Put($"working-tables/decisions/{decision}", new { decided = "Preparare il modulo", ownerUserId = await Given.UserId(Role.Educator), dueOn = "2026-12-15" }, 1).Expect(200);
        await As(Role.Coordinator).Put($"working-tables/decisions/{decision}", new { decided = "Preparare il modulo", ownerPersonId = person, dueOn = "2026-12-15" }, 1).Expect(412);

        Assert.That((moved["dueOn"]!.ToString(), moved["ownerBodyName"]), Is.EqualTo(("2026-12-15", (object?)null)));
    }

    [Test]
    public async Task RemoveDecision_WhenWrittenByMistake_LeavesTheListsAndStaysWithItsMeeting()
    {
        var educator = await Given.UserId(Role.Educator);
        var meeting = await Given.Meeting(await Given.WorkingTable());
        var mistaken = (await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Scrivere al Comune sbagliato", ownerUserId = educator, dueOn = "2026-11-24" }).Expect(201)).Id;
        var right = (await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "Scrivere al Comune", ownerUserId = educator, dueOn = "2026-11-24" }).Expect(201)).Id;
        var version = (await As(Role.Coordinator).Get(meeting).Expect(200)).Version;
        Task<Reply> Remove(Guid id, Role role = Role.Coordinator, string? reason = "Era di un'altra riunione", int of = 1) =>
            As(role).Post($"working-tables/decisions/{id}/removal", new { reason }, ("If-Match", $"\"{of}\""));

        await Remove(mistaken, Role.Educator).Expect(403);
        await Remove(mistaken, of: 2).Expect(412);
        Assert.That((await Remove(mistaken, reason: "").Expect(422)).CodesOf("reason"), Is.Not.Empty);
        await As(Role.Coordinator).Post($"working-tables/decisions/{mistaken}/removal", new { reason = "x" }).Expect(428);
        await Remove(mistaken).Expect(204);
        await Remove(mistaken).Expect(404, "decision.not-found");

        var page = await As(Role.Educator).Get(meeting).Expect(200);
        Assert.That(page["decisions"]!.AsArray().Select(one => one!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { right }));
        var removed = page["removedDecisions"]!.AsArray().Single()!;
        Assert.That($"{removed["decided"]}: {removed["reason"]}", Is.EqualTo("Scrivere al Comune sbagliato: Era di un'altra riunione"));
        Assert.That(page.Version, Is.EqualTo(version + 1), "whoever approves the minutes has read them as they are");
        Assert.That((await As(Role.Educator).Get("working-tables/decisions?mine=true").Expect(200)).Ids, Is.EqualTo(new[] { right }));
        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.Educator)))["network.decision-due"], Is.EqualTo(1));
        var minutes = await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "Si decide." }, page.Version).Expect(200);
        await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", $"\"{minutes.Version}\"")).Expect(200);
        await Remove(right).Expect(409, "meeting.minutes-approved");
    }

    [Test]
    public async Task TakeDecision_WhenWrong_IsRefused()
    {
        var meeting = await Given.Meeting(await Given.WorkingTable());
        var educator = await Given.UserId(Role.Educator);

        Assert.That((await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "X", dueOn = "2026-12-01" }).Expect(422)).CodesOf("ownerUserId"), Is.EqualTo(new[] { "decision.one-owner" }));
        Assert.That((await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "X", ownerUserId = Guid.NewGuid(), dueOn = "2026-12-01" }).Expect(422)).CodesOf("ownerUserId"), Is.EqualTo(new[] { "decision.owner-unknown" }));
        Assert.That((await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "X", ownerUserId = educator, dueOn = "2026-11-01" }).Expect(422)).CodesOf("dueOn"), Is.EqualTo(new[] { "decision.due-before-meeting" }));
        await As(Role.Educator).Post($"{meeting}/decisions", new { decided = "X", ownerUserId = educator, dueOn = "2026-12-01" }).Expect(403);
        await As(Role.Educator).Post($"working-tables/decisions/{Guid.NewGuid()}/completion").Expect(404);
        Assert.That((await As(Role.Coordinator).Get("working-tables/decision-owners").Expect(200)).Ids, Does.Contain(educator));
    }
}
