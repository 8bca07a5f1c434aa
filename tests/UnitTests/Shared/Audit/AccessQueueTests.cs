using System.Data.Common;
using Dapper;
using InclusionPlatform.Shared.Audit;
using InclusionPlatform.Shared.Data;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.UnitTests.Shared.Audit;

internal sealed class AccessQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    private string folder = null!;
    private SqliteDatabase database = null!;
    private AccessQueue queue = null!;

    [SetUp]
    public async Task Make()
    {
        DapperSetup.Register();
        folder = Directory.CreateTempSubdirectory().FullName;
        database = new(Path.Combine(folder, "log.db"));
        queue = new(database);
        await using var open = await database.BeginAsync(CancellationToken.None);
        await open.Connection.ExecuteAsync(
            "create table shared_audit_entry (id text primary key, at text, actor_id text, actor_kind text, request text not null, kind text, record text, record_id text, purpose text, shown text)");
        await open.CommitAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task Clean()
    {
        queue.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Entries_WhenManyComeAtOnce_AreAllThereWhenEachIsAnswered()
    {
        await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ =>
        {
            var mine = new[] { Entry(), Entry() };
            await queue.WriteAsync(mine, CancellationToken.None);
            Assert.That(await CountAsync("where id in (@A, @B)", new { A = mine[0].Id, B = mine[1].Id }), Is.EqualTo(2));
        }));

        Assert.That(await CountAsync(), Is.EqualTo(800));
    }

    [Test]
    public async Task Entries_WhenTheyComeWhileAnotherWrites_ShareOneTransaction()
    {
        Task[] waiting;
        await using (await database.BeginAsync(CancellationToken.None))
        {
            waiting = [.. Enumerable.Range(0, 30).Select(_ => queue.WriteAsync([Entry()], CancellationToken.None))];
            await Task.Delay(50);
            Assert.That(waiting.Any(one => one.IsCompleted), Is.False);
        }

        var before = Frames();
        await Task.WhenAll(waiting);

        Assert.Multiple(async () =>
        {
            Assert.That(await CountAsync(), Is.EqualTo(30));
            // Each transaction ends with at least one page in the log: thirty alone could not fit in so few.
            Assert.That(Frames() - before, Is.LessThan(20));
        });
    }

    [Test]
    public async Task Entries_WhenSomebodyStillReads_WaitForThemAndNoLonger()
    {
        using var patient = new AccessQueue(database, TimeSpan.FromMinutes(5));
        Task[] together;
        await using (await database.BeginAsync(CancellationToken.None))
        {
            together = [patient.WriteAsync([Entry()], CancellationToken.None), patient.WriteAsync([Entry()], CancellationToken.None)];
        }

        await Task.WhenAll(together);

        patient.ReadBegins();
        patient.ReadBegins();
        patient.ReadBegins();
        var first = patient.WriteAsync([Entry()], CancellationToken.None);
        patient.ReadEnds();
        await Task.Delay(50);
        var second = patient.WriteAsync([Entry()], CancellationToken.None);
        patient.ReadEnds();
        await Task.Delay(50);
        Assert.That(first.IsCompleted || second.IsCompleted, Is.False);

        // The last had nothing to log. Who is busy with something else is taken for a reader, so it is said again until the pool is at rest.
        var written = Task.WhenAll(first, second);
        for (var again = 0; again < 500 && !written.IsCompleted; again++)
        {
            patient.ReadEnds();
            await Task.WhenAny(written, Task.Delay(20));
            patient.ReadBegins();
        }

        Assert.That(written.IsCompletedSuccessfully);
        Assert.That(await CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Entry_WhenItCannotBeWritten_IsRefusedAlone()
    {
        var taken = Entry();
        await queue.WriteAsync([taken], CancellationToken.None);
        Task good, bad, alsoGood;
        await using (await database.BeginAsync(CancellationToken.None))
        {
            good = queue.WriteAsync([Entry()], CancellationToken.None);
            bad = queue.WriteAsync([taken], CancellationToken.None);
            alsoGood = queue.WriteAsync([Entry()], CancellationToken.None);
        }

        await Task.WhenAll(good, alsoGood);
        var refused = await Assert.ThrowsAsync<SqliteException>(() => bad);

        Assert.Multiple(async () =>
        {
            Assert.That(refused.SqliteErrorCode, Is.EqualTo(19));
            Assert.That(await CountAsync(), Is.EqualTo(3));
        });
        await queue.WriteAsync([Entry()], CancellationToken.None);
        Assert.That(await CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Entry_WhenWhoAskedIsGone_IsWrittenAllTheSame()
    {
        using var gone = new CancellationTokenSource();
        Task mine;
        await using (await database.BeginAsync(CancellationToken.None))
        {
            mine = queue.WriteAsync([Entry()], gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAsync<TaskCanceledException>(() => mine);
        }

        await queue.WriteAsync([Entry()], CancellationToken.None);
        Assert.That(await CountAsync(), Is.EqualTo(2));
    }

    private static AccessEntry Entry() => new(Guid.CreateVersion7(), Now, Guid.Empty, "person", "GetCase", "read", "case", Guid.CreateVersion7(), "follow");

    /// <summary>Pages written to the log so far.</summary>
    private long Frames() => new FileInfo(Path.Combine(folder, "log.db-wal")).Length / 4096;

    private async Task<int> CountAsync(string where = "", object? args = null)
    {
        DbConnection connection = await database.RentForReadingAsync(CancellationToken.None);
        var count = await connection.ExecuteScalarAsync<int>($"select count(*) from shared_audit_entry {where}", args);
        await database.ReturnAsync(connection);
        return count;
    }
}
