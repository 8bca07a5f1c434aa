using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

/// <summary>Who approves pays what was seen: a list is reckoned again unless nothing at all of what it came from has changed.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class RunBasisTests(Engine engine) : PayListTests(engine)
{
    [Test]
    public async Task Approve_WhenNothingChanged_OpensNoAccount()
    {
        var (person, _, run) = await Submitted();

        await Step(run, "approval", Role.Administrator, new { }).Expect(204);

        Assert.That(await Shown(person, "pay-list", "StepRun"), Is.Zero);
        Assert.That((await Read(run))["state"]!.ToString(), Is.EqualTo("frozen"));
    }

    [TestCase("update internships_allowance_run set basis = null", TestName = "Approve_WhenTheListIsOfBefore_ReckonsItAgainAndFreezesIt")]
    [TestCase("update internships_allowance_terms set act = 'DGR 1/2027'", TestName = "Approve_WhenAnActWasNamedOtherwise_ReckonsItAgainAndFreezesIt")]
    [TestCase("update internships_internship set allowance_cents = allowance_cents + 1", TestName = "Approve_WhenAnAmountOfTheProjectThatIsNotPaidChanged_ReckonsItAgainAndFreezesIt")]
    [TestCase("update beneficiaries_person set name = 'Altro Nome'", TestName = "Approve_WhenTheHolderIsCalledOtherwise_IsRefused", Category = Refused)]
    [TestCase("update internships_attendance_month set version = version + 1 where state = 'closed'", TestName = "Approve_WhenARegisterWasClosedAnew_IsRefused", Category = Refused)]
    [TestCase("update internships_allowance_terms set cents = 12300", TestName = "Approve_WhenTheSchemePaysLess_IsRefused", Category = Refused)]
    [TestCase("update internships_allowance_assigned_scheme set valid_from = '2026-12-15'", TestName = "Approve_WhenTheSchemeHoldsFromLater_IsRefused", Category = Refused)]
    [TestCase("update internships_allowance_payment set account_cipher = null", TestName = "Approve_WhenAnAccountWasTakenFromTheList_IsRefused", Category = Refused)]
    [TestCase("delete from internships_allowance_item", TestName = "Approve_WhenSomethingWasTakenFromTheList_IsRefused", Category = Refused)]
    public async Task Approve_WhenChangedBehindItsBack(string change)
    {
        var (person, _, run) = await Submitted();
        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(change, null, CancellationToken.None));

        if (TestContext.CurrentContext.Test.Properties["Category"].Contains(Refused))
        {
            await Step(run, "approval", Role.Administrator, new { }).Expect(409, "allowance-run.out-of-date");
            Assert.That((await Read(run))["state"]!.ToString(), Is.EqualTo("toApprove"));
        }
        else
        {
            await Step(run, "approval", Role.Administrator, new { }).Expect(204);
            Assert.That(await Shown(person, "pay-list", "StepRun"), Is.EqualTo(1), "it was reckoned, and so the account read");
        }
    }

    [Test]
    public async Task Basis_WhenSomebodyWasSuspendedMeanwhile_IsAnother()
    {
        var (_, internship, run) = await Submitted();
        var before = await Now(run);
        var version = (await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Version;

        await As(Role.Educator).Post($"internships/{internship}/suspensions", new { reason = "illness", fromOn = "2027-01-04" }, ("If-Match", $"\"{version}\"")).Expect(200);

        Assert.That(await Now(run), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Basis_WhenReadAgain_IsTheOneOfTheReckoning()
    {
        var (_, _, run) = await Submitted();

        Assert.That(await Now(run), Is.EqualTo(await Scalar<string>("select basis from internships_allowance_run")));
    }

    private const string Refused = "Refused";

    private async Task<(Guid Person, Guid Internship, Guid Run)> Submitted()
    {
        var programme = await Given.Programme();
        var (person, internship) = await Running(programme);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        await Step(run, "submission").Expect(204);
        return (person, internship, run);
    }

    private async Task<string> Now(Guid run)
    {
        var programme = await Scalar<Guid>("select programme_id from internships_allowance_run where id = @Id", new { Id = run });
        return await InScope(services => services.GetRequiredService<RunBasis>().NowAsync(run, programme, RegisterMonth.Read("2026-12"), CancellationToken.None));
    }
}
