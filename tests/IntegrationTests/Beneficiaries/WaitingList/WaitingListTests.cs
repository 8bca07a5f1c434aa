namespace InclusionPlatform.IntegrationTests.Beneficiaries.WaitingList;

[TestFixtureSource(typeof(Engines))]
internal sealed class WaitingListTests(Engine engine) : SliceTests(engine)
{
    private static Dictionary<string, object?> Parent(string surname, int children, bool alone)
    {
        var person = Given.Person(surname, birthDate: new DateOnly(1980, 3, 3));
        person["minorChildren"] = children;
        person["singleParent"] = alone;
        return person;
    }

    [Test]
    public async Task List_WhenNothingIsDeclared_IsInTheOrderOfWaiting()
    {
        var first = await Given.Waiting();
        Clock.Advance(TimeSpan.FromDays(1));
        var reading = await Given.Referral(urgency: "urgent");
        var meeting = await Given.Reading([reading], heldOn: "2026-11-24");
        await Given.Decision(meeting, reading, "waitingList");

        var list = await As(Role.Coordinator).Get("waiting-list").Expect(200);
        Assert.That(list["criteria"], Is.Null);
        Assert.That(list.Ids, Is.EqualTo(new[] { first, reading }));
        await As(Role.Educator).Get("waiting-list").Expect(403);
    }

    [Test]
    public async Task List_WhenCriteriaAreDeclared_EachRowSaysWhyItStandsWhereItStands()
    {
        var alone = await Given.Waiting(person: Parent("Solagenitrice", 2, true));
        var parent = await Given.Waiting(person: Parent("Genitrice", 1, false));
        var poor = await Given.Waiting(person: Parent("Senzareddito", 0, true), noIncome: true, urgency: "urgent");
        await Declare("2026-11-23", ("minorChildren", 10), ("singleParent", 15), ("noIncome", 8), ("urgent", 5), ("eachMonthWaiting", 1));

        var list = await As(Role.Coordinator).Get("waiting-list").Expect(200);
        Assert.That(list.Ids, Is.EqualTo(new[] { alone, poor, parent }));
        Assert.That(list.Items.Select(row => row!["points"]!.GetValue<int>()), Is.EqualTo(new[] { 25, 13, 10 }));
        Assert.That(list.Items[0]!["why"]!.AsArray().Select(line => line!["criterion"]!.ToString()), Is.EqualTo(new[] { "minorChildren", "singleParent" }));

        Clock.Advance(TimeSpan.FromDays(61));
        Assert.That((await As(Role.Coordinator).Get("waiting-list").Expect(200)).Items.Select(row => row!["points"]!.GetValue<int>()), Is.EqualTo(new[] { 27, 15, 12 }));
    }

    [Test]
    public async Task Criteria_WhenDeclaredForALaterDay_HoldFromThenAndThePastIsNotRewritten()
    {
        await Declare("2026-11-23", ("urgent", 5));
        await Declare("2026-12-01", ("noIncome", 7));

        Assert.That((await As(Role.Coordinator).Get("waiting-list").Expect(200))["criteria"]!["items"]![0]!["criterion"]!.ToString(), Is.EqualTo("urgent"));
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.That((await As(Role.Coordinator).Get("waiting-list").Expect(200))["criteria"]!["items"]![0]!["criterion"]!.ToString(), Is.EqualTo("noIncome"));
        Assert.That((await As(Role.Coordinator).Get("waiting-list/criteria").Expect(200)).Json.AsArray(), Has.Count.EqualTo(2));

        object[] items = [new { criterion = "urgent", points = 5 }];
        var past = await As(Role.Coordinator).Post("waiting-list/criteria", new { validFrom = "2026-11-30", note = "Tavolo", items }).Expect(422);
        Assert.That(past.CodesOf("validFrom"), Is.EqualTo(new[] { "waiting-list.criteria-in-past" }));
        var wrong = await As(Role.Coordinator).Post("waiting-list/criteria", new { validFrom = "2026-12-10", note = "", items = new[] { new { criterion = "urgent", points = 0 }, new { criterion = "urgent", points = 5 } } }).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "note", "items", "items[0].points" }));
        await As(Role.Educator).Post("waiting-list/criteria", new { validFrom = "2026-12-10", note = "x", items }).Expect(403);
    }

    [Test]
    public async Task TakingOn_WhenNotTheFirst_NeedsAReasonThatStaysInTheStory()
    {
        await Given.Waiting(person: Parent("Prima", 1, true));
        var second = await Given.Waiting(person: Parent("Seconda", 0, false));
        await Declare("2026-11-23", ("minorChildren", 10));
        var takingOn = new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) };

        var refused = await As(Role.Coordinator).Post($"waiting-list/{second}/taking-on", new { takingOn }).Expect(422, "waiting-list.not-first");
        Assert.That(refused.CodesOf("reason"), Is.Not.Empty);
        var taken = await As(Role.Coordinator).Post($"waiting-list/{second}/taking-on", new { reason = "Il posto libero è nel suo comune", takingOn }).Expect(200);

        await As(Role.Educator).Get($"cases/{taken["caseId"]}").Expect(200);
        var story = (await As(Role.Educator).Get($"referrals/{second}").Expect(200))["story"]![0]!;
        Assert.That(story["listPosition"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(story["listPoints"]!.GetValue<int>(), Is.Zero);
        await As(Role.Coordinator).Post($"waiting-list/{second}/taking-on", new { reason = "Di nuovo, per sbaglio", takingOn }).Expect(409, "referral.not-waiting");
        await As(Role.Coordinator).Post($"waiting-list/{Guid.NewGuid()}/taking-on", new { takingOn }).Expect(404, "referral.not-found");
    }

    [Test]
    public async Task WaitingReferral_WhenReadAgain_KeepsItsPlaceInTime()
    {
        var id = await Given.Waiting();
        Clock.Advance(TimeSpan.FromDays(40));
        var reading = await Given.Reading([id], heldOn: "2027-01-02");
        Assert.That((await As(Role.Coordinator).Get("waiting-list").Expect(200)).Items, Is.Empty);

        await As(Role.Coordinator).Delete($"case-readings/{reading}/agenda/{id}").Expect(204);

        Assert.That((await As(Role.Coordinator).Get("waiting-list").Expect(200)).Items.Single()!["days"]!.GetValue<int>(), Is.EqualTo(40));
    }

    private async Task Declare(string validFrom, params (string Criterion, int Points)[] items) => await As(Role.Coordinator)
        .Post("waiting-list/criteria", new { validFrom, note = "Tavolo di coordinamento", items = items.Select(item => new { criterion = item.Criterion, points = item.Points }).ToArray() }).Expect(201);
}
