using InclusionPlatform.IntegrationTests.Today;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.OutgoingMails;

[TestFixtureSource(typeof(Engines))]
internal sealed class OutgoingMailTests(Engine engine) : SliceTests(engine)
{
    private string[] Sent => Directory.Exists(Path.Combine(Platform.DataFolder, "mail")) ? Directory.GetFiles(Path.Combine(Platform.DataFolder, "mail"), "*.eml") : [];

    [Test]
    public async Task ListOutgoingMails_WhenSomeAreUnsettled_ShowsThemHalfHiddenAndTheHomeCountsThem()
    {
        Assert.That((await As(Role.Administrator).Get("today").Expect(200)).Text, Does.Not.Contain("outgoingMailUnsettled"));
        await Kept("uncertain", "no-answer");
        await Kept("failed", "Refused at Recipient: 550 5.1.1");
        await Kept("waiting", null);

        var mails = await As(Role.Administrator).Get("outgoing-mails").Expect(200);

        Assert.That(mails.Items.Select(mail => mail!["state"]!.ToString()), Is.EquivalentTo(new[] { "uncertain", "failed" }));
        Assert.That(mails.Items[0]!["recipient"]!.ToString(), Is.EqualTo("g…@example.test"));
        Assert.That(mails.Text, Does.Not.Contain("giulia").And.Not.Contain("testo riservato"));
        Assert.That((await As(Role.Administrator).Get("outgoing-mails?state=waiting").Expect(200)).Items, Has.Count.EqualTo(1));
        var counter = (await As(Role.Administrator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "outgoingMailUnsettled")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["link"]!.ToString()), Is.EqualTo((2, "/outgoing-mail")));
        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.Administrator)))["outgoingMailUnsettled"], Is.EqualTo(2));
        await As(Role.Coordinator).Get("outgoing-mails").Expect(403);
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("outgoingMailUnsettled"));
    }

    [Test]
    public async Task ListOutgoingMails_WhenThereAreMany_IsPagedNewestFirstWithoutGaps()
    {
        for (var number = 0; number < 5; number++)
        {
            await Kept(number % 2 == 0 ? "failed" : "uncertain", null, $"Numero {number}");
            Clock.Advance(TimeSpan.FromSeconds(number == 2 ? 0 : 1));
        }

        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await As(Role.Administrator).Get($"outgoing-mails?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            seen.AddRange(page.Items.Select(mail => mail!["subject"]!.ToString()));
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(seen, Is.Unique.And.Count.EqualTo(5));
        Assert.That((seen[0], seen[^1]), Is.EqualTo(("Numero 4", "Numero 0")));
        await As(Role.Administrator).Get("outgoing-mails?cursor=made-up").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task ResolveOutgoingMail_WhenSentAgain_LeavesOnceAndCannotBeDecidedTwice()
    {
        var id = await Kept("failed", "Refused at Recipient: 550 5.1.1");

        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision = "resend" }).Expect(204);
        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision = "resend" }).Expect(409, "outgoing-mail.settled");
        await Deliver();
        await Deliver();

        Assert.That(Sent, Has.Length.EqualTo(1));
        Assert.That(await State(id), Is.EqualTo("sent"));
        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision = "givenUp" }).Expect(409, "outgoing-mail.settled");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'outgoing-mail' and record_id = @id", new { id }), Is.EqualTo(1));
    }

    [TestCase("consideredSent", "sent")]
    [TestCase("givenUp", "givenUp")]
    public async Task ResolveOutgoingMail_WhenNotSentAgain_NothingLeaves(string decision, string state)
    {
        var id = await Kept("uncertain", "no-answer");

        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision }).Expect(204);
        await Deliver();

        Assert.That(await State(id), Is.EqualTo(state));
        Assert.That(Sent, Is.Empty);
    }

    [Test]
    public async Task ResolveOutgoingMail_WhenUnknownOrUndecidedOrWithoutRight_IsRefused()
    {
        var id = await Kept("uncertain", "no-answer");

        await As(Role.Administrator).Post($"outgoing-mails/{Guid.NewGuid()}/resolution", new { decision = "resend" }).Expect(404, "outgoing-mail.not-found");
        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { }).Expect(422);
        await As(Role.Educator).Post($"outgoing-mails/{id}/resolution", new { decision = "resend" }).Expect(403);

        Assert.That(await State(id), Is.EqualTo("uncertain"));
    }

    [Test]
    public async Task ResolveOutgoingMail_WhenThePersonWasForgotten_CanOnlyBeGivenUp()
    {
        var person = Guid.CreateVersion7();
        var id = await Kept("uncertain", "no-answer", person: person);
        await InScope(services =>
        {
            services.GetRequiredService<IPersonKeys>().Destroy(person);
            return Task.FromResult(true);
        });

        var mail = (await As(Role.Administrator).Get("outgoing-mails").Expect(200)).Items.Single()!;
        Assert.That((mail["subject"], mail["recipient"]), Is.EqualTo(((object?)null, (object?)null)));
        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision = "resend" }).Expect(409, "outgoing-mail.forgotten");
        await As(Role.Administrator).Post($"outgoing-mails/{id}/resolution", new { decision = "givenUp" }).Expect(204);
    }

    [Test]
    public async Task ForgetMailContents_WhenAMonthHasPassed_KeepsTheLineWithoutItsText()
    {
        var id = await Kept("waiting", null);
        var unsettled = await Kept("uncertain", "no-answer");
        await Deliver();
        var givenUp = await Kept("failed", "Refused at Content: 554");
        await As(Role.Administrator).Post($"outgoing-mails/{givenUp}/resolution", new { decision = "givenUp" }).Expect(204);
        Clock.Advance(TimeSpan.FromDays(29));
        await Forget();
        Assert.That(await Content(id), Is.Not.Empty);

        Clock.Advance(TimeSpan.FromDays(2));
        await Forget();

        Assert.That(await Content(id) + await Content(givenUp), Is.Empty);
        Assert.That(await Content(unsettled), Is.Not.Empty, "somebody has still to decide about it");
        var line = (await As(Role.Administrator).Get("outgoing-mails?state=sent").Expect(200)).Items.Single()!;
        Assert.That((line["id"]!.GetValue<Guid>(), line["subject"]), Is.EqualTo((id, (object?)null)));
    }

    private Task<Unit> Deliver() => InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));

    private Task<Unit> Forget() => InScope(services => services.GetRequiredService<IMediator>().Send(new ForgetMailContents()));

    private Task<string?> State(Guid id) => Scalar<string>("select state from shared_outbox_mail where id = @id", new { id });

    private Task<string?> Content(Guid id) => Scalar<string>("select mail from shared_outbox_mail where id = @id", new { id });

    private Task<Guid> Kept(string state, string? failure, string subject = "Registro delle presenze", Guid? person = null) => InScope(async services =>
    {
        var outbox = services.GetRequiredService<IOutbox>();
        var id = await outbox.EnqueueForAsync(
            person ?? Guid.CreateVersion7(),
            new OutgoingMail
            {
                From = new("servizio@example.test"),
                To = new("giulia.bassi@example.test", "Giulia Bassi"),
                Subject = subject,
                TextBody = "testo riservato",
                MessageId = $"{Guid.NewGuid():N}@example.test",
                Date = Clock.Now,
            },
            CancellationToken.None);
        await services.GetRequiredService<IDbSession>().ExecuteAsync("update shared_outbox_mail set state = @state, failure = @failure where id = @id", new { id, state, failure }, CancellationToken.None);
        return id;
    });
}
