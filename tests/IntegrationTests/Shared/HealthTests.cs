using InclusionPlatform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>A disk that is almost full is told before nothing can be written any more.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class FullDiskTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Platform:FreeMegabytes"] = "2000000000" };

    [TestCase("/health/ready")]
    [TestCase("/status")]
    public async Task Health_WhenTheDiskHasNoRoom_IsNotReadyAndSaysWhy(string path)
    {
        var reply = await Anonymous.Get(path).Expect(503, "status.disk-full");

        Assert.That(reply.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
        await Anonymous.Get("/health/live").Expect(200);
        await As(Role.Coordinator).Get("reports/annual?year=2024").Expect(200);
    }
}

/// <summary>A database that does not answer is told to whoever watches.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class LostDatabaseTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Health_WhenTheDatabaseHasLostItsTables_IsNotReadyAndSaysWhy()
    {
        await Anonymous.Get("/health/ready").Expect(200);
        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync("drop table shared_migration", null, CancellationToken.None));

        await Anonymous.Get("/health/ready").Expect(503, "status.database-away");
        await Anonymous.Get("/status").Expect(503, "status.database-away");
        await Anonymous.Get("/health/live").Expect(200);
    }
}
