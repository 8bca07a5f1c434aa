using System.Collections.Concurrent;
using InclusionPlatform.Api.Access;
using InclusionPlatform.Shared.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.IntegrationTests;

/// <summary>The whole platform in this process on a database of its own.</summary>
internal sealed class TestPlatform(string dataFolder, string provider, string connectionString, IReadOnlyDictionary<string, string?>? settings = null) : WebApplicationFactory<Program>
{
    /// <summary>Every SQL text that any test ran; checked once at the end.</summary>
    public static ConcurrentDictionary<string, byte> Statements { get; } = [];

    private int statementsRun;

    /// <summary>How many statements this platform ran, to prove that a page needs a constant number of them.</summary>
    public int StatementsRun => Volatile.Read(ref statementsRun);

    public TestClock Clock { get; } = new();

    public string DataFolder => dataFolder;

    /// <summary>All that was logged, to prove that no personal data is in it.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    public static string EmailOf(Role role) => $"{role.Code()}@example.test".ToLowerInvariant();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("Platform:DataFolder", dataFolder);
        builder.UseSetting("Database:Provider", provider);
        builder.UseSetting("Database:ConnectionString", connectionString);
        builder.UseSetting("RateLimits:PerSecond", "100000");
        builder.UseSetting("RateLimits:Burst", "100000");
        builder.UseSetting("RateLimits:SignInsPerMinute", "10000");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Platform:DemoYear", "false");
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStatementObserver>(new Recorder(this));
            services.AddSingleton<ILoggerProvider>(new LogRecorder(Logged));
        });
    }

    /// <summary>A person of the test database with one role, signed in.</summary>
    public async Task<ApiUser> SignedInAsync(Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<PlatformUser>>().FindByEmailAsync(EmailOf(role)))!;
        return await SignedInAsync(user, [role]);
    }

    public async Task<ApiUser> SignedInAsync(PlatformUser user, IEnumerable<Role> roles)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Sessions.Scheme);
        var ticket = new AuthenticationTicket(Sessions.PrincipalOf(user, roles), new AuthenticationProperties { IssuedUtc = Clock.Now, ExpiresUtc = Clock.Now.AddYears(1) }, Sessions.Scheme);
        var session = $"{Sessions.CookieName}={options.TicketDataFormat.Protect(ticket)}";
        var http = CreateDefaultClient();
        http.DefaultRequestHeaders.Add("Cookie", session);
        using var me = await http.GetAsync("/api/v1/auth/me");
        var cookies = me.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToArray();
        http.DefaultRequestHeaders.Remove("Cookie");
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", [session, .. cookies]));
        http.DefaultRequestHeaders.Add(Sessions.ForgeryHeader, Uri.UnescapeDataString(cookies.Single(cookie => cookie.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)).Split('=', 2)[1]));
        return new(http);
    }

    private sealed class Recorder(TestPlatform platform) : IStatementObserver
    {
        public void Observe(string sql)
        {
            Statements.TryAdd(sql, 0);
            Interlocked.Increment(ref platform.statementsRun);
        }
    }

    private sealed class LogRecorder(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
