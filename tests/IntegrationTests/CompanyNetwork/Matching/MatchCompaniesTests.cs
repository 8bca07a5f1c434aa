using InclusionPlatform.CompanyNetwork;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Matching;

[TestFixtureSource(typeof(Engines))]
internal sealed class MatchCompaniesTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task MatchCompanies_WhenSomeSuitBetter_RanksThemWithEveryReason()
    {
        var best = await Given.Company("Pronta", "catering", Given.Place.Grottammare);
        await Available(best, places: 2);
        var near = await Given.Company("Vicina", "catering", Given.Place.Grottammare);
        var other = await Given.Company("Diversa", "trade", Given.Place.SanBenedetto);
        await Given.Company("Lontana", "catering", Given.Place.Bologna);

        var matches = await As(Role.Educator).Post("company-matches", new { sectors = new[] { "catering" }, municipality = Given.Place.Grottammare, maxKm = 30 }).Expect(200);

        Assert.That(matches.Ids, Is.EqualTo(new[] { best, near, other }));
        Assert.That(CodesOf(matches.Items[0]!, "reasons"), Is.EqualTo(new[] { "availability.current", "sector.wished", "distance.same", "results.none", "quota.unknown" }));
        Assert.That(matches.Items[0]!["reasons"]!.AsArray().Sum(reason => reason!["points"]!.GetValue<int>()), Is.EqualTo(matches.Items[0]!["score"]!.GetValue<int>()));
        Assert.That(matches.Items[0]!["placesLeft"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(matches.Items[2]!["distanceKm"]!.GetValue<double>(), Is.InRange(1, 10));
        Assert.That(matches["examined"]!.GetValue<int>(), Is.EqualTo(3));

        var now = await As(Role.Educator).Post("company-matches", new { municipality = Given.Place.Grottammare, onlyAvailableNow = true }).Expect(200);
        Assert.That(now.Ids, Is.EqualTo(new[] { best }));
    }

    [Test]
    public async Task MatchCompanies_WhenWishIsWrong_IsRefused()
    {
        var reply = await As(Role.Educator).Post("company-matches", new
        {
            sectors = new[] { "magic" }, municipality = "000000", maxKm = 0, weeklyHours = 90, kind = "planet",
            unavailable = new[] { new { day = "monday", from = "12:00:00", to = "09:00:00" } },
        }).Expect(422);

        Assert.That(new[] { "sectors[0]", "municipality", "maxKm", "weeklyHours", "kind", "unavailable[0]" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
    }

    [Test]
    public async Task MatchCompanies_WhenAHardConstraintIsBroken_ExcludesAndSaysWhy()
    {
        var suits = await Given.Company("Adatta", permanentStaff: 3);
        await Available(suits, context: "protected");
        var productive = await Given.Company("Produttiva");
        await Available(productive, context: "productive");
        var never = await Given.Company("Mai");
        await As(Role.CompanyOperator).Post($"companies/{never}/contacts", new { channel = "call", outcome = "never" }).Expect(201);
        var archived = await Given.Company("Chiusa");
        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "Ha chiuso" }).Expect(204);
        var far = await Given.Company("Lontana a piedi", municipality: Given.Place.AscoliPiceno);

        var matches = await As(Role.Educator).Post("company-matches", new
        {
            municipality = Given.Place.Grottammare, context = "protected", means = new[] { "onFoot" }, weeklyHours = 20, effort = "low", drivingLicence = false,
        }).Expect(200);

        var excluded = matches["excluded"]!.AsArray().ToDictionary(company => company!["id"]!.GetValue<Guid>(), company => CodesOf(company!, "bars"));
        Assert.That(matches.Ids, Is.EqualTo(new[] { suits }));
        Assert.That(excluded[productive], Is.EqualTo(new[] { "match.context" }));
        Assert.That(excluded[never], Does.Contain("match.said-never"));
        Assert.That(excluded[archived], Does.Contain("match.archived"));
        Assert.That(excluded[far], Does.Contain("match.too-far"));
        Assert.That(matches["excludedCount"]!.GetValue<int>(), Is.EqualTo(excluded.Count));
        Assert.That(matches["excluded"]!.AsArray().All(company => company!["bars"]![0]!["text"]!.ToString().Length > 0), Is.True);
    }

    [Test]
    public async Task MatchCompanies_WhenTheDutyAsksTooMuch_ExcludesWithEachReason()
    {
        var company = await Given.Company("Esigente");
        await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new
        {
            places = 1, context = "productive", duties = "Magazzino", weeklyHours = 20, skills = "uso del carrello elevatore, cassa", drivingLicence = true, shifts = true, physicalEffort = "high",
            interruptions = "no", slots = new[] { new { day = "monday", part = "morning" }, new { day = "tuesday", part = "morning" }, new { day = "wednesday", part = "morning" }, new { day = "thursday", part = "morning" } },
        }).Expect(201);

        var barred = await As(Role.Educator).Post("company-matches", new
        {
            municipality = Given.Place.Grottammare, drivingLicence = false, shifts = false, effort = "medium", needsInterruptions = true,
            unavailable = new[] { new { day = "tuesday", from = "09:00:00", to = "10:00:00" } },
        }).Expect(200);
        var suits = await As(Role.Educator).Post("company-matches", new
        {
            municipality = Given.Place.Grottammare, drivingLicence = true, shifts = true, effort = "high", skills = new[] { "cassa" },
            unavailable = new[] { new { day = "friday", from = "09:00:00", to = "10:00:00" } },
        }).Expect(200);

        Assert.That(CodesOf(barred["excluded"]![0]!, "bars"), Is.EquivalentTo(new[] { "match.hours-overlap", "match.licence-required", "match.effort", "match.shifts", "match.interruptions" }));
        Assert.That(CodesOf(suits.Items[0]!, "reasons"), Does.Contain("skills.found").And.Contain("times.fit"));
    }

    [Test]
    public async Task MatchCompanies_WhenHostIsFull_ExcludesItUnlessTheKindDoesNotCount()
    {
        var host = await Given.Host(staff: 3);
        await Given.ActiveInternship(await Given.CaseOf(), host);

        var usual = await As(Role.Educator).Post("company-matches", new { municipality = Given.Place.Grottammare }).Expect(200);
        var inclusion = await As(Role.Educator).Post("company-matches", new { municipality = Given.Place.Grottammare, kind = "socialInclusion" }).Expect(200);

        Assert.That(CodesOf(usual["excluded"]![0]!, "bars"), Is.EqualTo(new[] { "match.quota-full" }));
        Assert.That(inclusion.Ids, Is.EqualTo(new[] { host }));
        Assert.That(CodesOf(inclusion.Items[0]!, "reasons"), Does.Contain("quota.free"));
    }

    [Test]
    public async Task MatchCompanies_WhenPathsEndedThere_CountsThemAndTellsNobody()
    {
        var host = await Given.Host();
        var caseId = await Given.CaseOf("Abbondanza");
        var internship = await Given.ActiveInternship(caseId, host);
        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2027-05-29", outcome = "hiredByHost", contract = "fixedTerm", hiredOn = "2027-06-01" }).Expect(200);

        var matches = await As(Role.CompanyOperator).Post("company-matches", new { municipality = Given.Place.Grottammare }).Expect(200);

        var reason = matches.Items[0]!["reasons"]!.AsArray().Single(one => one!["code"]!.ToString() == "results.past");
        Assert.That(reason!["value"]!.ToString(), Is.EqualTo("1/1"));
        Assert.That(matches.Text, Does.Not.Contain(caseId.ToString()).And.Not.Contain(internship.ToString()).And.Not.Contain("Abbondanza").And.Not.Contain("aseId").And.Not.Contain("eneficiary"));
    }

    [Test]
    public async Task MatchCompanies_WhenTheBankGrows_AsksAsManyTimesAndLooksAtAsMany()
    {
        await Companies(10);
        var few = await Statements();
        await Companies(60);
        var more = await Statements();

        Assert.That(few.Found, Is.EqualTo(10));
        Assert.That(more.Found, Is.EqualTo(70));
        Assert.That(more.Searched, Is.LessThanOrEqualTo(few.Searched), "searching asks no more of a larger bank");
        Assert.That(more.Read, Is.EqualTo(few.Read + 1), "seventy companies are two batches");
    }

    [TestCase("AvailableAndWished", "ix_company_network_company_candidate")]
    [TestCase("Available", "ix_company_network_company_candidate")]
    [TestCase("Wished", "ix_company_network_company_place_sector")]
    [TestCase("Any", "ix_company_network_company_municipality")]
    [TestCase("OutOfUse", "ix_company_network_company_archived_place")]
    public async Task Candidates_WhenPlanned_WalkOneIndexInItsOrderWithoutSorting(string text, string index)
    {
        var database = Platform.Services.GetRequiredService<IDatabase>();
        var sql = (string)typeof(CandidateSql).GetProperty(text)!.GetValue(null)!;
        var plan = await QueryPlan.OfAsync(database, sql + database.TopSuffix);

        Assert.That(plan, Does.Contain(index).And.Not.Contain("TEMP B-TREE"));
    }

    private async Task<(int Found, int Searched, int Read)> Statements() => await InScope(async services =>
    {
        var counting = new CountingSession(services.GetRequiredService<IDbSession>());
        var clock = services.GetRequiredService<TimeProvider>();
        var found = await new CandidateSearch(counting, clock).FindAsync(Municipalities.ByIstat(Given.Place.Grottammare)!, 10, ["catering"], false, CancellationToken.None);
        var searched = counting.Count;
        await new MatchBook(counting, services.GetRequiredService<IMediator>(), services.GetRequiredService<CompanyNetworkOptions>(), clock).ReadAsync(found, CancellationToken.None);
        return (found.Count, searched, counting.Count - searched);
    });

    private async Task Companies(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Given.Company(sector: number % 2 == 0 ? "catering" : "trade");
        }
    }

    private Task<Reply> Available(Guid company, int places = 1, string context = "productive") =>
        As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places, context, duties = "Sala", weeklyHours = 20 }).Expect(201);

    private static string[] CodesOf(System.Text.Json.Nodes.JsonNode of, string list) => [.. of[list]!.AsArray().Select(reason => reason!["code"]!.ToString())];
}
