using System.Globalization;
using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Standing;

[TestFixtureSource(typeof(Engines))]
internal sealed class StandingTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> Standing(Guid company, Role role = Role.CompanyOperator) => As(role).Get($"companies/{company}/standing").Expect(200);

    private static string Steps(Reply standing) => string.Join(',', standing["steps"]!.AsArray().Select(step => step!["kind"]!.ToString()));

    private static int Count(Reply standing, string what) => standing["internships"]![what]!.GetValue<int>();

    private static JsonNode Ordinary(Reply standing) => standing["quotas"]!.AsArray().Single(quota => quota!["kind"]!.ToString() == "extracurricular")!;

    [Test]
    public async Task GetStanding_WhenACallIsDue_PutsItOnTop()
    {
        var company = await Given.Company();
        Assert.That(Steps(await Standing(company)), Is.EqualTo("firstCall"));

        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack", nextContactOn = Clock.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture) }).Expect(201);
        Assert.That(Steps(await Standing(company)), Is.EqualTo("askAvailability,nextContact"));
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.That(Steps(await Standing(company)), Is.EqualTo("callBack,askAvailability"));
        Assert.That((await Standing(company, Role.Educator))["steps"]![0]!["on"]!.ToString(), Is.EqualTo(Clock.Today.AddDays(-1).ToString("O", CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task GetStanding_WhenAPlaceIsProposed_AsksTheEducatorAndTellsTheOperatorWhoWaits()
    {
        var company = await Given.Company();
        var referral = await Given.Referral(await Given.Availability(company));

        var educator = await Standing(company, Role.Educator);
        Assert.That(educator["steps"]![0]!["kind"]!.ToString(), Is.EqualTo("answerReferral"));
        Assert.That(educator["steps"]![0]!["referralId"]!.GetValue<Guid>(), Is.EqualTo(referral));
        Assert.That(educator["referrals"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(Steps(await Standing(company)), Does.EndWith("awaitAnswer"));
        var another = await (await AnotherPerson(Role.Educator)).Get($"companies/{company}/standing").Expect(200);
        Assert.That((another["referrals"]!.AsArray().Count, Steps(another)), Is.EqualTo((0, "firstCall")), "an educator sees those addressed to them");
        Assert.That((await Standing(company, Role.Trainer))["referrals"]!.AsArray(), Is.Empty);
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
        Assert.That(Steps(await Standing(company, Role.Educator)), Does.StartWith("proposeInternship"));
    }

    [Test]
    public async Task GetStanding_WhenInternshipsRunAndEnd_TellsThemWithTheQuotaLeftAndNamesOnlyWhomOneMaySee()
    {
        var company = await Given.Host(staff: 14);
        Assert.That((Ordinary(await Standing(company))["allowed"]!.GetValue<int>(), Ordinary(await Standing(company))["left"]!.GetValue<int>()), Is.EqualTo((2, 2)));
        var internship = await Given.ActiveInternship(await Given.CaseOf("Campoverde"), company);
        await Given.ReadyInternship(await Given.CaseOf("Valmarina"), company);
        await Given.Proposal(await Given.CaseOf("Pratolungo"), company);

        var seen = await Standing(company, Role.Educator);
        Assert.That((Count(seen, "running"), Count(seen, "starting"), Count(seen, "ended")), Is.EqualTo((1, 1, 0)));
        Assert.That(Ordinary(seen)["left"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(seen["internships"]!["seen"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(seen.Text, Does.Contain("Campoverde").And.Contain(internship.ToString()));
        var told = await Standing(company);
        Assert.That(told["internships"]!["seen"]!.AsArray(), Is.Empty);
        Assert.That(told.Text, Does.Not.Contain("Campoverde").And.Not.Contain(internship.ToString()));
        Assert.That(Count(told, "running"), Is.EqualTo(1));
    }

    [Test]
    public async Task GetStanding_WhenCompaniesAreAlikeOrUncovered_SaysHowMany()
    {
        var company = (await As(Role.CompanyOperator).Post("companies", new { name = "Forno Rossi", sector = "catering", email = "forno@esempio.test", permanentStaff = 40, targetedPlacement = "notCovered" }).Expect(201)).Id;
        await As(Role.CompanyOperator).Post("companies", new { name = "Altro", sector = "catering", email = "forno@esempio.test" }).Expect(201);
        await As(Role.CompanyOperator).Post("companies", new { name = "Altro ancora", sector = "catering", email = "forno@esempio.test" }).Expect(201);

        var standing = await Standing(company);
        Assert.That(Steps(standing), Is.EqualTo("firstCall,coverObligation,compareDuplicates"));
        Assert.That(standing["steps"]!.AsArray().Select(step => step!["count"]?.GetValue<int>()), Is.EqualTo(new int?[] { null, 2, 2 }));
        Assert.That(Steps(await Standing(company, Role.Educator)), Is.EqualTo("firstCall,coverObligation"), "duplicates are for whoever may merge");
    }

    [Test]
    public async Task GetStanding_WhenCompanyIsUnknownOrRightIsMissing_IsRefused()
    {
        await As(Role.CompanyOperator).Get($"companies/{Guid.NewGuid()}/standing").Expect(404);
        await As(Role.Auditor).Get($"companies/{await Given.Company()}/standing").Expect(403);
    }
}
