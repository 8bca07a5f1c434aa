using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class EndInternshipTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Running()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        return id;
    }

    [Test]
    public async Task End_WhenHired_KeepsContractAndDay()
    {
        var id = await Running();

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "hiredByHost", contract = "fixedTerm", hiredOn = "2027-06-01" }).Expect(200);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("ended"));
        Assert.That(read["contract"]!.ToString(), Is.EqualTo("fixedTerm"));
        Assert.That(read["hiredOn"]!.ToString(), Is.EqualTo("2027-06-01"));
    }

    [TestCase("2026-11-29", "internship.hired-before-start")]
    [TestCase("2028-05-30", "internship.hired-too-late")]
    public async Task End_WhenTheHiringIsOutOfTime_IsRefused(string hiredOn, string code)
    {
        var id = await Running();

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "otherJob", contract = "fixedTerm", hiredOn }).Expect(422, code);
    }

    [Test]
    public async Task End_WhenRecordedByMistake_IsCorrectedAndWhatStoodBeforeStaysWritten()
    {
        var id = await Running();
        async Task<Reply> Read() => await As(Role.Educator).Get($"internships/{id}").Expect(200);
        async Task<Reply> Correct(object end, int? version = null) => await As(Role.Educator).Put($"internships/{id}/termination", end, version ?? (await Read()).Version);
        await Task.FromResult(await Correct(new { endedOn = "2027-05-29", outcome = "completedNoJob" })).Expect(409, "internship.not-over");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-01", outcome = "otherJob", contract = "fixedTerm", hiredOn = "2027-03-02" }).Expect(200);
        Assert.That((await Read())["cessation"]!["dueOn"]!.ToString(), Is.EqualTo("2027-03-06"));
        await Task.FromResult(await Correct(new { endedOn = "2027-03-01", outcome = "completedNoJob" })).Expect(422, "internship.not-completed");
        await Task.FromResult(await Correct(new { endedOn = "2027-03-01", outcome = "hiredByHost" })).Expect(422, "validation.failed");
        await Task.FromResult(await Correct(new { endedOn = "2027-05-29", outcome = "completedNoJob" }, 1)).Expect(412, "record.stale");

        Assert.That((await Task.FromResult(await Correct(new { endedOn = "2027-05-29", outcome = "completedNoJob" })).Expect(200))["state"]!.ToString(), Is.EqualTo("ended"));

        var read = await Read();
        Assert.That((read["outcome"]!.ToString(), read["endedOn"]!.ToString(), read["contract"], read["cessation"]), Is.EqualTo(("completedNoJob", "2027-05-29", (object?)null, (object?)null)), "who reached the last day communicates no end");
        var moment = read["history"]!.AsArray().Single(one => one!["kind"]!.ToString() == "endCorrected")!;
        Assert.That((moment["subject"]!.ToString(), moment["day"]!.ToString()), Is.EqualTo(("otherJob", "2027-03-01")));
        await (await AnotherPerson(Role.Educator)).Put($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "newInternship" }, read.Version).Expect(404, "internship.not-found");
    }

    [Test]
    public async Task End_WhenItsDayWasCommunicatedOrSigned_OnlyWhatCameOfItIsCorrected()
    {
        var id = await Running();
        async Task<Reply> Correct(object end) => await As(Role.Educator).Put($"internships/{id}/termination", end, (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version);
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-10", outcome = "newInternship" }).Expect(200);
        await Given.ClosedRegister(id, "2027-03");

        await Task.FromResult(await Correct(new { endedOn = "2027-03-09", outcome = "newInternship" })).Expect(409, "internship.end-in-signed-register");
        await Task.FromResult(await Correct(new { endedOn = "2027-03-20", outcome = "newInternship" })).Expect(409, "internship.later-end-in-signed-register");
        await Given.ReopenedRegister(id, "2027-03");
        await Task.FromResult(await Correct(new { endedOn = "2027-03-09", outcome = "newInternship" })).Expect(422, "internship.end-has-hours-after");
        await Task.FromResult(await Correct(new { endedOn = "2027-03-20", outcome = "newInternship" })).Expect(200);
        await As(Role.Educator).Put($"internships/{id}/cessation-communication", new { communicationProtocol = "P-9", communicationSentOn = "2027-03-22" }, (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version).Expect(204);
        await Task.FromResult(await Correct(new { endedOn = "2027-03-21", outcome = "newInternship" })).Expect(409, "internship.end-communicated");
        await Task.FromResult(await Correct(new { endedOn = "2027-03-20", outcome = "interruptedByPerson", reason = "Trasloco", cause = "other" })).Expect(200);
        Assert.That((await As(Role.Educator).Get($"internships/{id}").Expect(200))["reason"]!.ToString(), Is.EqualTo("Trasloco"));
    }

    [Test]
    public async Task End_WhenCorrectedToALaterDay_RunsOverNoOtherInternshipOfThePerson()
    {
        var (person, host) = (await Given.CaseOf(), await Given.Host());
        var first = await Given.ActiveInternship(person, host);
        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{first}/termination", new { endedOn = "2027-03-10", outcome = "newInternship" }).Expect(200);
        await Given.ActiveInternship(person, await Given.Host(), plan => plan with { StartsOn = "2027-03-15", EndsOn = "2027-09-14" });

        var version = (await As(Role.Educator).Get($"internships/{first}").Expect(200)).Version;
        var refused = await As(Role.Educator).Put($"internships/{first}/termination", new { endedOn = "2027-03-20", outcome = "newInternship" }, version).Expect(422, "internship.cannot-end-then");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.person-overlap" }));
        await As(Role.Educator).Put($"internships/{first}/termination", new { endedOn = "2027-03-14", outcome = "newInternship" }, version).Expect(200);
    }

    [Test]
    public async Task End_WhenInterrupted_EndedEarlyAndReasonIsEncrypted()
    {
        var id = await Running();

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-01", outcome = "interruptedByPerson", reason = "Ricovero" }).Expect(200);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("endedEarly"));
        Assert.That(read["reason"]!.ToString(), Is.EqualTo("Ricovero"));
        Assert.That(await Scalar<string>("select reason_cipher from internships_internship"), Is.Not.Null.And.Not.Contain("Ricovero"));
    }

    [Test]
    public async Task End_WhenDataDoNotAgree_IsRefusedAtTheField()
    {
        var id = await Running();
        async Task<Reply> End(object end) => await As(Role.Educator).Post($"internships/{id}/termination", end).Expect(422);

        Assert.That((await End(new { endedOn = "2027-05-29" })).CodesOf("outcome"), Is.Not.Empty);
        Assert.That((await End(new { endedOn = "2027-05-29", outcome = "hiredByHost" })).CodesOf("contract"), Is.Not.Empty);
        Assert.That((await End(new { endedOn = "2027-03-01", outcome = "interruptedByHost" })).CodesOf("reason"), Is.Not.Empty);
        Assert.That((await End(new { endedOn = "2027-06-30", outcome = "completedNoJob" })).CodesOf("endedOn"), Does.Contain("internship.end-in-the-future"));
        Assert.That((await End(new { endedOn = "2026-11-29", outcome = "completedNoJob" })).Code, Is.EqualTo("internship.end-outside-dates"));
        Assert.That((await End(new { endedOn = "2027-05-28", outcome = "completedNoJob" })).Code, Is.EqualTo("internship.not-completed"));
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["state"]!.ToString(), Is.EqualTo("active"));
    }

    [Test]
    public async Task End_WhenARegisterWithDaysAfterItIsSigned_WaitsForItsReopening()
    {
        var id = await Running();
        await Given.ClosedRegister(id, "2027-03");
        Task<Reply> End(string on) => As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = on, outcome = "interruptedByPerson", reason = "Ricovero" });

        var refused = await End("2027-03-10").Expect(409, "internship.end-in-signed-register");
        await End("2027-02-28").Expect(409, "internship.end-in-signed-register");

        Assert.That(refused.Text, Does.Contain("2027-03"));
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["state"]!.ToString(), Is.EqualTo("active"));
        await Given.ReopenedRegister(id, "2027-03");
        Assert.That((await End("2027-03-10").Expect(422, "internship.end-has-hours-after")).Text, Does.Contain("11/03/2027"));
        var version = (await As(Role.Educator).Get($"internships/{id}/attendance/2027-03").Expect(200))["sheet"]!["version"]!.GetValue<int>();
        await As(Role.Educator).Put($"internships/{id}/attendance/2027-03", new
        {
            days = new object[] { new { day = "2027-03-10", minutes = 300 }, new { day = "2027-03-11", absence = "justified" } },
        }, version).Expect(200);
        await End("2027-03-10").Expect(200);
        Assert.That(await Scalar<int>("select count(*) from internships_attendance_day"), Is.EqualTo(1), "an absence after the end is of no internship");
    }

    [Test]
    public async Task End_WhenOnTheLastDayOfASignedMonth_IsTaken()
    {
        var id = await Running();
        await Given.ClosedRegister(id, "2027-03");

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-31", outcome = "interruptedByPerson", reason = "Ricovero" }).Expect(200);
    }

    [Test]
    public async Task End_WhenStillAProposalOrOverAlready_IsRefused()
    {
        var proposal = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        var id = await Running();
        var end = new { endedOn = "2027-05-29", outcome = "completedNoJob" };

        await As(Role.Educator).Post($"internships/{proposal}/termination", new { endedOn = "2026-12-01", outcome = "otherJob", contract = "other", hiredOn = "2026-12-02" }).Expect(409, "internship.wrong-state");
        await As(Role.Educator).Post($"internships/{id}/termination", end).Expect(200);
        await As(Role.Educator).Post($"internships/{id}/termination", end).Expect(409, "internship.wrong-state");
    }

    [Test]
    public async Task Cancel_WhenProposal_StaysReadableWithItsReason()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        await As(Role.Educator).Post($"internships/{id}/cancellation", new { reason = " " }).Expect(422);
        await As(Role.Educator).Post($"internships/{id}/cancellation", new { reason = "L'azienda si è ritirata" }).Expect(204);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("cancelled"));
        Assert.That(read["reason"]!.ToString(), Is.EqualTo("L'azienda si è ritirata"));
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(409, "internship.wrong-state");
    }

    [Test]
    public async Task Cancel_WhenActive_OnlyBeforeTheFirstDay()
    {
        var company = await Given.Host();
        var future = await Given.ActiveInternship(await Given.CaseOf(), company);
        await As(Role.Educator).Post($"internships/{future}/cancellation", new { reason = "Mai iniziato" }).Expect(204);

        var begun = await Given.ActiveInternship(await Given.CaseOf(), company);
        Clock.Advance(TimeSpan.FromDays(7));
        await As(Role.Educator).Post($"internships/{begun}/cancellation", new { reason = "Ripensamento" }).Expect(409, "internship.already-begun");
    }

    [Test]
    public async Task Count_WhenYearIsAsked_CountsWhatBeganThenAndWasActivated()
    {
        var (first, second) = (await Given.Host(sector: "catering"), await Given.Host(sector: "crafts"));
        var (one, two) = (await Given.CaseOf(), await Given.CaseOf());
        await Given.ActiveInternship(one, first);
        var cancelled = await Given.ActiveInternship(two, second, proposal => proposal with { HostTutor = "Altro" });
        await As(Role.Educator).Post($"internships/{cancelled}/cancellation", new { reason = "Mai iniziato" }).Expect(204);
        await Given.ActiveInternship(two, first, proposal => proposal with { StartsOn = "2027-01-11", EndsOn = "2027-07-10", Kind = "socialInclusion" });

        var year = await InScope(services => services.GetRequiredService<IMediator>().Send(new CountInternships(2026)));
        var next = await InScope(services => services.GetRequiredService<IMediator>().Send(new CountInternships(2027)));

        Assert.That(year.Activated, Is.EqualTo(1));
        Assert.That(year.CaseIds, Is.EqualTo(new[] { one }));
        Assert.That(year.HostIds, Is.EqualTo(new[] { first }));
        Assert.That(year.BySector, Is.EqualTo(new[] { new SectorCount("catering", 1) }));
        Assert.That(next.CaseIds, Is.EqualTo(new[] { two }));
    }
}
