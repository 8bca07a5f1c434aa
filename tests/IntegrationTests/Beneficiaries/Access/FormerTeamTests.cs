using InclusionPlatform.IntegrationTests.Today;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Access;

/// <summary>Who followed a person once, and who does now.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class FormerTeamTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task FormerTeam_WhenAnotherFollowsThePersonNow_SeesTheOwnClosedCaseAndNothingOfThePerson()
    {
        var (person, former, current, colleague) = await FollowedByAnother("Passaggio");

        await As(Role.Educator).Get($"beneficiaries/{person}").Expect(404, "beneficiary.not-found");
        await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(404);
        await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(404);
        await As(Role.Educator).Get($"beneficiaries/{person}/documents").Expect(404);
        await As(Role.Educator).Post($"beneficiaries/{person}/disclosures", new { group = "contacts", purpose = "contactPerson" }).Expect(404);
        await As(Role.Educator).Get($"cases/{current}").Expect(404, "case.not-found");

        var own = await As(Role.Educator).Get($"cases/{former}").Expect(200);
        Assert.That((own["sight"]!.ToString(), own["restricted"]!.GetValue<bool>()), Is.EqualTo(("full", false)));
        await As(Role.Educator).Get($"cases/{former}/outcomes").Expect(200);
        await As(Role.Educator).Get($"cases/{former}/diary-entries").Expect(200);
        var overview = await As(Role.Educator).Get($"cases/{former}/overview").Expect(200);
        Assert.That((overview["person"]!["age"], overview["person"]!["domicileName"], overview["person"]!["restricted"]!.GetValue<bool>()), Is.EqualTo(((object?)null, (object?)null, false)));
        Assert.That(overview["recent"]!.AsArray().Select(entry => entry!["kind"]!.ToString()), Does.Not.Contain("document"));

        await colleague.Get($"beneficiaries/{person}/attestations").Expect(200);
    }

    [Test]
    public async Task FormerTeam_WhenAnotherFollowsThePersonNow_ListsFindThePersonNoMore()
    {
        var (person, former, current, colleague) = await FollowedByAnother("Traslochi");

        foreach (var search in new[] { new { text = "traslochi", onlyMine = false, total = true }, new { text = "traslochi", onlyMine = true, total = true } })
        {
            var found = await As(Role.Educator).Post("beneficiaries/search", search).Expect(200);
            Assert.That((found.Items.Count, found["total"]!.GetValue<int>()), Is.EqualTo((0, 0)));
        }

        Assert.That((await As(Role.Educator).Get("cases").Expect(200)).Ids, Is.EqualTo(new[] { former }));
        Assert.That((await As(Role.Educator).Get("caseload?state=closed&category=l381-drug-dependence").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Educator).Post("search", new { text = "traslochi" }).Expect(200)).Text, Does.Not.Contain($"/beneficiaries/{person}\""));
        Assert.That((await colleague.Post("beneficiaries/search", new { text = "traslochi" }).Expect(200)).Ids, Is.EqualTo(new[] { person }));
        Assert.That((await colleague.Get("cases").Expect(200)).Ids, Is.EqualTo(new[] { current }));
    }

    [Test]
    public async Task FormerTeam_WhenTheOthersCaseHasEndedToo_StillSeesTheOwnClosedCaseAndNothingNewer()
    {
        var (person, former, current, colleague) = await FollowedByAnother("Ritorni");
        await colleague.Post($"cases/{current}/closure", new { closedOn = "2026-11-22", outcome = "returnedToServices" }).Expect(204);

        await As(Role.Educator).Get($"beneficiaries/{person}").Expect(404, "beneficiary.not-found");
        await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(404);
        await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-22", reason = "jobLoss" }).Expect(404);
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "ritorni" }).Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Educator).Get("caseload?state=closed&category=l381-drug-dependence").Expect(200)).Items, Is.Empty);
        var overview = await As(Role.Educator).Get($"cases/{former}/overview").Expect(200);
        Assert.That((overview["case"]!["sight"]!.ToString(), overview["person"]!["age"]), Is.EqualTo(("full", (object?)null)));

        var refused = await As(Role.Educator).Post($"cases/{former}/reopening", new { reopenedOn = "2026-11-23", reason = "cameBack" }, ("If-Match", $"\"{overview["case"]!["version"]}\"")).Expect(409);
        Assert.That(refused.Code, Is.EqualTo("case.followed-since"));
        await colleague.Get($"beneficiaries/{person}/attestations").Expect(200);
        await colleague.Post($"cases/{current}/reopening", new { reopenedOn = "2026-11-23", reason = "cameBack" }, ("If-Match", "\"3\"")).Expect(204);
        await As(Role.Educator).Get($"beneficiaries/{person}").Expect(404);
    }

    [Test]
    public async Task FormerTeam_WhenAnotherFollowsThePersonNow_IsLedToTheOwnCaseAndNeverToARecordThatIsNotTheirs()
    {
        var (person, former, current, colleague) = await FollowedByAnother("Percorsi", metOn: "2026-11-18");
        var (mine, open) = await Given.Case();
        await As(Role.Educator).Post($"cases/{open}/appointments", new { kind = "interview", on = "2026-11-18", at = "10:30", minutes = 45, userId = await Given.IdOf(await SignIn(Role.Educator)) }).Expect(201);
        Clock.Advance(TimeSpan.FromDays(30));
        var educator = await Platform.SignedInAsync(Role.Educator);

        var followUp = (await educator.Get("follow-ups").Expect(200)).Items.Single()!;
        Assert.That((followUp["caseId"]!.GetValue<Guid>(), followUp["personOpens"]!.GetValue<bool>()), Is.EqualTo((former, false)));
        var appointments = (await educator.Get("appointments?show=toRecord").Expect(200)).Items;
        Assert.That(appointments.ToDictionary(one => one!["caseId"]!.GetValue<Guid>(), one => one!["personOpens"]!.GetValue<bool>()), Is.EquivalentTo(new Dictionary<Guid, bool> { [former] = false, [open] = true }));
        var links = (await educator.Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()).ToArray();
        Assert.That(links, Does.Contain($"/beneficiaries/{person}/cases/{former}#outcome").And.Contain($"/beneficiaries/{person}/cases/{former}#appointments").And.Contain($"/beneficiaries/{mine}#appointments"));
        Assert.That(links, Has.None.EqualTo($"/beneficiaries/{person}#outcome").And.None.EqualTo($"/beneficiaries/{person}#appointments"));
        Assert.That((await educator.Get($"cases/{former}").Expect(200))["personOpens"]!.GetValue<bool>(), Is.False);
        Assert.That((await educator.Get($"cases/{open}").Expect(200))["personOpens"]!.GetValue<bool>(), Is.True);
        Assert.That((await colleague.Get($"cases/{current}").Expect(200))["personOpens"]!.GetValue<bool>(), Is.True);

        // What waits for them there can be done there.
        var appointment = (await educator.Get($"cases/{former}/appointments").Expect(200)).Items.Single()!;
        await educator.Post($"cases/{former}/appointments/{appointment["id"]}/outcome", new { outcome = "held" }, ("If-Match", $"\"{appointment["version"]}\"")).Expect(204);
        await educator.Get($"cases/{former}/outcomes").Expect(200);
        await CounterLists.ThatAgree(educator);
    }

    [Test]
    public async Task FormerTeam_WhileNobodyElseFollowsThePerson_SeesTheRecordAndMayTakeThePersonOnAgain()
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-19", outcome = "droppedOut" }).Expect(204);

        await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(200);
        await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-20", reason = "jobLoss" }).Expect(201);
        await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(200);
    }

    /// <summary>The educator's ordinary case closed; then a colleague follows the person for the addiction service.</summary>
    private async Task<(Guid Person, Guid Former, Guid Current, ApiUser Colleague)> FollowedByAnother(string surname, string? metOn = null)
    {
        var who = Given.Person(surname);
        var (person, former) = await Given.Case(person: who);
        if (metOn is not null)
        {
            await As(Role.Educator).Post($"cases/{former}/appointments", new { kind = "interview", on = metOn, at = "10:30", minutes = 45, userId = await Given.IdOf(await SignIn(Role.Educator)) }).Expect(201);
        }

        await As(Role.Educator).Post($"cases/{former}/closure", new { closedOn = "2026-11-19", outcome = "droppedOut" }).Expect(204);
        var colleague = await AnotherPerson(Role.Educator);
        var referral = await Given.Referral(bodyKind: "addictionService", person: who);
        var decided = await Given.Decision(
            await Given.Reading([referral], heldOn: "2026-11-20"), referral, "takenOn", takingOn: new { caseManagerId = await Given.IdOf(colleague), beneficiaryId = person });
        await colleague.Post(
            $"beneficiaries/{person}/attestations", new { category = "l381-drug-dependence", bodyId = await Given.ReferringBody("addictionService"), validFrom = "2026-11-20" }).Expect(201);
        return (person, former, decided["caseId"]!.GetValue<Guid>(), colleague);
    }
}
