using InclusionPlatform.Shared.Notifications;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Engines))]
internal sealed class NotificationTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task NotifyRole_WhenSomethingHappened_EachOfThemFindsItUnreadOnceAndNobodyElse()
    {
        await Tell("Falegnameria Prova");

        var mine = await As(Role.Trainer).Get("notifications").Expect(200);
        var line = mine.Items.Single()!;
        Assert.That(
            $"{line["kind"]} {line["subject"]} {line["link"]} {line["read"]} {mine["unread"]}", Is.EqualTo("test.happened Falegnameria Prova /companies false 1"));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task ReadNotification_WhenOwn_IsReadFromThenOnAndNotCounted()
    {
        await Tell("Prima");
        await Tell("Seconda");
        var first = (await As(Role.Trainer).Get("notifications").Expect(200)).Ids[0];

        await As(Role.Trainer).Post($"notifications/{first}/reading").Expect(204);
        await As(Role.Trainer).Post($"notifications/{first}/reading").Expect(204);

        var mine = await As(Role.Trainer).Get("notifications").Expect(200);
        Assert.That(mine["unread"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Trainer).Get("notifications?unread=true").Expect(200)).Ids, Does.Not.Contain(first).And.Count.EqualTo(1));
        await As(Role.Trainer).Post("notifications/reading").Expect(204);
        Assert.That((await As(Role.Trainer).Get("notifications").Expect(200))["unread"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task ReadNotification_WhenOfSomebodyElseOrUnknown_IsNotFoundAndStaysUnread()
    {
        await Tell("Altrui");
        var id = (await As(Role.Trainer).Get("notifications").Expect(200)).Ids[0];

        await As(Role.Educator).Post($"notifications/{id}/reading").Expect(404, "notification.not-found");
        await As(Role.Educator).Post($"notifications/{Guid.NewGuid()}/reading").Expect(404);
        await As(Role.Educator).Post("notifications/reading").Expect(204);

        Assert.That((await As(Role.Trainer).Get("notifications").Expect(200))["unread"]!.GetValue<int>(), Is.EqualTo(1));
        await Anonymous.Get("notifications").Expect(401);
    }

    [Test]
    public async Task ListNotifications_WhenThereAreMany_IsPagedNewestFirstWithoutGaps()
    {
        for (var number = 0; number < 7; number++)
        {
            await Tell($"Numero {number}");
            Clock.Advance(TimeSpan.FromSeconds(number == 3 ? 0 : 1));
        }

        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await As(Role.Trainer).Get($"notifications?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            seen.AddRange(page.Items.Select(line => line!["subject"]!.ToString()));
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(seen, Is.Unique.And.Count.EqualTo(7));
        Assert.That((seen[0], seen[^1]), Is.EqualTo(("Numero 6", "Numero 0")));
        await As(Role.Trainer).Get("notifications?cursor=made-up").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task ForgetNotifications_WhenTimeHasPassed_ReadOnesGoAfterAMonthAndUnreadOnesAfterHalfAYear()
    {
        await Tell("Letta");
        await Tell("Non letta");
        var read = (await As(Role.Trainer).Get("notifications").Expect(200)).Items.Single(line => line!["subject"]!.ToString() == "Letta")!["id"];
        await As(Role.Trainer).Post($"notifications/{read}/reading").Expect(204);

        Clock.Advance(TimeSpan.FromDays(31));
        await Forget();
        Assert.That(await Scalar<int>("select count(*) from shared_notification"), Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromDays(150));
        await Forget();
        Assert.That(await Scalar<int>("select count(*) from shared_notification"), Is.Zero);
    }

    private Task<Unit> Forget() => InScope(services => services.GetRequiredService<IMediator>().Send(new ForgetNotifications()));

    private Task<bool> Tell(string subject) => InScope(async services =>
    {
        await services.GetRequiredService<INotifications>().NotifyAsync(Role.Trainer, "test.happened", subject, "/companies", CancellationToken.None);
        return true;
    });
}
