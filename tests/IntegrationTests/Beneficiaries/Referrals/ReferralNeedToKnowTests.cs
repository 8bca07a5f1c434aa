namespace InclusionPlatform.IntegrationTests.Beneficiaries.Referrals;

/// <summary>Who sees a referral, by state and by relation to it; whoever does not gets the answer of a random id.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralNeedToKnowTests(Engine engine) : SliceTests(engine)
{
    private ApiUser receiver = null!, member = null!, stranger = null!, manager = null!;

    [Test]
    public async Task Referral_WhenInAState_IsSeenByThoseWhoNeedToKnowOnly(
        [Values("received", "inReading", "waitingList", "waitingListClosed", "declined", "declinedClosed", "withdrawn", "takenOn")] string state,
        [Values("socialAmbit", "addictionService", "penalExecution", "juvenileJustice")] string bodyKind)
    {
        var id = await Make(state, bodyKind);
        var restricted = bodyKind != "socialAmbit";
        var meetingIsOpen = state is "inReading" or "waitingList" or "declined";
        var taken = state == "takenOn";

        await Sees(await SignIn(Role.Coordinator), id, !taken || !restricted, "coordinator");
        await Sees(receiver, id, !taken, "who received it");
        await Sees(member, id, meetingIsOpen, "member of the meeting");
        await Sees(manager, id, taken, "case manager");
        await Sees(stranger, id, false, "any other educator");
        foreach (var role in new[] { Role.Administrator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor, Role.Auditor })
        {
            await As(role).Get($"referrals/{id}").Expect(403);
            await As(role).Get("referrals").Expect(403);
            await As(role).Get("referrals/counts").Expect(403);
            await As(role).Get("case-readings").Expect(403);
            await As(role).Get("waiting-list").Expect(403);
        }
    }

    [Test]
    public async Task Coordinator_WhenTheGlassIsBroken_SeesTheReferralOfARestrictedCase()
    {
        var id = await Make("takenOn", "addictionService");
        var person = await Scalar<Guid>("select beneficiary_id from beneficiaries_referral where id = @Id", new { Id = id });

        await As(Role.Coordinator).Get($"referrals/{id}").Expect(404, "referral.not-found");
        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", new { reason = "Il caso manager è assente e serve un recapito" }).Expect(201);
        await As(Role.Coordinator).Get($"referrals/{id}").Expect(200);
    }

    [Test]
    public async Task Meeting_WhenClosed_ItsMembersNoLongerLearnWhoWasReadThere()
    {
        var id = await Make("declined", "socialAmbit");
        var readings = await member.Get("case-readings").Expect(200);
        var reading = readings.Ids.Single();
        Assert.That((await member.Get($"case-readings/{reading}").Expect(200))["agenda"]![0]!["displayName"], Is.Not.Null);

        await Given.CloseMinutes(reading);

        var closed = await member.Get($"case-readings/{reading}").Expect(200);
        Assert.That(closed["agenda"]![0]!["displayName"], Is.Null);
        Assert.That(closed["agenda"]![0]!["decision"], Is.Null);
        Assert.That(closed["minutes"], Is.Null);
        Assert.That((await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200))["minutes"]!.ToString(), Is.EqualTo("Verbale riservatissimo"));
        await stranger.Get($"case-readings/{reading}").Expect(404, "reading.not-found");
        Assert.That((await stranger.Get("case-readings").Expect(200)).Items, Is.Empty);
        Assert.That(await Scalar<string>("select minutes_cipher from beneficiaries_reading where id = @Id", new { Id = reading }), Does.Not.Contain("riservatissimo"));
        Assert.That(id, Is.Not.EqualTo(Guid.Empty));
    }

    private async Task<Guid> Make(string state, string bodyKind)
    {
        receiver = await AnotherPerson(Role.Educator);
        member = await AnotherPerson(Role.Educator);
        stranger = await AnotherPerson(Role.Educator);
        manager = await AnotherPerson(Role.Educator);
        var id = await Given.Referral(receiver, bodyKind);
        if (state == "received")
        {
            return id;
        }

        if (state == "withdrawn")
        {
            await receiver.Post($"referrals/{id}/withdrawal", new { reason = "Non serve più" }).Expect(204);
            return id;
        }

        var reading = await Given.Reading([id], await Given.IdOf(member));
        if (state != "inReading")
        {
            await Given.Decision(reading, id, state.Replace("Closed", "", StringComparison.Ordinal), takingOn: state == "takenOn" ? new { caseManagerId = await Given.IdOf(manager) } : null);
        }

        if (state.EndsWith("Closed", StringComparison.Ordinal))
        {
            await Given.CloseMinutes(reading);
        }

        return id;
    }

    private static async Task Sees(ApiUser who, Guid id, bool sees, string name)
    {
        var found = await who.Get($"referrals/{id}");
        Assert.That(found.Status, Is.EqualTo(sees ? 200 : 404), $"{name}: {found.Text}");
        Assert.That((await who.Get("referrals?total=true").Expect(200)).Ids, sees ? Does.Contain(id) : Does.Not.Contain(id), name);
        var counts = (await who.Get("referrals/counts").Expect(200)).Json.AsObject();
        Assert.That(counts.Where(count => count.Key != "late").Sum(count => count.Value!.GetValue<int>()), Is.EqualTo(sees ? 1 : 0), $"{name}: counting tells nothing either");
        if (!sees)
        {
            var guessed = await who.Get($"referrals/{Guid.NewGuid()}");
            Assert.That(found.Code, Is.EqualTo(guessed.Code), name);
            Assert.That((await who.Put($"referrals/{id}", Given.ReferralOf(Guid.NewGuid()), 1)).Status, Is.EqualTo(404), name);
            Assert.That((await who.Post($"referrals/{id}/withdrawal", new { reason = "Provo" })).Status, Is.EqualTo(404), name);
            Assert.That((await who.Get($"referrals/{id}/answer")).Status, Is.EqualTo(404), name);
        }
    }
}
