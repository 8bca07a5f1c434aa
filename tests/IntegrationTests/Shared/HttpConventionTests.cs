namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>What every endpoint does alike: errors, languages, idempotency, audit.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class HttpConventionTests(Engine engine) : SliceTests(engine)
{
    private static object NewUser(string email) => new { email, displayName = "Nuova Persona", roles = new[] { "trainer" }, password = "una frase abbastanza lunga" };

    [Test]
    public async Task Post_WhenRepeatedWithTheSameKey_DoesItOnceAndAnswersTheSame()
    {
        var first = await As(Role.Administrator).Post("users", NewUser("una@example.test"), ("Idempotency-Key", "k-1")).Expect(201);
        var second = await As(Role.Administrator).Post("users", NewUser("una@example.test"), ("Idempotency-Key", "k-1")).Expect(201);

        Assert.That(second.Id, Is.EqualTo(first.Id));
        Assert.That(await Scalar<int>("select count(*) from access_user where email = 'una@example.test'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_WhenKeyIsReusedForSomethingElse_IsRefused()
    {
        await As(Role.Administrator).Post("users", NewUser("una@example.test"), ("Idempotency-Key", "k-1")).Expect(201);

        await As(Role.Administrator).Post("users", NewUser("altra@example.test"), ("Idempotency-Key", "k-1")).Expect(422, "idempotency.key-reused");
    }

    [Test]
    public async Task Post_WhenSentTwiceAtOnceWithTheSameKey_DoesItOnce()
    {
        var administrator = await SignIn(Role.Administrator);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => administrator.Post("users", NewUser("una@example.test"), ("Idempotency-Key", "k-2"))));

        Assert.That(await Scalar<int>("select count(*) from access_user where email = 'una@example.test'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Command_WhenItFails_LeavesNeitherChangeNorAuditEntry()
    {
        var before = await Scalar<int>("select count(*) from shared_audit_entry where kind = 'change'");

        await As(Role.Administrator).Post("users", NewUser(TestPlatform.EmailOf(Role.Trainer))).Expect(409, "user.email-taken");

        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where kind = 'change'"), Is.EqualTo(before));
    }

    [Test]
    public async Task Command_WhenItSucceeds_IsInTheAccessLogWithWhoAndWhat()
    {
        var created = await As(Role.Administrator).Post("users", NewUser("una@example.test")).Expect(201);

        Assert.That(
            await Scalar<int>("select count(*) from shared_audit_entry where record = 'user' and record_id = @Id and actor_kind = 'person' and request = 'CreateUser'", new { created.Id }),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Error_WhenEnglishIsAskedFor_SpeaksEnglish()
    {
        var italian = await Anonymous.Get("auth/me").Expect(401);
        var english = await Anonymous.Get("auth/me", ("Accept-Language", "en")).Expect(401);

        Assert.That(italian["title"]!.ToString(), Is.EqualTo("Serve l'accesso"));
        Assert.That(english["title"]!.ToString(), Is.EqualTo("Sign in first"));
    }

    [TestCase("{", 400, "request.unreadable", Description = "no JSON")]
    [TestCase("""{"email":"a@example.test","displayName":"A","roles":["nobody"],"password":"una frase lunga davvero"}""", 422, "request.field-form", Description = "an unknown role")]
    [TestCase("""{"email":12,"displayName":"A","roles":["trainer"],"password":"x"}""", 422, "request.field-form", Description = "a number for a text")]
    public async Task Post_WhenTheBodyIsWrong_SaysWhereAndIsNoServerError(string body, int status, string code)
    {
        var administrator = await SignIn(Role.Administrator);

        var refused = await administrator.Send(HttpMethod.Post, "users", new StringContent(body, System.Text.Encoding.UTF8, "application/json")).Expect(status, code);
        Assert.That(refused["type"]!.ToString(), Does.EndWith($":{code}"));
    }

    [TestCase("reports/annual?year=abc", "year", "«Anno» ha un valore che non si riconosce.")]
    [TestCase("reports/annual", "year", "Manca «Anno».")]
    [TestCase("companies?limit=tanti", "limit", "«Numero di righe» ha un valore che non si riconosce.")]
    [TestCase("companies?sort=name&total=forse", "total", "«total» ha un valore che non si riconosce.")]
    [TestCase("internships?caseId=01a2", "caseId", "«Persona» ha un valore che non si riconosce.")]
    public async Task Get_WhenAValueOfTheAddressIsMissingOrWrong_NamesItAndDoesNotRepeatIt(string path, string field, string sentence)
    {
        var refused = await As(Role.Coordinator).Get(path).Expect(400, "request.unreadable");

        Assert.That(refused["detail"]!.ToString(), Is.EqualTo(sentence));
        Assert.That(refused["errors"]![field]![0]!["message"]!.ToString(), Is.EqualTo(sentence));
    }

    [Test]
    public async Task Post_WhenMediaTypeIsWrong_Is415()
    {
        var administrator = await SignIn(Role.Administrator);

        await administrator.Send(HttpMethod.Post, "users", new StringContent("email=x", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded")).Expect(415, "request.media-type");
    }

    [Test]
    public async Task Address_WhenNothingIsThere_Is404WithAProblem() => await As(Role.Administrator).Get("nothing/here").Expect(404, "address.not-found");

    [Test]
    public async Task Right_WhenMissing_Is403AndChangesNothing()
    {
        await As(Role.Educator).Post("users", NewUser("una@example.test")).Expect(403, "access.denied");

        Assert.That(await Scalar<int>("select count(*) from access_user where email = 'una@example.test'"), Is.Zero);
    }

    [TestCase("/status", "application/problem+json")]
    [TestCase("/health/live", "application/json")]
    [TestCase("/health/ready", "application/json")]
    public async Task Health_WhenAskedByAnyone_Answers200(string path, string type)
    {
        var reply = await Anonymous.Get(path);

        Assert.That(reply.Status, Is.EqualTo(200));
        Assert.That(reply.ContentHeaders.ContentType!.MediaType, Is.EqualTo(type));
    }

    [Test]
    public async Task Token_WhenMadeUp_Is401() => await Anonymous.Get("reports/annual?year=2024", ("Authorization", "Bearer a.b.c")).Expect(401);
}
