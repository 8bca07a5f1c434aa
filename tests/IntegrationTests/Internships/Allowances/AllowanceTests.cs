using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class AllowanceTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Allowances:Payer:Name"] = "Cooperativa di prova",
        ["Allowances:Payer:Iban"] = "IT60X0542811101000000123456",
        ["Allowances:Payer:Town"] = "San Benedetto del Tronto",
        ["Allowances:Payer:TaxCode"] = "00488410010",
        ["Allowances:Payer:CbiCode"] = "ABCD1234",
    };

    /// <summary>Somebody whose internship of six months began on 30 November, looked at on 4 January.</summary>
    private async Task<(Guid Person, Guid Internship)> Running(Guid programme, Guid? scheme = null, bool kept = false, bool account = true, string bodyKind = "socialAmbit")
    {
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (person, forCase) = await Given.Case(bodyKind: bodyKind);
        var internship = await Given.ActiveInternship(forCase, await Given.Host());
        await Given.Assigned(internship, programme, scheme, kept);
        if (account)
        {
            await Given.Account(person);
        }

        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        return (person, internship);
    }

    private Task<Reply> Make(Guid programme, string month = "2026-12") => As(Role.Coordinator).Post("allowance-runs", new { programmeId = programme, month });

    private async Task<Reply> Read(Guid run) => await As(Role.Coordinator).Get($"allowance-runs/{run}").Expect(200);

    private async Task<Reply> Step(Guid run, string step, Role role = Role.Coordinator, object? body = null, int? version = null)
    {
        var at = version ?? (await Read(run)).Version;
        return await As(role).Post($"allowance-runs/{run}/{step}", body, ("If-Match", $"\"{at}\""));
    }

    private async Task<Guid> Frozen(Guid programme, string month = "2026-12")
    {
        var run = (await Make(programme, month).Expect(201)).Id;
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);
        return run;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> OnlyPayment(Guid run) => (await As(Role.Coordinator).Get($"allowance-runs/{run}/payments").Expect(200)).Items.Single()!;

    [Test]
    public async Task Assign_WhenAProgrammePays_IsReadBackAndCountsInItsForecast()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);

        var read = await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200);
        Assert.That(read["payer"]!.ToString(), Is.EqualTo("programme"));
        Assert.That(read["programmeName"]!.ToString(), Does.StartWith("Programma di prova"));
        Assert.That(read["schemes"]![0]!["from"]!.ToString(), Is.EqualTo("2026-11-30"));
        var budget = await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200);
        Assert.That(budget["forecastCents"]!.GetValue<long>(), Is.EqualTo(13_33 + (5 * 400_00) + 374_19), "one day of November, five months, 29 days of May");
        Assert.That(budget["internships"]!.GetValue<int>(), Is.EqualTo(1));

        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 0).Expect(409, "allowance.taken");
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 1).Expect(204);
        Assert.That((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["payer"]!.ToString(), Is.EqualTo("host"));
        await Given.ClosedRegister(internship, "2026-12");
        await Make(programme).Expect(422, "allowance-run.nothing");
    }

    [Test]
    public async Task Assign_WhenWrongOrBeyondTheBudget_IsRefusedAndNothingChanges()
    {
        var (rich, poor, brief) = (await Given.Programme(), await Given.Programme(500_00), await Given.Programme(endsOn: "2026-12-31"));
        var (_, internship) = await Running(rich);
        Task<Reply> Assign(object body, int version = 1) => As(Role.Educator).Put($"internships/{internship}/allowance", body, version);

        var over = await Assign(new { payer = "programme", programmeId = poor, schemeId = Given.FlatScheme }).Expect(422, "allowance.over-budget");
        Assert.That(over.Text, Does.Contain("500,00"));
        await Assign(new { payer = "programme", programmeId = brief, schemeId = Given.FlatScheme }).Expect(422, "allowance.programme-dates");
        await Assign(new { payer = "programme", programmeId = Guid.NewGuid(), schemeId = Given.FlatScheme }).Expect(422, "programme.unknown");
        await Assign(new { payer = "programme", programmeId = rich, schemeId = Guid.NewGuid() }).Expect(422, "allowance-scheme.unknown");
        await Assign(new { payer = "programme", programmeId = rich, schemeId = Given.FlatScheme, from = "2026-10-01" }).Expect(422, "allowance.from-outside");
        Assert.That((await Assign(new { payer = "programme" }).Expect(422)).CodesOf("programmeId"), Is.Not.Empty);
        await Assign(new { payer = "host" }, 7).Expect(412, "record.stale");
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }).Expect(428);
        var read = await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200);
        Assert.That((read.Version, read["programmeId"]!.GetValue<Guid>()), Is.EqualTo((1, rich)));
        var stranger = await AnotherPerson(Role.Educator);
        await stranger.Get($"internships/{internship}/allowance").Expect(404, "internship.not-found");
        await stranger.Put($"internships/{internship}/allowance", new { payer = "host" }, 1).Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Get($"internships/{internship}/allowance").Expect(403);
    }

    [Test]
    public async Task Run_WhenRegistersAreClosed_ShowsTheReckoningLineByLineAndMasksTheAccount()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        var (_, second) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-11");
        await Given.ClosedRegister(internship, "2026-12");

        var today = await As(Role.Coordinator).Get("today").Expect(200);
        Assert.That(today["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "registersToPay")!["count"]!.GetValue<int>(), Is.EqualTo(2));
        var made = await Make(programme).Expect(201);

        Assert.That(made["cents"]!.GetValue<long>(), Is.EqualTo(413_33));
        var run = await Read(made.Id);
        Assert.That(run["state"]!.ToString(), Is.EqualTo("draft"));
        Assert.That(run["missingCount"]!.GetValue<int>(), Is.EqualTo(1), "the other's register is not closed");
        Assert.That(run["missing"]![0]!["internshipId"]!.GetValue<Guid>(), Is.EqualTo(second));
        Assert.That(run["budget"]!["openCents"]!.GetValue<long>(), Is.EqualTo(413_33));
        var payment = await OnlyPayment(made.Id);
        Assert.That(payment["cents"]!.GetValue<long>(), Is.EqualTo(413_33));
        Assert.That(payment["accountMask"]!.ToString(), Is.EqualTo("IT** **** 3456"));
        Assert.That(payment["items"]!.AsArray().Select(item => item!["month"]!.ToString()), Is.EqualTo(new[] { "2026-11", "2026-12" }));
        Assert.That(payment["items"]![1]!["lines"]!.AsArray().Sum(line => line!["cents"]?.GetValue<long>() ?? 0), Is.EqualTo(400_00));
        Assert.That(payment["items"]![1]!["lines"]!.ToJsonString(), Does.Contain("DGR 1086/2023"));
        Assert.That(payment["items"]![0]!["lines"]![1]!["text"]!.ToString(), Does.Contain("5 su 5 ore previste"));
        Assert.That(await Scalar<string>("select account_cipher from internships_allowance_payment"), Does.Not.Contain("0542811101"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where request = 'MakeRun' and record_id = @Id and purpose = 'pay-list'", new { Id = person }), Is.EqualTo(1), "each reading of an account is logged");
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("registersToPay"));
        var months = (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["months"]!.AsArray();
        Assert.That(months, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Run_WhenPresenceIsBelowTheThreshold_PaysNothingAndSaysWhy()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12", days: 10);

        var run = (await Make(programme).Expect(201)).Id;

        var payment = await OnlyPayment(run);
        Assert.That(payment["state"]!.ToString(), Is.EqualTo("nothing"));
        Assert.That(payment["items"]![0]!["lines"]!.ToJsonString(), Does.Contain("belowThreshold"));
    }

    [Test]
    public async Task Run_WhenAnotherIsOpenOrNothingWaitsOrTheMonthRuns_IsRefused()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Make(programme).Expect(422, "allowance-run.nothing");
        Assert.That(await Scalar<int>("select count(*) from internships_allowance_run"), Is.Zero, "nothing is left of what was refused");
        await Given.ClosedRegister(internship, "2026-12");
        await Make(programme, "2027-01").Expect(422, "allowance-run.month-running");
        await Make(programme, "dicembre").Expect(422, "attendance.month-form");
        await Make(Guid.NewGuid()).Expect(422, "programme.unknown");

        var coordinator = await SignIn(Role.Coordinator);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => coordinator.Post("allowance-runs", new { programmeId = programme, month = "2026-12" })));

        Assert.That(replies.Count(reply => reply.Status == 201), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != 201).Select(reply => reply.Code), Is.All.EqualTo("allowance-run.open"));
        Assert.That(await Scalar<int>("select count(*) from internships_allowance_item"), Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_WhenByASecondPerson_FreezesTheList()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;

        await Step(run, "approval", Role.Administrator, new { }).Expect(409, "allowance-run.wrong-state");
        await Step(run, "submission", version: 7).Expect(412);
        await Step(run, "submission").Expect(204);
        await Step(run, "recomputation").Expect(409, "allowance-run.wrong-state");
        await Step(run, "approval", body: new { }).Expect(403, "allowance-run.same-person");
        Assert.That((await As(Role.Administrator).Get("today").Expect(200)).Text, Does.Contain($"/allowances/{run}"));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain($"/allowances/{run}"), "who prepared it has nothing to approve");
        await Step(run, "approval", Role.Administrator, new { executeOn = "2027-01-06" }).Expect(422, "allowance-run.execute-on");
        await Step(run, "approval", Role.Administrator, new { executeOn = "2027-03-08" }).Expect(422, "allowance-run.execute-on-too-late");
        await Step(run, "approval", Role.Administrator, new { executeOn = "2027-01-08" }).Expect(204);

        var read = await Read(run);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("frozen"));
        Assert.That(read["executeOn"]!.ToString(), Is.EqualTo("2027-01-08"));
        Assert.That(read["budget"]!["frozenCents"]!.GetValue<long>(), Is.EqualTo(400_00));
        await Step(run, "recomputation").Expect(409, "allowance-run.wrong-state");
        await (await SignIn(Role.Coordinator)).Delete($"allowance-runs/{run}", ("If-Match", $"\"{read.Version}\"")).Expect(409, "allowance-run.wrong-state");
        await Make(programme).Expect(422, "allowance-run.nothing");
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 1).Expect(409, "allowance.listed");
        var listed = await As(Role.Coordinator).Get($"allowance-runs?programmeId={programme}&state=frozen&total=true").Expect(200);
        Assert.That(listed.Ids, Is.EqualTo(new[] { run }));
        Assert.That(listed.Items[0]!["unsettled"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_WhenRegistersOrAccountsChangedMeanwhile_IsRefusedUntilReckonedAgain()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        await Step(run, "submission").Expect(204);

        await Given.Account(person, "IT24D0542811101000000654321", 1);
        await Step(run, "approval", Role.Administrator, new { }).Expect(409, "allowance-run.out-of-date");
        await Step(run, "rejection", Role.Administrator).Expect(204);
        await Step(run, "recomputation").Expect(204);
        await Step(run, "submission").Expect(204);
        await Given.ReopenedRegister(internship, "2026-12");
        await Step(run, "approval", Role.Administrator, new { }).Expect(409, "allowance-run.out-of-date");
        await Given.ClosedRegister(internship, "2026-12", days: 10);
        await Step(run, "rejection", Role.Administrator).Expect(204);
        await Step(run, "recomputation").Expect(204);

        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.Zero);
    }

    [Test]
    public async Task Reopened_WhenTheMonthWasFrozen_CarriesTheDifferenceToTheNextList()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12", days: 10);
        await Frozen(programme);
        await Given.ReopenedRegister(internship, "2026-12");
        await Make(programme).Expect(422, "allowance-run.nothing");
        await Given.ClosedRegister(internship, "2026-12");

        var next = await Frozen(programme);

        var payment = await OnlyPayment(next);
        Assert.That(payment["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
        Assert.That(payment["items"]![0]!["kind"]!.ToString(), Is.EqualTo("difference"));
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 10);
        await Make(programme).Expect(422, "allowance-run.nothing");
        Clock.Now = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-01");
        var later = (await Make(programme, "2027-01").Expect(201)).Id;
        Assert.That((await OnlyPayment(later))["cents"]!.GetValue<long>(), Is.Zero, "what was paid too much is taken from the next month");
        Assert.That((await OnlyPayment(later))["items"]!.AsArray().Sum(item => item!["cents"]!.GetValue<long>()), Is.Zero);
    }

    [Test]
    public async Task Difference_WhenLargerThanWhatIsDue_IsTakenBackToTheCentOverTheNextLists()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, Given.StepsScheme);
        await Given.ClosedRegister(internship, "2026-12");
        var first = await Frozen(programme);
        Assert.That((await Read(first))["cents"]!.GetValue<long>(), Is.EqualTo(500_00));
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 0);
        await Make(programme).Expect(422, "allowance-run.nothing");

        Clock.Now = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-01", days: 11);
        var second = await Frozen(programme, "2027-01");
        var payment = await OnlyPayment(second);
        Assert.That((payment["cents"]!.GetValue<long>(), payment["state"]!.ToString()), Is.EqualTo((0L, "nothing")));
        Assert.That(payment["accountMask"]!.ToString(), Does.EndWith("3456"), "the account is written, although nothing leaves for it");
        Assert.That(payment["items"]!.AsArray().Select(item => item!["cents"]!.GetValue<long>()), Is.EqualTo(new[] { -300_00L, 300_00L }));
        var carried = payment["items"]![0]!["lines"]!.AsArray()[^1]!;
        Assert.That((carried["step"]!.ToString(), carried["text"]!.ToString()), Is.EqualTo(("carried", "Non basta per recuperare tutto: restano per la prossima lista 200,00 €")));
        Assert.That((await Read(second))["carried"]!.GetValue<int>(), Is.EqualTo(1));

        Clock.Now = new(2027, 3, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-02", days: 11);
        var third = await Frozen(programme, "2027-02");
        Assert.That((await OnlyPayment(third))["cents"]!.GetValue<long>(), Is.EqualTo(100_00));
        Assert.That((await Read(third))["carried"]!.GetValue<int>(), Is.Zero);
        Assert.That(await Scalar<long>("select sum(cents) from internships_allowance_payment"), Is.EqualTo(600_00), "what is due for the three months, no cent more");
        await Make(programme, "2027-02").Expect(422, "allowance-run.nothing");
    }

    [Test]
    public async Task UsualWeek_WhenChanged_ChangesNeitherWhatTheProjectPromisesNorWhatIsSigned()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        var (_, other) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        await As(Role.Educator).Put($"internships/{internship}/usual-week", new { sunday = 60 }, 0).Expect(204);
        await As(Role.Educator).Put($"internships/{other}/usual-week", new { monday = 60, tuesday = 60 }, 0).Expect(204);
        await Given.ClosedRegister(other, "2026-12", minutes: 75);

        var run = (await Make(programme).Expect(201)).Id;

        var payments = (await As(Role.Coordinator).Get($"allowance-runs/{run}/payments").Expect(200)).Items;
        (long Cents, int Planned) Of(Guid id) => payments.Select(payment => payment!["items"]![0]!).Where(item => item["internshipId"]!.GetValue<Guid>() == id)
            .Select(item => (item["cents"]!.GetValue<long>(), item["plannedMinutes"]!.GetValue<int>())).Single();
        Assert.That(Of(internship), Is.EqualTo((400_00L, 21 * 300)), "as it was when it was signed");
        Assert.That(Of(other), Is.EqualTo((0L, 8 * 750)), "ten of a hundred hours, not ten of eight");
    }

    [Test]
    public async Task Problems_WhenAccountsAreMissing_AreNamedAndTheirPeopleCanWait()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme, account: false);
        var (_, other) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        await Given.ClosedRegister(other, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;

        Assert.That((await Read(run))["problems"]![0]!["code"]!.ToString(), Is.EqualTo("accountMissing"));
        Assert.That((await As(Role.Coordinator).Get($"allowance-runs/{run}/payments?problems=true").Expect(200)).Items, Has.Count.EqualTo(1));
        await Step(run, "submission").Expect(422, "allowance-run.problems");
        await Step(run, "holds", body: new { beneficiaryId = Guid.NewGuid() }).Expect(404, "payment.not-found");
        await Step(run, "holds", body: new { beneficiaryId = person }).Expect(204);
        var held = await Read(run);
        Assert.That(held["people"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(held["held"]![0]!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(person));
        await Step(run, "hold-releases", body: new { beneficiaryId = person }).Expect(204);
        Assert.That((await Read(run))["people"]!.GetValue<int>(), Is.EqualTo(2));
        await Step(run, "holds", body: new { beneficiaryId = person }).Expect(204);
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);
        await Given.Account(person);

        var next = await Frozen(programme);

        Assert.That((await OnlyPayment(next))["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(person));
    }

    [Test]
    public async Task Budget_WhenTheListGoesBeyondIt_IsRefused()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        var read = await As(Role.Coordinator).Get($"programmes/{programme}").Expect(200);
        await As(Role.Coordinator).Put($"programmes/{programme}", new
        {
            name = read["name"]!.ToString(), kind = "fsePlus", leadBodyId = read["leadBody"]!["id"]!.GetValue<Guid>(), startsOn = "2026-01-01", endsOn = "2027-12-31",
            lines = new[] { new { kind = "allowances", title = "Indennità", cents = 399_99 } },
        }, 1).Expect(204);

        Assert.That((await Step(run, "submission").Expect(422, "allowance-run.over-budget")).Text, Does.Contain("399,99"));
        Assert.That((await Read(run))["state"]!.ToString(), Is.EqualTo("draft"));
    }

    [Test]
    public async Task Delete_WhenOpen_LeavesItsMonthsToTheNextList()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;

        await (await SignIn(Role.Coordinator)).Delete($"allowance-runs/{run}", ("If-Match", "\"9\"")).Expect(412);
        await (await SignIn(Role.Coordinator)).Delete($"allowance-runs/{run}", ("If-Match", $"\"{(await Read(run)).Version}\"")).Expect(204);

        await As(Role.Coordinator).Get($"allowance-runs/{run}").Expect(404, "allowance-run.not-found");
        Assert.That(await Scalar<int>("select count(*) from internships_allowance_item"), Is.Zero);
        await Make(programme).Expect(201);
    }

    [Test]
    public async Task Dowry_WhenKept_IsPaidWhenTheInternshipIsOver()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, Given.DowryScheme, kept: true);
        await Given.ClosedRegister(internship, "2026-12");
        var first = await Frozen(programme);
        Assert.That((await Read(first))["keptCents"]!.GetValue<long>(), Is.EqualTo(800_00));
        Assert.That((await OnlyPayment(first))["state"]!.ToString(), Is.EqualTo("nothing"));
        Clock.Now = new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2027-01-15", outcome = "interruptedByPerson", reason = "Ha trovato altro" }).Expect(200);
        Clock.Now = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-01");
        var last = await Frozen(programme, "2027-01");

        var payment = await OnlyPayment(last);
        Assert.That(payment["items"]!.AsArray().Select(item => item!["kind"]!.ToString()), Is.EquivalentTo(new[] { "month", "dowryRelease" }));
        Assert.That(payment["cents"]!.GetValue<long>(), Is.EqualTo(800_00 + 387_10), "a month and fifteen days of thirty-one");
    }

    [Test]
    public async Task Transfer_WhenFrozen_IsWhatTheBankTakesAndReturnedPaymentsComeAgain()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12", days: 20, minutes: 290);
        var run = (await Make(programme).Expect(201)).Id;
        await As(Role.Coordinator).Get($"allowance-runs/{run}/transfer").Expect(409, "allowance-run.wrong-state");
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);

        var file = await As(Role.Coordinator).Get($"allowance-runs/{run}/transfer").Expect(200);
        XNamespace ns = "urn:CBI:xsd:CBIPaymentRequest.00.04.01";
        var order = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!;
        Assert.That(order.Name, Is.EqualTo(ns + "CBIPaymentRequest"));
        Assert.That(order.Descendants(ns + "InstdAmt").Single().Value, Is.EqualTo("400.00"));
        Assert.That(order.Descendants(ns + "Cdtr").Single().Descendants(ns + "TwnNm").Single().Value, Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'transfer-file'", new { Id = person }), Is.EqualTo(1));
        var sheet = await As(Role.Coordinator).Get($"allowance-runs/{run}/sheet?format=csv").Expect(200);
        Assert.That(order.Descendants(ns + "Ustrd").Single().Value, Is.EqualTo("Indennita di tirocinio dicembre 2026"));
        Assert.That(sheet.Text, Does.Match("96[.,]67;"), "hours to the hundredth");
        Assert.That(sheet.Text, Does.Contain(";400;").And.Contain("IT** **** 3456").And.Not.Contain("0542811101"));
        await As(Role.Coordinator).Get($"allowance-runs/{run}/sheet").Expect(200);
        await As(Role.Coordinator).Get($"allowance-runs/{run}/sheet?format=doc").Expect(422);

        var payment = (await OnlyPayment(run))["id"]!.GetValue<Guid>();
        Task<Reply> Settle(object body) => As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", body);
        await Settle(new { outcome = "done", on = "2027-01-03" }).Expect(422, "payment.settled-on");
        Assert.That((await Settle(new { outcome = "returned", on = "2027-01-04" }).Expect(422)).CodesOf("reason"), Is.Not.Empty);
        await Settle(new { outcome = "pending", on = "2027-01-04" }).Expect(422);
        Assert.That((await Settle(new { outcome = "done", on = "2027-01-04" }).Expect(200))["payments"]!.GetValue<int>(), Is.EqualTo(1));
        await Settle(new { outcome = "done", on = "2027-01-04", paymentIds = new[] { payment } }).Expect(409, "payment.settled");
        await Settle(new { outcome = "returned", on = "2027-01-04", reason = "accountClosed", paymentIds = new[] { payment } }).Expect(200);
        await As(Role.Coordinator).Get($"allowance-runs/{run}/transfer").Expect(409, "transfer.nothing");

        await Given.Account(person, "IT24D0542811101000000654321", 1);
        var next = await Frozen(programme);
        var again = await OnlyPayment(next);
        Assert.That(again["items"]![0]!["kind"]!.ToString(), Is.EqualTo("paidAgain"));
        Assert.That(again["accountMask"]!.ToString(), Does.EndWith("4321"));
        Assert.That((await OnlyPayment(run))["paidAgain"]!.GetValue<bool>(), Is.True);
        Assert.That((await Read(next))["budget"]!["frozenCents"]!.GetValue<long>(), Is.EqualTo(400_00), "money that came back is not spent twice");
        await Make(programme).Expect(422, "allowance-run.nothing");
    }

    [Test]
    public async Task Runs_WhenNotOfTheOfficeThatPays_AreClosed()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;

        foreach (var path in new[] { "allowance-runs", $"allowance-runs/{run}", $"allowance-runs/{run}/payments", $"allowance-runs/{run}/sheet", $"allowance-runs/{run}/transfer", $"allowance-budgets/{programme}" })
        {
            await As(Role.Educator).Get(path).Expect(403);
            await Anonymous.Get(path).Expect(401);
        }

        await As(Role.Educator).Post("allowance-runs", new { programmeId = programme, month = "2026-12" }).Expect(403);
        await As(Role.Coordinator).Get($"allowance-runs/{Guid.NewGuid()}").Expect(404, "allowance-run.not-found");
        await As(Role.Coordinator).Get($"allowance-budgets/{Guid.NewGuid()}").Expect(404, "programme.not-found");
    }

    [Test]
    public async Task Payee_WhenTheirCaseIsRestricted_IsPaidAndNothingElseIsSeenOfThem()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme, bodyKind: "addictionService");
        await Given.ClosedRegister(internship, "2026-12", days: 17);

        var run = (await Make(programme).Expect(201)).Id;

        var payment = await OnlyPayment(run);
        Assert.That(payment["name"]!.ToString(), Is.Not.Empty);
        Assert.That(payment.ToJsonString(), Does.Not.Contain("justified").And.Not.Contain("0542811101"), "neither why somebody was absent nor the account");
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(404);
        await As(Role.Coordinator).Get($"internships/{internship}/allowance").Expect(404, "internship.not-found");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where request = 'ListPayments' and purpose = 'pay-list' and record_id = @Id", new { Id = person }), Is.EqualTo(1), "showing a name is logged too");
    }

    [Test]
    public async Task Scheme_WhenWritten_IsListedWithItsTermsAndWrongOnesAreNamed()
    {
        var seeded = await As(Role.Educator).Get("allowance-schemes").Expect(200);
        Assert.That(seeded.Items, Has.Count.EqualTo(13));
        object Terms(string from, long cents, int? threshold = 75) => new { validFrom = from, method = "flatWithThreshold", cents, thresholdPercent = threshold, below = "nothing", act = "Atto di prova" };

        var saved = await As(Role.Administrator).Post("allowance-schemes", new { name = "Avviso di prova", region = "Marche", kind = "socialInclusion", terms = new[] { Terms("2026-01-01", 400_00), Terms("2026-12-16", 500_00) } }).Expect(201);
        await As(Role.Educator).Post("allowance-schemes", new { name = "Mio", terms = new[] { Terms("2026-01-01", 1) } }).Expect(403);
        await As(Role.Coordinator).Post("allowance-schemes", new { name = "AVVISO di prova", terms = new[] { Terms("2026-01-01", 1) } }).Expect(409, "allowance-scheme.name-taken");
        var wrong = await As(Role.Coordinator).Post("allowance-schemes", new
        {
            name = "", terms = new object[] { Terms("2026-01-01", -1, 170), new { validFrom = "2026-01-01", method = "presenceSteps" }, new { validFrom = "2026-02-01", method = "dowry" } },
        }).Expect(422);
        Assert.That(wrong.CodesOf("terms"), Does.Contain("scheme.terms-twice"));
        Assert.That(new[] { "name", "terms[0].cents", "terms[0].thresholdPercent", "terms[1].steps", "terms[2].totalCents" }.Where(field => wrong.CodesOf(field).Count == 0), Is.Empty);
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, saved.Id);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(193_55 + 258_06), "fifteen days of the one and sixteen of the other");

        await As(Role.Coordinator).Put($"allowance-schemes/{saved.Id}", new { name = "Avviso di prova", terms = new[] { Terms("2026-01-01", 400_00) } }, 1).Expect(200);
        await As(Role.Coordinator).Put($"allowance-schemes/{saved.Id}", new { name = "Avviso di prova", terms = new[] { Terms("2026-01-01", 400_00) } }, 1).Expect(412);
        await Step(run, "recomputation").Expect(204);
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(400_00));

        // From the twentieth on nothing is due any more: nineteen days of the month, or as many thirtieths.
        object[] Ending(string share) =>
        [
            new { validFrom = "2026-01-01", method = "flatWithThreshold", cents = 300_00, thresholdPercent = 75, below = "nothing", dayShare = share },
            new { validFrom = "2026-12-20", method = "flatWithThreshold", cents = 0, thresholdPercent = 75, below = "nothing", dayShare = share },
        ];
        await As(Role.Coordinator).Put($"allowance-schemes/{saved.Id}", new { name = "Avviso di prova", terms = Ending("weeks") }, 2).Expect(422);
        await As(Role.Coordinator).Put($"allowance-schemes/{saved.Id}", new { name = "Avviso di prova", terms = Ending("thirtieths") }, 2).Expect(200);
        Assert.That((await As(Role.Educator).Get("allowance-schemes").Expect(200)).Items.Single(one => one!["id"]!.ToString() == saved.Id.ToString())!["terms"]![0]!["dayShare"]!.ToString(), Is.EqualTo("thirtieths"));
        await Step(run, "recomputation").Expect(204);
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(190_00));
        await As(Role.Coordinator).Put($"allowance-schemes/{saved.Id}", new { name = "Avviso di prova", terms = Ending("calendarDays") }, 3).Expect(200);
        await Step(run, "recomputation").Expect(204);
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(183_87));
    }

    [Test]
    public async Task Accounts_WhenTenYearsFromTheTransferHavePassed_AreForgottenAndAmountsStay()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = await Frozen(programme);
        await As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", new { outcome = "done", on = "2027-01-04" }).Expect(200);
        var executed = DateOnly.Parse((await Read(run))["executeOn"]!.ToString(), CultureInfo.InvariantCulture);
        async Task<int> Accounts(DateOnly on)
        {
            Clock.Now = new(on, new(3, 40), TimeSpan.Zero);
            await InScope(services => services.GetRequiredService<MediatR.IMediator>().Send(new InclusionPlatform.Internships.Allowances.Transfers.ForgetAccounts()));
            return await Scalar<int>("select count(*) from internships_allowance_payment where account_cipher is not null and account_mask is not null");
        }

        Assert.That(await Accounts(executed.AddYears(10)), Is.EqualTo(1), "the books need it to the last day");
        Assert.That(await Accounts(executed.AddYears(10).AddDays(1)), Is.Zero);
        Assert.That(await Scalar<long>("select cents from internships_allowance_payment"), Is.GreaterThan(0));
    }
}
