using System.Text.Json.Nodes;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class OverpaymentTests(Engine engine) : PayListTests(engine)
{
    /// <summary>Somebody whose internship ended with the year and whose December was corrected from 400 € to nothing after it was paid.</summary>
    private async Task<(Guid Person, Guid Internship)> PaidTooMuch(Guid programme)
    {
        var (person, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-11");
        await Given.ClosedRegister(internship, "2026-12");
        await Frozen(programme);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-31", outcome = "interruptedByPerson", reason = "Ha trovato altro" }).Expect(200);
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 0);
        return (person, internship);
    }

    private async Task<IReadOnlyList<JsonNode>> Open() => [.. (await As(Role.Coordinator).Get("allowance-overpayments").Expect(200)).Items.Select(one => one!)];

    private async Task<IReadOnlyList<JsonNode>> Closings() => [.. (await As(Role.Coordinator).Get("allowance-overpayments/closings").Expect(200)).Items.Select(one => one!)];

    private async Task<Reply> Close(Guid internship, object body, int? version = null, Role role = Role.Coordinator, string month = "2026-12")
    {
        var at = version ?? (await Open()).Single(one => one["internshipId"]!.GetValue<Guid>() == internship && one["month"]!.ToString() == month)["version"]!.GetValue<int>();
        return await As(role).Post("allowance-overpayments/closings", body, ("If-Match", $"\"{at}\""));
    }

    private static object Back(Guid internship, long cents, string on = "2027-01-04") => new { internshipId = internship, month = "2026-12", kind = "givenBack", cents, givenOn = on, how = "bankTransfer" };

    private static object Renounced(Guid internship) => new { internshipId = internship, month = "2026-12", kind = "renounced", reason = "hardship", note = "Vive di aiuti" };

    private async Task<Reply> StepOf(Guid closing, string step, Role role = Role.Coordinator, int? version = null)
    {
        async Task<int> VersionOf() => (await Closings()).Select(one => one["closing"]!).Concat((await Open()).Select(one => one["renouncement"]).OfType<JsonNode>())
            .Single(one => one["id"]!.GetValue<Guid>() == closing)["version"]!.GetValue<int>();
        var at = version ?? await VersionOf();
        return await As(role).Post($"allowance-overpayments/closings/{closing}/{step}", null, ("If-Match", $"\"{at}\""));
    }

    private async Task<JsonNode> Budget(Guid programme) => (await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200)).Json;

    [Test]
    public async Task Overpayment_WhenNothingElseIsDue_IsListedAndCountedAndNoRegisterWaitsForAList()
    {
        var programme = await Given.Programme();
        var (person, internship) = await PaidTooMuch(programme);

        var one = (await Open()).Single();

        Assert.That((one["beneficiaryId"]!.GetValue<Guid>(), one["programmeId"]!.GetValue<Guid>(), one["month"]!.ToString(), one["cents"]!.GetValue<long>(), one["since"]!.ToString()),
            Is.EqualTo((person, programme, "2026-12", 400_00L, "2027-01-04")));
        var counted = await Today.CounterLists.ThatAgree(await Platform.SignedInAsync(Role.Coordinator));
        Assert.That(counted["allowanceOverpaid"], Is.EqualTo(1));
        Assert.That(counted.Keys, Does.Not.Contain("registersToPay"), "no list could take it");
        Assert.That((await As(Role.Coordinator).Get("allowance-runs/unlisted-registers?total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await Make(programme).Expect(422, "allowance-run.nothing")).Text, Does.Contain("Pagati in più"));
        var shown = (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["paidTooMuch"]!.AsArray().Single()!;
        Assert.That(shown["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
        await As(Role.Educator).Get("allowance-overpayments").Expect(403);
        await As(Role.Educator).Post("allowance-overpayments/closings", Back(internship, 1), ("If-Match", "\"1\"")).Expect(403);
    }

    [Test]
    public async Task Overpayment_WhenSomethingMayStillCome_IsSetOffByTheNextListAndNotClosed()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-11");
        await Given.ClosedRegister(internship, "2026-12");
        await Frozen(programme);
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 0);
        Assert.That(await Open(), Is.Empty, "it runs");
        await Close(internship, Back(internship, 100_00), version: 9).Expect(409, "overpayment.not-open");
        var mistyped = await As(Role.Coordinator).Post("allowance-overpayments/closings", new { internshipId = internship, month = "dicembre", kind = "givenBack", cents = 1, givenOn = "2027-01-04", how = "bankTransfer" }, ("If-Match", "\"9\"")).Expect(422, "attendance.month-form");
        Assert.That(mistyped.CodesOf("month"), Is.Not.Empty);

        Clock.Now = new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2027-01-15", outcome = "interruptedByPerson", reason = "Ha trovato altro" }).Expect(200);
        Assert.That(await Open(), Is.Empty, "January is not reckoned yet");
        Clock.Now = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-01");
        Assert.That(await Open(), Is.Empty, "January pays");
        var run = (await Make(programme, "2027-01").Expect(201)).Id;
        Assert.That(await Open(), Is.Empty, "an open list has it");
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);

        var left = (await Open()).Single();
        Assert.That(left["cents"]!.GetValue<long>(), Is.EqualTo(400_00 - 193_55), "what January did not cover");
    }

    [Test]
    public async Task GivenBack_WhenInParts_ReturnsToTheBudgetPartByPart()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var left = (await Budget(programme))["leftCents"]!.GetValue<long>();

        await Close(internship, Back(internship, 400_01)).Expect(422, "overpayment.more-than-owed");
        await Close(internship, Back(internship, 100_00, "2027-01-05")).Expect(422);
        await Close(internship, Back(internship, 0)).Expect(422);
        await Close(internship, new { internshipId = internship, month = "2026-12", kind = "givenBack", cents = 1, givenOn = "2027-01-04" }).Expect(422);
        var first = await Close(internship, Back(internship, 150_00)).Expect(201);
        Assert.That((first["state"]!.ToString(), first["leftCents"]!.GetValue<long>()), Is.EqualTo(("closed", 250_00L)));
        Assert.That((await Open()).Single()["cents"]!.GetValue<long>(), Is.EqualTo(250_00));
        Assert.That((await Budget(programme))["leftCents"]!.GetValue<long>(), Is.EqualTo(left + 150_00));

        await Close(internship, Back(internship, 250_00)).Expect(201);
        Assert.That(await Open(), Is.Empty);
        var budget = await Budget(programme);
        Assert.That((budget["givenBackCents"]!.GetValue<long>(), budget["leftCents"]!.GetValue<long>()), Is.EqualTo((400_00L, left + 400_00)));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("allowanceOverpaid").And.Not.Contain("registersToPay"));
        Assert.That((await Make(programme).Expect(422, "allowance-run.nothing")).Text, Does.Not.Contain("a debito"));
        var months = (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["closings"]!.AsArray();
        Assert.That(months.Select(one => (one!["cents"]!.GetValue<long>(), one["how"]!.ToString())), Is.EquivalentTo(new[] { (250_00L, "bankTransfer"), (150_00L, "bankTransfer") }));
    }

    [Test]
    public async Task GivenBack_WhenItWasSpentAgain_IsTakenBackOnlyOnceTheBudgetBearsIt()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var closing = (await Close(internship, Back(internship, 400_00)).Expect(201)).Id;
        var paid = (await Budget(programme))["frozenCents"]!.GetValue<long>();
        await Budgeted(programme, paid - 100_00);

        var refused = await StepOf(closing, "withdrawal").Expect(409, "overpayment.spent-again");

        Assert.That(refused.Text, Does.Contain("400,00 €").And.Contain("mancherebbero 100,00 €").And.Contain("Prima aumentare il budget"));
        Assert.That((await Closings()).Single()["closing"]!["state"]!.ToString(), Is.EqualTo("closed"), "nothing changed");
        await Budgeted(programme, paid);
        await StepOf(closing, "withdrawal").Expect(204);
        Assert.That((await Open()).Single()["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
    }

    [Test]
    public async Task GivenBack_WhenTheMonthIsCorrectedAgain_IsDueAgain()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var closing = (await Close(internship, Back(internship, 400_00)).Expect(201)).Id;
        Clock.Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12");

        var run = await Frozen(programme);

        var item = (await OnlyPayment(run))["items"]![0]!;
        Assert.That(item["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
        Assert.That(item["lines"]!.AsArray().Sum(line => line!["cents"]?.GetValue<long>() ?? 0), Is.EqualTo(400_00), "its lines add up");
        Assert.That(item["lines"]!.AsArray().Select(line => line!["text"]!.ToString()), Does.Contain("Già restituiti: 400,00 €"));
        await StepOf(closing, "withdrawal").Expect(409, "overpayment.listed-after");
        Assert.That((await Closings()).Single()["mayWithdraw"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task Renounced_WhenASecondPersonConfirms_StaysConsumedAndIsNeverPaidTwice()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var left = (await Budget(programme))["leftCents"]!.GetValue<long>();

        await Close(internship, new { internshipId = internship, month = "2026-12", kind = "renounced" }).Expect(422);
        await Close(internship, new { internshipId = internship, month = "2026-12", kind = "renounced", reason = "other" }).Expect(422);
        var made = await Close(internship, Renounced(internship)).Expect(201);
        Assert.That((made["state"]!.ToString(), made["leftCents"]!.GetValue<long>()), Is.EqualTo(("toConfirm", 400_00L)));
        var open = (await Open()).Single();
        Assert.That((open["renouncement"]!["reason"]!.ToString(), open["renouncement"]!["note"]!.ToString(), open["mayConfirm"]!.GetValue<bool>()), Is.EqualTo(("hardship", "Vive di aiuti", false)));
        Assert.That((await As(Role.Administrator).Get("allowance-overpayments").Expect(200)).Items.Single()!["mayConfirm"]!.GetValue<bool>(), Is.True);
        Assert.That(await Scalar<string>("select reason_cipher from internships_allowance_closing"), Does.Not.Contain("hardship"));
        await Close(internship, Back(internship, 1_00)).Expect(409, "overpayment.renouncement-waits");
        await StepOf(made.Id, "confirmation").Expect(403, "overpayment.same-person");
        await StepOf(made.Id, "confirmation", Role.Administrator).Expect(204);
        await StepOf(made.Id, "confirmation", Role.Administrator).Expect(409, "overpayment.wrong-state");

        Assert.That(await Open(), Is.Empty);
        Assert.That((await Budget(programme))["leftCents"]!.GetValue<long>(), Is.EqualTo(left), "it stays consumed");
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        Assert.That((await OnlyPayment(run))["cents"]!.GetValue<long>(), Is.Zero, "the person has it already");
    }

    [Test]
    public async Task Renounced_WhenItAwaitsTheSecondPerson_StandsOnceWhereItIsConfirmed()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var part = (await Close(internship, Back(internship, 100_00)).Expect(201)).Id;
        var made = (await Close(internship, Renounced(internship)).Expect(201)).Id;
        async Task<(Guid[] Ids, int Total)> Recorded(string query = "")
        {
            var page = await As(Role.Coordinator).Get($"allowance-overpayments/closings?total=true{query}").Expect(200);
            return ([.. page.Items.Select(one => one!["closing"]!["id"]!.GetValue<Guid>())], page["total"]!.GetValue<int>());
        }

        Assert.That((await Open()).Single()["renouncement"]!["id"]!.GetValue<Guid>(), Is.EqualTo(made));
        foreach (var query in new[] { "", "&limit=1", $"&programmeId={programme}" })
        {
            var (ids, total) = await Recorded(query);
            Assert.That((ids, total), Is.EqualTo((new[] { part }, 1)), query);
        }

        var counted = await Today.CounterLists.ThatAgree(await Platform.SignedInAsync(Role.Coordinator));
        Assert.That(counted["allowanceOverpaid"], Is.EqualTo(1), "it is still to be closed");

        // What it is of is no longer owed: it stands where it can still be taken back.
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12");
        Assert.That(await Open(), Is.Empty);
        Assert.That((await Recorded()).Ids, Is.EquivalentTo(new[] { made, part }));
        await StepOf(made, "withdrawal").Expect(204);
        Assert.That((await Closings()).Select(one => one["closing"]!["state"]!.ToString()), Is.EquivalentTo(new[] { "withdrawn", "closed" }));
    }

    [Test]
    public async Task Closing_WhenRecordedByMistake_IsTakenBackAndTheMonthIsOpenAgain()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var part = (await Close(internship, Back(internship, 100_00)).Expect(201)).Id;
        await Close(internship, Back(internship, 300_00)).Expect(201);
        Assert.That(await Open(), Is.Empty);

        await StepOf(part, "withdrawal", version: 7).Expect(412);
        await StepOf(part, "withdrawal").Expect(204);

        Assert.That((await Open()).Single()["cents"]!.GetValue<long>(), Is.EqualTo(100_00), "what the other part left");
        await StepOf(part, "withdrawal").Expect(409, "overpayment.wrong-state");
        Assert.That((await Closings()).Select(one => one["closing"]!["state"]!.ToString()), Is.EquivalentTo(new[] { "closed", "withdrawn" }));
        var renounced = (await Close(internship, Renounced(internship)).Expect(201)).Id;
        await StepOf(renounced, "withdrawal", Role.Administrator).Expect(204);
        Assert.That((await Open()).Single()["renouncement"], Is.Null);
        await As(Role.Coordinator).Post($"allowance-overpayments/closings/{Guid.NewGuid()}/withdrawal", null, ("If-Match", "\"1\"")).Expect(404, "overpayment-closing.not-found");
    }

    [Test]
    public async Task Renounced_WhenWhatIsOwedChangesMeanwhile_IsNotConfirmed()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var made = (await Close(internship, Renounced(internship)).Expect(201)).Id;
        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 1);

        await StepOf(made, "confirmation", Role.Administrator).Expect(409, "overpayment.changed");

        Assert.That((await Open()).Single()["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
    }

    [Test]
    public async Task Closing_WhenTwoRecordItAtOnce_CountsOnce()
    {
        var programme = await Given.Programme();
        var (_, internship) = await PaidTooMuch(programme);
        var version = (await Open()).Single()["version"]!.GetValue<int>();
        var (one, other) = (await Platform.SignedInAsync(Role.Coordinator), await Platform.SignedInAsync(Role.Administrator));

        async Task<int> Record(ApiUser who, long cents) => (await who.Post("allowance-overpayments/closings", Back(internship, cents), ("If-Match", $"\"{version}\""))).Status;
        var whole = await Task.WhenAll(Record(one, 250_00), Record(other, 250_00));

        Assert.That(whole.Order(), Is.EqualTo(new[] { 201, 412 }));
        Assert.That(await Scalar<long>("select sum(cents) from internships_allowance_closing"), Is.EqualTo(250_00));
        version = (await Open()).Single()["version"]!.GetValue<int>();
        var rest = await Task.WhenAll(Record(one, 150_00), Record(other, 150_00));
        Assert.That(rest.Order(), Is.EqualTo(new[] { 201, 409 }));
    }

    [Test]
    public async Task Closing_WhenItIsOfSomebody_IsInTheirCopyInItalian()
    {
        var programme = await Given.Programme();
        var (person, internship) = await PaidTooMuch(programme);
        await Close(internship, Renounced(internship)).Expect(201);

        var (data, page, _) = await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy");

        var copied = data["overpayments"]!.AsArray().Single()!;
        Assert.That((copied["cents"]!.GetValue<long>(), copied["closing"]!.ToString(), copied["note"]!.ToString(), copied["standing"]!.ToString()), Is.EqualTo((400_00L, "renounced", "Vive di aiuti", "toConfirm")));
        Assert.That(System.Net.WebUtility.HtmlDecode(page), Does.Contain("Indennità pagate in più").And.Contain("Non si chiedono indietro").And.Contain("La persona non può restituirli").And.Not.Contain("toConfirm").And.Not.Contain("hardship"));
    }
}
