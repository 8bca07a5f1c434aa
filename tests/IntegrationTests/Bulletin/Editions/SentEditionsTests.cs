using System.Text.Json.Nodes;
using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Editions;

[TestFixtureSource(typeof(Engines))]
internal sealed class SentEditionsTests(Engine engine) : BulletinTests(engine)
{
    private async Task<int> SentEdition(params Guid[] opportunities)
    {
        var number = await Given.Edition(opportunities);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddHours(1) }).Expect(200);
        Clock.Advance(TimeSpan.FromHours(2));
        await Send();
        return number;
    }

    private async Task<JsonNode?> SentIn(Guid opportunity) =>
        (await As(Role.BulletinEditor).Get("opportunities?state=published").Expect(200)).Items.Single(item => item!["id"]!.GetValue<Guid>() == opportunity)!["sentIn"];

    private async Task<string[]> Titles(string filter) =>
        [.. (await As(Role.BulletinEditor).Get($"opportunities?state=published&total=true&{filter}").Expect(200)).Items.Select(item => item!["title"]!.ToString()).Order()];

    [Test]
    public async Task List_WhenItWentOut_TellsTheLatestNumberItsDayAndHowManyTheyAre()
    {
        var (often, once, never) = (await Given.PublishedOpportunity("Spesso"), await Given.PublishedOpportunity("Una volta"), await Given.PublishedOpportunity("Mai"));
        await SentEdition(often, once);
        Clock.Advance(TimeSpan.FromDays(7));
        var second = await SentEdition(often);
        var sentAt = Clock.Now;
        Clock.Advance(TimeSpan.FromDays(1));
        // What is only composed has not gone out.
        await Given.Edition(often, never);

        var latest = (await SentIn(often))!;
        Assert.That((latest["number"]!.GetValue<int>(), latest["times"]!.GetValue<int>(), latest["sentAt"]!.GetValue<DateTimeOffset>()), Is.EqualTo((second, 2, sentAt)));
        Assert.That((await SentIn(once))!["times"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(await SentIn(never), Is.Null);
    }

    [Test]
    public async Task List_WhenItIsInANumberThatIsOnlyScheduled_TellsWhichAndWhenUntilItLeaves()
    {
        var (soon, drafted) = (await Given.PublishedOpportunity("Presto"), await Given.PublishedOpportunity("In bozza"));
        async Task<JsonNode> Line(Guid opportunity) =>
            (await As(Role.BulletinEditor).Get("opportunities?state=published").Expect(200)).Items.Single(item => item!["id"]!.GetValue<Guid>() == opportunity)!;
        var (later, number) = (await Given.Edition(soon), await Given.Edition(soon));
        await Given.Edition(drafted, soon);
        var at = Clock.Now.AddHours(3);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{later}/schedule", new { at = at.AddDays(7) }).Expect(200);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at }).Expect(200);

        var planned = (await Line(soon))["plannedIn"]!;
        Assert.That((planned["number"]!.GetValue<int>(), planned["scheduledAt"]!.GetValue<DateTimeOffset>()), Is.EqualTo((number, at)), "the first that leaves");
        Assert.That(((await Line(soon))["sentIn"], (await Line(drafted))["plannedIn"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)), "what is only composed is in no number yet");
        Assert.That(await Titles("inBulletin=never"), Is.EqualTo(new[] { "In bozza", "Presto" }));
        async Task<JsonNode?> InEdition(int of) => (await As(Role.BulletinEditor).Get($"bulletin/editions/{of}").Expect(200))["sections"]![0]!["opportunities"]![0]!["plannedIn"]?["number"];
        Assert.That(((int?)await InEdition(number), (int?)await InEdition(later)), Is.EqualTo((later, number)), "of itself it says nothing");

        await As(Role.BulletinEditor).Post($"bulletin/editions/{later}/unschedule").Expect(200);
        Clock.Advance(TimeSpan.FromHours(4));
        await Send();
        var sent = await Line(soon);
        Assert.That(((int?)sent["sentIn"]!["number"], sent["plannedIn"]), Is.EqualTo(((int?)number, (JsonNode?)null)));
    }

    [Test]
    public async Task List_WhenAskedForWhatNeverWentOut_LeavesOutTheOthersAndCountsWell()
    {
        var sent = await Given.PublishedOpportunity("Uscita");
        await Given.PublishedOpportunity("Mai uscita");
        await SentEdition(sent);

        Assert.That(await Titles("inBulletin=never"), Is.EqualTo(new[] { "Mai uscita" }));
        Assert.That(await Titles("inBulletin=sent"), Is.EqualTo(new[] { "Uscita" }));
        Assert.That(await Titles(""), Has.Length.EqualTo(2));
        var counted = await As(Role.BulletinEditor).Get("opportunities?inBulletin=never&total=true").Expect(200);
        Assert.That(counted["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.BulletinEditor).Get("opportunities?inBulletin=forse")).Status, Is.EqualTo(400).Or.EqualTo(422));
    }

    [Test]
    public async Task List_WhenItWasNotOpenAtTheSending_ItNeverWentOut()
    {
        var (open, withdrawn) = (await Given.PublishedOpportunity("Aperta"), await Given.PublishedOpportunity("Ritirata"));
        var late = await Given.PublishedOpportunity("Prorogata", deadline: "2026-11-23");
        var number = await Given.Edition(open, withdrawn, late);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddDays(3) }).Expect(200);
        await As(Role.BulletinEditor).Post($"opportunities/{withdrawn}/withdrawal").Expect(200);
        Clock.Advance(TimeSpan.FromDays(4));
        await Send();
        await As(Role.BulletinEditor).Post($"opportunities/{withdrawn}/publication").Expect(200);
        var version = (await As(Role.BulletinEditor).Get($"opportunities/{late}").Expect(200)).Version;
        await As(Role.BulletinEditor).Put($"opportunities/{late}", Given.Offer("Prorogata"), version).Expect(204);

        Assert.That((await SentIn(open))!["number"]!.GetValue<int>(), Is.EqualTo(number));
        Assert.That((await SentIn(withdrawn), await SentIn(late)), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
        Assert.That(await Titles("inBulletin=never"), Is.EqualTo(new[] { "Prorogata", "Ritirata" }));
    }

    [Test]
    public async Task Edition_WhenWhatIsInItWentOutBefore_SaysSoButNotOfItself()
    {
        var (before, fresh) = (await Given.PublishedOpportunity("Prima"), await Given.PublishedOpportunity("Nuova"));
        var first = await SentEdition(before);
        var next = await Given.Edition(before, fresh);

        async Task<JsonArray> InEdition(int number) => (await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200))["sections"]![0]!["opportunities"]!.AsArray();
        var composed = await InEdition(next);
        Assert.That(composed[0]!["sentIn"]!["number"]!.GetValue<int>(), Is.EqualTo(first));
        Assert.That(composed[1]!["sentIn"], Is.Null);
        Assert.That((await InEdition(first))[0]!["sentIn"], Is.Null);
        // It is told and not forbidden.
        await As(Role.BulletinEditor).Post($"bulletin/editions/{next}/schedule", new { at = Clock.Now.AddDays(1) }).Expect(200);
    }

    [Test]
    public async Task List_WhenThePageIsFull_TakesAsManyStatementsAsForOne()
    {
        await SentEdition(await Given.PublishedOpportunity("Prima"));
        async Task<(int Rows, int Statements)> Read() => await InScope(async services =>
        {
            var counting = new CountingSession(services.GetRequiredService<IDbSession>());
            var handler = new ListOpportunitiesHandler(counting, new SentEditions(counting), services.GetRequiredService<ICurrentUser>(), services.GetRequiredService<TimeProvider>());
            var page = await handler.Handle(new(null, OpportunityState.Published, null, null, null, null, null, true), CancellationToken.None);
            return (page.Items.Count, counting.Count);
        });
        Assert.That(await Read(), Is.EqualTo((1, 3)));

        var more = new List<Guid>();
        for (var index = 0; index < 30; index++)
        {
            more.Add(await Given.PublishedOpportunity($"Offerta {index}"));
        }

        await SentEdition([.. more]);
        Assert.That(await Read(), Is.EqualTo((25, 3)));
    }
}
