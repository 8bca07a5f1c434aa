using InclusionPlatform.Bulletin.Opportunities;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Opportunities;

[TestFixtureSource(typeof(Engines))]
internal sealed class OpportunityTests(Engine engine) : SliceTests(engine)
{
    [TestCase("0026-01-01")]
    [TestCase("9999-12-31")]
    public async Task Opportunity_WhenTheYearOfItsDeadlineIsMistyped_IsRefusedAtTheField(string deadline)
    {
        var refused = await As(Role.BulletinEditor).Post("opportunities", Given.Offer(deadline: deadline)).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!.AsObject().Select(field => field.Key), Is.EqualTo(new[] { "deadline" }));
        Assert.That(refused.Text, Does.Contain("2100"), "it says which days go");
    }

    [Test]
    public async Task Post_WhenEditorWrites_IsDraftThatOnlyTheServiceSees()
    {
        var id = await Given.DraftOpportunity("Cameriera di sala");

        var mine = await As(Role.Coordinator).Get($"opportunities/{id}").Expect(200);
        Assert.That(mine["state"]!.ToString(), Is.EqualTo("draft"));
        Assert.That(mine["descriptionHtml"]!.ToString(), Does.Contain("<strong>volenterosa</strong>"));
        Assert.That(mine["municipality"]!.ToString(), Is.EqualTo("Grottammare (AP)"));
        await Anonymous.Get($"public/opportunities/{id}").Expect(404);
        Assert.That((await Anonymous.Get("public/opportunities").Expect(200)).Ids, Does.Not.Contain(id));
    }

    [Test]
    public async Task Publication_WhenDone_EverybodyReadsItWithoutTheWritersName()
    {
        var id = await Given.PublishedOpportunity("Magazziniere");

        var seen = await Anonymous.Get($"public/opportunities/{id}").Expect(200);
        Assert.That(seen["title"]!.ToString(), Is.EqualTo("Magazziniere"));
        Assert.That(seen.Headers.CacheControl?.Public, Is.True);
        Assert.That(seen.Text, Does.Not.Contain("Prova BulletinEditor").And.Not.Contain("createdBy"));
    }

    [Test]
    public async Task PublicList_WhenFiltered_FindsByWordsKindAndPlaceAcrossPages()
    {
        var cook = await Given.PublishedOpportunity("Cuoca per caffè");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var other = await Given.PublishedOpportunity("Giardiniere");

        Assert.That((await Anonymous.Get("public/opportunities?q=CAFFE+cuoca").Expect(200)).Ids, Is.EqualTo(new[] { cook }));
        Assert.That((await Anonymous.Get("public/opportunities?kind=event").Expect(200)).Ids, Is.Empty);
        Assert.That((await Anonymous.Get("public/opportunities?municipality=Ancona").Expect(200)).Ids, Is.Empty);
        Assert.That((await Anonymous.Get("public/opportunities?municipality=grottammare&total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(2));

        var first = await Anonymous.Get("public/opportunities?limit=1").Expect(200);
        Assert.That(first.Ids, Is.EqualTo(new[] { other }));
        Assert.That((await Anonymous.Get($"public/opportunities?limit=1&cursor={first["nextCursor"]}").Expect(200)).Ids, Is.EqualTo(new[] { cook }));
        await Anonymous.Get("public/opportunities?cursor=inventato").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task Expiry_WhenDeadlinePassed_LeavesThePublicPagesAtOnceAndIsMarkedByTheJob()
    {
        var id = await Given.PublishedOpportunity(deadline: "2026-11-24");
        Clock.Advance(TimeSpan.FromDays(2));

        await Anonymous.Get($"public/opportunities/{id}").Expect(404);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new ExpireOpportunities()));
        Assert.That((await As(Role.BulletinEditor).Get($"opportunities/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("expired"));
        await As(Role.BulletinEditor).Post($"opportunities/{id}/publication").Expect(422, "opportunity.deadline-passed");
    }

    [Test]
    public async Task Steps_WhenNotAllowed_AreRefusedWithTheirReason()
    {
        var id = await Given.PublishedOpportunity();

        await As(Role.BulletinEditor).Post($"opportunities/{id}/publication").Expect(422, "opportunity.already-published");
        await As(Role.BulletinEditor).Post($"opportunities/{id}/rejection", new { reason = "doppia" }).Expect(422, "opportunity.not-proposed");
        await As(Role.BulletinEditor).Post($"opportunities/{id}/withdrawal").Expect(200);
        await As(Role.BulletinEditor).Post($"opportunities/{id}/withdrawal").Expect(422, "opportunity.not-withdrawable");
        await Anonymous.Get($"public/opportunities/{id}").Expect(404);
        await As(Role.BulletinEditor).Post($"opportunities/{Guid.NewGuid()}/publication").Expect(404, "opportunity.not-found");
    }

    [Test]
    public async Task Put_WhenSomebodyElseChangedIt_OverwritesNothing()
    {
        var id = await Given.DraftOpportunity();
        await As(Role.Coordinator).Put($"opportunities/{id}", Given.Offer("Prima versione"), 1).Expect(204);

        await As(Role.BulletinEditor).Put($"opportunities/{id}", Given.Offer("Seconda versione"), 1).Expect(412, "record.stale");
        await As(Role.BulletinEditor).Put($"opportunities/{id}", Given.Offer("Senza versione")).Expect(428);

        Assert.That((await As(Role.BulletinEditor).Get($"opportunities/{id}").Expect(200))["title"]!.ToString(), Is.EqualTo("Prima versione"));
    }

    [Test]
    public async Task Post_WhenFieldsAreWrong_NamesEach()
    {
        var wrong = new { kind = (string?)null, title = "", description = "", organiser = "", municipality = "Atlantide", applyUrl = "javascript:alert(1)", applyEmail = "non-una-mail", positions = 0 };

        var problem = await As(Role.BulletinEditor).Post("opportunities", wrong).Expect(422, "validation.failed");

        Assert.That(problem.CodesOf("title"), Is.Not.Empty);
        Assert.That(problem.CodesOf("kind"), Is.Not.Empty);
        Assert.That(problem.CodesOf("municipality"), Is.EqualTo(new[] { "opportunity.municipality-unknown" }));
        Assert.That(problem.CodesOf("applyUrl"), Is.EqualTo(new[] { "opportunity.apply-url-form" }));
        Assert.That(problem.CodesOf("applyEmail"), Is.EqualTo(new[] { "opportunity.apply-email-form" }));
        var nowhere = await As(Role.BulletinEditor).Post("opportunities", new { kind = "job", title = "T", description = "D", organiser = "O" }).Expect(422);
        Assert.That(nowhere.CodesOf("applyUrl"), Is.EqualTo(new[] { "opportunity.how-to-apply-required" }));
        await As(Role.BulletinEditor).Post("opportunities", new { kind = "spaceship" }).Expect(422);
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Administrator)]
    [TestCase(Role.Auditor)]
    public async Task Opportunities_WhenRoleIsNotOfTheBulletin_AreClosed(Role role)
    {
        var id = await Given.DraftOpportunity();

        await As(role).Get("opportunities").Expect(403);
        await As(role).Post("opportunities", Given.Offer()).Expect(403);
        await As(role).Post($"opportunities/{id}/publication").Expect(403);
        await Anonymous.Get("opportunities").Expect(401);
    }

    [Test]
    public async Task List_WhenFiltered_CountsAndFindsByStateAndWords()
    {
        var draft = await Given.DraftOpportunity("Sarta");
        await Given.PublishedOpportunity("Falegname", "2026-11-26");

        Assert.That((await As(Role.BulletinEditor).Get("opportunities?state=draft&total=true").Expect(200)).Ids, Is.EqualTo(new[] { draft }));
        Assert.That((await As(Role.BulletinEditor).Get("opportunities?q=falegn").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.BulletinEditor).Get("opportunities?deadlineTo=2026-11-30").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Opportunity_WhenItsDeadlineHasPassed_IsOverBeforeTheNightlyJob()
    {
        var id = await Given.PublishedOpportunity("Magazziniere", "2026-11-30");
        var open = await Given.PublishedOpportunity("Giardiniere", "2026-12-31");
        Clock.Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.That((await As(Role.BulletinEditor).Get($"opportunities/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("expired"));
        Assert.That((await As(Role.BulletinEditor).Get("opportunities?state=published").Expect(200)).Ids, Is.EqualTo(new[] { open }));
        var over = await As(Role.BulletinEditor).Get("opportunities?state=expired").Expect(200);
        Assert.That((over.Ids, over.Items[0]!["state"]!.ToString()), Is.EqualTo((new[] { id }, "expired")));
        await As(Role.BulletinEditor).Post($"opportunities/{id}/publication").Expect(422, "opportunity.deadline-passed");
    }
}
