namespace InclusionPlatform.IntegrationTests.Access.Clients;

[TestFixtureSource(typeof(Engines))]
internal sealed class ApiClientTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> Create(string[]? scopes = null, params (string, string)[] headers) =>
        As(Role.Administrator).Post("api-clients", new { name = "Centro per l'impiego di prova", scopes = scopes ?? ["reports:read"] }, headers);

    private Task<Reply> TokenOf(string clientId, string secret) => Anonymous.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret,
    }));

    private async Task<ApiUser> With(string clientId, string secret)
    {
        var token = (await TokenOf(clientId, secret).Expect(200))["access_token"]!.ToString();
        var http = Platform.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http);
    }

    [Test]
    public async Task CreateApiClient_WhenMade_ItsSecretIsShownOnceAndWorksWithinItsScopes()
    {
        var made = await Create().Expect(201);
        var (clientId, secret) = (made["clientId"]!.ToString(), made["clientSecret"]!.ToString());

        Assert.That(clientId, Does.StartWith("centro-per-l-impiego-di-prova-"));
        var list = await As(Role.Administrator).Get("api-clients").Expect(200);
        Assert.That(list.Text, Does.Not.Contain(secret));
        Assert.That(list.Items.Single()!["createdBy"]!.ToString(), Is.EqualTo("Prova Administrator"));
        var system = await With(clientId, secret);
        await system.Get("auth/me").Expect(200);
        var denied = await system.Get("users").Expect(403, "access.scope-missing");
        Assert.That(denied["detail"]!.ToString(), Does.Contain("scope").And.Not.Contain("ruolo"));
        Assert.That(Platform.Logged, Has.None.Contains(secret));
        Assert.That((await As(Role.Administrator).Get("api-clients").Expect(200)).Items.Single()!["lastUsedAt"], Is.Not.Null);
    }

    [Test]
    public async Task CreateApiClient_WhenScopeIsNotForSystems_NamesTheField()
    {
        foreach (var scope in new[] { "access:manage", "no:such" })
        {
            Assert.That((await Create([scope]).Expect(422)).CodesOf("scopes"), Is.EqualTo(new[] { "api-client.scope" }), scope);
        }

        Assert.That((await Create([]).Expect(422)).CodesOf("scopes"), Is.Not.Empty);
        var scopes = await As(Role.Administrator).Get("api-clients/scopes").Expect(200);
        Assert.That(scopes.Items.Select(scope => scope!["name"]!.ToString()), Does.Contain("reports:read").And.Not.Contain("access:manage"));
    }

    [Test]
    public async Task CreateApiClient_WhenRepeatedWithTheSameKey_MakesOneAndShowsNoWrongSecret()
    {
        await Create(null, ("Idempotency-Key", "once")).Expect(201);

        await Create(null, ("Idempotency-Key", "once")).Expect(409, "secret.shown-already");
        Assert.That((await As(Role.Administrator).Get("api-clients").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RevokeApiClient_WhenItHoldsAToken_TheTokenStopsAtOnce()
    {
        var made = await Create().Expect(201);
        var system = await With(made["clientId"]!.ToString(), made["clientSecret"]!.ToString());
        await system.Get("auth/me").Expect(200);

        await As(Role.Administrator).Post($"api-clients/{made.Id}/revocation").Expect(204);

        await system.Get("auth/me").Expect(401);
        await TokenOf(made["clientId"]!.ToString(), made["clientSecret"]!.ToString()).Expect(401, "invalid_client");
        await As(Role.Administrator).Post($"api-clients/{made.Id}/secret-renewal").Expect(422, "api-client.revoked");
        await As(Role.Administrator).Post($"api-clients/{Guid.NewGuid()}/revocation").Expect(404);
    }

    [Test]
    public async Task RenewSecret_WhenDone_OnlyTheNewOneWorks()
    {
        var made = await Create().Expect(201);

        var renewed = await As(Role.Administrator).Post($"api-clients/{made.Id}/secret-renewal").Expect(200);

        await TokenOf(made["clientId"]!.ToString(), made["clientSecret"]!.ToString()).Expect(401);
        await TokenOf(made["clientId"]!.ToString(), renewed["clientSecret"]!.ToString()).Expect(200);
        await As(Role.Administrator).Post($"api-clients/{Guid.NewGuid()}/secret-renewal").Expect(404, "api-client.not-found");
    }

    [Test]
    public async Task Token_WhenSecretIsWrong_AnswersAsOAuthWants()
    {
        var made = await Create().Expect(201);

        var refused = await TokenOf(made["clientId"]!.ToString(), "sbagliato").Expect(401, "invalid_client");

        Assert.That(refused["error"]!.ToString(), Is.EqualTo("invalid_client"));
        Assert.That(refused.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
    }
}
