using System.Reflection;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

/// <summary>Two records become one, and two again.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class MergePeopleTests(Engine engine) : MergedPeopleTests(engine)
{
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
        await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{b.Person}/copy");
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
        Assert.That((await Merge(a.Person, va, a.Person, va).Expect(422, "merge.itself")).CodesOf("absorbedId"), Is.EqualTo(new[] { "merge.itself" }));
        var unsaid = await As(Role.Coordinator).Post($"beneficiaries/{a.Person}/merges", new { reason = "x" }, ("If-Match", $"\"{va}\"")).Expect(422, "validation.failed");
        Assert.That((unsaid.CodesOf("absorbedId"), unsaid.CodesOf("absorbedVersion")), Is.EqualTo((new[] { "field.required" }, new[] { "field.required" })), "not 412: nobody changed it");
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
}
