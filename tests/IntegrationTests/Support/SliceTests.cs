using InclusionPlatform.Api.Access;
using InclusionPlatform.Shared.Audit;
using InclusionPlatform.Shared.Data;
using MediatR;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests;

/// <summary>A test of slices: through HTTP, on a real database of its own, with one account for each role.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class SliceTests(Engine engine)
{
    private readonly Dictionary<Role, ApiUser> signedIn = [];
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));
    private string? serverDatabase;

    protected TestPlatform Platform { get; private set; } = null!;

    protected TestClock Clock => Platform.Clock;

    /// <summary>Makes what a test needs, through the API.</summary>
    protected Given Given => new(this);

    /// <summary>Configuration on top of the tests' own.</summary>
    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;

    [SetUp]
    public async Task StartPlatform()
    {
        Directory.CreateDirectory(folder);
        if (engine == Engine.Sqlite)
        {
            await TemplateDatabase.CopyToAsync(folder);
            Platform = new(folder, "sqlite", "", Settings);
        }
        else
        {
            serverDatabase = $"inclusion_test_{Guid.NewGuid():N}";
            await OnServerAsync($"create database {serverDatabase}");
            Platform = new(folder, "sqlserver", new SqlConnectionStringBuilder(Engines.SqlServerConnection) { InitialCatalog = serverDatabase }.ToString(), Settings);
            await TemplateDatabase.MakeAccountsAsync(Platform);
        }
    }

    [TearDown]
    public async Task StopPlatform()
    {
        await Platform.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (serverDatabase is not null)
        {
            SqlConnection.ClearAllPools();
            await OnServerAsync($"drop database {serverDatabase}");
        }
    }

    /// <summary>In how many lines of the access log the person was shown in a list, with this use of it; by the request if one is named.</summary>
    public async Task<int> Shown(Guid person, string purpose, string? request = null)
    {
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SpreadShown()));
        return await Scalar<int>("""
            select count(*)
            from   shared_audit_entry a
            join   shared_audit_shown s on s.entry_id = a.id
            where  a.record = 'beneficiary' and a.purpose = @Purpose and s.record_id = @Person and (@Request is null or a.request = @Request)
            """, new { Purpose = purpose, Person = person, Request = request });
    }

    /// <summary>The account of the role, signed in.</summary>
    public async Task<ApiUser> SignIn(Role role) => signedIn.TryGetValue(role, out var user) ? user : signedIn[role] = await Platform.SignedInAsync(role);

    /// <summary>Calls as the account of the role.</summary>
    protected Caller As(Role role) => new(() => SignIn(role));

    /// <summary>Calls as a visitor.</summary>
    protected ApiUser Anonymous => new(Platform.CreateDefaultClient());

    /// <summary>Makes a further account and signs it in.</summary>
    protected async Task<ApiUser> AnotherPerson(params Role[] roles)
    {
        var email = $"{Guid.NewGuid():N}@example.test";
        await InScope(services => services.GetRequiredService<IMediator>().Send(new CreateUser(email, "Altra Persona", roles, TemplateDatabase.Password)));
        return await InScope(async services =>
        {
            var user = await services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<PlatformUser>>().FindByEmailAsync(email);
            return await Platform.SignedInAsync(user!, roles);
        });
    }

    /// <summary>Runs something inside the platform, as the platform itself.</summary>
    protected async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Reads the database behind the API's back.</summary>
    protected Task<T?> Scalar<T>(string sql, object? args = null) => InScope(services => services.GetRequiredService<IDbSession>().ScalarAsync<T>(sql, args, CancellationToken.None));

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new SqlConnection(Engines.SqlServerConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A role whose session is opened at the first call.</summary>
    protected sealed class Caller(Func<Task<ApiUser>> signIn)
    {
        public async Task<Reply> Get(string path, params (string Name, string Value)[] headers) => await (await signIn()).Get(path, headers);

        public async Task<Reply> Post(string path, object? body = null, params (string Name, string Value)[] headers) => await (await signIn()).Post(path, body, headers);

        public async Task<Reply> Put(string path, object body, int version) => await (await signIn()).Put(path, body, version);

        public async Task<Reply> Put(string path, object body) => await (await signIn()).Put(path, body);

        public async Task<Reply> Delete(string path) => await (await signIn()).Delete(path);

        public async Task<Reply> Upload(string path, string fileName, byte[] bytes) => await (await signIn()).Upload(path, fileName, bytes);
    }
}

/// <summary>Makes what tests need, through the API; each module adds its own in a partial file.</summary>
internal sealed partial class Given(SliceTests tests)
{
    private Task<ApiUser> As(Role role) => tests.SignIn(role);
}
