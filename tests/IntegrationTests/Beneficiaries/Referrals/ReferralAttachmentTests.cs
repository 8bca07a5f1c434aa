using System.Text;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Referrals;

[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralAttachmentTests(Engine engine) : SliceTests(engine)
{
    private static Task<Reply> Attach(ApiUser user, Guid referral, byte[]? content = null, string name = "Relazione Rossi.pdf") =>
        user.Send(HttpMethod.Post, $"referrals/{referral}/attachments", Given.FileForm(content, name));

    [Test]
    public async Task Attachment_WhenItIsNotWhatItsNameSays_IsRefusedAndNothingIsKept()
    {
        var referral = await Given.Referral();

        await Attach(await SignIn(Role.Educator), referral, name: "relazione.exe").Expect(422, "document.name");

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral_attachment"), Is.Zero);
    }

    [Test]
    public async Task Attachment_WhenAdded_IsListedTheStoryTellsAndTheDownloadIsLogged()
    {
        var referral = await Given.Referral();

        var id = (await Attach(await SignIn(Role.Educator), referral).Expect(201)).Id;

        var record = await As(Role.Coordinator).Get($"referrals/{referral}").Expect(200);
        Assert.That(record["attachments"]!.AsArray().Single()!["fileName"]!.ToString(), Is.EqualTo("Relazione Rossi.pdf"));
        Assert.That(record["story"]!.AsArray().Select(happened => happened!["kind"]!.ToString()), Does.Contain("attachmentAdded"));
        Assert.That((await As(Role.Coordinator).Get($"referrals/{referral}/attachments/{id}/content").Expect(200)).Bytes, Is.EqualTo(Given.Pdf));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'download-attachment'", new { Id = referral }), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral_event where note_cipher like '%Relazione%'"), Is.Zero);
    }

    [Test]
    public async Task Attachment_WhenSomebodyMayNotSeeTheReferral_IsNotThere()
    {
        var referral = await Given.Referral();
        var id = (await Attach(await SignIn(Role.Educator), referral).Expect(201)).Id;
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"referrals/{referral}/attachments/{id}/content").Expect(404, "referral.not-found");
        await Attach(stranger, referral).Expect(404, "referral.not-found");
        await stranger.Delete($"referrals/{referral}/attachments/{id}").Expect(404, "referral.not-found");
        await As(Role.Coordinator).Get($"referrals/{await Given.Referral()}/attachments/{id}/content").Expect(404, "attachment.not-found");
        await As(Role.CompanyOperator).Get($"referrals/{referral}/attachments/{id}/content").Expect(403);
    }

    [Test]
    public async Task Attachment_WhenTheReferralIsAnswered_IsNeitherAddedNorRemoved()
    {
        var referral = await Given.Referral(bodyKind: "addictionService");
        var id = (await Attach(await SignIn(Role.Educator), referral).Expect(201)).Id;
        var reading = await Given.Reading([referral]);
        await As(Role.Coordinator).Get($"referrals/{referral}/attachments/{id}/content").Expect(200);
        await Given.Decision(reading, referral, "declined");

        await Attach(await SignIn(Role.Educator), referral).Expect(422, "referral.attachments-closed");
        await As(Role.Educator).Delete($"referrals/{referral}/attachments/{id}").Expect(422, "referral.not-changeable");
    }

    [Test]
    public async Task Attachment_WhenASystemSendsIt_GoesToItsOwnReferralOnlyAndCannotBeReadBack()
    {
        var system = await Given.Client(Platform, "referrals:write");
        var mine = (await system.Post("referrals", Given.ReferralOf(await Given.ReferringBody())).Expect(201)).Id;
        var others = await Given.Referral();

        var id = (await Attach(system, mine).Expect(201)).Id;
        await Attach(system, others).Expect(404, "referral.not-found");
        await system.Get($"referrals/{mine}/attachments/{id}/content").Expect(403);

        Assert.That((await As(Role.Coordinator).Get($"referrals/{mine}").Expect(200))["attachments"]![0]!["addedBySystem"]!.GetValue<bool>(), Is.True);
        await system.Delete($"referrals/{mine}/attachments/{id}").Expect(204);
        await Attach(system, mine, Encoding.ASCII.GetBytes("MZ un programma")).Expect(422, "document.type");
    }
}
