using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Attendance;

/// <summary>The host's tutor writes and signs a month through a personal link, and is reminded. The internship runs from Monday 30 November 2026 for 25 hours a week.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed partial class TutorRegisterTests(Engine engine) : SliceTests(engine)
{
    private static readonly DateTimeOffset NewYearsEve = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);

    [GeneratedRegex(@"/(?:tutor|intern)/register/([\w-]+)")]
    private static partial Regex Link();

    private static object Day(int day, int? minutes = 300, string? absence = null) => new { day = string.Create(CultureInfo.InvariantCulture, $"2026-12-{day:00}"), minutes, absence };

    private static object[] December => [.. Enumerable.Range(1, 31).Where(day => new DateOnly(2026, 12, day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day is not (8 or 25)).Select(day => Day(day))];

    private async Task<Guid> Running()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(surname: "Provaccia"), await Given.Host(name: "Vivaio dei Tutor"));
        Clock.Now = NewYearsEve;
        return id;
    }

    private async Task<Reply> Ask(Guid id, string? email = "tutor@example.org", string month = "2026-12") => await As(Role.Educator).Post($"internships/{id}/attendance/{month}/tutor-link", new { email });

    private Task<string> LastMail() => InScope(async services => services.GetRequiredService<IFieldCipher>().Unprotect(
        await services.GetRequiredService<IDbSession>().ScalarAsync<string>("select mail from shared_outbox_mail order by created_at desc, id desc", null, CancellationToken.None))!);

    private Task<int> Mails() => Scalar<int>("select count(*) from shared_outbox_mail");

    private async Task<string> Code()
    {
        var mail = await LastMail();
        Assert.That(mail, Does.Not.Contain("Provaccia").And.Not.Contain("Vivaio"), "the mail names nobody");
        return Link().Match(mail).Groups[1].Value;
    }

    private async Task<string> Sent(Guid id)
    {
        await Ask(id).Expect(200);
        return await Code();
    }

    private Task<Reply> Open(string code) => Anonymous.Post("public/tutor-registers/sheet", new { code });

    private Task<Reply> Save(string code, int version, params object[] days) => Anonymous.Put("public/tutor-registers/sheet", new { code, days }, version);

    private Task<Reply> Sign(string code, int version, string name = "Paola Neri") => Anonymous.Post("public/tutor-registers/signature", new { code, name }, ("If-Match", $"\"{version}\""));

    private async Task<JsonNode> Sheet(Guid id) => (await As(Role.Educator).Get($"internships/{id}/attendance/2026-12").Expect(200))["sheet"]!;

    [Test]
    public async Task Tutor_WhenWritingAndSigningByTheLink_ClosesWithTheInternAndIsRecordedAsTutor()
    {
        var id = await Running();
        var code = await Sent(id);
        var opened = await Open(code).Expect(200);
        Assert.That(opened["personName"]!.ToString(), Does.Contain("Provaccia"));
        Assert.That(opened.Headers.ETag!.Tag, Is.EqualTo("\"0\""));

        await Save(code, 0, December).Expect(200);
        var sheet = await Sheet(id);
        Assert.That((sheet["writtenBy"]!.ToString(), (int)sheet["minutes"]!), Is.EqualTo(("tutor", 300 * December.Length)));
        Assert.That((await Sign(code, 1, "").Expect(422)).CodesOf("name"), Is.Not.Empty);
        Assert.That((await Sign(code, 1).Expect(200))["state"]!.ToString(), Is.EqualTo("toSign"));

        sheet = await Sheet(id);
        Assert.That((sheet["tutor"]!["how"]!.ToString(), sheet["tutor"]!["name"]!.ToString(), sheet["intern"]), Is.EqualTo(("link", "Paola Neri", (JsonNode?)null)));
        await Open(code).Expect(404, "tutor-link.not-found");
        await Sign(code, 2).Expect(404, "tutor-link.not-found");
        await Ask(id).Expect(409, "attendance.tutor-signed");
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items.Select(item => item!["kind"]!.ToString()), Does.Contain("register.signed"));
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/signatures", new { tutor = false, intern = true }, ("If-Match", "\"2\"")).Expect(200);
        sheet = await Sheet(id);
        Assert.That((sheet["state"]!.ToString(), sheet["tutor"]!["name"]!.ToString()), Is.EqualTo(("closed", "Paola Neri")), "the tutor's signature stays as it was");
        await Ask(id).Expect(409, "attendance.closed");
    }

    [Test]
    public async Task Tutor_WhenDaysAreWrong_EachIsNamedAndNothingChanges()
    {
        var id = await Running();
        var code = await Sent(id);

        var refused = await Save(code, 0, Day(1, 1500), Day(2, 60, "other"), Day(3), Day(3), new { day = "2026-11-29", minutes = 60 }).Expect(422, "attendance.days");

        Assert.That(refused.Rules, Is.EquivalentTo(new[] { "attendance.day-hours", "attendance.hours-and-absence", "attendance.day-twice", "attendance.day-of-another-month" }));
        Assert.That((await Save(code, 0, Day(1, null, "illness")).Expect(422, "attendance.days")).Rules, Is.EqualTo(new[] { "attendance.absence-of-the-service" }));
        await Anonymous.Put("public/tutor-registers/sheet", new { code, days = (object[]?)null }, 0).Expect(422, "validation.failed");
        await Anonymous.Put("public/tutor-registers/sheet", new { code, days = new object?[] { null } }, 0).Expect(422, "request.field-form");
        await Anonymous.Put("public/tutor-registers/sheet", new { code, days = new[] { Day(1) } }).Expect(428);
        await Sign(code, 0).Expect(422, "attendance.days-empty");
        Assert.That((int)(await Sheet(id))["version"]!, Is.Zero);
    }

    [Test]
    public async Task Tutor_WhenDaysAreOutsideTheInternship_IsRefused()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
        await Ask(id, month: "2026-11").Expect(200);
        var code = await Code();

        var refused = await Save(code, 0, new { day = "2026-11-27", minutes = 60 }).Expect(422, "attendance.days");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "attendance.day-outside" }));
        await Ask(id, month: "2026-10").Expect(404, "register.not-found");
        await Ask(id, month: "2026-12").Expect(422, "attendance.month-to-come");
    }

    [Test]
    public async Task Tutor_WhenTheEducatorSavedFirst_IsStaleAndTheOtherWayRound()
    {
        var id = await Running();
        var code = await Sent(id);
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(1) } }, 0).Expect(200);

        await Save(code, 0, Day(2)).Expect(412, "record.stale");
        await Save(code, 1, Day(1), Day(2)).Expect(200);
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(1) } }, 1).Expect(412, "record.stale");
        await Sign(code, 1).Expect(422, "attendance.days-empty");
        Assert.That((int)(await Sheet(id))["minutes"]!, Is.EqualTo(600));
    }

    [Test]
    public async Task Tutor_WhenTheServiceWroteAnIllness_SeesItJustifiedAndDoesNotLoseIt()
    {
        var id = await Running();
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = new[] { Day(1, null, "illness"), Day(2, null, "injury") } }, 0).Expect(200);
        var code = await Sent(id);

        var opened = await Open(code).Expect(200);
        Assert.That(opened.Text, Does.Not.Contain("illness").And.Not.Contain("injury"));
        Assert.That(opened["sheet"]!["days"]![0]!["absence"]!.ToString(), Is.EqualTo("justified"));
        await Save(code, 1, Day(1, null, "justified"), Day(2), Day(3, null, "justified")).Expect(200);

        var days = (await Sheet(id))["days"]!;
        Assert.That(days[0]!["absence"]!.ToString(), Is.EqualTo("illness"));
        Assert.That((int)days[1]!["minutes"]!, Is.EqualTo(300));
        Assert.That(days[2]!["absence"]!.ToString(), Is.EqualTo("justified"));
    }

    [Test]
    public async Task Link_WhenGuessedExpiredRevokedReplacedOrOfAnotherTutor_IsNotThere()
    {
        var id = await Running();
        foreach (var guess in new[] { "inventato", "", new string('a', 5000) })
        {
            await Open(guess).Expect(404, "tutor-link.not-found");
        }

        await Anonymous.Post("public/tutor-registers/sheet", new { code = (string?)null }).Expect(404, "tutor-link.not-found");
        var first = await Sent(id);
        await Ask(id).Expect(409, "tutor-link.just-sent");
        Clock.Now = Clock.Now.AddMinutes(11);
        var second = await Sent(id);
        await Open(first).Expect(404, "tutor-link.not-found");
        await Open(second).Expect(200);
        Assert.That(await Scalar<int>("select count(*) from internships_tutor_link where code_hash = @second", new { second }), Is.Zero, "only its digest is kept");

        await (await SignIn(Role.Educator)).Delete($"internships/{id}/attendance/2026-12/tutor-link").Expect(204);
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/attendance/2026-12/tutor-link").Expect(404, "tutor-link.not-found");
        await Open(second).Expect(404, "tutor-link.not-found");
        await Save(second, 0, Day(1)).Expect(404, "tutor-link.not-found");

        Clock.Now = Clock.Now.AddMinutes(11);
        var third = await Sent(id);
        var version = (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{id}/amendments", new { effectiveOn = "2026-12-31", hostTutor = "Altro Tutor", promoterTutorId = await Given.UserId(Role.Educator), weeklyHours = 25, reason = "Il tutor è cambiato" }, ("If-Match", $"\"{version}\"")).Expect(204);
        await Open(third).Expect(404, "tutor-link.not-found");
        Clock.Now = Clock.Now.AddMinutes(11);
        Assert.That((await Ask(id, null).Expect(422)).Text, Does.Contain("tutor-link.no-address"), "the address was of the tutor before");
        var fourth = await Sent(id);
        await Open(fourth).Expect(200);
        Clock.Now = new(2027, 1, 15, 22, 0, 0, TimeSpan.Zero);
        await Open(fourth).Expect(200);
        Clock.Now = new(2027, 1, 16, 9, 0, 0, TimeSpan.Zero);
        await Open(fourth).Expect(404, "tutor-link.not-found");
    }

    [Test]
    public async Task Link_WhenAskedByWhoMayNotSeeTheCaseOrWrongly_IsRefused()
    {
        var id = await Running();
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/attendance/2026-12/tutor-link", new { email = "tutor@example.org" }).Expect(404, "internship.not-found");
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/attendance/2026-12/tutor-link").Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Post($"internships/{id}/attendance/2026-12/tutor-link", new { email = "tutor@example.org" }).Expect(403);
        Assert.That((await Ask(id, "non un indirizzo").Expect(422)).CodesOf("email"), Is.EqualTo(new[] { "email.form" }));
        Assert.That(await Mails(), Is.Zero);
    }

    [Test]
    public async Task Intern_WhenSigningByTheLink_ReadsTheMonthAndClosesItWithTheTutor()
    {
        var id = await Running();
        async Task<Reply> AskIntern(string? email = "persona@example.org") => await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/intern-link", new { email });
        Task<Reply> SignAsIntern(string code, int version, string name = "Gioiosa") => Anonymous.Post("public/intern-registers/signature", new { code, name }, ("If-Match", $"\"{version}\""));
        await AskIntern().Expect(422);
        Clock.Now = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);
        await AskIntern().Expect(422);
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = December.Skip(1).Prepend(Day(1, null, "illness")).ToArray() }, 0).Expect(200);
        await AskIntern("").Expect(422, "intern-link.no-address");
        await AskIntern("non un indirizzo").Expect(422);
        await AskIntern().Expect(200);
        var code = await Code();
        Assert.That(await Scalar<string>("select email_cipher from internships_intern_contact"), Does.StartWith("p1."));

        var opened = await Anonymous.Post("public/intern-registers/sheet", new { code }).Expect(200);
        Assert.That(opened.Text, Does.Contain("Provaccia").And.Not.Contain("illness").And.Contain("justified"));
        await Open(code).Expect(404, "tutor-link.not-found");
        await Anonymous.Post("public/intern-registers/sheet", new { code = "inventato" }).Expect(404, "tutor-link.not-found");
        await SignAsIntern(code, 1, "").Expect(422, "validation.failed");
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/signatures", new { tutor = true, intern = false }, ("If-Match", "\"1\"")).Expect(200);
        await SignAsIntern(code, 1).Expect(412, "record.stale");
        Assert.That((await SignAsIntern(code, 2).Expect(200))["state"]!.ToString(), Is.EqualTo("closed"));
        await SignAsIntern(code, 3).Expect(404, "tutor-link.not-found");

        var sheet = await Sheet(id);
        Assert.That((sheet["intern"]!["how"]!.ToString(), sheet["intern"]!["name"]!.ToString(), sheet["state"]!.ToString()), Is.EqualTo(("link", "Gioiosa", "closed")));

        // The digest is that of what the page of the link showed, which was not the illness.
        var shown = string.Join('\n', opened["sheet"]!["days"]!.AsArray().Where(day => day!["minutes"] is not null || day["absence"] is not null)
            .Select(day => string.Join(' ', new[] { day!["day"], day["minutes"], day["absence"] }.Where(part => part is not null))).Prepend("2026-12"));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
        Assert.That(shown, Does.StartWith("2026-12\n2026-12-01 justified\n2026-12-02 "));
        Assert.That((sheet["intern"]!["digest"]!.ToString(), sheet["tutor"]!["digest"]!.ToString()), Is.EqualTo((digest, digest)), "the tutor signed the same days");
        Assert.That(((bool)sheet["intern"]!["isOfOtherDays"]!, (bool)sheet["tutor"]!["isOfOtherDays"]!), Is.EqualTo((false, false)));
        Assert.That(opened["sheet"]!["tutor"], Is.Null);
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items.Select(item => item!["kind"]!.ToString()), Does.Contain("register.signed-by-intern"));
        await AskIntern().Expect(409, "attendance.closed");
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/attendance/2026-12/intern-link").Expect(404, "internship.not-found");
        var reach = await As(Role.Educator).Get($"internships/{id}/attendance/2026-12/intern-link").Expect(200);
        Assert.That((reach["email"]!.ToString(), (bool)reach["link"]!["counts"]!), Is.EqualTo(("persona@example.org", false)));
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/intern-contact").Expect(204);
        Assert.That(await Scalar<int>("select count(*) from internships_intern_contact"), Is.Zero);
    }

    [Test]
    public async Task Signature_WhenTheDaysAreNotThoseThatWereSigned_SaysSoAndFallsWithTheReopening()
    {
        var id = await Running();
        Clock.Now = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = December }, 0).Expect(200);
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/signatures", new { tutor = true, intern = true }, ("If-Match", "\"1\"")).Expect(200);
        var before = await Sheet(id);

        // Past every door of the platform.
        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync("update internships_attendance_day set minutes = minutes + 1 where day = '2026-12-02'", null, CancellationToken.None));

        var after = await Sheet(id);
        Assert.That(((bool)before["tutor"]!["isOfOtherDays"]!, (bool)after["tutor"]!["isOfOtherDays"]!, (bool)after["intern"]!["isOfOtherDays"]!), Is.EqualTo((false, true, true)));
        Assert.That(after["tutor"]!["digest"]!.ToString(), Is.EqualTo(before["tutor"]!["digest"]!.ToString()));
        await As(Role.Educator).Post($"internships/{id}/attendance/2026-12/reopening", new { reason = "Ore da correggere" }, ("If-Match", "\"2\"")).Expect(204);
        Assert.That(await Scalar<int>("select count(*) from internships_attendance_month where tutor_signed_digest is not null or intern_signed_digest is not null"), Is.Zero);
    }

    [Test]
    public async Task Reminders_WhenTheJobRunsTwiceOrAtOnce_GoOutOnceForEachStepUntilTheTutorSigned()
    {
        var id = await Running();
        await Ask(id).Expect(200);
        async Task<int> Remind()
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => InScope(services => services.GetRequiredService<IMediator>().Send(new RemindTutors()))));
            return await Mails();
        }

        Assert.That(await Mails(), Is.EqualTo(1));
        Assert.That(await Remind(), Is.EqualTo(2), "of November, which is over, nobody had reminded");
        Assert.That(await Remind(), Is.EqualTo(2), "each step once");
        Clock.Now = new(2027, 1, 1, 6, 0, 0, TimeSpan.Zero);
        Assert.That(await Remind(), Is.EqualTo(2), "of December the tutor was written to less than a day ago");
        Clock.Now = new(2027, 1, 5, 6, 0, 0, TimeSpan.Zero);
        Assert.That(await Remind(), Is.EqualTo(3));
        Assert.That(await Remind(), Is.EqualTo(3));
        var code = await Code();
        var link = (await As(Role.Educator).Get($"internships/{id}/attendance/2026-12/tutor-link").Expect(200))["link"]!;
        Assert.That(((int)link["sent"]!, (bool)link["counts"]!, link["lastSentAt"]!.ToString()), Is.EqualTo((2, true, "2027-01-05T06:00:00+00:00")));

        await Save(code, 0, December).Expect(200);
        await Sign(code, 1).Expect(200);
        Clock.Now = new(2027, 1, 10, 6, 0, 0, TimeSpan.Zero);
        Assert.That(await Remind(), Is.EqualTo(3), "who signed is not reminded");
        Clock.Now = new(2027, 2, 2, 6, 0, 0, TimeSpan.Zero);
        Assert.That(await Remind(), Is.EqualTo(4), "of January");
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/tutor-contact").Expect(204);
        Clock.Now = new(2027, 3, 1, 6, 0, 0, TimeSpan.Zero);
        Assert.That(await Remind(), Is.EqualTo(4), "the address was taken away");
    }

    [Test]
    public async Task Former_WhenAMonthWasReopened_ItsScanIsStillThere()
    {
        var id = await Running();
        var educator = await SignIn(Role.Educator);
        await As(Role.Educator).Put($"internships/{id}/attendance/2026-12", new { days = December }, 0).Expect(200);
        byte[] scan = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"u8];
        var form = new MultipartFormDataContent { { new ByteArrayContent(scan) { Headers = { ContentType = new("application/pdf") } }, "file", "foglio.pdf" } };
        await educator.Send(HttpMethod.Post, $"internships/{id}/attendance/2026-12/scan", form, ("If-Match", "\"1\"")).Expect(200);
        await educator.Post($"internships/{id}/attendance/2026-12/reopening", new { reason = "Un'ora in più" }, ("If-Match", "\"2\"")).Expect(204);

        var reopening = (await Sheet(id))["reopenings"]![0]!["id"]!.ToString();

        Assert.That((await educator.Get($"internships/{id}/attendance/2026-12/reopenings/{reopening}/scan").Expect(200)).Bytes, Is.EqualTo(scan));
        await educator.Get($"internships/{id}/attendance/2026-11/reopenings/{reopening}/scan").Expect(404);
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/attendance/2026-12/reopenings/{reopening}/scan").Expect(404);
    }
}
