namespace InclusionPlatform.IntegrationTests.Beneficiaries.Referrals;

/// <summary>A partner body's own system.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralClientTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Beneficiaries:ReferralAnswerDays"] = "15" };

    [Test]
    public async Task System_WhenItRefers_LearnsOnlyStateAndDaysOfItsOwn()
    {
        var system = await Given.Client(Platform, "referrals:write");
        var mine = await system.Post("referrals", Given.ReferralOf(await Given.ReferringBody(), receivedOn: "2026-10-01"), ("Idempotency-Key", "pratica-1")).Expect(201);
        var again = await system.Get($"referrals/{mine.Id}/answer").Expect(200);
        var others = await Given.Referral();

        Assert.That(mine["answerDueOn"]!.ToString(), Is.EqualTo("2026-12-08"), "fifteen days from today by setting, whatever the system says");
        Assert.That(again.Json.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "id", "version", "state", "informationAsked", "receivedOn", "answerDueOn", "answeredOn" }));
        Assert.That((await system.Get("referrals/answers").Expect(200)).Ids, Is.EqualTo(new[] { mine.Id }));
        await system.Get($"referrals/{others}/answer").Expect(404, "referral.not-found");
        await system.Post($"referrals/{others}/withdrawal", new { reason = "Non mia" }).Expect(404, "referral.not-found");
        foreach (var path in new[] { "referrals", $"referrals/{mine.Id}", "referrals/counts", "case-readings", "waiting-list", "beneficiaries/" + Guid.NewGuid(), "cases" })
        {
            await system.Get(path).Expect(403);
        }
    }

    [Test]
    public async Task System_WhenItRepeatsWithTheSameKey_MakesOneAndAnotherContentIsRefused()
    {
        var system = await Given.Client(Platform, "referrals:write");
        var referral = Given.ReferralOf(await Given.ReferringBody());
        var first = await system.Post("referrals", referral, ("Idempotency-Key", "pratica-1")).Expect(201);

        Assert.That((await system.Post("referrals", referral, ("Idempotency-Key", "pratica-1")).Expect(201)).Id, Is.EqualTo(first.Id));
        referral["urgency"] = "urgent";
        await system.Post("referrals", referral, ("Idempotency-Key", "pratica-1")).Expect(422, "idempotency.key-reused");
    }

    [Test]
    public async Task System_WhenInformationIsAsked_CompletesItsReferralAndMayWithdrawIt()
    {
        var system = await Given.Client(Platform, "referrals:write");
        var referral = Given.ReferralOf(await Given.ReferringBody("penalExecution"));
        var id = (await system.Post("referrals", referral).Expect(201)).Id;
        var reading = await Given.Reading([id]);
        await Given.Decision(reading, id, "moreInformation");

        var asked = await system.Get($"referrals/{id}/answer").Expect(200);
        Assert.That(asked["informationAsked"]!.GetValue<bool>(), Is.True);
        Assert.That(asked["state"]!.ToString(), Is.EqualTo("received"));
        Assert.That(asked["answeredOn"], Is.Null, "asking is no answer");
        referral["reasonText"] = "Ecco quanto mancava";
        await system.Put($"referrals/{id}", referral, asked.Version).Expect(204);
        Assert.That((await system.Get($"referrals/{id}/answer").Expect(200))["informationAsked"]!.GetValue<bool>(), Is.False);
        await system.Post($"referrals/{id}/withdrawal", new { reason = "Trasferimento" }).Expect(204);
        Assert.That((await system.Get($"referrals/{id}/answer").Expect(200))["state"]!.ToString(), Is.EqualTo("withdrawn"));
        var record = await As(Role.Coordinator).Get($"referrals/{id}").Expect(200);
        Assert.That(record["receivedFromSystem"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public async Task System_WhenItLacksTheScope_IsRefused()
    {
        var system = await Given.Client(Platform, "partner-bodies:read");

        await system.Post("referrals", Given.ReferralOf(Guid.NewGuid())).Expect(403);
        await system.Get($"referrals/{Guid.NewGuid()}/answer").Expect(403);
        await Anonymous.Post("referrals", Given.ReferralOf(Guid.NewGuid())).Expect(401);
    }
}
