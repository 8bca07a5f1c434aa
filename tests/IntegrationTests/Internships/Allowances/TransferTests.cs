using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class TransferTests(Engine engine) : PayListTests(engine)
{
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

        async Task<string> Month() => (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["months"]![0]!["paymentState"]!.ToString();
        Assert.That(await Month(), Is.EqualTo("returned"));
        await Given.Account(person, "IT24D0542811101000000654321", 1);
        var next = await Frozen(programme);
        await As(Role.Coordinator).Post($"allowance-runs/{next}/settlements", new { outcome = "done", on = "2027-01-04" }).Expect(200);
        Assert.That(await Month(), Is.EqualTo("done"), "whoever follows the person sees that they were paid after all");
        var again = await OnlyPayment(next);
        Assert.That(again["items"]![0]!["kind"]!.ToString(), Is.EqualTo("paidAgain"));
        Assert.That(again["accountMask"]!.ToString(), Does.EndWith("4321"));
        Assert.That((await OnlyPayment(run))["paidAgain"]!.GetValue<bool>(), Is.True);
        Assert.That((await Read(next))["budget"]!["frozenCents"]!.GetValue<long>(), Is.EqualTo(400_00), "money that came back is not spent twice");
        await Make(programme).Expect(422, "allowance-run.nothing");
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

    [Test]
    public async Task Settlement_WhenRecordedByMistake_IsTakenBackUntilAnApprovedListPaysAgain()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = await Frozen(programme);
        var payment = (await OnlyPayment(run))["id"]!.GetValue<Guid>();
        Task<Reply> Settle(object body) => As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", body);
        Task<Reply> TakeBack(Guid[]? ids = null, Guid? list = null) => As(Role.Coordinator).Post($"allowance-runs/{list ?? run}/settlement-withdrawals", new { paymentIds = ids });

        await TakeBack([payment]).Expect(409, "payment.not-taken-back");
        await Settle(new { outcome = "done", on = "2027-01-04" }).Expect(200);
        Assert.That((await OnlyPayment(run))["mayTakeBack"]!.GetValue<bool>(), Is.True);
        Assert.That((await TakeBack().Expect(200))["payments"]!.GetValue<int>(), Is.EqualTo(1), "all were marked before the file had left");
        Assert.That((await OnlyPayment(run))["state"]!.ToString(), Is.EqualTo("pending"));
        await As(Role.Coordinator).Get($"allowance-runs/{run}/transfer").Expect(200);

        await Settle(new { outcome = "returned", on = "2027-01-04", reason = "other", paymentIds = new[] { payment } }).Expect(200);
        Assert.That((await TakeBack().Expect(200))["payments"]!.GetValue<int>(), Is.Zero, "what came back is taken back one by one");
        var next = (await Make(programme).Expect(201)).Id;
        Assert.That((await OnlyPayment(run))["mayTakeBack"]!.GetValue<bool>(), Is.True, "nobody approved the list that would pay again");
        await Step(next, "submission").Expect(204);
        await TakeBack([payment]).Expect(200);
        await Step(next, "approval", Role.Administrator, new { }).Expect(409, "allowance-run.out-of-date");
        await Settle(new { outcome = "done", on = "2027-01-04" }).Expect(200);
        await Step(next, "rejection").Expect(204);
        await Step(next, "recomputation").Expect(204);
        Assert.That((await Read(next))["people"]!.GetValue<int>(), Is.Zero, "whoever was paid is not paid twice");
        await (await SignIn(Role.Coordinator)).Delete($"allowance-runs/{next}", ("If-Match", $"\"{(await Read(next)).Version}\"")).Expect(204);

        await TakeBack([payment]).Expect(200);
        Task<Reply> Return() => Settle(new { outcome = "returned", on = "2027-01-04", reason = "other", paymentIds = new[] { payment } });
        await Return().Expect(200);
        var last = (await Make(programme).Expect(201)).Id;
        await TakeBack([payment]).Expect(200);
        await Return().Expect(200);
        await Step(last, "submission").Expect(204);
        await Step(last, "approval", Role.Administrator, new { }).Expect(204);
        await Make(programme).Expect(422, "allowance-run.nothing");
        Assert.That((await OnlyPayment(run))["mayTakeBack"]!.GetValue<bool>(), Is.False);
        await TakeBack([payment]).Expect(409, "payment.not-taken-back");
        Assert.That((await OnlyPayment(run))["state"]!.ToString(), Is.EqualTo("returned"));
        await As(Role.Educator).Post($"allowance-runs/{run}/settlement-withdrawals", new { paymentIds = new[] { payment } }).Expect(403);
    }

    [Test]
    public async Task Payments_WhenSearchedByName_AreTheirsAloneHoweverManyThereAre()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        var (_, other) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        await Given.ClosedRegister(other, "2026-12");
        var run = await Frozen(programme);
        var all = (await As(Role.Coordinator).Get($"allowance-runs/{run}/payments").Expect(200)).Items;
        var name = all.Single(row => row!["beneficiaryId"]!.GetValue<Guid>() == person)!["name"]!.ToString();

        Task<int> Shown(Guid id) => Scalar<int>("select count(*) from shared_audit_shown s join internships_internship i on i.beneficiary_id = s.record_id where i.id = @Id", new { Id = id });
        var shown = await Shown(other);
        Task<Reply> Search(object body) => As(Role.Coordinator).Post($"allowance-runs/{run}/payments/search", body);
        var found = await Search(new { text = name.ToUpperInvariant(), total = true }).Expect(200);
        Assert.That(found.Items.Select(row => row!["beneficiaryId"]!.GetValue<Guid>()), Is.EqualTo(new[] { person }));
        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await Search(new { text = "Nessuno", total = true }).Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await Search(new { text = name, state = "done" }).Expect(200)).Items, Is.Empty);
        Assert.That(await Shown(other), Is.EqualTo(shown), "only who was found was read");
        Assert.That((await Search(new { text = "", limit = 1 }).Expect(200))["nextCursor"], Is.Not.Null, "without a name it is the list");
    }

    private async Task<Guid> Returned(Guid programme, Guid internship, string reason)
    {
        await Given.ClosedRegister(internship, "2026-12");
        var run = await Frozen(programme);
        var payment = (await OnlyPayment(run))["id"]!.GetValue<Guid>();
        await As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", new { outcome = "returned", on = "2027-01-04", reason, paymentIds = new[] { payment } }).Expect(200);
        return run;
    }

    [TestCase("wrongAccount", "accountWrong")]
    [TestCase("accountClosed", "accountClosed")]
    public async Task Returned_WhenTheAccountCouldNotBeReached_IsHeldBackUntilItWasChanged(string reason, string problem)
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await Returned(programme, internship, reason);

        var next = (await Make(programme).Expect(201)).Id;
        var held = await OnlyPayment(next);
        Assert.That((held["problem"]!.ToString(), (bool)held["mayOpenPerson"]!, held["items"]![0]!["kind"]!.ToString()), Is.EqualTo((problem, true, "paidAgain")));
        Assert.That(await Scalar<int>("select count(*) from internships_allowance_payment where run_id = @Id and account_cipher is not null", new { Id = next }), Is.Zero, "nothing can leave for it");
        await Step(next, "submission").Expect(422, "allowance-run.problems");
        Assert.That((await As(Role.Coordinator).Get($"allowance-runs/{next}/sheet?format=csv").Expect(200)).Text, Does.Contain(reason == "accountClosed" ? "Il conto è chiuso" : "Il conto è sbagliato"));
        await Given.Account(person, version: 1);
        await Step(next, "recomputation").Expect(204);
        await Step(next, "submission").Expect(422, "allowance-run.problems");

        await Given.Account(person, "IT24D0542811101000000654321", 2);
        await Step(next, "recomputation").Expect(204);
        Assert.That((await OnlyPayment(next))["problem"], Is.Null);
        await Step(next, "submission").Expect(204);
        await Step(next, "approval", Role.Administrator, new { }).Expect(204);

        // What a frozen list paid again is settled: the account of then is nobody's problem any more.
        Clock.Now = new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2027-01");
        var later = (await Make(programme, "2027-01").Expect(201)).Id;
        Assert.That((await OnlyPayment(later))["problem"], Is.Null);
    }

    [Test]
    public async Task Returned_WhenForAnotherReason_GoesAgainAsItIs()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        await Returned(programme, internship, "other");

        Assert.That((await OnlyPayment(await Frozen(programme)))["cents"]!.GetValue<long>(), Is.EqualTo(400_00));
    }

    [Test]
    public async Task Returned_WhenTheHolderWasAnother_IsHeldBackUntilHolderOrAccountChange()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await Returned(programme, internship, "holderMismatch");
        var next = (await Make(programme).Expect(201)).Id;
        Assert.That((await OnlyPayment(next))["problem"]!.ToString(), Is.EqualTo("holderDiffers"));

        await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = "IT60X0542811101000000123456", holder = "guardian", holderName = "Tutore Di Prova" }, 1).Expect(204);
        await Step(next, "recomputation").Expect(204);

        Assert.That((await OnlyPayment(next))["problem"], Is.Null);
    }

    [Test]
    public async Task Holder_WhenWrittenInLettersThatBanksDoNotTake_IsNamedBeforeTheListFreezes()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = "IT60X0542811101000000123456", holder = "guardian", holderName = "Олена Коваль" }, 1).Expect(204);
        await Given.ClosedRegister(internship, "2026-12");

        var run = (await Make(programme).Expect(201)).Id;

        Assert.That((await OnlyPayment(run))["problem"]!.ToString(), Is.EqualTo("holderUnreadable"));
        await Step(run, "submission").Expect(422, "allowance-run.problems");
        await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = "IT60X0542811101000000123456", holder = "guardian", holderName = "Olena Koval" }, 2).Expect(204);
        await Step(run, "recomputation").Expect(204);
        await Step(run, "submission").Expect(204);
    }

    [Test]
    public async Task Returned_WhenThePersonIsNotToBeSeen_IsNamedWithoutAWayIn()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, bodyKind: "addictionService");
        await Returned(programme, internship, "wrongAccount");

        var held = await OnlyPayment((await Make(programme).Expect(201)).Id);

        Assert.That((held["problem"]!.ToString(), (bool)held["mayOpenPerson"]!), Is.EqualTo(("accountWrong", false)));
    }

    [Test]
    public async Task Anonymise_WhileAPaymentIsOpen_IsRefusedWithWhatIsOwed()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        var forCase = await Scalar<Guid>("select case_id from internships_internship where id = @Id", new { Id = internship });
        await Given.ClosedRegister(internship, "2026-12");
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-31", outcome = "interruptedByPerson", reason = "Ha trovato altro", cause = "other" }).Expect(200);
        await As(Role.Educator).Post($"cases/{forCase}/closure", new { closedOn = "2027-01-04", outcome = "training" }).Expect(204);
        async Task<string> Refused(string code = "anonymisation.payment-open")
        {
            var refused = await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(409, code);
            Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200))["beforeAnonymising"]!.AsArray(), Has.Count.EqualTo(1));
            return refused.Text;
        }

        Assert.That(await Refused(), Does.Contain("Un mese di tirocinio"), "signed and on no list");
        var run = (await Make(programme).Expect(201)).Id;
        Assert.That(await Refused(), Does.Contain("pagamento aperto di 400,00"), "on a list that is being prepared");
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);
        Assert.That(await Refused(), Does.Contain("400,00"), "ordered and not yet done");
        var payment = (await OnlyPayment(run))["id"]!.GetValue<Guid>();
        await As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", new { outcome = "returned", on = "2027-01-04", reason = "other", paymentIds = new[] { payment } }).Expect(200);
        Assert.That(await Refused(), Does.Contain("400,00"), "it came back");
        var again = await Frozen(programme);
        Assert.That(await Refused(), Does.Contain("400,00"), "counted once");
        await As(Role.Coordinator).Post($"allowance-runs/{again}/settlements", new { outcome = "done", on = "2027-01-04" }).Expect(200);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
    }
}
