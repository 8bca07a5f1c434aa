namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class RunTests(Engine engine) : PayListTests(engine)
{
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
        Assert.That(await Shown(person, "pay-list", "MakeRun"), Is.EqualTo(1), "each reading of an account is logged");
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("registersToPay"));
        var months = (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["months"]!.AsArray();
        Assert.That(months, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Run_WhenSomebodyRestedAllMonth_MissesNoRegisterOfTheirs()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        var (_, resting) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var version = (await As(Role.Educator).Get($"internships/{resting}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{resting}/suspensions", new { reason = "illness", fromOn = "2026-12-01", toOn = "2026-12-31" }, ("If-Match", $"\"{version}\"")).Expect(200);

        var run = await Read((await Make(programme).Expect(201)).Id);

        Assert.That((run["missingCount"]!.GetValue<int>(), run["missing"]!.AsArray().Count), Is.EqualTo((0, 0)), "as in the list of the month's registers");
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
        await Budgeted(programme, 399_99);

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
        Assert.That(await Shown(person, "pay-list", "ListPayments"), Is.EqualTo(1), "showing a name is logged too");
    }

    [Test]
    public async Task Run_WhenPresenceIsExactlyTheThresholdThatMustBePassed_PaysNothingAndSaysSo()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);

        // DGR 1086/2023 of the Marche: above 75 %. Of 21 days of 300 minutes 75 % are 4725: 225 a day.
        await Given.ClosedRegister(internship, "2026-12", minutes: 225);
        var run = (await Make(programme).Expect(201)).Id;

        var payment = await OnlyPayment(run);
        Assert.That((payment["state"]!.ToString(), payment["items"]![0]!["workedMinutes"]!.GetValue<int>(), payment["items"]![0]!["plannedMinutes"]!.GetValue<int>()), Is.EqualTo(("nothing", 4725, 6300)));
        Assert.That(payment["items"]![0]!["lines"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), Does.Contain("non sopra il 75 %"));
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", minutes: 226);
        await Step(run, "recomputation").Expect(204);
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
    }
}
