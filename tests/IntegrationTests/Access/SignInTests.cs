using InclusionPlatform.Api.Access;

namespace InclusionPlatform.IntegrationTests.Access;

[TestFixtureSource(typeof(Engines))]
internal sealed class SignInTests(Engine engine) : SliceTests(engine)
{
    private static object Form(string password, Role role = Role.Educator) => new { email = TestPlatform.EmailOf(role), password };

    [Test]
    public async Task SignIn_WhenPasswordIsRight_OpensSessionWithRolesAndRights()
    {
        var me = await Anonymous.Post("auth/sign-in", Form(TemplateDatabase.Password)).Expect(200);

        Assert.That(me["roles"]!.AsArray().Select(role => role!.GetValue<string>()), Is.EqualTo(new[] { "educator" }));
        var cookies = me.Headers.GetValues("Set-Cookie").ToArray();
        var session = cookies.Single(cookie => cookie.StartsWith(Sessions.CookieName, StringComparison.Ordinal));
        Assert.That(session, Does.Contain("httponly").IgnoreCase.And.Contain("samesite=strict").IgnoreCase);
    }

    [Test]
    public async Task SignIn_WhenAddressIsUnknown_AnswersAsForWrongPassword()
    {
        var wrong = await Anonymous.Post("auth/sign-in", Form("sbagliata del tutto")).Expect(401, "session.wrong-credentials");
        var unknown = await Anonymous.Post("auth/sign-in", new { email = "nessuno@example.test", password = "sbagliata" }).Expect(401);

        Assert.That(unknown["detail"]!.ToString(), Is.EqualTo(wrong["detail"]!.ToString()));
    }

    [Test]
    public async Task SignIn_WhenWrongSixTimes_IsLockedOutForTenMinutesEvenWithTheRightPassword()
    {
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await Anonymous.Post("auth/sign-in", Form("sbagliata del tutto")).Expect(401);
        }

        await Anonymous.Post("auth/sign-in", Form(TemplateDatabase.Password)).Expect(401, "session.locked-out");
        Clock.Advance(TimeSpan.FromMinutes(11));
    }

    [Test]
    public async Task SignIn_WhenFieldsAreEmpty_NamesThem()
    {
        var problem = await Anonymous.Post("auth/sign-in", new { email = "", password = "" }).Expect(422, "validation.failed");

        Assert.That(problem.CodesOf("email"), Is.Not.Empty);
        Assert.That(problem["errors"]!["password"]![0]!["message"]!.ToString(), Does.Contain("Password"));
    }

    [Test]
    public async Task SignOutEverywhere_WhenAnotherDeviceIsSignedIn_EndsItToo()
    {
        var phone = await Platform.SignedInAsync(Role.Educator);
        var laptop = await Platform.SignedInAsync(Role.Educator);

        await phone.Post("auth/sign-out-everywhere").Expect(204);

        await laptop.Get("auth/me").Expect(401, "session.required");
    }

    [Test]
    public async Task ChangePassword_WhenCurrentIsWrongOrNewIsWeak_SaysSoAtTheField()
    {
        var wrong = await As(Role.Trainer).Post("auth/password", new { currentPassword = "non è questa", newPassword = "una nuova frase lunga" }).Expect(422);
        Assert.That(wrong.CodesOf("currentPassword"), Is.EqualTo(new[] { "password.wrong" }));

        var weak = await As(Role.Trainer).Post("auth/password", new { currentPassword = TemplateDatabase.Password, newPassword = "corta" }).Expect(422);
        Assert.That(weak.CodesOf("newPassword"), Does.Contain("password.too-short"));
    }

    [Test]
    public async Task ChangePassword_WhenRight_TheOldOneIsWorthNothing()
    {
        await As(Role.Trainer).Post("auth/password", new { currentPassword = TemplateDatabase.Password, newPassword = "una nuova frase lunga" }).Expect(204);

        await Anonymous.Post("auth/sign-in", Form(TemplateDatabase.Password, Role.Trainer)).Expect(401);
        await Anonymous.Post("auth/sign-in", Form("una nuova frase lunga", Role.Trainer)).Expect(200);
    }

    [Test]
    public async Task Change_WhenForgeryTokenIsMissing_IsRefused()
    {
        var person = await Platform.SignedInAsync(Role.Administrator);
        person.Http.DefaultRequestHeaders.Remove(Sessions.ForgeryHeader);

        await person.Post("users", new { email = "nuova@example.test", displayName = "Nuova", roles = new[] { "trainer" }, password = "una frase lunga" }).Expect(403, "session.forgery-token");
    }

    [Test]
    public async Task Change_AfterOneThatWasRight_IsStillRefusedWithAnyOtherToken()
    {
        var (person, other) = (await Platform.SignedInAsync(Role.Administrator), await Platform.SignedInAsync(Role.Trainer));
        static string TokenOf(ApiUser user) => user.Http.DefaultRequestHeaders.GetValues(Sessions.ForgeryHeader).Single();
        var (own, others) = (TokenOf(person), TokenOf(other));
        static object Colleague(int number) => new { email = $"nuova{number}@example.test", displayName = "Nuova", roles = new[] { "trainer" }, password = "una frase lunga" };
        await person.Post("users", Colleague(1)).Expect(201);
        await person.Post("users", Colleague(2)).Expect(201);

        foreach (var wrong in new[] { others, own[..^4] + (own[^4] == 'A' ? 'B' : 'A') + own[^3..], own + "A", "" })
        {
            person.Http.DefaultRequestHeaders.Remove(Sessions.ForgeryHeader);
            person.Http.DefaultRequestHeaders.Add(Sessions.ForgeryHeader, wrong);
            await person.Post("users", Colleague(3)).Expect(403, "session.forgery-token");
        }

        // The pair of one person is worth nothing in the session of another.
        static string CookieOf(ApiUser user, string name) => user.Http.DefaultRequestHeaders.GetValues("Cookie").Single().Split("; ").Single(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal));
        other.Http.DefaultRequestHeaders.Remove(Sessions.ForgeryHeader);
        other.Http.DefaultRequestHeaders.Add(Sessions.ForgeryHeader, own);
        var session = CookieOf(other, Sessions.CookieName);
        other.Http.DefaultRequestHeaders.Remove("Cookie");
        other.Http.DefaultRequestHeaders.Add("Cookie", $"{session}; {CookieOf(person, Sessions.SecretForgeryCookie)}");
        await other.Post("auth/password", new { currentPassword = "una frase", newPassword = "una frase lunga" }).Expect(403, "session.forgery-token");
    }

    [Test]
    public async Task SignIn_WhenDone_LogsNoAddress()
    {
        await Anonymous.Post("auth/sign-in", Form(TemplateDatabase.Password)).Expect(200);

        Assert.That(Platform.Logged, Has.None.Contains("@example.test"));
    }

    [Test]
    public async Task SignIn_WhenUnknownAddressIsTriedSixTimes_IsLockedOutLikeAKnownOne()
    {
        async Task<string[]> CodesOf(string email)
        {
            var codes = new List<string>();
            foreach (var _ in Enumerable.Range(0, 8))
            {
                codes.Add((await Anonymous.Post("auth/sign-in", new { email, password = "sbagliata del tutto" }).Expect(401)).Code!);
            }

            return [.. codes];
        }

        var known = await CodesOf(TestPlatform.EmailOf(Role.Educator));
        Assert.That(await CodesOf("Nessuno@example.test"), Is.EqualTo(known));
        Assert.That(known[^1], Is.EqualTo("session.locked-out"));
        Clock.Advance(TimeSpan.FromMinutes(11));
        await Anonymous.Post("auth/sign-in", new { email = "nessuno@example.test", password = "sbagliata" }).Expect(401, "session.wrong-credentials");
    }

    [Test]
    public async Task ChangePassword_WhenTheNewOneIsTheCurrentOne_IsRefused()
    {
        var same = await As(Role.Trainer).Post("auth/password", new { currentPassword = TemplateDatabase.Password, newPassword = TemplateDatabase.Password }).Expect(422);

        Assert.That(same.CodesOf("newPassword"), Is.EqualTo(new[] { "password.same" }));
    }

    [Test]
    public async Task ChangePassword_WhenTheCurrentOneIsWrongSixTimes_IsLockedOutAsAtSignIn()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var wrong = await As(Role.Trainer).Post("auth/password", new { currentPassword = "non è questa", newPassword = "una nuova frase lunga" }).Expect(422);
            Assert.That(wrong.CodesOf("currentPassword"), Is.EqualTo(new[] { "password.wrong" }));
        }

        foreach (var current in new[] { "non è questa", TemplateDatabase.Password })
        {
            var locked = await As(Role.Trainer).Post("auth/password", new { currentPassword = current, newPassword = "una nuova frase lunga" }).Expect(422);
            Assert.That(locked.CodesOf("currentPassword"), Is.EqualTo(new[] { "session.locked-out" }));
        }

        await Anonymous.Post("auth/sign-in", Form(TemplateDatabase.Password, Role.Trainer)).Expect(401, "session.locked-out");
    }
}
