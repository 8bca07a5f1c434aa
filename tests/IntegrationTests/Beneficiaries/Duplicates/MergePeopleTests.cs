using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

[TestFixtureSource(typeof(Engines))]
internal sealed class MergePeopleTests(Engine engine) : SliceTests(engine)
{
    private static readonly DateOnly Birth = new(1985, 3, 7);

    [Test]
    public async Task Duplicates_WhenNamesSoundAlikeAndBirthIsNearlyTheSame_AreListedWithTheReasonsAndOnceToldApartStaySo()
    {
        var pellegrini = await Given.Case(person: Named("Pellegrini", "Cristina", Birth));
        await Given.Case(person: Named("Pellegrini", "Marta", Birth));
        var twin = await Given.Case(person: Named("Cristina", "Pelegrini", new(1985, 7, 3)));

        var found = await As(Role.Coordinator).Get("duplicate-people?total=true").Expect(200);

        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(found.Items[0]!["reasons"]!.AsArray().Select(reason => reason!.ToString()), Is.EqualTo(new[] { "namesAlike", "birthSwapped", "taxCodesDiffer" }));
        Assert.That(new[] { found.Items[0]!["first"]!["id"]!.GetValue<Guid>(), found.Items[0]!["second"]!["id"]!.GetValue<Guid>() }, Is.EquivalentTo(new[] { pellegrini.Person, twin.Person }));
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{twin.Person}/likely-same").Expect(200)).Json.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Contain("beneficiary.duplicates"));
        await As(Role.Educator).Get("duplicate-people").Expect(403);
        await As(Role.Educator).Get($"beneficiaries/{twin.Person}/likely-same").Expect(403);

        await As(Role.Coordinator).Post("duplicate-people/dismissal", new { firstId = twin.Person, secondId = pellegrini.Person }).Expect(204);
        var data = Named("Cristina", "Pelegrini", new(1985, 7, 3));
        data["mobility"] = "car";
        await As(Role.Educator).Put($"beneficiaries/{twin.Person}", data, 1).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SeekDuplicates()));

        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Is.Empty);
        await As(Role.Coordinator).Post("duplicate-people/reopening", new { firstId = twin.Person, secondId = pellegrini.Person }).Expect(204);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Duplicates_WhenOneIsHidden_NobodyLearnsOfThemByPairCountPersonComparisonMergeOrDismissal()
    {
        var open = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var hidden = await Given.Case(bodyKind: "addictionService", person: Named("Bonani", "Sarah", Birth));

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_duplicate_person"), Is.EqualTo(1));
        var list = await As(Role.Coordinator).Get("duplicate-people?total=true").Expect(200);
        Assert.That(list.Items, Is.Empty);
        Assert.That(list["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/likely-same").Expect(200)).Json.AsArray(), Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("beneficiary.duplicates"));
        var there = await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/comparison/{hidden.Person}").Expect(404, "beneficiary.not-found");
        var nowhere = await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/comparison/{Guid.NewGuid()}").Expect(404, "beneficiary.not-found");
        Assert.That(there["detail"]?.ToString(), Is.EqualTo(nowhere["detail"]?.ToString()));
        await Merge(open.Person, 1, hidden.Person, 1).Expect(404, "beneficiary.not-found");
        await Merge(hidden.Person, 1, open.Person, 1).Expect(404, "beneficiary.not-found");
        await As(Role.Coordinator).Post("duplicate-people/dismissal", new { firstId = open.Person, secondId = hidden.Person }).Expect(404, "beneficiary.not-found");

        await As(Role.Coordinator).Post($"beneficiaries/{hidden.Person}/emergency-access", new { reason = "Verifica di una doppia registrazione" }).Expect(201);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Merge_WhenBothHaveMuch_EverythingIsTheSurvivorsInEveryModuleAndUndoingRestoresItExactly()
    {
        var (a, b) = await Two();
        var before = await Dump();

        var compared = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.That(compared["obstacles"]!.AsArray(), Is.Empty);
        Assert.That(compared["choosesMasked"]!.GetValue<bool>(), Is.True);
        Assert.That(Field(compared, "household")["suggested"]!.GetValue<bool>(), Is.True);
        Assert.That(compared.Text, Does.Not.Contain("333 1234567"), "what is masked stays so");
        var merged = await Merge(a.Person, compared["survivor"]!["version"]!.GetValue<int>(), b.Person, compared["absorbed"]!["version"]!.GetValue<int>(), "name", "taxCode", "phone", "household", "mobility").Expect(201);

        Assert.That(await LeftBehind(b.Person), Is.Empty, "all that was the absorbed one's is the survivor's");
        var record = await As(Role.Educator).Get($"beneficiaries/{b.Person}").Expect(200);
        Assert.That(record.Id, Is.EqualTo(a.Person), "the old address answers with where the person is now");
        Assert.That(record["name"]!.ToString(), Is.EqualTo("Sarah"));
        Assert.That(record["cases"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((await As(Role.Educator).Get($"cases/{b.Case}").Expect(200))["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(a.Person));
        Assert.That((await As(Role.Educator).Get($"cases/{b.Case}/diary-entries").Expect(200)).Items[0]!["text"]!.ToString(), Is.EqualTo("Nota segretissima"));
        Assert.That((await As(Role.Educator).Get($"internships/{b.Internship}").Expect(200)).Text, Does.Contain(a.Person.ToString()));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{a.Person}/documents").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{a.Person}/rights").Expect(200))["consents"]!.AsArray().Select(one => $"{one!["givenOn"]} {one["supersededOn"]}"),
            Is.EqualTo(new[] { "2026-11-20 ", "2026-11-10 2026-11-20" }), "of two consents to the same the later will counts");
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{a.Person}/access-log?limit=100").Expect(200)).Items.Count, Is.GreaterThan(10), "who looked at either record is told");
        await As(Role.Educator).Put($"beneficiaries/{b.Person}", Named("Bonani", "Sarah", Birth), 2).Expect(404);
        await As(Role.Educator).Get($"beneficiaries/{b.Person}/rights").Expect(404);
        await As(Role.Coordinator).Post($"beneficiaries/{b.Person}/emergency-access", new { reason = "Cercare qualcosa nella scheda di prima" }).Expect(404);
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "bonani" }).Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Is.Empty);
        var merges = (await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/merges").Expect(200)).Json.AsArray();
        Assert.That(merges.Single()!["obstacle"], Is.Null);
        Assert.That(merges.Single()!["reason"]!.ToString(), Is.EqualTo("Stessa carta d'identità"));
        Assert.That((await As(Role.Educator).Post("beneficiaries/duplicate-check", new { surname = "Bonani", name = "Sarah", birthDate = "1985-03-07" }).Expect(200))["matches"]![0]!["beneficiaryId"]!.GetValue<Guid>(),
            Is.EqualTo(a.Person), "who registers the old names again is led to the person");

        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges/{merged.Id}/undoing", new { reason = "" }).Expect(422);
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges/{merged.Id}/undoing", new { reason = "Sono due cugine" }).Expect(204);

        Assert.That(await Dump(), Is.EqualTo(before));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{b.Person}").Expect(200)).Id, Is.EqualTo(b.Person));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{a.Person}").Expect(200))["name"]!.ToString(), Is.EqualTo("Sara"));
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "bonani" }).Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Is.Empty, "whoever undoes it says that they are two");
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges/{merged.Id}/undoing", new { reason = "Di nuovo" }).Expect(422, "merge.already-undone");
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/merges").Expect(200)).Json[0]!["absorbedName"], Is.Null, "it is somebody else again");
    }

    [Test]
    public async Task UndoMerge_WhenMuchWasWrittenSince_WhatIsOfTheCaseGoesBackUnderThePersonsKeyAndTheRestStays()
    {
        var (a, b) = await Two();
        var attestation = (await As(Role.Educator).Post(
            $"beneficiaries/{b.Person}/attestations", new { category = "l68-targeted-placement", bodyId = await Given.ReferringBody(), validFrom = "2026-01-10" }).Expect(201)).Id;
        var merged = await Merge(a.Person, await VersionOf(a.Person), b.Person, await VersionOf(b.Person), "name", "taxCode").Expect(201);
        await As(Role.Educator).Post($"cases/{b.Case}/diary-entries", new { kind = "note", on = "2026-11-22", text = "Scritta dopo" }).Expect(201);
        var data = await As(Role.Educator).Get($"beneficiaries/{a.Person}").Expect(200);
        var changed = Named("Bonanni", "Sarah", Birth);
        changed["preferredName"] = "Sarina";
        changed.Remove("identifiers");
        await As(Role.Educator).Put($"beneficiaries/{a.Person}", changed, data.Version).Expect(204);
        var paper = await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{a.Person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Nuova")])).Expect(201);

        var proof = await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{a.Person}/documents",
            Given.FileForm(fields: [("kind", "attestation"), ("title", "Verbale"), ("attestationId", attestation.ToString())])).Expect(201);

        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges/{merged.Id}/undoing", new { reason = "Sono due cugine" }).Expect(204);

        Assert.That((await As(Role.Educator).Get($"cases/{b.Case}/diary-entries").Expect(200)).Text, Does.Contain("Scritta dopo"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry where case_id = @Case and text_cipher not like @Own", new { b.Case, Own = $"p1.{b.Person:N}%" }), Is.Zero);
        var survivor = await As(Role.Educator).Get($"beneficiaries/{a.Person}").Expect(200);
        Assert.That((survivor["name"]!.ToString(), survivor["preferredName"]!.ToString()), Is.EqualTo(("Sara", "Sarina")), "what was written since stays");
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{a.Person}/documents").Expect(200)).Ids, Is.EqualTo(new[] { paper.Id }));

        // The end of the one takes nothing from the other.
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        Assert.That((await As(Role.Educator).Get($"cases/{b.Case}/diary-entries").Expect(200)).Text, Does.Contain("Scritta dopo").And.Contain("Nota segretissima"));
        Assert.That((await As(Role.Educator).Get($"cases/{b.Case}/plans").Expect(200)).Status, Is.EqualTo(200));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{b.Person}/documents/{proof.Id}/content").Expect(200)).Bytes, Is.EqualTo(Given.Pdf), "the paper of an attestation went back with it");
        await As(Role.Educator).Get($"beneficiaries/{b.Person}/copy").Expect(200);
    }

    [Test]
    public async Task Anonymise_WhenThePersonWasMerged_DestroysTheKeysOfBothAndUndoingIsOver()
    {
        var a = await Given.Beneficiary(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Beneficiary(person: Named("Bonani", "Sarah", Birth));
        await As(Role.Educator).Put($"beneficiaries/{b}/household", new { householdSize = 2 }, 0).Expect(204);
        await Merge(a, 1, b, 1).Expect(201);
        var kept = await Scalar<string>("select contacts_cipher from beneficiaries_person where id = @b", new { b });
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{a}").Expect(200))["restricted"]!.GetValue<bool>(), Is.False);

        await As(Role.Coordinator).Post($"beneficiaries/{a}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));

        await InScope(services =>
        {
            Assert.Throws<PersonKeyDestroyedException>(() => services.GetRequiredService<IFieldCipher>().Unprotect(kept));
            return Task.FromResult(0);
        });
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person where surname like 'Bon%' or contacts_cipher is not null or phonetic_key is not null"), Is.Zero);
        Assert.That(await Scalar<int>("select (select count(*) from beneficiaries_person_section) + (select count(*) from beneficiaries_duplicate_person)"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person_merge where reason_cipher <> '' or before_cipher is not null"), Is.Zero);
        await As(Role.Coordinator).Get($"beneficiaries/{b}").Expect(404);
    }

    [Test]
    public async Task Merge_WhenItCannotBe_IsRefusedClearlyAndNothingChanges()
    {
        var a = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Case(person: Named("Bonani", "Sarah", Birth));
        var before = await Dump();
        var (va, vb) = (await VersionOf(a.Person), await VersionOf(b.Person));

        await Merge(a.Person, va, b.Person, vb).Expect(422, "merge.two-open-cases");
        await As(Role.Coordinator).Post(
            $"beneficiaries/{a.Person}/merges", new { absorbedId = b.Person, absorbedVersion = vb, reason = "x", endingCaseId = Guid.NewGuid() }, ("If-Match", $"\"{va}\"")).Expect(422, "merge.case-not-open");
        await Merge(a.Person, va, a.Person, va).Expect(422, "merge.itself");
        await Merge(a.Person, va, b.Person, vb, "favouriteColour").Expect(422);
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges", new { absorbedId = b.Person, absorbedVersion = vb, take = Array.Empty<string>(), reason = " " }, ("If-Match", $"\"{va}\"")).Expect(422);
        await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges", new { absorbedId = b.Person, absorbedVersion = vb, reason = "x" }).Expect(428);
        await As(Role.Educator).Post($"beneficiaries/{a.Person}/merges", new { absorbedId = b.Person, absorbedVersion = vb, reason = "x" }, ("If-Match", $"\"{va}\"")).Expect(403);
        Assert.That(await Dump(), Is.EqualTo(before));

        await As(Role.Educator).Post($"cases/{b.Case}/closure", new { closedOn = "2026-11-20", outcome = "transferred" }).Expect(204);
        await Merge(a.Person, va, b.Person, vb, "phone").Expect(403, "beneficiary.team-only");
        await Merge(a.Person, va + 1, b.Person, await VersionOf(b.Person)).Expect(412);
        await Merge(a.Person, va, b.Person, await VersionOf(b.Person) + 1).Expect(412);
        await Merge(a.Person, va, b.Person, await VersionOf(b.Person), "birthDate").Expect(403, "beneficiary.team-only");
        await Merge(a.Person, va, b.Person, await VersionOf(b.Person)).Expect(201);
    }

    [Test]
    public async Task Pairs_WhenOnlyTheRegistryIsSeen_TellNamesAndReasonsAndNeitherBirthNorPlace()
    {
        var a = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Case(person: Named("Bonani", "Sarah", Birth));

        var pair = (await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items.Single()!;
        var compared = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That((pair["first"]!["birthDate"], pair["first"]!["domicileName"], pair["second"]!["birthDate"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
            Assert.That(pair["reasons"]!.AsArray().Select(one => one!.ToString()), Does.Contain("sameBirth"));
            Assert.That((compared["survivor"]!["birthDate"], compared["choosesMasked"]!.GetValue<bool>()), Is.EqualTo(((object?)null, false)));
            Assert.That(Field(compared, "surname")["absorbed"]!.ToString(), Is.EqualTo("Bonani"));
            Assert.That(compared.Text, Does.Not.Contain("1985"));
            Assert.That(new[] { "birthDate", "birthplace", "sex", "citizenship", "wishedSectors" }.Where(code => Field(compared, code)["survivor"] is not null || Field(compared, code)["same"] is not null), Is.Empty);
        });

        await Given.Member(a.Case, await SignIn(Role.Coordinator), "coordinator");
        await Given.Member(b.Case, await SignIn(Role.Coordinator), "coordinator");
        var full = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.That(full["survivor"]!["birthDate"]!.ToString(), Is.EqualTo("1985-03-07"));
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items.Single()!["first"]!["birthDate"]!.ToString(), Is.EqualTo("1985-03-07"));
    }

    [Test]
    public async Task HiddenTwin_WhenOneOfTheTwoIsRestricted_IsToldByTheOtherAloneAndWhoFollowsItIsAsked()
    {
        var open = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var other = await AnotherPerson(Role.Educator);
        var hidden = await Given.Case(other, "addictionService", Named("Bonani", "Sarah", Birth));
        await Given.Case(person: Named("Solitaria", "Pia", Birth));

        var told = await As(Role.Coordinator).Get("duplicate-people/hidden").Expect(200);
        Assert.That(told.Json.AsArray().Select(one => one!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { open.Person }));
        Assert.That(told.Text, Does.Not.Contain("Bonani ").And.Not.Contain(hidden.Person.ToString()));
        await As(Role.Educator).Get("duplicate-people/hidden").Expect(403);

        await As(Role.Coordinator).Post($"beneficiaries/{open.Person}/twin-questions", new { }).Expect(204);
        Assert.That((await other.Get("notifications").Expect(200)).Text, Does.Contain("beneficiary.twin-question").And.Contain(hidden.Person.ToString()));
        Assert.That((await other.Get($"beneficiaries/{hidden.Person}/access-log").Expect(200)).Text, Does.Contain("twin-question"));
        await As(Role.Coordinator).Post($"beneficiaries/{hidden.Person}/twin-questions", new { }).Expect(404, "beneficiary.not-found");

        await other.Post($"cases/{hidden.Case}/members", new { userId = await Given.IdOf(await SignIn(Role.Coordinator)), role = "coordinator", fromOn = "2026-11-23" }).Expect(201);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people/hidden").Expect(200)).Json.AsArray(), Is.Empty, "now they are a pair like others");
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }

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

    [Test]
    public async Task Merge_WhenTwoColleaguesDoItAtOnce_OneWinsAndThePeopleAreWhole()
    {
        var a = await Given.Beneficiary(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Beneficiary(person: Named("Bonani", "Sarah", Birth));

        var replies = await Task.WhenAll(Merge(a, 1, b, 1), Merge(b, 1, a, 1), Merge(a, 1, b, 1));

        Assert.That(replies.Count(reply => reply.Status == 201), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != 201).Select(reply => reply.Status), Is.All.AnyOf(404, 409, 412));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person where merged_into is null"), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person_merge"), Is.EqualTo(1));
    }

    [Test]
    public async Task Merge_WhenOfAMergedPerson_TheChainLeadsToItsEndAndIsUndoneFromTheLast()
    {
        var a = await Given.Beneficiary(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Beneficiary(person: Named("Bonani", "Sarah", Birth));
        var c = await Given.Beneficiary(person: Named("Bonnani", "Sahra", Birth));
        var first = (await Merge(b, 1, a, 1).Expect(201)).Id;
        var second = (await Merge(c, 1, b, await VersionOf(b)).Expect(201)).Id;

        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{a}").Expect(200)).Id, Is.EqualTo(c));
        await As(Role.Coordinator).Post($"beneficiaries/{b}/merges/{first}/undoing", new { reason = "Due persone" }).Expect(404);
        await As(Role.Coordinator).Post($"beneficiaries/{c}/merges/{second}/undoing", new { reason = "Due persone" }).Expect(204);
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{a}").Expect(200)).Id, Is.EqualTo(b));
        Clock.Advance(TimeSpan.FromDays(91));
        await (await Again(Role.Coordinator)).Post($"beneficiaries/{b}/merges/{first}/undoing", new { reason = "Due persone" }).Expect(422, "merge.too-late");
    }

    [Test]
    public void TablesOfPeople_WhenANewOneHoldsAPerson_ItIsMovedByAMergeOrSaidToStay()
    {
        var moves = MovedRows.Moves.Concat(Texts(typeof(InclusionPlatform.Internships.InternshipsModule).Assembly.GetTypes().Single(type => type.Name == "InternshipsFollowPeople"))).ToArray();
        var holding = Columns().Where(column => column.HoldsAPerson && column.Table != "beneficiaries_person").Select(column => column.Table).Distinct().ToArray();
        Assert.That(holding, Does.Contain("beneficiaries_case").And.Contain("internships_internship"));
        Assert.That(
            holding.Except(MovedRows.StaysWithItsPerson.Keys).Where(table => !moves.Any(text => text.TrimStart().StartsWith($"update {table} ", StringComparison.Ordinal) || text.Contains($"update {table}\n", StringComparison.Ordinal))),
            Is.Empty,
            "These tables hold a person, and a merge of two people would leave their rows behind with the absorbed record. Add how each is remembered and moved to Beneficiaries/Duplicates/MovedRows "
            + "(another module: to its handler of PeopleMerged and PersonMergeUndone), or its name with the reason to MovedRows.StaysWithItsPerson. Mind unique indexes on the person.");

        var given = SealedColumn.All.Select(column => $"{column.Table}.{column.Column}");
        Assert.That(
            Columns().Where(column => column.Table.StartsWith("beneficiaries_", StringComparison.Ordinal) && column.Name.EndsWith("_cipher", StringComparison.Ordinal))
                .Select(column => $"{column.Table}.{column.Name}").Except(given).Except(PersonSeals.NeverUnderTheOthersKey.Keys),
            Is.Empty,
            "These encrypted columns are put under no person's own key, neither by the hourly job nor after the undoing of a merge. Add each to Beneficiaries/Rights/SealedColumn, "
            + "or with the reason to PersonSeals.NeverUnderTheOthersKey.");
    }

    private static IEnumerable<string> Texts(Type type) =>
        type.GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.GetRawConstantValue() as string ?? "");

    /// <summary>Two records of one woman: the first with a case that ended, the second with an open one and all that the modules can hold.</summary>
    private async Task<((Guid Person, Guid Case) A, (Guid Person, Guid Case, Guid Internship) B)> Two()
    {
        var coordinator = await SignIn(Role.Coordinator);
        var first = await Given.JobSearch(person: Named("Bonanni", "Sara", Birth));
        await Given.Member(first.Case, coordinator);
        await Given.Cv(first.Path);
        await Given.ConsentToApplications(first.Person);
        await As(Role.Educator).Post($"cases/{first.Case}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota della prima" }).Expect(201);
        await As(Role.Educator).Post($"cases/{first.Case}/closure", new { closedOn = "2026-11-20", outcome = "droppedOut" }).Expect(204);

        var second = await Given.JobSearch(person: Named("Bonani", "Sarah", Birth));
        await Given.Member(second.Case, coordinator);
        await Given.Cv(second.Path);
        await Given.JobSession(second.Path);
        await As(Role.Educator).Post(
            $"beneficiaries/{second.Person}/consents", new { purpose = "applicationsOnBehalf", textVersion = "2026-1", givenOn = "2026-11-20", proof = "paperArchive" }).Expect(201);
        await As(Role.Educator).Post($"cases/{second.Case}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota segretissima" }).Expect(201);
        await As(Role.Educator).Put($"beneficiaries/{second.Person}/household", new { householdSize = 2 }, 0).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{second.Person}/household", new { householdSize = 3 }, 1).Expect(204);
        await Given.Account(second.Person);
        await Given.PlanInForce(second.Case, "Sarah Bonani");
        await As(Role.Educator).Post($"cases/{second.Case}/assessments", new { kind = "workNeed" }).Expect(201);
        await As(Role.Educator).Post($"cases/{second.Case}/outside-members", new { name = "Ines Valdastri", bodyName = "SerD di Prova", role = "other", fromOn = "2026-11-10" }).Expect(201);
        var internship = await Given.ActiveInternship(second.Case, await Given.Host());
        await As(Role.Educator).Post("internship-drafts", new { caseId = second.Case, objectives = "Bozza lasciata a metà" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{second.Person}/marks", new { kind = "objection", fromOn = "2026-11-20", note = "Non vuole e-mail" }).Expect(201);
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"beneficiaries/{second.Person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Carta")])).Expect(201);
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1);
        await Given.Candidate(programme, body, second.Person);
        return ((first.Person, first.Case), (second.Person, second.Case, internship));
    }

    private static Dictionary<string, object?> Named(string surname, string name, DateOnly birth) => Given.Person(surname, name, birthDate: birth);

    private Task<Reply> Merge(Guid survivor, int version, Guid absorbed, int absorbedVersion, params string[] take) => As(Role.Coordinator).Post(
        $"beneficiaries/{survivor}/merges", new { absorbedId = absorbed, absorbedVersion, take, reason = "Stessa carta d'identità" }, ("If-Match", $"\"{version}\""));

    private async Task<Guid> PayList(string state, params Guid[] people)
    {
        var run = Guid.NewGuid();
        await Run(
            "insert into internships_allowance_run (id, version, programme_id, month, state, cents, kept_cents, people, carried, computed_at, computed_by) values (@run, 1, @run, '2026-10', @state, 100, 0, 1, 0, @Now, @run)",
            new { run, state, Clock.Now });
        foreach (var person in people)
        {
            await Run("insert into internships_allowance_payment (id, run_id, place, beneficiary_id, cents, state) values (@Id, @run, 1, @person, 100, 'toPay')", new { Id = Guid.NewGuid(), run, person });
        }

        return run;
    }

    private Task<int> Run(string sql, object? args = null) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));

    /// <summary>The same account with a session of now.</summary>
    private Task<ApiUser> Again(Role role) => Platform.SignedInAsync(role);

    private async Task<int> VersionOf(Guid person) => await Scalar<int>("select version from beneficiaries_person where id = @person", new { person });

    private static System.Text.Json.Nodes.JsonNode Field(Reply compared, string code) => compared["fields"]!.AsArray().Single(field => field!["code"]!.ToString() == code)!;

    /// <summary>Tables in which somebody still has rows, but for those that say so.</summary>
    private async Task<IReadOnlyList<string>> LeftBehind(Guid person)
    {
        var left = new List<string>();
        foreach (var table in Tables("beneficiary_id"))
        {
            if (!MovedRows.StaysWithItsPerson.ContainsKey(table) && await Scalar<int>($"select count(*) from {table} where beneficiary_id = @person", new { person }) > 0)
            {
                left.Add(table);
            }
        }

        return left;
    }

    private static IEnumerable<string> Tables(string column) => Columns().Where(found => found.Name == column).Select(found => found.Table).Distinct();

    /// <summary>Every column of every table of every module, as the migrations make them.</summary>
    private static IEnumerable<Column> Columns()
    {
        var statements = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name?.StartsWith("InclusionPlatform.", StringComparison.Ordinal) == true)
            .SelectMany(assembly => Migration.Of(assembly)).SelectMany(migration => Migrator.Statements(migration.Sql)).ToArray();
        foreach (var statement in statements)
        {
            if (Regex.Match(statement, @"^\s*create table (\w+) \(", RegexOptions.Multiline) is { Success: true } made && !statements.Any(other => other.Contains($"drop table {made.Groups[1].Value}", StringComparison.Ordinal)))
            {
                var people = Regex.Matches(statement, @"foreign key \((\w+)\) references beneficiaries_person ").Select(key => key.Groups[1].Value).ToHashSet();
                foreach (Match column in Regex.Matches(statement, @"\n\s+(\w+) (uniqueidentifier|nvarchar|int|bit|bigint|date|datetimeoffset|decimal|smallint)\b"))
                {
                    yield return new(made.Groups[1].Value, column.Groups[1].Value, people.Contains(column.Groups[1].Value));
                }
            }
            else if (Regex.Match(statement, @"^\s*alter table (\w+) add (\w+) ", RegexOptions.Multiline) is { Success: true } added)
            {
                yield return new(added.Groups[1].Value, added.Groups[2].Value, false);
            }
        }
    }

    /// <summary>All rows of people and internships, but for versions, what was encrypted anew, and the story of merges itself.</summary>
    private async Task<string> Dump()
    {
        var lines = new List<string>();
        foreach (var table in Tables("id").Concat(Tables("beneficiary_id")).Distinct().Where(name => name.StartsWith("beneficiaries_", StringComparison.Ordinal) || name.StartsWith("internships_", StringComparison.Ordinal))
            .Where(name => !name.Contains("merge", StringComparison.Ordinal) && !name.Contains("person_move", StringComparison.Ordinal) && name != "beneficiaries_duplicate_person").Order(StringComparer.Ordinal))
        {
            var rows = await InScope(services => services.GetRequiredService<IDbSession>().QueryAsync<object>($"select * from {table}", null, CancellationToken.None));
            lines.AddRange(rows.Select(row => $"{table} {JsonSerializer.Serialize(((IDictionary<string, object?>)row).Where(cell => Kept(table, cell.Key)).ToDictionary())}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }

    private static bool Kept(string table, string column) => column != "version" && !(table is "beneficiaries_person" or "beneficiaries_person_section" && (column.EndsWith("_cipher", StringComparison.Ordinal) || column.StartsWith("changed", StringComparison.Ordinal)));

    private sealed record Column(string Table, string Name, bool RefersToAPerson)
    {
        public bool HoldsAPerson => RefersToAPerson || Name.EndsWith("beneficiary_id", StringComparison.Ordinal);
    }
}
