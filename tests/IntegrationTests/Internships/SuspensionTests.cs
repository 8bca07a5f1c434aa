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
}
