using System.Globalization;
using InclusionPlatform.Shared.Audit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Access.Log;

[TestFixtureSource(typeof(Engines))]
internal sealed class AuditEntryTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task ListAuditEntries_WhenFiltered_TellsWhoWhenAndWhatButNoContents()
    {
        var course = await Given.Course("Titolo Riservatissimo");
        Clock.Advance(TimeSpan.FromDays(2));
        var me = (await As(Role.Coordinator).Get("auth/me").Expect(200)).Id;
        await As(Role.Coordinator).Put($"courses/{course}", Given.CourseForm("Altro"), 1).Expect(204);

        var entries = await As(Role.Auditor).Get($"audit-entries?actor={me}&record=course&kind=change").Expect(200);

        Assert.That(entries.Items.Select(entry => entry!["request"]!.ToString()), Is.EqualTo(new[] { "ChangeCourse", "CreateCourse" }));
        Assert.That(entries.Items[0]!["actorName"]!.ToString(), Is.EqualTo("Prova Coordinator"));
        Assert.That(entries.Items[0]!["recordId"]!.GetValue<Guid>(), Is.EqualTo(course));
        Assert.That(entries.Text, Does.Not.Contain("Riservatissimo"));
        Assert.That((await As(Role.Auditor).Get("audit-entries?record=course&from=2026-11-25").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Auditor).Get("audit-entries?record=course&to=2026-11-24").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Auditor).Get("audit-entries?record=course&from=0001-01-01&to=9999-12-31").Expect(200)).Items, Has.Count.EqualTo(2), "the ends of all days are ends too");
    }

    [Test]
    public async Task ListAuditEntries_WhenPaged_GivesEachOnceNewestFirst()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await Given.Course($"Corso {number}");
            Clock.Advance(TimeSpan.FromMinutes(number % 2));
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Administrator).Get($"audit-entries?record=course&limit=2&cursor={cursor}").Expect(200);
            seen.AddRange(page.Ids);
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(seen, Has.Count.EqualTo(5));
        Assert.That(seen.Distinct().Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task Lists_WhenTheyShowPeople_LeaveOneLineForThePageThatIsFoundByEachOfThem()
    {
        var (first, caseId) = await Given.Case(person: Given.Person("Elencata", "Ada"));
        var (second, _) = await Given.Case(person: Given.Person("Elencata", "Bea"));
        var me = await Given.IdOf(await SignIn(Role.Educator));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Post("beneficiaries/search", new { text = "elencata" }).Expect(200);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Get("caseload").Expect(200);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Post("search", new { text = "elencata" }).Expect(200);
        await As(Role.Educator).Post("beneficiaries/search", new { text = "nessuno" }).Expect(200);

        var lines = (await As(Role.Auditor).Get($"audit-entries?actor={me}&kind=read").Expect(200)).Items
            .Where(line => line!["recordId"] is null).Select(line => $"{line!["request"]} {line["purpose"]} {line["shown"]}");
        Assert.That(lines, Is.EquivalentTo(new[]
        {
            "SearchBeneficiaries search-people 2", "ListCaseload list-caseload 2", "FindAnything search-people 2", "SearchBeneficiaries search-people ",
        }));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where concat(purpose, shown) like '%elencata%'"), Is.Zero);

        Assert.That(await Spread(), Is.EqualTo(3));
        Assert.That(await Spread(), Is.Zero);
        foreach (var person in new[] { first, second })
        {
            var about = await As(Role.Auditor).Get($"audit-entries?recordId={person}&record=beneficiary").Expect(200);
            Assert.That(about.Items.Count(line => line!["shown"] is not null), Is.EqualTo(3), about.Text);
        }

        var own = await As(Role.Educator).Get($"beneficiaries/{first}/access-log").Expect(200);
        Assert.That(own.Items.Select(line => line!["purpose"]?.ToString()), Does.Contain("search-people").And.Contain("list-caseload"));
        Assert.That((await As(Role.Auditor).Get($"audit-entries?recordId={Guid.NewGuid()}").Expect(200)).Items, Is.Empty);
        Assert.That(caseId, Is.Not.EqualTo(Guid.Empty));
    }

    [Test]
    public async Task ListAuditEntries_WhenOfOnePersonAndPaged_GivesEachOnceNewestFirst()
    {
        var (person, _) = await Given.Case();
        await Given.Case();
        for (var number = 0; number < 4; number++)
        {
            await As(Role.Educator).Post("beneficiaries/search", new { }).Expect(200);
            await As(Role.Educator).Get($"beneficiaries/{person}").Expect(200);
            Clock.Advance(TimeSpan.FromMinutes(number % 2));
        }

        await Spread();
        var all = (await As(Role.Auditor).Get($"audit-entries?recordId={person}&limit=50").Expect(200)).Ids;
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Auditor).Get($"audit-entries?recordId={person}&limit=3&cursor={cursor}").Expect(200);
            seen.AddRange(page.Ids);
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);
        Assert.That(seen, Is.EqualTo(all));
        Assert.That(all, Has.Count.GreaterThan(8));
    }

    [Test]
    public async Task VerifyAuditEntries_WhenSomebodyTakesAPersonOutOfAList_SaysSo()
    {
        await Given.Case();
        await As(Role.Educator).Get("caseload").Expect(200);
        await Sealed();
        Assert.That((await As(Role.Auditor).Get("audit-entries/integrity").Expect(200))["broken"]!.AsArray(), Is.Empty);

        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync("update shared_audit_entry set shown = null where shown is not null", null, CancellationToken.None));

        Assert.That((await As(Role.Auditor).Get("audit-entries/integrity").Expect(200))["broken"]!.AsArray(), Is.Not.Empty);
    }

    private Task<int> Spread() => InScope(services => services.GetRequiredService<IMediator>().Send(new SpreadShown()));

    [Test]
    public async Task VerifyAuditEntries_WhenNobodyTouchedThem_AreWhole()
    {
        Assert.That((await As(Role.Auditor).Get("audit-entries/integrity").Expect(200))["sealedUntil"], Is.Null);

        await Given.Course("Uno");
        await Sealed();
        await Given.Course("Due");
        await Sealed();
        await Sealed();

        var found = await As(Role.Auditor).Get("audit-entries/integrity").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That((int)found["seals"]!, Is.EqualTo(2));
            Assert.That((int)found["entries"]!, Is.GreaterThan(1));
            Assert.That(found["broken"]!.AsArray(), Is.Empty);
        });
        await As(Role.Educator).Get("audit-entries/integrity").Expect(403);
    }

    [TestCase("update shared_audit_entry set purpose = 'altro' where request = 'CreateCourse'", 0)]
    [TestCase("delete from shared_audit_entry where request = 'CreateCourse'", 0)]
    [TestCase("insert into shared_audit_entry (id, at, actor_id, actor_kind, request, kind) select '00000000-0000-0000-0000-000000000001', min(at), '00000000-0000-0000-0000-000000000002', 'person', 'GetCase', 'read' from shared_audit_entry", 0)]
    [TestCase("update shared_audit_seal set entries = entries + 1 where number = 2", 1)]
    [TestCase("delete from shared_audit_seal where number = 2", 1)]
    public async Task VerifyAuditEntries_WhenSomebodyTouchedTheDatabase_SaysWhereAndTellsAdministrators(string sql, int stretch)
    {
        var seals = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            await Given.Course($"Corso {number}");
            seals.Add((await Sealed()).ToString("O", CultureInfo.InvariantCulture));
        }

        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, null, CancellationToken.None));

        var found = await As(Role.Administrator).Get("audit-entries/integrity").Expect(200);
        var broken = found["broken"]!.AsArray();
        Assert.That(broken, Is.Not.Empty, found.Text);
        Assert.That(broken[0]!["from"]!.GetValue<DateTimeOffset>(), Is.EqualTo(stretch == 0 ? DateTimeOffset.UnixEpoch : DateTimeOffset.Parse(seals[stretch - 1], CultureInfo.InvariantCulture)));

        await InScope(services => services.GetRequiredService<IMediator>().Send(new CheckAccessLog()));
        Assert.That((await As(Role.Administrator).Get("notifications").Expect(200)).Text, Does.Contain("access.log-broken"));
    }

    [Test]
    public async Task SealAccessLog_WhenLinesAreOfThisHour_WaitsUntilTheyHaveSettled()
    {
        await Given.Course("Adesso");
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SealAccessLog()));

        Assert.That(await Scalar<int>("select count(*) from shared_audit_seal"), Is.Zero);
    }

    /// <summary>Three hours later everything until now has settled.</summary>
    private async Task<DateTimeOffset> Sealed()
    {
        Clock.Advance(TimeSpan.FromHours(3));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SealAccessLog()));
        var now = Clock.Now.ToUniversalTime();
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(-1);
    }
}
