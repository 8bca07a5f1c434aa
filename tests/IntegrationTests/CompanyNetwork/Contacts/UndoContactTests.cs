namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Contacts;

[TestFixtureSource(typeof(Engines))]
internal sealed class UndoContactTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Log(Guid company, string outcome, string? next = null)
    {
        var logged = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome, nextContactOn = next, spokeWith = "Carla M." }).Expect(201);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return logged.Id;
    }

    [Test]
    public async Task UndoContact_WhenJustLogged_PutsTheCompanyBackAsItStood()
    {
        var company = await Given.Company();
        await Log(company, "noAnswer");
        await Log(company, "noAnswer", "2026-12-01");
        var mistaken = await Log(company, "reached");

        Assert.That((await As(Role.Educator).Get($"companies/{company}/contacts").Expect(200)).Items[0]!["spokeWith"]!.ToString(), Is.EqualTo("Carla M."));
        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{mistaken}").Expect(204);

        var record = await As(Role.Educator).Get($"companies/{company}").Expect(200);
        Assert.That((record["unreachedInARow"]!.GetValue<int>(), record["nextContactOn"]!.ToString(), record["lastOutcome"]!.ToString()), Is.EqualTo((2, "2026-12-01", "noAnswer")));
        Assert.That((await As(Role.Educator).Get($"companies/{company}/contacts").Expect(200)).Items, Has.Count.EqualTo(2));
        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{mistaken}").Expect(404);
    }

    [Test]
    public async Task UndoContact_WhenFollowedOrOldOrOfAnother_IsRefused()
    {
        var company = await Given.Company();
        var first = await Log(company, "noAnswer");
        var last = await Log(company, "noAnswer");

        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{first}").Expect(422, "contact.not-last");
        await As(Role.Coordinator).Delete($"companies/{company}/contacts/{last}").Expect(422, "contact.of-another");
        await As(Role.Educator).Delete($"companies/{company}/contacts/{last}").Expect(403);
        Clock.Advance(TimeSpan.FromMinutes(15));
        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{last}").Expect(422, "contact.too-late");
        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["unreachedInARow"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task ProposeNextContact_BeforeAContactIsSaved_IsTheDayThatSavingItGives()
    {
        var proposals = await As(Role.CompanyOperator).Get("companies/next-contact-proposals").Expect(200);
        foreach (var outcome in new[] { "reached", "noAnswer", "available", "notNow", "never", "wrongNumber" })
        {
            var logged = await As(Role.CompanyOperator).Post($"companies/{await Given.Company()}/contacts", new { channel = "call", outcome }).Expect(201);
            Assert.That(logged["nextContactOn"]?.ToString(), Is.EqualTo(proposals.Items.Single(item => item!["outcome"]!.ToString() == outcome)!["nextContactOn"]?.ToString()), outcome);
        }
    }

    [Test]
    public async Task LogContact_WhenTheNumberIsWrong_CountsAsNotReached()
    {
        var company = await Given.Company();
        await Log(company, "noAnswer");
        await Log(company, "wrongNumber");

        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["unreachedInARow"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task LogContact_WhenTheNumberIsWrong_TheCompanyComesBackOnTheCallList()
    {
        var company = await Given.Company();
        await Log(company, "wrongNumber");

        Clock.Advance(TimeSpan.FromDays(1));

        var due = await As(Role.CompanyOperator).Get("companies/call-list?reason=dueToday").Expect(200);
        Assert.That(due.Ids, Is.EqualTo(new[] { company }));
        Assert.That(due.Items[0]!["lastOutcome"]!.ToString(), Is.EqualTo("wrongNumber"));
    }

    [Test]
    public async Task LogContact_WhenTheNextDayIsTooFarOrTheNoteKeepsPeopleOut_IsRefusedAtItsField()
    {
        var company = await Given.Company();
        var far = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack", nextContactOn = "2226-01-01" }).Expect(422);
        Assert.That(far.CodesOf("nextContactOn"), Is.EqualTo(new[] { "contact.next-date-too-far" }));

        var note = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached", note = "Disponibili, ma no detenuti e non vogliono tossicodipendenti" }).Expect(422);
        Assert.That(note.CodesOf("note"), Is.EquivalentTo(new[] { "availability.speaks-of-penal-facts", "availability.speaks-of-health" }));
    }
}
