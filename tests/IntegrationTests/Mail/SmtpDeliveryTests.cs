using System.Text;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Tests.Mail;

namespace InclusionPlatform.IntegrationTests.Mail;

internal sealed class SmtpDeliveryTests : SmtpTests
{
    [Test]
    public async Task Send_WhenServerTakesIt_IsAcceptedAndArrivesByteForByte()
    {
        var result = await Send();

        using var written = new MemoryStream();
        MimeWriter.Write(Mail(1), written);
        var received = Server.Received.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(new DeliveryResult.Accepted("250 2.0.0 Taken as 1")));
            Assert.That(received.From, Is.EqualTo("bollettino@cooperativa.test"));
            Assert.That(received.To, Is.EqualTo(new[] { "lettrice1@posta.test" }));
            Assert.That(received.Data, Is.EqualTo(written.ToArray()));
            Assert.That(ParsedMail.Of(received.Data).Text(), Is.EqualTo(".punto\r\n..due punti\r\n.\r\nfine\r\n"));
            Assert.That(Server.Commands[0].Line, Is.EqualTo("EHLO [127.0.0.1]"));
            Assert.That(Server.Commands[^1].Line, Is.EqualTo("QUIT"));
        }
    }

    [Test]
    public async Task Send_WhenThereIsAReturnPath_EnvelopeCarriesIt()
    {
        await Send(Mail(1) with { ReturnPath = new Mailbox("ritorno+1@cooperativa.test") });

        Assert.That(Server.Received.Single().From, Is.EqualTo("ritorno+1@cooperativa.test"));
    }

    [Test]
    public async Task Send_WhenMessageIsOfMegabytes_ArrivesWhole()
    {
        var bytes = new byte[3_000_000];
        new Random(612).NextBytes(bytes);

        var result = await Send(Mail(1) with { Attachments = [new("grande.bin", "application/octet-stream", bytes)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(ParsedMail.Of(Server.Received.Single().Data).Parts[1].Bytes(), Is.EqualTo(bytes));
        }
    }

    [Test]
    public async Task Send_WhenRecipientIsUnknown_IsRefusedForTheRecipient()
    {
        Server.When("RCPT", _ => TestReply.Say("550-5.1.1 No such user\r\n550 5.1.1 lettrice1@posta.test"));

        Assert.That(await Send(), Is.EqualTo(new DeliveryResult.Refused(DeliveryStage.Recipient, 550, "5.1.1", "5.1.1 No such user 5.1.1 lettrice1@posta.test")));
    }

    [Test]
    public async Task Send_WhenRecipientIsGreylisted_IsDeferredForThisMailOnly()
    {
        Server.When("RCPT", _ => TestReply.Say("451 4.7.1 Come back later"));

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(new DeliveryResult.Deferred(DeliveryStage.Recipient, 451, "4.7.1", "4.7.1 Come back later")));
            Assert.That(((DeliveryResult.Deferred)result).ConcernsEveryMail, Is.False);
        }
    }

    [TestCase("MAIL", "550 5.7.1 Not you", DeliveryStage.Sender)]
    [TestCase("DATA", "554 No", DeliveryStage.Content)]
    [TestCase(".", "554 5.7.1 Looks like spam", DeliveryStage.Content)]
    public async Task Send_WhenAStepIsRefused_StageAndCodeAreTold(string verb, string reply, DeliveryStage stage)
    {
        Server.When(verb, _ => TestReply.Say(reply));

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Refused>().With.Property(nameof(DeliveryResult.Refused.Stage)).EqualTo(stage));
            Assert.That(Server.Received, Is.Empty);
        }
    }

    [TestCase("452 4.3.1 Disk full")]
    [TestCase("421 4.3.2 Closing")]
    public async Task Send_WhenMessageIsPutOffAfterData_IsDeferredAndNotUncertain(string reply)
    {
        Server.When(".", _ => TestReply.SayAndClose(reply));

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.Stage)).EqualTo(DeliveryStage.Content));
    }

    [Test]
    public async Task Send_WhenConnectionIsCutAfterTheMessage_IsUncertainWhetherKeptOrNot([Values] bool kept)
    {
        Server.When(".", _ => kept ? TestReply.KeepAndDrop : TestReply.Drop);

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Uncertain>());
            Assert.That(Server.Received, Has.Count.EqualTo(kept ? 1 : 0));
            Assert.That(Server.Connections, Is.EqualTo(1), "an uncertain mail must not be sent again by itself");
        }
    }

    [Test]
    public async Task Send_WhenServerIsSilentAfterTheMessage_IsUncertain()
    {
        Options.AcceptanceTimeout = TimeSpan.FromMilliseconds(200);
        Server.When(".", _ => TestReply.Silence);

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Uncertain>());
    }

    [Test]
    public async Task Send_WhenAnswerAfterTheMessageIsGarbage_IsUncertain()
    {
        Server.When(".", _ => TestReply.Say("what?"));

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Uncertain>());
    }

    [TestCase("CONNECT", DeliveryStage.Greeting)]
    [TestCase("EHLO", DeliveryStage.Greeting)]
    [TestCase("MAIL", DeliveryStage.Sender)]
    [TestCase("RCPT", DeliveryStage.Recipient)]
    [TestCase("DATA", DeliveryStage.Content)]
    public async Task Send_WhenConnectionIsCutBeforeTheMessage_IsDeferred(string verb, DeliveryStage stage)
    {
        Server.When(verb, _ => TestReply.Drop);

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.Stage)).EqualTo(stage));
    }

    [TestCase("CONNECT")]
    [TestCase("EHLO")]
    [TestCase("MAIL")]
    public async Task Send_WhenServerIsSilentBeforeTheMessage_IsDeferredInTime(string verb)
    {
        Options.CommandTimeout = TimeSpan.FromMilliseconds(200);
        Server.When(verb, _ => TestReply.Silence);

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Deferred>());
    }

    [Test]
    public async Task Send_WhenServerIsBusyAtTheDoor_IsDeferredForEveryMail()
    {
        Server.When("CONNECT", _ => TestReply.SayAndClose("421 4.3.2 Too busy"));

        Assert.That(await Send(), Is.EqualTo(new DeliveryResult.Deferred(DeliveryStage.Greeting, 421, "4.3.2", "greeting refused: 4.3.2 Too busy")));
    }

    [Test]
    public async Task Send_WhenNobodyListens_IsDeferredForEveryMail()
    {
        var transport = Transport();
        await Server.DisposeAsync();

        var result = await transport.SendAsync(Mail(1), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<DeliveryResult.Deferred>().With.Property(nameof(DeliveryResult.Deferred.ConcernsEveryMail)).True);
    }

    [Test]
    public async Task Send_WhenMessageIsLargerThanTheServerTakes_IsRefusedWithoutSendingIt()
    {
        Server.Abilities = ["SIZE 100"];

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Refused>().With.Property(nameof(DeliveryResult.Refused.EnhancedCode)).EqualTo("5.3.4"));
            Assert.That(Server.Commands.Select(command => command.Line), Has.None.StartsWith("MAIL"));
        }
    }

    [Test]
    public async Task Send_WhenServerKnowsNoEhlo_GreetsTheOldWay()
    {
        Options.LocalName = "cooperativa.test";
        Server.When("EHLO", _ => TestReply.Say("502 What?"));

        var result = await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Commands[1].Line, Is.EqualTo("HELO cooperativa.test"));
            Assert.That(Server.Commands[2].Line, Is.EqualTo("MAIL FROM:<bollettino@cooperativa.test>"));
        }
    }

    [Test]
    public async Task Send_WhenAnswerNeverEnds_IsDeferred()
    {
        Server.When("EHLO", _ => TestReply.Say(string.Join("\r\n", Enumerable.Repeat("250-more", 1000))));

        Assert.That(await Send(), Is.InstanceOf<DeliveryResult.Deferred>());
    }

    [Test]
    public async Task Send_WhenCancelledBeforeTheMessage_ThrowsAndNothingIsTaken()
    {
        using var stop = new CancellationTokenSource();
        Server.When("RCPT", _ =>
        {
            stop.Cancel();
            return TestReply.Silence;
        });

        Assert.That(async () => await Transport().SendAsync(Mail(1), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Server.Received, Is.Empty);
    }

    [Test]
    public async Task Send_WhenCancelledAfterTheMessage_StillHearsTheAnswer()
    {
        using var stop = new CancellationTokenSource();
        Server.When(".", _ =>
        {
            stop.Cancel();
            return null;
        });

        Assert.That(await Transport().SendAsync(Mail(1), stop.Token), Is.InstanceOf<DeliveryResult.Accepted>());
    }

    [Test]
    public async Task Send_WhenCancelledAfterTheMessageAndServerIsSilent_IsUncertainSoon()
    {
        using var stop = new CancellationTokenSource();
        Options.AcceptanceTimeoutWhenStopping = TimeSpan.FromMilliseconds(200);
        Server.When(".", _ =>
        {
            stop.Cancel();
            return TestReply.Silence;
        });

        Assert.That(await Transport().SendAsync(Mail(1), stop.Token), Is.InstanceOf<DeliveryResult.Uncertain>());
    }

    [Test]
    public async Task Send_WhateverHappens_LogsNoAddressSubjectOrServerWords()
    {
        Server.WhenFirst(1, "RCPT", TestReply.Say("550 5.1.1 <lettrice1@posta.test> unknown"));
        await SendMany(3);
        Server.When("CONNECT", _ => TestReply.SayAndClose("421 lettrice1@posta.test"));
        await Send();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Log.Lines, Has.Some.Contains("2 Accepted; 1 Refused at Recipient: 550 5.1.1"));
            Assert.That(Log.Lines, Has.Some.Contains("Mail server not usable at Greeting: 421"));
            Assert.That(Log.Lines, Has.None.Contains("@").And.None.Contains("segretissima").And.None.Contains("unknown"));
        }
    }

    [Test]
    public void Content_WhenLinesStartWithDots_DotsAreDoubledAndLastLineClosed() => Assert.That(
        Encoding.ASCII.GetString(Stuffed(".a\r\n..\r\nb.\r\n\r\n.")),
        Is.EqualTo("..a\r\n...\r\nb.\r\n\r\n..\r\n"));

    private static byte[] Stuffed(string text) => InclusionPlatform.Shared.Mail.Smtp.SmtpContent.Stuffed(Encoding.ASCII.GetBytes(text)).ToArray();
}
