using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Tests.Mail;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin;

/// <summary>What tests of the bulletin do again and again.</summary>
internal abstract class BulletinTests(Engine engine) : SliceTests(engine)
{
    /// <summary>The mails in the folder, by recipient.</summary>
    protected ILookup<string, ParsedMail> Mails => (Directory.Exists(MailFolder) ? Directory.GetFiles(MailFolder, "*.eml") : [])
        .Select(path => ParsedMail.Of(File.ReadAllBytes(path))).ToLookup(mail => mail.Mailbox("To").Address);

    protected string MailFolder => Path.Combine(Platform.DataFolder, "mail");

    /// <summary>What the wake-up job does.</summary>
    protected Task Send() => InScope(services => services.GetRequiredService<IMediator>().Send(new SendBulletin()));

    protected Task DeliverOutbox() => InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));

    protected async Task<(int Total, int Sent, int Failed, int Deferred, int Uncertain, int Skipped, int Waiting, string State)> Progress(int number)
    {
        var progress = await As(Role.BulletinEditor).Get($"bulletin/editions/{number}/progress").Expect(200);
        int Of(string name) => progress[name]!.GetValue<int>();
        return (Of("total"), Of("sent"), Of("failed"), Of("deferred"), Of("uncertain"), Of("skipped"), Of("waiting"), progress["state"]!.ToString());
    }
}
