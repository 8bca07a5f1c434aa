namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Contacts;

[TestFixtureSource(typeof(Engines))]
internal sealed class ContactTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task LogContact_WhenNobodyAnswersThreeTimes_CompanyIsListedAsUnreached()
    {
        var company = await Given.Company();
        await Given.Company();

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "noAnswer" }).Expect(201);
        }

        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=unreached").Expect(200)).Ids, Is.EqualTo(new[] { company }));
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached" }).Expect(201);
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=unreached").Expect(200)).Ids, Is.Empty);
    }

    [Test]
    public async Task GetCallList_WhenDaysPass_TellsTodayFromOverdue()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack", nextContactOn = "2026-11-25", note = "Sentire il titolare" }).Expect(201);

        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list").Expect(200)).Ids, Is.Empty);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=dueToday").Expect(200)).Ids, Is.EqualTo(new[] { company }));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=dueToday").Expect(200)).Ids, Is.Empty);
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=overdue").Expect(200)).Ids, Is.EqualTo(new[] { company }));
        Assert.That((await As(Role.CompanyOperator).Get("companies?contactDue=true&sort=nextContactOn").Expect(200)).Ids, Is.EqualTo(new[] { company }));

        var story = await As(Role.Educator).Get($"companies/{company}/contacts").Expect(200);
        Assert.That(story.Items.Single()!["note"]!.ToString(), Is.EqualTo("Sentire il titolare"));
    }

    [Test]
    public async Task LogContact_WhenShapeIsWrong_IsRefusedAndNothingIsKept()
    {
        var company = await Given.Company();

        var reply = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack" }).Expect(422, "validation.failed");
        Assert.That(reply.CodesOf("nextContactOn"), Is.EqualTo(new[] { "contact.next-date-required" }));
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached", nextContactOn = "2026-11-01" }).Expect(422);
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "pigeon", outcome = "reached" }).Expect(422, "request.field-form");
        await As(Role.CompanyOperator).Post($"companies/{Guid.NewGuid()}/contacts", new { channel = "call", outcome = "reached" }).Expect(404);
        await As(Role.Educator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached" }).Expect(403);

        Assert.That((await As(Role.Educator).Get($"companies/{company}/contacts").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task ListContacts_WhenMany_IsPagedLatestFirst()
    {
        var company = await Given.Company();
        foreach (var index in Enumerable.Range(0, 5))
        {
            await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached", note = $"n{index}" }).Expect(201);
            Clock.Advance(TimeSpan.FromHours(1));
        }

        var first = await As(Role.Educator).Get($"companies/{company}/contacts?limit=3").Expect(200);
        var second = await As(Role.Educator).Get($"companies/{company}/contacts?limit=3&cursor={first["nextCursor"]}").Expect(200);

        Assert.That(first.Items.Concat(second.Items).Select(item => item!["note"]!.ToString()), Is.EqualTo(new[] { "n4", "n3", "n2", "n1", "n0" }));
    }

    [Test]
    public async Task Today_WhenCallsAreDue_CountsThemForTheOperatorWithALinkToExactlyThese()
    {
        var company = await Given.Company("Da chiamare");
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack", nextContactOn = "2026-11-24" }).Expect(201);
        Clock.Advance(TimeSpan.FromDays(2));

        var today = await As(Role.CompanyOperator).Get("today").Expect(200);

        var counter = today["counters"]!.AsArray().Single(counter => counter!["kind"]!.ToString() == "company.call-overdue")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["urgency"]!.ToString(), counter["link"]!.ToString()), Is.EqualTo((1, "late", "/companies/calls?reason=overdue")));
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list?reason=overdue").Expect(200)).Ids, Is.EqualTo(new[] { company }));
    }
}
