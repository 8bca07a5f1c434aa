using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Shared.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Attendance;

[TestFixtureSource(typeof(Engines))]
internal sealed class RegisterTests(Engine engine) : SliceTests(engine)
{
    /// <summary>An internship of 25 hours a week from Monday 30 November, looked at on New Year's Eve.</summary>
    private async Task<Guid> Running()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);
        return id;
    }

    private static object Day(int day, int? minutes = 300, string? absence = null, int month = 12, int year = 2026) => new { day = $"{year}-{month:00}-{day:00}", minutes, absence };

    /// <summary>December whole: five hours on working days, none on the Immacolata and at Christmas.</summary>
    private static object[] December => [.. Enumerable.Range(1, 31).Where(day => new DateOnly(2026, 12, day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day is not (8 or 25)).Select(day => Day(day))];

    private Task<Reply> Save(Guid id, int version, params object[] days) => As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days }, version);

    private async Task<Reply> Sign(Guid id, int version, bool tutor, bool intern) =>
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/signatures", new { tutor, intern }, ("If-Match", $"\"{version}\""));

    private async Task<Reply> Reopen(Guid id, int version, string? reason) =>
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/reopening", new { reason }, ("If-Match", $"\"{version}\""));

    private Task<Reply> Read(Guid id, string month = "2026-12") => As(Role.Educator).Get($"internships/{id}/attendance/{month}").Expect(200);

    [Test]
    public async Task Register_WhenNothingIsWritten_ShowsDaysHolidaysAndTheUsualHours()
    {
        var id = await Running();

        var sheet = (await Read(id))["sheet"]!;

        Assert.That(sheet["state"]!.ToString(), Is.EqualTo("open"));
        Assert.That(sheet["version"]!.GetValue<int>(), Is.Zero);
        Assert.That(sheet["days"]!.AsArray(), Has.Count.EqualTo(31));
        Assert.That(sheet["days"]![0]!["usualMinutes"]!.GetValue<int>(), Is.EqualTo(300));
        Assert.That(sheet["days"]![7]!["holiday"]!.ToString(), Is.EqualTo("Immacolata"));
        Assert.That(sheet["days"]![7]!["usualMinutes"]!.GetValue<int>(), Is.Zero);
        Assert.That((await Read(id, "2026-11"))["sheet"]!["days"]!.AsArray(), Has.Count.EqualTo(1), "it began on the 30th");
        await As(Role.Educator).Get($"internships/{id}/attendance/2026-10").Expect(404, "register.not-found");
        await As(Role.Educator).Get($"internships/{id}/attendance/2026-13").Expect(422, "attendance.month-form");
        foreach (var month in new[] { "9999-12", "0001-01" })
        {
            await As(Role.Educator).Get($"internship-registers/{month}").Expect(422, "attendance.month-form");
            await As(Role.Educator).Get($"internship-registers/{month}/counts").Expect(422, "attendance.month-form");
            await As(Role.Educator).Get($"internships/{id}/attendance/{month}").Expect(422, "attendance.month-form");
        }

    }

    [Test]
    public async Task Save_WhenWhole_IsReadBackAndTheAbsenceIsEncrypted()
    {
        var id = await Running();

        var saved = await Save(id, 0, Day(1), Day(2, 275), Day(3, null, "illness"), Day(4, null)).Expect(200);

        Assert.That(saved.Version, Is.EqualTo(1));
        Assert.That(saved["minutes"]!.GetValue<int>(), Is.EqualTo(575));
        var days = (await Read(id))["sheet"]!["days"]!;
        Assert.That(days[1]!["minutes"]!.GetValue<int>(), Is.EqualTo(275));
        Assert.That(days[2]!["absence"]!.ToString(), Is.EqualTo("illness"));
        Assert.That(days[3]!["minutes"], Is.Null);
        Assert.That(await Scalar<int>("select count(*) from internships_attendance_day"), Is.EqualTo(3), "an empty day has no row");
        Assert.That(await Scalar<string>("select absence_cipher from internships_attendance_day where absence_cipher is not null"), Has.Length.GreaterThan(40).And.Not.Contains("illness"));
        await Save(id, 1, Day(1, 60)).Expect(200);
        Assert.That((await Read(id))["sheet"]!["minutes"]!.GetValue<int>(), Is.EqualTo(60), "what is not sent is empty");
        Assert.That((await Read(id, "2026-11"))["sheet"]!["minutesAfter"]!.GetValue<int>(), Is.EqualTo(60), "the same week goes on in December");
    }

    [Test]
    public async Task Save_WhenDaysAreWrong_NamesEachOfThemAndChangesNothing()
    {
        var id = await Running();
        await Save(id, 0, Day(1)).Expect(200);

        var refused = await Save(id, 1, Day(1, 60), Day(2, 1500), Day(3, 60, "other"), Day(3), Day(29, 60, null, 11)).Expect(422, "attendance.days");

        Assert.That(refused.Rules, Is.EquivalentTo(new[] { "attendance.day-hours", "attendance.hours-and-absence", "attendance.day-twice", "attendance.day-of-another-month" }));
        Assert.That(refused.Text, Does.Contain("2 dicembre 2026"));
        var sheet = (await Read(id))["sheet"]!;
        Assert.That(sheet["minutes"]!.GetValue<int>(), Is.EqualTo(300));
        Assert.That(sheet["version"]!.GetValue<int>(), Is.EqualTo(1));
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-11", new { days = new[] { Day(29, 60, null, 11) } }, 0).Expect(422, "attendance.days");
        await As(Role.Educator).Put($"internships/{id}/attendance/2027-01", new { days = new[] { Day(4, 60, null, 1, 2027) } }, 0).Expect(422, "attendance.days");
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = (object[]?)null }, 1).Expect(422);
        Assert.That((await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new object?[] { null } }, 1).Expect(422, "request.field-form")).CodesOf("days[0]"), Is.EqualTo(new[] { "request.field-form" }));
        var halved = await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new[] { new { day = "2026-12-01", minutes = 10.5 } } }, 1).Expect(422, "request.field-form");
        Assert.That(halved.Text, Does.Contain("«Minuti»").And.Not.Contain("Verbale"), "a field is called as in its own module");
    }

    [Test]
    public async Task Save_WhenStaleOrWithoutVersion_IsRefused()
    {
        var id = await Running();
        await Save(id, 0, Day(1)).Expect(200);

        await Save(id, 0, Day(2)).Expect(412, "record.stale");
        await Save(id, 7, Day(2)).Expect(412, "record.stale");
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(2) } }).Expect(428);
        Assert.That((await Read(id))["sheet"]!["days"]![0]!["minutes"]!.GetValue<int>(), Is.EqualTo(300));
    }

    [Test]
    public async Task Save_WhenTwoAtOnce_OnlyOneIsTaken()
    {
        var id = await Running();
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(Enumerable.Range(1, 4).Select(day => educator.Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(day) } }, 0)));

        Assert.That(replies.Count(reply => reply.Status == 200), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != 200).Select(reply => reply.Status), Is.All.AnyOf(409, 412));
        Assert.That(await Scalar<int>("select count(*) from internships_attendance_day"), Is.EqualTo(1));
    }

    [Test]
    public async Task Save_WhenTheMonthIsFull_TakesAsManyStatementsAsForOneDay()
    {
        var id = await Running();

        async Task<int> Statements(int version, int days) => await InScope(async services =>
        {
            var counting = new CountingSession(services.GetRequiredService<IDbSession>());
            var (clock, cipher) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IFieldCipher>());
            var book = new RegisterBook(counting, new RegisterReader(counting, cipher, services.GetRequiredService<IColleagues>(), clock), cipher, clock);
            var subject = new RegisterSubject(id, new(2026, 11, 30), new(2027, 5, 29), 25, "Paola Neri");
            await book.SaveAsync(subject, new(new(2026, 12, 1)), version, [.. Enumerable.Range(1, days).Select(day => new WrittenDay(new(2026, 12, day), 60, null))], RegisterWriter.Service, CancellationToken.None);
            return counting.Count;
        });

        Assert.That(await Statements(0, 1), Is.EqualTo(4));
        Assert.That(await Statements(1, 31), Is.EqualTo(4));
        Assert.That(await Scalar<int>("select count(*) from internships_attendance_day"), Is.EqualTo(31));
    }

    [Test]
    public async Task Sign_WhenBothDo_ClosesTheMonthAndNothingIsWrittenAnyMore()
    {
        var id = await Running();
        await Save(id, 0, December).Expect(200);

        var first = await Sign(id, 1, true, false).Expect(200);
        Assert.That(first["state"]!.ToString(), Is.EqualTo("toSign"));
        await Save(id, 2, Day(1)).Expect(409, "attendance.to-sign");
        var second = await Sign(id, 2, false, true).Expect(200);

        Assert.That(second["state"]!.ToString(), Is.EqualTo("closed"));
        var sheet = (await Read(id))["sheet"]!;
        Assert.That(sheet["tutor"]!["how"]!.ToString(), Is.EqualTo("onScreen"));
        Assert.That(sheet["intern"]!["with"], Is.Not.Null);
        Assert.That(sheet["closedAt"], Is.Not.Null);
        await Save(id, 3, Day(1)).Expect(409, "attendance.closed");
        await Sign(id, 3, true, true).Expect(409, "attendance.closed");
        Assert.That((await As(Role.Educator).Get($"internships/{id}/attendance").Expect(200)).Items[0]!["state"]!.ToString(), Is.EqualTo("closed"));
    }

    [Test]
    public async Task Sign_WhenDaysAreEmptyOrTheMonthRunsOrStale_IsRefused()
    {
        var id = await Running();
        await Save(id, 0, Day(1)).Expect(200);

        Assert.That((await Sign(id, 1, true, true).Expect(422, "attendance.days-empty")).Text, Does.Contain("2, 3, 4, 7, 9"));
        await Save(id, 1, December).Expect(200);
        await Sign(id, 1, true, true).Expect(412, "record.stale");
        Clock.Now = new(2026, 12, 30, 9, 0, 0, TimeSpan.Zero);
        await Sign(id, 2, true, true).Expect(422, "attendance.month-running");
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/signatures", new { tutor = true, intern = true }).Expect(428);
    }

    [Test]
    public async Task Reopen_WhenClosed_TakesAReasonThatIsListedAndEncrypted()
    {
        var id = await Running();
        await Save(id, 0, December).Expect(200);
        await Reopen(id, 1, "Nulla da riaprire").Expect(409, "attendance.open");
        await Sign(id, 1, true, true).Expect(200);

        await Reopen(id, 2, " ").Expect(422);
        await Reopen(id, 1, "Ore sbagliate").Expect(412);
        await Reopen(id, 2, "Il 3 era malata").Expect(204);

        var sheet = (await Read(id))["sheet"]!;
        Assert.That(sheet["state"]!.ToString(), Is.EqualTo("open"));
        Assert.That(sheet["tutor"], Is.Null);
        Assert.That(sheet["reopenings"]![0]!["reason"]!.ToString(), Is.EqualTo("Il 3 era malata"));
        Assert.That(await Scalar<string>("select reason_cipher from internships_attendance_reopening"), Does.Not.Contain("malata"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where request = 'ReopenRegister' and record = 'internship' and record_id = @Id", new { Id = id }), Is.EqualTo(1));
        await Save(id, 3, Day(1)).Expect(200);
    }

    [Test]
    public async Task Scan_WhenTheSheetWasSignedOnPaper_ClosesTheMonthAndIsKept()
    {
        var id = await Running();
        await Save(id, 0, December).Expect(200);
        byte[] pdf = [.. "%PDF-1.7 foglio firmato"u8];
        async Task<Reply> Upload(int version, byte[] content) => await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"internships/{id}/attendance/2026-12/scan", new MultipartFormDataContent { { new ByteArrayContent(content), "file", "Foglio.pdf" } }, ("If-Match", $"\"{version}\""));

        Assert.That((await Upload(1, [1, 2, 3]).Expect(422)).CodesOf("file"), Does.Contain("document.type"));
        await As(Role.Educator).Get($"internships/{id}/attendance/2026-12/scan").Expect(404);
        await Upload(1, pdf).Expect(200);

        var sheet = (await Read(id))["sheet"]!;
        Assert.That(sheet["state"]!.ToString(), Is.EqualTo("closed"));
        Assert.That(sheet["intern"]!["how"]!.ToString(), Is.EqualTo("paper"));
        Assert.That(sheet["hasScan"]!.GetValue<bool>(), Is.True);
        Assert.That((await As(Role.Educator).Get($"internships/{id}/attendance/2026-12/scan").Expect(200)).Bytes, Is.EqualTo(pdf));
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/attendance/2026-12/scan").Expect(404);
        await Reopen(id, 2, "Un'ora in più").Expect(204);
        Assert.That((await Read(id))["sheet"]!["reopenings"]![0]!["hasScan"]!.GetValue<bool>(), Is.True, "what was signed is kept");
    }

    [Test]
    public async Task UsualWeek_WhenChanged_GuidesTheRegister()
    {
        var id = await Running();
        var week = new { monday = 240, tuesday = 0, wednesday = 240, thursday = 0, friday = 240, saturday = 0, sunday = 0, patronMonth = 12, patronDay = 2 };

        await As(Role.Educator).Put($"internships/{id}/usual-week", week, 0).Expect(204);

        var days = (await Read(id))["sheet"]!["days"]!;
        Assert.That(days[0]!["usualMinutes"]!.GetValue<int>(), Is.Zero, "a Tuesday");
        Assert.That(days[1]!["holiday"]!.ToString(), Is.EqualTo("Santo patrono"));
        Assert.That(days[3]!["usualMinutes"]!.GetValue<int>(), Is.EqualTo(240));
        await As(Role.Educator).Put($"internships/{id}/usual-week", week, 0).Expect(412);
        var wrong = await As(Role.Educator).Put($"internships/{id}/usual-week", new { monday = 1500, patronMonth = 2, patronDay = 30 }, 1).Expect(422);
        Assert.That(wrong.CodesOf("monday"), Is.Not.Empty);
        Assert.That(wrong.CodesOf("patronDay"), Does.Contain("attendance.patron-day"));
    }

    [Test]
    public async Task Today_WhenLastMonthIsNotClosed_LeadsToItsRegisterUntilItIs()
    {
        var id = await Running();
        await Save(id, 0, December).Expect(200);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Contain($"/internships/{id}/attendance/2026-11"));
        Clock.Now = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);

        var today = await As(Role.Educator).Get("today").Expect(200);

        var counter = today["counters"]!.AsArray().Single(counter => counter!["kind"]!.ToString() == "internshipRegisterMissing")!;
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }));
        var task = today["tasks"]!.AsArray().Single(task => task!["kind"]!.ToString() == "internshipRegisterMissing")!;
        Assert.That(task["link"]!.ToString(), Is.EqualTo($"/internships/{id}/attendance/2026-12"));
        Assert.That(task["urgency"]!.ToString(), Is.EqualTo("week"), "it is due by the fifth");
        await Sign(id, 1, true, true).Expect(200);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipRegisterMissing"));
    }

    [Test]
    public async Task Register_WhenTheCaseMayNotBeSeenOrNothingRuns_IsNotThere()
    {
        var id = await Running();
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"internships/{id}/attendance").Expect(404, "internship.not-found");
        await stranger.Get($"internships/{id}/attendance/2026-12").Expect(404, "internship.not-found");
        await stranger.Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(1) } }, 0).Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Get($"internships/{id}/attendance/2026-12").Expect(403);
        await Anonymous.Get($"internships/{id}/attendance/2026-12").Expect(401);
        var proposal = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        await As(Role.Educator).Get($"internships/{proposal}/attendance/2026-12").Expect(409, "internship.wrong-state");
    }
}
