using InclusionPlatform.Shared.Data;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.UnitTests.Shared.Data;

internal sealed class SharedSyncTests
{
    private string path = null!;

    [SetUp]
    public void Name() => path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.log");

    [TearDown]
    public void Delete() => File.Delete(path);

    [Test]
    public async Task Sync_WhenManyWait_ServesThoseOfOneMomentTogetherAndLetsNobodyWaitForever()
    {
        await File.WriteAllTextAsync(path, "registro");
        await using var log = new SharedSync(path);

        var waiting = Enumerable.Range(0, 200).Select(_ => log.SyncAsync()).ToArray();
        await Task.WhenAll(waiting);
        await log.SyncAsync();

        Assert.That(waiting.Distinct().Count(), Is.LessThan(waiting.Length));
    }

    [Test]
    public async Task Sync_WhenAskedFromManyThreads_AnswersAll()
    {
        await File.WriteAllTextAsync(path, "registro");
        await using var log = new SharedSync(path);

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (_, _) => await log.SyncAsync());

        Assert.That(log.SyncAsync().IsFaulted, Is.False);
    }

    [Test]
    public async Task Sync_WhenTheDiskRefuses_SaysSoToWhoWaitsAndWorksAgainAfterwards()
    {
        await using var log = new SharedSync(path);

        var refused = await Assert.ThrowsAsync<SqliteException>(log.SyncAsync);
        await File.WriteAllTextAsync(path, "registro");

        Assert.That(refused!.SqliteErrorCode, Is.EqualTo(10));
        await log.SyncAsync();
    }
}
