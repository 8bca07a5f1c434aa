using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Deliveries;

/// <summary>The real program, killed while it sends and started again.</summary>
internal sealed class KilledProcessTests() : BulletinTests(Engine.Sqlite)
{
    private const int Subscribers = 400;

    private const string InsertSubscriber = """
        insert into bulletin_subscriber (id, email, email_normalized, state, created_at, confirmed_at, version)
        values (@Id, @Email, @Email, 'confirmed', @Now, @Now, 1)
        """;

    private const string MakeDue = "update bulletin_edition set scheduled_at = @LongAgo where number = @Number";
    private const string EndLeases = "update bulletin_delivery set lease_until = @LongAgo where lease_until is not null";

    private static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    [CancelAfter(240_000)]
    public async Task Sending_WhenTheProgramIsKilledTwice_EverySubscriberHasExactlyOneMail(CancellationToken ct)
    {
        await Execute(InsertSubscriber, Enumerable.Range(0, Subscribers).Select(number => new { Id = Guid.CreateVersion7(), Email = $"iscritto{number}@posta.example", Clock.Now }).ToArray());
        var number = await Given.Edition(await Given.PublishedOpportunity(deadline: null));
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddHours(1) }).Expect(200);
        await Execute(MakeDue, new { LongAgo, Number = number });

        foreach (var killAt in new[] { 30, 150 })
        {
            using var program = Start();
            await WaitForMails(killAt, program, ct);
            program.Kill();
            await program.WaitForExitAsync(ct);
            Assert.That((await Progress(number)).State, Is.EqualTo("sending"), "it was killed in the middle");
            await Execute(EndLeases, new { LongAgo });
        }

        using (var program = Start())
        {
            while ((await Progress(number)).State != "sent")
            {
                Assert.That(program.HasExited, Is.False);
                await Task.Delay(100, ct);
            }

            program.Kill();
            await program.WaitForExitAsync(ct);
        }

        Assert.That(await Progress(number), Is.EqualTo((Subscribers, Subscribers, 0, 0, 0, 0, 0, "sent")));
        Assert.That(Mails, Has.Count.EqualTo(Subscribers));
        Assert.That(Mails.Select(mails => mails.Count()), Is.All.EqualTo(1));
    }

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "InclusionPlatform.Api.dll"), "--urls", "http://127.0.0.1:0", "--Platform:DataFolder", Platform.DataFolder,
        },
        WorkingDirectory = Platform.DataFolder,
    })!;

    private async Task WaitForMails(int count, Process program, CancellationToken ct)
    {
        while (!Directory.Exists(MailFolder) || Directory.GetFiles(MailFolder, "*.eml").Length < count)
        {
            Assert.That(program.HasExited, Is.False, "the program ended by itself");
            await Task.Delay(5, ct);
        }
    }

    private Task<int> Execute(string sql, object args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
