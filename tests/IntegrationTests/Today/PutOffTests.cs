namespace InclusionPlatform.IntegrationTests.Today;

[TestFixtureSource(typeof(Engines))]
internal sealed class PutOffTests(Engine engine) : SliceTests(engine)
{
    private async Task<(string Kind, string Link)> FirstTask()
    {
        var task = (await As(Role.BulletinEditor).Get("today").Expect(200))["tasks"]!.AsArray()[0]!;
        return (task["kind"]!.ToString(), task["link"]!.ToString());
    }

    private static DateOnly Day(int days, TestClock clock) => DateOnly.FromDateTime(clock.Now.UtcDateTime).AddDays(days);

    [Test]
    public async Task PutOff_WhenATaskIsDue_LeavesThePageUntilItsDayAndOthersStillSeeIt()
    {
        var (kind, link) = await FirstTask();
        var colleague = await AnotherPerson(Role.BulletinEditor);

        await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind, link, until = Day(2, Clock) }).Expect(204);

        var today = await As(Role.BulletinEditor).Get("today").Expect(200);
        Assert.That(today["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Not.Contain(kind));
        var off = today["putOff"]!.AsArray().Single()!;
        Assert.That($"{off["task"]!["kind"]} {off["task"]!["link"]} {off["until"]}", Is.EqualTo($"{kind} {link} {Day(2, Clock):yyyy-MM-dd}"));
        Assert.That((await colleague.Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Contain(kind));

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.That(await FirstTask(), Is.EqualTo((kind, link)));
        Assert.That((await As(Role.BulletinEditor).Get("today").Expect(200))["putOff"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task PutOff_WhenPutBackOrPutOffAgain_TheLastWordCounts()
    {
        var (kind, link) = await FirstTask();
        await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind, link, until = Day(1, Clock) }).Expect(204);
        await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind, link, until = Day(7, Clock) }).Expect(204);
        Assert.That((await As(Role.BulletinEditor).Get("today").Expect(200))["putOff"]!.AsArray().Single()!["until"]!.ToString(), Is.EqualTo($"{Day(7, Clock):yyyy-MM-dd}"));

        await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind, link, until = (DateOnly?)null }).Expect(204);

        Assert.That(await FirstTask(), Is.EqualTo((kind, link)));
    }

    [TestCase(0)]
    [TestCase(31)]
    public async Task PutOff_WhenTheDayIsOutOfRange_IsRefusedAndNothingChanges(int days)
    {
        var (kind, link) = await FirstTask();

        var refused = await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind, link, until = Day(days, Clock) }).Expect(422);

        Assert.That(refused["errors"]!["until"]![0]!["code"]!.ToString(), Is.EqualTo("put-off.range"));
        Assert.That(await FirstTask(), Is.EqualTo((kind, link)));
        await As(Role.BulletinEditor).Put("today/put-off-tasks", new { kind = "", link = (string?)null, until = Day(1, Clock) }).Expect(422);
        await Anonymous.Put("today/put-off-tasks", new { kind, link, until = Day(1, Clock) }).Expect(401);
    }
}
