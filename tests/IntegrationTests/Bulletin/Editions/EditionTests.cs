namespace InclusionPlatform.IntegrationTests.Bulletin.Editions;

[TestFixtureSource(typeof(Engines))]
internal sealed class EditionTests(Engine engine) : BulletinTests(engine)
{
    [Test]
    public async Task Create_WhenFirst_TakesItsNumberAndTheNextFollows()
    {
        var first = await As(Role.BulletinEditor).Post("bulletin/editions", new { number = 612, title = "Bollettino" }).Expect(201);
        Assert.That(first["number"]!.GetValue<int>(), Is.EqualTo(612));

        var jump = await As(Role.BulletinEditor).Post("bulletin/editions", new { number = 700, title = "Bollettino" }).Expect(422);
        Assert.That(jump.CodesOf("number"), Is.EqualTo(new[] { "edition.number-follows" }));
        Assert.That((await As(Role.BulletinEditor).Post("bulletin/editions", new { title = "Bollettino" }).Expect(201))["number"]!.GetValue<int>(), Is.EqualTo(613));
        var list = await As(Role.Coordinator).Get("bulletin/editions").Expect(200);
        Assert.That(list.Items.Select(item => item!["number"]!.GetValue<int>()), Is.EqualTo(new[] { 613, 612 }));
    }

    [Test]
    public async Task Preview_WhenTextsHoldHtmlScriptsOrTheHole_ShowsThemHarmless()
    {
        var id = (await As(Role.BulletinEditor).Post("opportunities", new
        {
            kind = "job", title = "<b>Capo</b> {{unsubscribe}}", organiser = "Ditta & Figli", applyUrl = "https://ditta.example/lavoro?a=1&b=2",
            description = "<script>alert(1)</script> [qui](javascript:alert(1)) ![foto](https://spia.example/x.png)",
        }).Expect(201)).Id;
        await As(Role.BulletinEditor).Post($"opportunities/{id}/publication").Expect(200);
        var number = await Given.Edition(id);

        var preview = await As(Role.BulletinEditor).Get($"bulletin/editions/{number}/preview").Expect(200);

        var html = preview["html"]!.ToString();
        Assert.That(html, Does.Not.Contain("<script>").And.Not.Contain("javascript:").And.Not.Contain("<img").And.Not.Contain("<b>Capo"));
        Assert.That(html, Does.Contain("&lt;b&gt;Capo").And.Contain("Ditta &amp; Figli"));
        Assert.That(html, Does.Not.Contain("{{unsubscribe}}"));
        Assert.That(preview["text"]!.ToString(), Does.Contain("<b>Capo</b>").And.Contain("https://ditta.example/lavoro?a=1&b=2"));
        Assert.That(preview["subject"]!.ToString(), Does.Contain($"n. {number}"));
    }

    [Test]
    public async Task Draft_WhenNotSavedYet_IsPreviewedInItsOrder()
    {
        var first = await Given.PublishedOpportunity("Prima");
        var second = await Given.PublishedOpportunity("Seconda");
        var draft = await Given.DraftOpportunity("Bozza segreta");
        var sections = new[] { new { title = "Lavoro", opportunityIds = new[] { second, first, draft } } };

        var text = (await As(Role.BulletinEditor).Post("bulletin/editions/preview", new { title = "B", intro = "", sections }).Expect(200))["text"]!.ToString();

        Assert.That(text.IndexOf("Seconda", StringComparison.Ordinal), Is.LessThan(text.IndexOf("Prima", StringComparison.Ordinal)));
        Assert.That(text, Does.Not.Contain("Bozza segreta"));
    }

    [Test]
    public async Task Schedule_WhenPastOrEmptyOrTwice_IsRefusedInClearWords()
    {
        var empty = await Given.Edition(await Given.DraftOpportunity());
        await As(Role.BulletinEditor).Post($"bulletin/editions/{empty}/schedule", new { at = Clock.Now.AddDays(1) }).Expect(422, "edition.empty");

        var number = await Given.Edition(await Given.PublishedOpportunity());
        var past = await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now }).Expect(422);
        Assert.That(past.CodesOf("at"), Is.EqualTo(new[] { "edition.schedule-past" }));
        Assert.That((await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { }).Expect(422)).CodesOf("at"), Is.Not.Empty);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/unschedule").Expect(422, "edition.not-scheduled");

        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddDays(1) }).Expect(200);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddDays(2) }).Expect(422, "edition.scheduled");
        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Nuovo" }, 2).Expect(422, "edition.scheduled");
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/unschedule").Expect(200);
    }

    [Test]
    public async Task Put_WhenStaleOrTwiceTheSameOpportunity_ChangesNothing()
    {
        var id = await Given.PublishedOpportunity();
        var number = await Given.Edition(id);
        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Uno", sections = new[] { new { title = "S", opportunityIds = new[] { id } } } }, 1).Expect(204);

        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Due" }, 1).Expect(412, "record.stale");
        var twice = await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Due", sections = new[] { new { title = "S", opportunityIds = new[] { id, id } } } }, 2).Expect(422);
        Assert.That(twice.CodesOf("sections"), Does.Contain("edition.opportunity-twice"));
        var unknown = await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Due", sections = new[] { new { title = "S", opportunityIds = new[] { Guid.NewGuid() } } } }, 2).Expect(422);
        Assert.That(unknown.CodesOf("sections"), Is.EqualTo(new[] { "edition.opportunity-unknown" }));

        var edition = await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200);
        Assert.That(edition["title"]!.ToString(), Is.EqualTo("Uno"));
        Assert.That(edition["sections"]![0]!["opportunities"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Edition_WhenSectionsHaveNoOpportunities_KeepsTheirTitlesInOrderAndPrintsOnlyFullOnes()
    {
        var first = await Given.PublishedOpportunity("Prima");
        var second = await Given.PublishedOpportunity("Seconda");
        var number = (await As(Role.BulletinEditor).Post("bulletin/editions", new
        {
            title = "Bollettino",
            sections = new[] { Section("Concorsi"), Section("Lavoro", first, second), Section("Corsi"), Section("Volontariato") },
        }).Expect(201))["number"]!.GetValue<int>();

        var created = await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200);
        Assert.That(Sections(created), Is.EqualTo(new[] { "Concorsi: ", "Lavoro: Prima, Seconda", "Corsi: ", "Volontariato: " }));
        var text = (await As(Role.BulletinEditor).Get($"bulletin/editions/{number}/preview").Expect(200))["text"]!.ToString();
        Assert.That(text, Does.Contain("LAVORO").And.Not.Contain("CONCORSI").And.Not.Contain("CORSI").And.Not.Contain("VOLONTARIATO"));

        var sections = new[] { Section("Concorsi"), Section("Lavoro", second), Section("Lavoro", first), Section("Eventi") };
        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Bollettino", sections }, 1).Expect(204);
        var changed = await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200);
        Assert.That(Sections(changed), Is.EqualTo(new[] { "Concorsi: ", "Lavoro: Seconda", "Lavoro: Prima", "Eventi: " }));

        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Bollettino", sections = new[] { Section("Da riempire") } }, 2).Expect(204);
        Assert.That(Sections(await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200)), Is.EqualTo(new[] { "Da riempire: " }));
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddDays(1) }).Expect(422, "edition.empty");

        static object Section(string title, params Guid[] ids) => new { title, opportunityIds = ids };
        static string[] Sections(Reply edition) =>
            [.. edition["sections"]!.AsArray().Select(section => $"{section!["title"]}: {string.Join(", ", section["opportunities"]!.AsArray().Select(one => one!["title"]!.ToString()))}")];
    }

    [Test]
    public async Task Draft_WhenHalfWritten_IsPreviewedWithWhatThereIs()
    {
        var sections = new object?[] { new { title = (string?)null, opportunityIds = (Guid[]?)null }, new { title = "Lavoro", opportunityIds = new[] { await Given.PublishedOpportunity("Prima") } } };

        var preview = await As(Role.BulletinEditor).Post("bulletin/editions/preview", new { title = (string?)null, intro = (string?)null, sections }).Expect(200);

        Assert.That(preview["text"]!.ToString(), Does.Contain("Prima"));
    }

    [Test]
    public async Task Edition_WhenItHasMoreThanFiftySections_IsRefusedAtTheField()
    {
        var sections = Enumerable.Range(1, 51).Select(place => new { title = $"Sezione {place}", opportunityIds = Array.Empty<Guid>() }).ToArray();

        var refused = await As(Role.BulletinEditor).Post("bulletin/editions", new { title = "Bollettino", sections }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("sections"), Is.EqualTo(new[] { "edition.too-many-sections" }));
    }

    [Test]
    public async Task TestMail_WhenSent_GoesOnlyToWhoAsked()
    {
        await Given.Subscribers(1);
        var number = await Given.Edition(await Given.PublishedOpportunity());

        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/test-mail", new { email = "redazione@example.test" }).Expect(202);
        await DeliverOutbox();

        Assert.That(Mails.Select(mails => mails.Key), Is.EqualTo(new[] { "redazione@example.test" }));
        Assert.That(Mails["redazione@example.test"].Single().Subject, Does.StartWith("[Prova]"));
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/test-mail", new { email = "non una mail" }).Expect(422);
    }

    [Test]
    public async Task PublicArchive_WhenEditionIsNotSent_DoesNotKnowIt()
    {
        var number = await Given.ScheduledEdition(Clock.Now);

        await Anonymous.Get($"public/bulletin/{number}").Expect(404, "edition.not-found");
        Assert.That((await Anonymous.Get("public/bulletin").Expect(200)).Items, Is.Empty);
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Auditor)]
    public async Task Bulletin_WhenRoleIsNotOfTheBulletin_IsClosed(Role role)
    {
        var number = await Given.ScheduledEdition(Clock.Now.AddDays(1));

        await As(role).Get("bulletin/editions").Expect(403);
        await As(role).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddDays(1) }).Expect(403);
        await As(role).Get("bulletin/subscribers").Expect(403);
        await Anonymous.Get($"bulletin/editions/{number}/progress").Expect(401);
    }

    [TestCase("Secondo giro\nriga")]
    [TestCase("Secondo giro\r\nBcc: altri@posta.example")]
    [TestCase("Secondo\u2028giro")]
    public async Task Edition_WhenItsTitleIsNotOneLine_IsRefusedAtTheField(string title)
    {
        var created = await As(Role.BulletinEditor).Post("bulletin/editions", new { title }).Expect(422, "validation.failed");
        Assert.That(created.CodesOf("title"), Is.EqualTo(new[] { "text.one-line" }));

        var id = await Given.PublishedOpportunity();
        var number = await Given.Edition(id);
        Assert.That((await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title }, 1).Expect(422)).CodesOf("title"), Is.EqualTo(new[] { "text.one-line" }));
        var section = await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Bollettino", sections = new[] { new { title, opportunityIds = new[] { id } } } }, 1).Expect(422);
        Assert.That(section.CodesOf("sections"), Is.EqualTo(new[] { "text.one-line" }));
        Assert.That((await As(Role.BulletinEditor).Post("opportunities", Given.Offer(title)).Expect(422)).CodesOf("title"), Is.EqualTo(new[] { "text.one-line" }));
    }
}
