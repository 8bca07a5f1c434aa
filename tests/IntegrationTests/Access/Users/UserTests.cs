namespace InclusionPlatform.IntegrationTests.Access.Users;

[TestFixtureSource(typeof(Engines))]
internal sealed class UserTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> IdOf(Role role) => (await As(role).Get("auth/me").Expect(200)).Id;

    private Task<Reply> SignInWith(string password, Role role) => Anonymous.Post("auth/sign-in", new { email = TestPlatform.EmailOf(role), password });

    [Test]
    public async Task ListUsers_WhenFiltered_FindsByNameRoleAndState()
    {
        var trainer = await IdOf(Role.Trainer);
        await As(Role.Administrator).Post($"users/{trainer}/disabling").Expect(204);

        Assert.That((await As(Role.Administrator).Get("users?state=disabled").Expect(200)).Ids, Is.EqualTo(new[] { trainer }));
        Assert.That((await As(Role.Administrator).Get("users?role=trainer&total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Administrator).Get("users?q=PROVA%20èduc").Expect(200)).Items, Has.Count.EqualTo(1));
        var first = await As(Role.Administrator).Get("users?limit=4").Expect(200);
        var second = await As(Role.Administrator).Get($"users?limit=4&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(first.Ids.Concat(second.Ids).Distinct().Count(), Is.EqualTo(7));
    }

    [Test]
    public async Task ChangeUser_WhenRolesChange_EndsTheSessionsAndTheNewRolesHold()
    {
        var id = await IdOf(Role.Educator);
        var before = await As(Role.Administrator).Get($"users/{id}").Expect(200);

        await As(Role.Administrator).Put($"users/{id}", new { displayName = "Elena Nuova", roles = new[] { "trainer", "educator" } }, before.Version).Expect(204);

        await As(Role.Educator).Get("auth/me").Expect(401);
        var me = await SignInWith(TemplateDatabase.Password, Role.Educator).Expect(200);
        Assert.That(me["displayName"]!.ToString(), Is.EqualTo("Elena Nuova"));
        Assert.That(me["roles"]!.AsArray().Select(role => role!.ToString()), Is.EquivalentTo(new[] { "educator", "trainer" }));
        await As(Role.Administrator).Put($"users/{id}", new { displayName = "Altra", roles = new[] { "trainer" } }, before.Version).Expect(412, "record.stale");
        await As(Role.Administrator).Put($"users/{id}", new { displayName = "", roles = Array.Empty<string>() }, before.Version).Expect(422, "validation.failed");
        await As(Role.Administrator).Put($"users/{Guid.NewGuid()}", new { displayName = "Altra", roles = new[] { "trainer" } }, 1).Expect(404, "user.not-found");
    }

    [Test]
    public async Task ChangeUser_WhenOnlyTheNameChanges_TheSessionGoesOn()
    {
        var id = await IdOf(Role.Educator);

        await As(Role.Administrator).Put($"users/{id}", new { displayName = "Elena Nuova", roles = new[] { "educator" } }, 1).Expect(204);

        await As(Role.Educator).Get("auth/me").Expect(200);
    }

    [Test]
    public async Task Administrator_WhenTheLastOne_CannotBeDisabledNorLoseTheRole()
    {
        var me = await IdOf(Role.Administrator);

        await As(Role.Administrator).Post($"users/{me}/disabling").Expect(422, "user.last-administrator");
        await As(Role.Administrator).Put($"users/{me}", new { displayName = "Io", roles = new[] { "auditor" } }, 1).Expect(422, "user.last-administrator");

        var second = await AnotherPerson(Role.Administrator);
        await As(Role.Administrator).Post($"users/{me}/disabling").Expect(422, "user.disables-self");
        await second.Post($"users/{me}/disabling").Expect(204);
        var secondId = (await second.Get("auth/me").Expect(200)).Id;
        await second.Put($"users/{secondId}", new { displayName = "Io", roles = new[] { "auditor" } }, 1).Expect(422, "user.last-administrator");
    }

    [Test]
    public async Task Administrators_WhenTheyRemoveEachOtherAtOnce_OneStays()
    {
        var (first, second) = (await SignIn(Role.Administrator), await AnotherPerson(Role.Administrator));
        var (firstId, secondId) = ((await first.Get("auth/me").Expect(200)).Id, (await second.Get("auth/me").Expect(200)).Id);

        await Task.WhenAll(first.Post($"users/{secondId}/disabling"), second.Post($"users/{firstId}/disabling"));

        Assert.That(await Scalar<int>("select count(*) from access_user u join access_user_role r on r.user_id = u.id where r.role = 'administrator' and u.disabled_at is null"), Is.EqualTo(1));
    }

    [Test]
    public async Task DisableUser_WhenDone_EndsSessionsAndRefusesSignInUntilEnabled()
    {
        var id = await IdOf(Role.Trainer);

        await As(Role.Administrator).Post($"users/{id}/disabling").Expect(204);

        await As(Role.Trainer).Get("auth/me").Expect(401);
        await SignInWith(TemplateDatabase.Password, Role.Trainer).Expect(401, "session.wrong-credentials");
        Assert.That((await As(Role.Administrator).Get($"users/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("disabled"));
        await As(Role.Administrator).Post($"users/{id}/enabling").Expect(204);
        await SignInWith(TemplateDatabase.Password, Role.Trainer).Expect(200);
        await As(Role.Administrator).Post($"users/{Guid.NewGuid()}/disabling").Expect(404);
        await As(Role.Administrator).Post($"users/{Guid.NewGuid()}/enabling").Expect(404);
    }

    [Test]
    public async Task ResetPassword_WhenLockedOut_LetsInWithTheNewOneAndAsksForAnother()
    {
        var id = await IdOf(Role.Educator);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await SignInWith("sbagliata del tutto", Role.Educator).Expect(401);
        }

        var password = (await As(Role.Administrator).Post($"users/{id}/password-reset").Expect(200))["password"]!.ToString();

        await As(Role.Educator).Get("auth/me").Expect(401);
        await SignInWith(TemplateDatabase.Password, Role.Educator).Expect(401);
        var me = await SignInWith(password, Role.Educator).Expect(200);
        Assert.That(me["mustChangePassword"]!.GetValue<bool>(), Is.True);
        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key where response like @like", new { like = $"%{password}%" }), Is.Zero);
    }

    [Test]
    public async Task ResetPassword_WhenRepeatedWithTheSameKey_DoesNotShowOneThatDoesNotWork()
    {
        var id = await IdOf(Role.Educator);
        await As(Role.Administrator).Post($"users/{id}/password-reset", null, ("Idempotency-Key", "same")).Expect(200);

        await As(Role.Administrator).Post($"users/{id}/password-reset", null, ("Idempotency-Key", "same")).Expect(409, "secret.shown-already");
    }

    [Test]
    public async Task MustChangePassword_WhenNotDoneYet_NothingElseIsOpen()
    {
        var id = await IdOf(Role.Educator);
        var password = (await As(Role.Administrator).Post($"users/{id}/password-reset").Expect(200))["password"]!.ToString();
        var user = (await InScope(async services => await services.GetUserAsync(id)))!;
        var person = await Platform.SignedInAsync(user, [Role.Educator]);

        await person.Get("auth/me").Expect(200);
        await person.Get("courses").Expect(403, "password.must-change");
        await person.Post("search", new { text = "qualcosa" }).Expect(403, "password.must-change");
        await person.Post("auth/password", new { currentPassword = password, newPassword = "una frase tutta mia" }).Expect(204);

        var again = await Platform.SignedInAsync((await InScope(async services => await services.GetUserAsync(id)))!, [Role.Educator]);
        await again.Get("courses").Expect(200);
    }

    [TestCase(Role.Coordinator)]
    [TestCase(Role.Educator)]
    [TestCase(Role.CompanyOperator)]
    [TestCase(Role.Trainer)]
    [TestCase(Role.BulletinEditor)]
    [TestCase(Role.Auditor)]
    public async Task Accounts_WhenRoleIsNotAdministrator_AreClosed(Role role)
    {
        var id = await IdOf(Role.Educator);

        foreach (var path in new[] { "users", $"users/{id}", "api-clients", "api-clients/scopes" })
        {
            await As(role).Get(path).Expect(403);
        }

        foreach (var path in new[] { $"users/{id}/disabling", $"users/{id}/enabling", $"users/{id}/password-reset", $"api-clients/{id}/revocation", $"api-clients/{id}/secret-renewal" })
        {
            await As(role).Post(path).Expect(403);
        }

        await As(role).Put($"users/{id}", new { displayName = "X", roles = new[] { "administrator" } }, 1).Expect(403);
        await As(role).Post("api-clients", new { name = "X", scopes = new[] { "reports:read" } }).Expect(403);
        await As(role).Get("audit-entries").Expect(role == Role.Auditor ? 200 : 403);
        await Anonymous.Get("users").Expect(401);
    }
}

internal static class Accounts
{
    public static Task<InclusionPlatform.Api.Access.PlatformUser?> GetUserAsync(this IServiceProvider services, Guid id) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<InclusionPlatform.Api.Access.PlatformUser>>(services).FindByIdAsync(id.ToString());
}
