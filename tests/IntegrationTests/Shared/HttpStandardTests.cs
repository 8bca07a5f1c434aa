namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>What the standards of HTTP and OAuth ask of every answer, as a system that knows nothing but them expects it.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class HttpStandardTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> AskToken(params (string Name, string Value)[] fields) =>
        Anonymous.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<(string Id, string Secret)> NewSystem(params string[] scopes)
    {
        var made = await As(Role.Administrator).Post("api-clients", new { name = "Centro per l'impiego", scopes }).Expect(201);
        return (made["clientId"]!.ToString(), made["clientSecret"]!.ToString());
    }

    [TestCase("GET", "nothing=here", 422)]
    [TestCase("POST", "{", 400)]
    public async Task Error_WhenAnExceptionMadeIt_HasTheSecurityHeadersOfEveryAnswer(string method, string what, int status)
    {
        var administrator = await SignIn(Role.Administrator);
        var reply = await (method == "GET"
            ? administrator.Get("reports/annual?year=1")
            : administrator.Send(HttpMethod.Post, "users", new StringContent(what, System.Text.Encoding.UTF8, "application/json"))).Expect(status);

        Assert.That(reply.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(reply.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'self'"));
        Assert.That(reply.Headers.CacheControl!.NoStore, Is.True);
    }

    [Test]
    public async Task Method_WhenNotTaken_IsToldWithTheOnesThatAreToWhoeverAsks()
    {
        var refused = await Anonymous.Get("auth/token").Expect(405, "method.not-allowed");
        var choices = await Anonymous.Send(HttpMethod.Options, "opportunities", null);

        Assert.That(refused.ContentHeaders.Allow, Is.EquivalentTo(new[] { "POST" }));
        Assert.That(choices.Status, Is.EqualTo(204));
        Assert.That(choices.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "POST" }));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/api/v1/public/service")]
    public async Task Head_WhenThereIsAGet_AnswersAsItWithoutABody(string path)
    {
        var head = await Anonymous.Send(HttpMethod.Head, path, null);

        Assert.That(head.Status, Is.EqualTo(200));
        Assert.That(head.Bytes, Is.Empty);
        Assert.That(head.ContentHeaders.ContentType!.MediaType, Is.EqualTo((await Anonymous.Get(path)).ContentHeaders.ContentType!.MediaType));
    }

    [Test]
    public async Task Head_WhenNobodyIsSignedIn_IsRefusedAsItsGetIs() => Assert.That((await Anonymous.Send(HttpMethod.Head, "users", null)).Status, Is.EqualTo(401));

    [Test]
    public async Task Refusal_WhenATokenWouldDo_SaysWhichAndWhy()
    {
        var nothing = await Anonymous.Get("reports/annual?year=2024").Expect(401, "session.required");
        var madeUp = await Anonymous.Get("reports/annual?year=2024", ("Authorization", "Bearer a.b.c")).Expect(401, "access.token-invalid");
        var (id, secret) = await NewSystem("reports:read");
        var token = (await AskToken(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)).Expect(200))["access_token"]!.ToString();
        var scopeMissing = await Anonymous.Post("opportunities", new { }, ("Authorization", $"Bearer {token}")).Expect(403, "access.scope-missing");
        var noScopeWouldDo = await Anonymous.Get("users", ("Authorization", $"Bearer {token}")).Expect(403, "access.scope-missing");

        Assert.That(Challenge(nothing), Is.EqualTo("Bearer realm=\"inclusion-platform\""));
        Assert.That(Challenge(madeUp), Does.EndWith("error=\"invalid_token\""));
        Assert.That(Challenge(scopeMissing), Does.EndWith("error=\"insufficient_scope\", scope=\"opportunities:write\""));
        Assert.That(Challenge(noScopeWouldDo), Does.EndWith("error=\"insufficient_scope\""));
    }

    [Test]
    public async Task Token_WhenTheRequestIsWrong_AnswersWithTheErrorsOfOAuth()
    {
        var (id, secret) = await NewSystem("reports:read");
        (string, string) grant = ("grant_type", "client_credentials"), client = ("client_id", id), password = ("client_secret", secret);

        await Refused(400, "invalid_request", client, password);
        await Refused(400, "invalid_request", grant, grant, client, password);
        await Refused(400, "unsupported_grant_type", ("grant_type", "password"), client, password);
        await Refused(400, "invalid_scope", grant, client, password, ("scope", "reports:read access:manage"));
        await Refused(401, "invalid_client", grant, client, ("client_secret", "another"));
        await Refused(401, "invalid_client", grant);
        Assert.That((await Anonymous.Post("auth/token").Expect(400))["error"]!.ToString(), Is.EqualTo("invalid_request"));
        Assert.That((await Anonymous.Post("auth/token", new { grant_type = "client_credentials" }).Expect(415))["error"]!.ToString(), Is.EqualTo("invalid_request"));
    }

    [Test]
    public async Task Token_WhenCredentialsComeInTwoWays_IsRefused()
    {
        var (id, secret) = await NewSystem("reports:read");
        var basic = ("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}:{secret}")));
        Task<Reply> Ask(params (string, string)[] more) => Anonymous.Send(
            HttpMethod.Post, "auth/token", new FormUrlEncodedContent(more.Append(("grant_type", "client_credentials")).Select(field => KeyValuePair.Create(field.Item1, field.Item2))), basic);

        await Ask().Expect(200);
        await Ask(("client_id", id)).Expect(200);
        await Ask(("client_id", "another")).Expect(400, "invalid_request");
        await Ask(("client_secret", secret)).Expect(400, "invalid_request");
    }

    [Test]
    public async Task Post_WhenTheEncodingIsUnknown_Is415AndNoServerError()
    {
        var administrator = await SignIn(Role.Administrator);
        var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");

        await administrator.Send(HttpMethod.Post, "users", body).Expect(415, "request.media-type");
    }

    [Test]
    public async Task Get_WhenTheVersionIsHeldAlready_Is304HoweverTheTagIsWritten()
    {
        var company = await Given.Company();
        var reader = await SignIn(Role.CompanyOperator);
        var tag = (await reader.Get($"companies/{company}").Expect(200)).Headers.ETag!.Tag;

        foreach (var held in new[] { tag, $"W/{tag}", $"\"77\", {tag}", "*" })
        {
            Assert.That((await reader.Get($"companies/{company}", ("If-None-Match", held))).Status, Is.EqualTo(304), held);
        }

        await reader.Get($"companies/{company}", ("If-None-Match", "\"77\"")).Expect(200);
    }

    private static string Challenge(Reply reply) => reply.Headers.WwwAuthenticate.Single().ToString();

    private async Task Refused(int status, string error, params (string, string)[] fields)
    {
        var refused = await AskToken(fields).Expect(status, error);
        Assert.That(refused["error"]!.ToString(), Is.EqualTo(error));
    }
}

/// <summary>Who asks too much is told the limit that was reached and how long to wait.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class SignInLimitTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["RateLimits:SignInsPerMinute"] = "2" };

    [Test]
    public async Task Token_WhenAskedTooOften_NamesItsOwnLimitAndTheWait()
    {
        Task<Reply> Ask() => Anonymous.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }));
        await Ask().Expect(401);
        await Ask().Expect(401);

        var refused = await Ask().Expect(429, "request.too-many");

        Assert.That(refused.Headers.GetValues("X-RateLimit-Limit"), Is.EqualTo(new[] { "2" }));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(refused.Headers.GetValues("X-RateLimit-Reset"), Is.EqualTo(refused.Headers.GetValues("Retry-After")));
    }
}
