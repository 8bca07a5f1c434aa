namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class DifferenceTests(Engine engine) : PayListTests(engine)
{
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
        Assert.That((await Make(programme).Expect(422, "allowance-run.nothing")).Text, Does.Contain("a debito (registri corretti: 1)"), "a register does wait: it is said why no list is made");

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
    public async Task Dowry_WhenAMonthIsCorrectedAfterItWasPaidOut_IsTakenBackOrPaidToTheCent()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, Given.DowryScheme, kept: true);
        await Given.ClosedRegister(internship, "2026-12");
        await Frozen(programme);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-31", outcome = "interruptedByPerson", reason = "Ha trovato altro" }).Expect(200);
        var paid = await Frozen(programme);
        Assert.That((await OnlyPayment(paid))["cents"]!.GetValue<long>(), Is.EqualTo(800_00));

        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12", days: 0);
        await Make(programme).Expect(422, "allowance-run.nothing");
        Assert.That((await Read(paid))["budget"]!["frozenCents"]!.GetValue<long>(), Is.EqualTo(800_00), "what left is consumed until it is back");

        await Given.ReopenedRegister(internship, "2026-12");
        await Given.ClosedRegister(internship, "2026-12");
        Assert.That((await OnlyPayment((await Make(programme).Expect(201)).Id))["cents"]!.GetValue<long>(), Is.Zero, "nothing was taken back, so nothing is due again");
        Assert.That(await Scalar<long>("select sum(kept_cents) from internships_allowance_item"), Is.Zero);
    }
}
