using InclusionPlatform.Internships.Suspensions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>An internship that rests.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class SuspensionTests(Engine engine) : CoursePartTests(engine)
{
    [Test]
    public async Task Suspension_WhenLongEnough_MovesTheEndAndTheRegisterAsksNothingOfItsDays()
    {
        var id = await Running();

        var moved = await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);

        Assert.That((moved["endsOn"]!.ToString(), (int)moved["suspendedDays"]!), Is.EqualTo(("2027-06-28", 30)));
        Assert.That(await StageOf(id), Is.EqualTo("suspended"));
        Assert.That((await As(Role.Educator).Get("internships?stage=suspended").Expect(200)).Items, Has.Count.EqualTo(1));
        var register = await As(Role.Educator).Get($"internships/{id}/attendance/2027-01").Expect(200);
        var days = register["sheet"]!["days"]!.AsArray();
        Assert.That(days.Where(day => (bool)day!["isSuspended"]!).Select(day => day!["day"]!.ToString()).ToArray(), Has.Length.EqualTo(21).And.No.Member("2027-01-10"));
        Assert.That(days.Where(day => (bool)day!["isSuspended"]!).Sum(day => (int)day!["usualMinutes"]!), Is.Zero);
        var refused = await As(Role.Educator).Put($"internships/{id}/attendance/2027-01", new { days = new[] { new { day = "2027-01-12", minutes = 60 } } }, 0).Expect(422, "attendance.days");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "attendance.day-suspended" }));
        Assert.That(await Scalar<string>("select reason_cipher from internships_suspension"), Does.Not.Contain("illness"));

        Clock.Now = new(2027, 2, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await StageOf(id), Is.EqualTo("active"));
    }

    [Test]
    public async Task Suspension_WhenItsEndIsNotKnown_MovesWhenItIsAndCanBeTakenAway()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "closure", fromOn = "2027-01-11" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();

        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-25" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-06-13"));
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-24" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"), "fourteen days do not move it");

        var version = (int)(await Read(id))["version"]!;
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{version}\"")).Expect(204);
        Assert.That((await Read(id))["suspensions"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Suspension_WhenARegisterOfItsDaysIsSigned_IsNeitherTakenAwayNorMovedUntilItIsReopened()
    {
        var id = await Running("2027-03-02");
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-12" }, 200);
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();
        async Task<Reply> Withdraw() => await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\""));
        await Given.ClosedRegister(id, "2027-01");

        var refused = await Withdraw();
        await Task.FromResult(refused).Expect(409, "internship.suspension-in-signed-register");
        Assert.That(refused.Text, Does.Contain("la differenza va nella prossima lista"));
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-20" }, 409, "internship.suspension-in-signed-register");
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["suspensions"]!.AsArray().Count), Is.EqualTo(("2027-07-01", 1)), "nothing moved");

        // Its days of February are not signed: only they change.
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-02-09" }, 200);
        await Given.ReopenedRegister(id, "2027-01");
        await Task.FromResult(await Withdraw()).Expect(204);
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["suspensions"]!.AsArray().Count), Is.EqualTo(("2027-05-29", 0)));
    }

    [Test]
    public async Task Suspension_WhenItWouldMoveTheEndOfASignedMonth_WaitsUntilItsRegisterIsOpen()
    {
        var id = await Running("2027-05-29");
        await Given.ClosedRegister(id, "2027-05");
        var suspension = new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" };

        await Do(id, "suspensions", suspension, 409, "internship.later-end-in-signed-register");
        Assert.That((await Read(id))["suspensions"]!.AsArray(), Is.Empty);
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-03-01", toOn = "2027-03-03" }, 200);
        await Given.ReopenedRegister(id, "2027-05");
        await Do(id, "suspensions", suspension, 200);

        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-06-28"));
    }

    [Test]
    public async Task Suspension_WhenHoursWereWorkedOrTheInputIsWrong_IsRefusedAndNothingMoves()
    {
        var id = await Running();
        await As(Role.Educator).Put($"internships/{id}/attendance/2027-01", new { days = new[] { new { day = "2027-01-12", minutes = 300 } } }, 0).Expect(200);

        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 422, "internship.suspension-has-hours");
        await Do(id, "suspensions", new { reason = "other", fromOn = "2027-01-13" }, 422, "validation.failed");
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-06-13" }, 422, "internship.suspension-outside");
        await As(Role.Educator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2027-01-13" }, ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await As(Role.CompanyOperator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2027-01-13" }, ("If-Match", "\"1\"")).Expect(403);

        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
    }

    [Test]
    public async Task Suspension_WhenItMovesTheEndBeyondTheConvention_SaysWhichRulesThenBlockBeforeAndAfter()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company);
        var brief = await Given.Convention(company, validTo: "2027-06-15");
        await Given.Papers(id, company, papers => papers with { ConventionId = brief });
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        var suspension = new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" };

        var before = await As(Role.Educator).Post($"internships/{id}/suspension-preview", suspension).Expect(200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"), "nothing is saved");
        var after = await Do(id, "suspensions", suspension, 200);

        foreach (var answer in new[] { before, after })
        {
            Assert.That(answer["endsOn"]!.ToString(), Is.EqualTo("2027-06-28"));
            Assert.That(answer["blocks"]!.AsArray().Select(rule => rule!["code"]!.ToString()), Is.EqualTo(new[] { "internship.convention" }));
        }

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That(check["rules"]!.AsArray().Where(rule => rule!["outcome"]!.ToString() == "blocks").Select(rule => rule!["code"]!.ToString()), Is.EqualTo(new[] { "internship.convention" }));

        // A suspension is a fact; a longer internship is a choice, and waits for the renewal.
        Assert.That((await Do(id, "extensions", new { endsOn = "2027-08-31", reason = "Altri mesi" }, 422, "internship.cannot-extend")).Rules, Is.EqualTo(new[] { "internship.convention" }));
    }

    [Test]
    public async Task SuspensionPreview_WhenTheInputIsWrongOrItDoesNotRun_IsRefused()
    {
        var id = await Running();
        object Of(string? reason, string? fromOn, string? toOn) => new { reason, fromOn, toOn };
        await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of(null, "2027-01-11", null)).Expect(422, "validation.failed");
        await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", "9999-12-31")).Expect(422, "internship.suspension-too-long");
        await Do(id, "suspensions", Of("illness", "2027-01-11", "2029-01-11"), 422, "internship.suspension-too-long");
        Assert.That((await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(200))["blocks"]!.AsArray(), Is.Empty);
        await As(Role.CompanyOperator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(403);
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(404, "internship.not-found");
    }

    [Test]
    public async Task Suspension_WhenItMovesTheEnd_IsCommunicatedAsAnExtensionIs()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        Clock.Now = new(2027, 6, 4, 9, 0, 0, TimeSpan.Zero);

        var read = await Read(id);
        var moved = read["extensions"]!.AsArray().Single()!;
        Assert.That((moved["endedBefore"]!.ToString(), moved["endsOn"]!.ToString(), moved["communicationDueOn"]!.ToString(), (bool)moved["bySuspension"]!), Is.EqualTo(("2027-05-29", "2027-06-28", "2027-06-03", true)));
        Assert.That(moved["reason"]!.ToString(), Is.EqualTo("Fine spostata da una sospensione"), "never that somebody was ill");
        Assert.That((read["nextStep"]!["code"]!.ToString(), read["nextStep"]!["extensionId"]!.ToString()), Is.EqualTo(("communicateExtension", moved["id"]!.ToString())));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "extensionCommunication" }));
        Assert.That((await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipExtensionMissing")!["urgency"]!.ToString(), Is.EqualTo("late"));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["blocks"]!.AsArray().Select(block => block!["code"]!.ToString()), Does.Contain("extensionCommunication"));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension").Expect(200));
        Assert.That((fields["endsBefore"], fields["endsOn"]), Is.EqualTo(("29/05/2027", "28/06/2027")));

        await As(Role.Educator).Put($"internships/{id}/extensions/{moved["id"]}/communication", new { communicationProtocol = "P-78", communicationSentOn = "2027-06-04" }).Expect(204);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray(), Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipExtensionMissing"));
    }

    [Test]
    public async Task Suspension_WhenItsDaysChangeOrItIsTakenAway_TheEndsToCommunicateFollow()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11" }, 200);
        Assert.That((await Read(id))["extensions"]!.AsArray(), Is.Empty, "nobody knows until when");
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();
        async Task<string[]> Resume(string day)
        {
            await Do(id, $"suspensions/{suspension}/resumption", new { toOn = day }, 200);
            return [.. (await Read(id))["extensions"]!.AsArray().Select(one => $"{one!["endedBefore"]} {one["endsOn"]}")];
        }

        Assert.That(await Resume("2027-02-09"), Is.EqualTo(new[] { "2027-05-29 2027-06-28" }));
        Assert.That(await Resume("2027-02-08"), Is.Empty, "29 days move nothing");
        Assert.That(await Resume("2027-02-09"), Is.EqualTo(new[] { "2027-05-29 2027-06-28" }));
        Clock.Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await Do(id, "extensions", new { endsOn = "2027-08-28", reason = "Servono altri mesi" }, 204);
        Assert.That(await Resume("2027-02-14"), Is.EqualTo(new[] { "2027-07-03 2027-09-02", "2027-05-29 2027-07-03" }), "the later one moves with it");

        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\"")).Expect(204);

        var left = (await Read(id))["extensions"]!.AsArray().Single()!;
        Assert.That((left["endedBefore"]!.ToString(), left["endsOn"]!.ToString(), (bool)left["bySuspension"]!), Is.EqualTo(("2027-05-29", "2027-07-29", false)));
    }

    [Test]
    public async Task MovedEnds_WhenSuspensionsHadMovedThemBefore_AreRecordedOnceInTheirOrder()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        Clock.Now = Clock.Now.AddDays(1);
        await Do(id, "suspensions", new { reason = "closure", fromOn = "2027-03-01", toOn = "2027-03-20" }, 200);
        Task Forget() => InScope(services => services.GetRequiredService<InclusionPlatform.Shared.IDbSession>().ExecuteAsync("delete from internships_extension", null, CancellationToken.None));
        await Forget();
        Clock.Now = Clock.Now.AddDays(1);
        async Task<string[]> Ends() => [.. (await Read(id))["extensions"]!.AsArray().Select(one => $"{one!["endedBefore"]} {one["endsOn"]} {one["isToCommunicate"]}")];
        Task Record() => InScope(async services => await services.GetRequiredService<IMediator>().Send(new RecordMovedEnds()));

        await Record();
        await Record();

        Assert.That(await Ends(), Is.EqualTo(new[] { "2027-06-28 2027-07-18 true", "2027-05-29 2027-06-28 true" }));
        await Forget();
        await Do(id, "extensions", new { endsOn = "2027-08-28", reason = "Servono altri mesi" }, 204);
        await Record();
        Assert.That(await Ends(), Is.EqualTo(new[] { "2027-07-18 2027-08-28 true" }), "the extension tells the end as it was then");
    }

    [Test]
    public async Task Suspension_WhenItIsTakenAwayAfterTheEndWasCommunicated_TheRealEndIsCommunicated()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        var read = await Read(id);
        await As(Role.Educator).Put($"internships/{id}/extensions/{read["extensions"]![0]!["id"]}/communication", new { communicationProtocol = "P-79", communicationSentOn = "2027-02-01" }).Expect(204);
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{read["suspensions"]![0]!["id"]}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\"")).Expect(204);
        Clock.Now = new(2027, 5, 29, 9, 0, 0, TimeSpan.Zero);
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["extensions"]![0]!["communicationProtocol"]!.ToString()), Is.EqualTo(("2027-05-29", "P-79")), "what was sent stays on record");

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "cessationCommunication" }));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(200));
        Assert.That((fields["endsBefore"], fields["endedOn"]), Is.EqualTo(("28/06/2027", "29/05/2027")));
    }
}
