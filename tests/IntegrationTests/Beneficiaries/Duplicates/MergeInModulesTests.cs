namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

/// <summary>What a merge does with open cases, selections, participations and pay lists.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class MergeInModulesTests(Engine engine) : MergedPeopleTests(engine)
{
    [Test]
    public async Task Merge_WhenBothHaveAnOpenCase_OneGoesOnAsChosenTheOtherEndsWithoutOutcomeAndUndoingOpensItAgain()
    {
        var a = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Case(openedOn: "2026-09-01", person: Named("Bonani", "Sarah", Birth));
        await Given.ActiveInternship(b.Case, await Given.Host());
        var before = await Dump();
        var compared = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.That(compared["obstacles"]!.AsArray(), Is.Empty);
        Assert.That(compared["openCases"]!.AsArray().Where(one => one!["endsByDefault"]!.GetValue<bool>()).Select(one => one!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { a.Case }), "an internship runs on the other");
        async Task<Reply> Ending(Guid caseId) => await As(Role.Coordinator).Post(
            $"beneficiaries/{a.Person}/merges", new { absorbedId = b.Person, absorbedVersion = await VersionOf(b.Person), reason = "Stessa persona", endingCaseId = caseId },
            ("If-Match", $"\"{await VersionOf(a.Person)}\""));
        await Ending(b.Case).Expect(422, "case.internship-running");

        var merged = await Ending(a.Case).Expect(201);

        var record = await As(Role.Educator).Get($"beneficiaries/{a.Person}").Expect(200);
        Assert.That(record["cases"]!.AsArray().Select(one => $"{one!["id"]} {one["closedOn"]}"), Is.EquivalentTo(new[] { $"{b.Case} ", $"{a.Case} 2026-11-23" }));
        Assert.That((await As(Role.Educator).Get($"cases/{a.Case}").Expect(200))["outcome"], Is.Null, "nothing of it is counted as an end");
        Assert.That((await As(Role.Educator).Get($"cases/{a.Case}/outcomes").Expect(200)).Status, Is.EqualTo(200));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_follow_up"), Is.Zero);
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges/{merged.Id}/undoing", new { reason = "Due persone" }).Expect(204);
        Assert.That(await Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Merge_WhenBothAreCandidatesOfOneSelection_IsRefusedUntilOneIsLeftOut()
    {
        var a = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Beneficiary(person: Named("Bonani", "Sarah", Birth));
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1);
        await Given.Candidate(programme, body, a.Person);
        await Given.Candidate(programme, body, b);

        await Merge(a.Person, await VersionOf(a.Person), b, await VersionOf(b)).Expect(422, "merge.both-candidates");

        await Run("update beneficiaries_candidate set state = 'excluded' where beneficiary_id = @b", new { b });
        await Merge(a.Person, await VersionOf(a.Person), b, await VersionOf(b)).Expect(201);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_candidate where beneficiary_id = @Person", new { a.Person }), Is.EqualTo(1));
    }

    [Test]
    public async Task Merge_WhenBothTookPartInTheSameProgramme_IsOneParticipantWithTheFirstEntryAndUndoingGivesBackBoth()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 5, new { criterion = "woman", points = 1 });
        var first = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var second = await Given.Case(person: Named("Bonani", "Sarah", Birth));
        var candidates = new[] { await Given.Candidate(programme, body, first.Person), await Given.Candidate(programme, body, second.Person) };
        await Given.Freeze(programme);
        async Task Enrol(Guid candidate, string on, string education) => await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidate}/enrolment", new
        {
            enteredOn = on, employment = "unemployed", unemployedSince = "2025-01-01", education, disability = "yes", foreignBackground = "no", minority = "no", housingExclusion = "no", rural = "no", thirdCountry = "no",
        }).Expect(201);
        await Enrol(candidates[0], "2026-11-23", "3");
        await Enrol(candidates[1], "2026-11-20", "2");
        await Run("update beneficiaries_candidate set state = 'excluded' where id = @Id", new { Id = candidates[1] });
        await As(Role.Educator).Post($"cases/{second.Case}/closure", new { closedOn = "2026-11-23", outcome = "droppedOut" }).Expect(204);
        Task<Reply> People() => As(Role.Coordinator).Get($"programmes/{programme}/participations").Expect(200);
        async Task<int> Counted() => (await As(Role.Coordinator).Get($"programmes/{programme}/indicators").Expect(200)).Items.Single(one => one!["code"]!.ToString() == "EECO01")!["total"]!.GetValue<int>();
        Assert.That((await People()).Json.AsArray(), Has.Count.EqualTo(2));

        var merged = await Merge(first.Person, await VersionOf(first.Person), second.Person, await VersionOf(second.Person)).Expect(201);

        var one = (await People()).Json.AsArray().Single()!;
        Assert.That(one["enteredOn"]!.ToString(), Is.EqualTo("2026-11-20"), "the first entry");
        Assert.That(await Scalar<string>("select education from beneficiaries_participation where beneficiary_id = @Person", new { first.Person }), Is.EqualTo("2"));
        Assert.That(await Counted(), Is.EqualTo(1));

        await As(Role.Coordinator).Post($"beneficiaries/{first.Person}/merges/{merged.Id}/undoing", new { reason = "Sono due cugine" }).Expect(204);
        Assert.That((await People()).Json.AsArray().Select(row => row!["enteredOn"]!.ToString()), Is.EquivalentTo(new[] { "2026-11-23", "2026-11-20" }));
        Assert.That(await Scalar<string>("select education from beneficiaries_participation where beneficiary_id = @Person", new { first.Person }), Is.EqualTo("3"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation_before"), Is.Zero);
    }

    [Test]
    public async Task Merge_WhenBothAreOnAnOpenPayList_NothingOfItHappensAndOnceFrozenPaymentsFollowButWhereBothWerePaid()
    {
        var a = await Given.Beneficiary(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Beneficiary(person: Named("Bonani", "Sarah", Birth));
        var (both, one) = (await PayList("draft", a, b), await PayList("frozen", b));
        var before = await Dump();

        await Merge(a, 1, b, 1, "preferredName").Expect(422, "merge.same-pay-list");
        Assert.That(await Dump(), Is.EqualTo(before), "a module that cannot follow takes the whole merge back");
        Assert.That(await Scalar<int>("select (select count(*) from beneficiaries_person_merge) + (select count(*) from beneficiaries_person_merge_move)"), Is.Zero);

        await Run("update internships_allowance_run set state = 'frozen' where id = @both", new { both });
        var merged = await Merge(a, 1, b, 1, "preferredName").Expect(201);
        Assert.That(await Scalar<Guid>("select beneficiary_id from internships_allowance_payment where run_id = @one", new { one }), Is.EqualTo(a));
        Assert.That(await Scalar<int>("select count(*) from internships_allowance_payment where run_id = @both and beneficiary_id = @b", new { both, b }), Is.EqualTo(1), "books stay as they are");
        await As(Role.Coordinator).Post($"beneficiaries/{a}/merges/{merged.Id}/undoing", new { reason = "Due persone" }).Expect(204);
        Assert.That(await Scalar<Guid>("select beneficiary_id from internships_allowance_payment where run_id = @one", new { one }), Is.EqualTo(b));
    }
}
