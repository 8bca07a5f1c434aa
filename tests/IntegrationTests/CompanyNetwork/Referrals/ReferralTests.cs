using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Referrals;

[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralTests(Engine engine) : SliceTests(engine)
{
    private async Task<int> FreePlaces(Guid company) => (await As(Role.Educator).Get($"companies/{company}/availabilities").Expect(200)).Items[0]!["freePlaces"]!.GetValue<int>();

    private async Task<int> PlacesOfCompany(Guid company) => (await As(Role.Educator).Get($"companies/{company}").Expect(200))["availablePlaces"]!.GetValue<int>();

    private static string[] Story(Reply referral) => [.. referral["history"]!.AsArray().Select(moment => moment!["kind"]!.ToString())];

    [Test]
    public async Task Propose_WhenAccepted_KeepsThePlaceAndBothReadTheStory()
    {
        var company = await Given.Company();
        var referral = await Given.Referral(await Given.Availability(company, places: 2));
        Assert.That((await FreePlaces(company), await PlacesOfCompany(company)), Is.EqualTo((1, 1)));

        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);

        foreach (var role in new[] { Role.Educator, Role.CompanyOperator })
        {
            var read = await As(role).Get($"company-referrals/{referral}").Expect(200);
            Assert.That((read["state"]!.ToString(), string.Join(' ', Story(read))), Is.EqualTo(("accepted", "accepted proposed")));
        }

        Assert.That(await FreePlaces(company), Is.EqualTo(1));
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(409, "referral.already-accepted");
    }

    [Test]
    public async Task Propose_WhenManyAtOnceForTheLastPlace_OnlyOneHoldsIt()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company);
        var educatorId = await Given.AccountOf(await SignIn(Role.Educator));
        var caller = await SignIn(Role.CompanyOperator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => caller.Post("company-referrals", new { availabilityId = availability, educatorId }))));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 409, 409, 409, 409, 409, 409, 409 }));
        Assert.That(replies.Where(reply => reply.Status == 409).Select(reply => reply.Code), Has.All.EqualTo("availability.no-place-left"));
        Assert.That(await Scalar<int>("select count(*) from company_network_referral"), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get($"companies/{company}"))["availabilityIsKnown"]!.GetValue<bool>(), Is.True, "all taken is not the same as unknown");
    }

    [Test]
    public async Task Answer_WhenAcceptedAndDeclinedAtOnce_OnlyOneAnswerStands()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Company()));
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => educator.Post($"company-referrals/{referral}/acceptance", new { }))));

        Assert.That(replies.Count(reply => reply.Status == 204), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != 204).Select(reply => reply.Status), Has.All.EqualTo(409));
    }

    [Test]
    public async Task Referral_WhenItsDayIsOver_IsExpiredAtOnceAndThePlaceIsFreeBeforeTheJob()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company);
        var referral = await Given.Referral(availability, days: 3);
        Clock.Advance(TimeSpan.FromDays(4));

        Assert.That((await As(Role.Educator).Get($"company-referrals/{referral}"))["state"]!.ToString(), Is.EqualTo("expired"));
        Assert.That((await As(Role.Educator).Get("company-referrals?lane=expired")).Ids, Is.EqualTo(new[] { referral }));
        Assert.That((await As(Role.Educator).Get("company-referrals?lane=proposed")).Ids, Is.Empty);
        Assert.That(await FreePlaces(company), Is.EqualTo(1));
        var refused = await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(409, "referral.expired");
        Assert.That(refused["detail"]?.ToString() ?? refused.Text, Does.Contain("26 novembre 2026"));
        await Given.Referral(availability);

        await InScope(services => services.GetRequiredService<MediatR.IMediator>().Send(new InclusionPlatform.CompanyNetwork.Referrals.ExpireReferrals()));

        var read = await As(Role.CompanyOperator).Get($"company-referrals/{referral}").Expect(200);
        Assert.That(Story(read), Is.EqualTo(new[] { "expired", "proposed" }));
        Assert.That(read["history"]![0]!["by"], Is.Null);
    }

    [Test]
    public async Task Referral_WhenOnItsLastDay_CanStillBeAccepted()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Company()), days: 3);
        Clock.Advance(TimeSpan.FromDays(3));

        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
    }

    [Test]
    public async Task Decline_WhenDone_FreesThePlaceAndIsNotDoneTwice()
    {
        var company = await Given.Company();
        var referral = await Given.Referral(await Given.Availability(company));

        await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { }).Expect(422);
        Assert.That((await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "other" }).Expect(422)).CodesOf("note"), Is.Not.Empty);
        Assert.That(
            (await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "other", note = "È agli arresti" }).Expect(422)).CodesOf("note"),
            Does.Contain("availability.speaks-of-penal-facts"));
        await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "tooFar" }).Expect(204);
        await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "tooFar" }).Expect(409, "referral.already-declined");

        Assert.That((await As(Role.CompanyOperator).Get($"company-referrals/{referral}"))["declineReason"]!.ToString(), Is.EqualTo("tooFar"));
        Assert.That((await FreePlaces(company), await PlacesOfCompany(company)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Withdraw_WhenAnotherOperators_IsRefusedUnlessACoordinator()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Company()));
        var another = await AnotherPerson(Role.CompanyOperator);

        await another.Post($"company-referrals/{referral}/withdrawal").Expect(403, "referral.not-yours");
        await As(Role.Educator).Post($"company-referrals/{referral}/withdrawal").Expect(403);
        await As(Role.Coordinator).Post($"company-referrals/{referral}/withdrawal").Expect(204);
        await As(Role.CompanyOperator).Post($"company-referrals/{referral}/withdrawal").Expect(409, "referral.withdrawn");
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(409, "referral.withdrawn");
    }

    [Test]
    public async Task Referral_WhenOfAnotherEducator_IsNotThere()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Company()));
        var another = await AnotherPerson(Role.Educator);

        await another.Get($"company-referrals/{referral}").Expect(404, "referral.not-found");
        await another.Post($"company-referrals/{referral}/acceptance", new { }).Expect(404);
        Assert.That((await another.Get("company-referrals").Expect(200)).Ids, Is.Empty);
        await As(Role.Coordinator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(403, "referral.not-addressed-to-you");
        await As(Role.BulletinEditor).Get("company-referrals").Expect(403);
        await As(Role.Educator).Post("company-referrals", new { availabilityId = Guid.NewGuid() }).Expect(403);
    }

    [Test]
    public async Task Propose_WhenAvailabilityDoesNotCount_IsRefused()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company);
        var ending = await Given.Availability(company, to: "2026-11-25");
        var educatorId = await Given.AccountOf(await SignIn(Role.Educator));
        var kept = await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = ending, educatorId, days = 20 }).Expect(201);
        Assert.That(kept["reservedUntil"]!.ToString(), Is.EqualTo("2026-11-25"), "not kept beyond what is known");

        Assert.That((await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, educatorId, days = 0 }).Expect(422)).CodesOf("days"), Is.Not.Empty);
        Assert.That((await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, educatorId = Guid.NewGuid() }).Expect(422)).CodesOf("educatorId"), Does.Contain("referral.not-an-educator"));
        await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = Guid.NewGuid(), educatorId }).Expect(404);
        Clock.Advance(TimeSpan.FromDays(61));
        var stale = await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, educatorId }).Expect(422);
        Assert.That(stale.CodesOf("availabilityId"), Does.Contain("referral.availability-not-verified"));

        await As(Role.CompanyOperator).Post($"companies/{company}/availabilities/{availability}/verification", new { trend = "peak" }).Expect(204);
        await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, educatorId }).Expect(201);
    }

    [Test]
    public async Task EndAvailability_WhenProposedOfIt_WithdrawsWhatIsNotAnswered()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company, places: 2);
        var (waiting, accepted) = (await Given.Referral(availability), await Given.Referral(availability));
        await As(Role.Educator).Post($"company-referrals/{accepted}/acceptance", new { }).Expect(204);

        await As(Role.CompanyOperator).Delete($"companies/{company}/availabilities/{availability}").Expect(204);

        Assert.That((await As(Role.Educator).Get($"company-referrals/{waiting}"))["state"]!.ToString(), Is.EqualTo("withdrawn"));
        Assert.That((await As(Role.Educator).Get($"company-referrals/{accepted}"))["state"]!.ToString(), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task Today_WhenProposedAndAnswered_TellsTheEducatorThenTheOperator()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Company("Trattoria del Molo")));

        var educator = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(educator.Text, Does.Contain("company-referral.to-answer").And.Contain("Trattoria del Molo").And.Contain("riservato fino al 30 novembre"));

        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Text, Does.Contain("company-referral.proposed").And.Contain("Trattoria del Molo"));
        await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "tooFar" }).Expect(204);
        Assert.That((await As(Role.CompanyOperator).Get("notifications").Expect(200)).Text, Does.Contain("company-referral.declined"));

        Assert.That((await As(Role.Educator).Get("today")).Text, Does.Not.Contain("company-referral.to-answer"));
        Assert.That((await As(Role.CompanyOperator).Get("today")).Text, Does.Contain("company-referral.answered").And.Contain("declinata"));
    }

    [Test]
    public async Task ListReferrals_WhenMany_PagesWithoutLossAndRefusesAnInventedCursor()
    {
        var availability = await Given.Availability(await Given.Company(), places: 5);
        var made = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            made.Add(await Given.Referral(availability));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var read = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await As(Role.CompanyOperator).Get($"company-referrals?lane=proposed&mine=true&limit=2&total=true{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            Assert.That(page["total"]!.GetValue<int>(), Is.EqualTo(5));
            read.AddRange(page.Ids);
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(read, Is.EqualTo(Enumerable.Reverse(made)));
        await As(Role.CompanyOperator).Get("company-referrals?cursor=inventato").Expect(422);
    }

    [Test]
    public async Task Archive_WhenProposalsAreOpen_WithdrawsThemAndTellsTheEducator()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company, places: 2);
        var (proposed, accepted) = (await Given.Referral(availability), await Given.Referral(availability));
        await As(Role.Educator).Post($"company-referrals/{accepted}/acceptance", new { }).Expect(204);

        await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "chiusa" }).Expect(204);

        await As(Role.Educator).Post($"company-referrals/{proposed}/acceptance", new { }).Expect(409, "referral.withdrawn");
        Assert.That(Story(await As(Role.Educator).Get($"company-referrals/{proposed}").Expect(200)), Is.EqualTo(new[] { "withdrawn", "companyArchived", "proposed" }));
        Assert.That(Story(await As(Role.Educator).Get($"company-referrals/{accepted}").Expect(200)), Is.EqualTo(new[] { "withdrawn", "companyArchived", "accepted", "proposed" }));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Text, Does.Contain("company-referral.withdrawn"));
    }

    [Test]
    public async Task Archive_WhenAnInternshipRunsThere_IsRefusedUntilItEnds()
    {
        var company = await Given.Host(staff: 14);
        await Given.ActiveInternship(await Given.CaseOf("Campoverde"), company);

        var refused = await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "chiusa" }).Expect(409, "company.hosts-internships");

        Assert.That(refused["detail"]!.ToString(), Does.Contain("un tirocinio").And.Not.Contain("Campoverde"));
        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["archivedAt"], Is.Null);
    }

    [Test]
    public async Task Accept_WhenTheCompanyIsArchivedAllTheSame_IsRefused()
    {
        var company = await Given.Company();
        var referral = await Given.Referral(await Given.Availability(company));
        await InScope(services => services.GetRequiredService<InclusionPlatform.Shared.IDbSession>().ExecuteAsync(
            "update company_network_company set archived_at = @At where id = @Id", new { At = Clock.Now, Id = company }, CancellationToken.None));

        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(409, "referral.company-archived");
    }

    [Test]
    public async Task Contact_WhenTheCompanySaysNever_NothingOfItIsOnOfferAnyMore()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company, places: 2);
        var referral = await Given.Referral(availability);
        var never = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "never" }).Expect(201);

        Assert.That(await PlacesOfCompany(company), Is.Zero);
        Assert.That((await As(Role.CompanyOperator).Get("placement-openings").Expect(200)).Items, Is.Empty);
        Assert.That(Story(await As(Role.Educator).Get($"company-referrals/{referral}").Expect(200)), Is.EqualTo(new[] { "withdrawn", "companySaidNever", "proposed" }));
        var again = await Given.Availability(company);
        var refused = await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = again, educatorId = await Given.AccountOf(await SignIn(Role.Educator)) }).Expect(422);
        Assert.That(refused.CodesOf("availabilityId"), Is.EqualTo(new[] { "referral.company-said-never" }));

        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{never.Id}").Expect(204);
        Assert.That(await PlacesOfCompany(company), Is.EqualTo(3), "the two that the contact had ended, and the new one");
        Assert.That((await As(Role.Educator).Get($"company-referrals/{referral}").Expect(200))["state"]!.ToString(), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task Propose_WhenTheCompanyAskedNotToBeCalled_IsRefused()
    {
        var company = (await As(Role.CompanyOperator).Post("companies", new { name = "Silenziosa", sector = "catering", contactPerson = new { name = "Ada", doNotCall = true } }).Expect(201)).Id;
        var availability = await Given.Availability(company);

        var refused = await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, educatorId = await Given.AccountOf(await SignIn(Role.Educator)) }).Expect(422);

        Assert.That(refused.CodesOf("availabilityId"), Is.EqualTo(new[] { "referral.company-not-to-be-called" }));
        Assert.That((await As(Role.CompanyOperator).Get("placement-openings").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Archive_WhenAnInternshipIsSigned_IsRefusedUntilItIsCancelled()
    {
        var company = await Given.Host(staff: 14);
        var ready = await Given.ReadyInternship(await Given.CaseOf("Campoverde"), company);
        await Given.Proposal(await Given.CaseOf("Valmarina"), company);

        var refused = await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "chiusa" }).Expect(409, "company.internships-to-begin");

        Assert.That(refused["detail"]!.ToString(), Does.Contain("un tirocinio").And.Not.Contain("Campoverde"));
        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["archivedAt"], Is.Null);
        await As(Role.Educator).Post($"internships/{ready}/cancellation", new { reason = "L'azienda chiude" }).Expect(204);
        await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "chiusa" }).Expect(204);
    }
}
