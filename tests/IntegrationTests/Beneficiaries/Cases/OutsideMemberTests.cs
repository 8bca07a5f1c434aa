using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Cases;

[TestFixtureSource(typeof(Engines))]
internal sealed class OutsideMemberTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Add(Guid caseId, string name = "Ines Valdastri", string fromOn = "2026-11-02") =>
        (await As(Role.Educator).Post($"cases/{caseId}/outside-members", new { name, bodyName = "SerD di Prova", role = "psychologist", fromOn }).Expect(201)).Id;

    private async Task<JsonNode> Outside(Guid caseId, Role role = Role.Educator) => (await As(role).Get($"cases/{caseId}").Expect(200))["outsideMembers"]![0]!;

    private async Task<Reply> Do(string path, object? body, int version, int status = 204, string? code = null) =>
        await (await SignIn(Role.Educator)).Post(path, body, ("If-Match", $"\"{version}\"")).Expect(status, code);

    [Test]
    public async Task Outside_WhenAddedByHandOrFromTheNetwork_IsOnTheEquipeEncryptedAndNamedOnlyToIt()
    {
        var (_, caseId) = await Given.Case();
        var body = await Given.ReferringBody("mentalHealth");
        var person = (await As(Role.Coordinator).Post($"partner-bodies/{body}/people", new { name = "Bruno Cantaluna", role = "medico" }).Expect(201)).Id;

        await Add(caseId);
        await As(Role.Educator).Post($"cases/{caseId}/outside-members", new { bodyPersonId = person, role = "other", fromOn = "2026-11-10", toOn = "2026-12-31" }).Expect(201);

        var members = (await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["outsideMembers"]!.AsArray();
        Assert.That(members.Select(one => one!["name"]!.ToString()), Is.EqualTo(new[] { "Ines Valdastri", "Bruno Cantaluna" }));
        Assert.That(members[1]!["bodyId"]!.GetValue<Guid>(), Is.EqualTo(body));
        Assert.That(await Scalar<string>("select min(concat(details_cipher, ' ', subject_hash)) from beneficiaries_outside_member where case_id = @caseId", new { caseId }), Does.Not.Contain("Valdastri").And.Not.Contain("SerD"));
        var registry = (await As(Role.Coordinator).Get($"cases/{caseId}").Expect(200))["outsideMembers"]!.AsArray();
        Assert.That(registry.Select(one => one!["name"]), Is.All.Null, "the body may tell the category");
        Assert.That(registry.ToJsonString(), Does.Not.Contain("SerD").And.Not.Contain(body.ToString()));
        await As(Role.Coordinator).Post($"cases/{caseId}/outside-members", new { name = "Altra Persona", bodyId = body, role = "tutor", fromOn = "2026-11-10" }).Expect(201);
    }

    [Test]
    public async Task Outside_WhenWrittenWronglyTwiceOrByWhoMayNot_IsRefusedAndNothingChanges()
    {
        var (_, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(caseId, colleague);
        await Add(caseId);
        var at = $"cases/{caseId}/outside-members";

        var empty = await As(Role.Educator).Post(at, new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "name", "bodyName", "role", "fromOn" }));
        Assert.That((await As(Role.Educator).Post(at, new { name = "Una Persona", bodyName = "Ente", role = "caseManager", fromOn = "2026-11-10" }).Expect(422)).CodesOf("role"), Is.EqualTo(new[] { "member.manager-needs-account" }));
        await As(Role.Educator).Post(at, new { name = "valdastri  INES", bodyName = "serd di prova", role = "tutor", fromOn = "2026-11-20" }).Expect(422, "member.overlaps");
        await As(Role.Educator).Post(at, new { name = "Ines Valdastri", bodyName = "SerD di Prova", role = "tutor", fromOn = "2026-10-20", toOn = "2026-10-10" }).Expect(422, "member.ends-before-start");
        await As(Role.Educator).Post(at, new { name = "Una Persona", bodyId = Guid.NewGuid(), role = "tutor", fromOn = "2026-11-10" }).Expect(422, "member.body-unknown");
        await As(Role.Educator).Post(at, new { bodyPersonId = Guid.NewGuid(), role = "tutor", fromOn = "2026-11-10" }).Expect(422, "member.body-person-unknown");
        await colleague.Post(at, new { name = "Una Persona", bodyName = "Ente", role = "tutor", fromOn = "2026-11-10" }).Expect(403, "case.manager-only");
        await (await AnotherPerson(Role.Educator)).Post(at, new { name = "Una Persona", bodyName = "Ente", role = "tutor", fromOn = "2026-11-10" }).Expect(404);
        var elsewhere = await Given.Case();
        var member = (await Outside(caseId))["id"]!.GetValue<Guid>();
        await As(Role.Educator).Put($"cases/{elsewhere.Case}/outside-members/{member}", new { role = "tutor", fromOn = "2026-11-10" }).Expect(404);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_outside_member"), Is.EqualTo(1));

        await As(Role.Educator).Put($"{at}/{member}", new { role = "tutor", fromOn = "2026-11-02", toOn = "2026-11-12" }).Expect(204);
        await Add(caseId, fromOn: "2026-11-13");
    }

    [Test]
    public async Task Account_WhenGiven_TheMembershipGoesOnWithItAndOnlyFromThatDay()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        var newcomer = await AnotherPerson(Role.Educator);
        var userId = await Given.IdOf(newcomer);
        var member = await Add(caseId);
        var at = $"cases/{caseId}/outside-members/{member}/account";
        var plan = await Given.Plan(caseId);
        await Do($"cases/{caseId}/plans/{plan}/signatures", new { signerIds = new[] { member } }, 2);
        await newcomer.Get($"cases/{caseId}").Expect(404);

        await As(Role.Educator).Post(at, new { }).Expect(422);
        await As(Role.Educator).Post(at, new { userId = await Given.IdOf(await SignIn(Role.Trainer)) }).Expect(422, "member.unknown");
        await As(Role.Educator).Post(at, new { userId = await Given.IdOf(await SignIn(Role.Educator)) }).Expect(422, "member.overlaps");
        await As(Role.Educator).Post(at, new { userId }).Expect(201);
        await As(Role.Educator).Post(at, new { userId }).Expect(422, "member.has-account");
        await As(Role.Educator).Put($"cases/{caseId}/outside-members/{member}", new { role = "tutor", fromOn = "2026-11-02" }).Expect(422, "member.has-account");

        var record = await newcomer.Get($"cases/{caseId}").Expect(200);
        var before = record["outsideMembers"]![0]!;
        Assert.That((before["toOn"]!.ToString(), before["accountFrom"]!.ToString(), before["accountId"]!.GetValue<Guid>()), Is.EqualTo(("2026-11-22", "2026-11-23", userId)));
        var after = record["members"]!.AsArray().Single(one => one!["userId"]!.GetValue<Guid>() == userId)!;
        Assert.That((after["role"]!.ToString(), after["fromOn"]!.ToString()), Is.EqualTo(("psychologist", "2026-11-23")));
        Assert.That((await newcomer.Get("notifications").Expect(200)).Items.Select(line => line!["link"]!.ToString()), Does.Contain($"/beneficiaries/{person}"));
        Assert.That((await newcomer.Get($"cases/{caseId}/plans/{plan}").Expect(200))["canSign"]!.GetValue<bool>(), Is.True, "what was asked of them is signed with the account");
    }

    [Test]
    public async Task Account_WhenGivenTwiceAtOnce_OneMembershipGoesOn()
    {
        var (_, caseId) = await Given.Case();
        var member = await Add(caseId);
        var users = new[] { await Given.IdOf(await AnotherPerson(Role.Educator)), await Given.IdOf(await AnotherPerson(Role.Educator)) };
        var (one, two) = (await SignIn(Role.Educator), await SignIn(Role.Coordinator));

        var replies = await Task.WhenAll(one.Post($"cases/{caseId}/outside-members/{member}/account", new { userId = users[0] }), two.Post($"cases/{caseId}/outside-members/{member}/account", new { userId = users[1] }));

        Assert.That(replies.Count(reply => reply.Status == 201), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_case_member where case_id = @caseId and role = 'psychologist'", new { caseId }), Is.EqualTo(1));
    }

    [Test]
    public async Task Plan_WhenAProfessionalWithoutAccountDoesAndSigns_IsNamedAndSignsOnScreenOrOnPaper()
    {
        var (_, caseId) = await Given.Case(person: Given.Person("Lungomare", "Gioiosa"));
        var member = await Add(caseId);
        var other = await Add(caseId, "Bruno Cantaluna");
        var draft = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Given.PlanDraft()))!;
        draft["needs"]![0]!["objectives"]![0]!["actions"]![2]!["by"] = "member";
        draft["needs"]![0]!["objectives"]![0]!["actions"]![2]!["userId"] = member.ToString();
        var id = await Given.Plan(caseId, draft);
        var at = $"cases/{caseId}/plans/{id}";
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["names"]!.ToJsonString(), Does.Contain("Ines Valdastri (SerD di Prova)"));

        await Do($"{at}/signatures", new { signerIds = new[] { member, other } }, 2);
        await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare", confirmed = true, signerId = member }, 3, 422, "plan.name-differs");
        await Do($"{at}/person-signature", new { typedName = "Ines Valdastri", confirmed = true, signerId = Guid.NewGuid() }, 3, 404);
        await Do($"{at}/person-signature", new { typedName = "valdastri ines", confirmed = true, signerId = member }, 3);
        await Do($"{at}/person-signature", new { typedName = "Ines Valdastri", confirmed = true, signerId = member }, 3, 422, "plan.signed-already");
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"{at}/signed-copy", Given.FileForm(fields: [("signedOn", "2026-11-23"), ("signerId", other.ToString())]), ("If-Match", "\"3\"")).Expect(204);
        await As(Role.Educator).Get($"{at}/signed-copy").Expect(404, "document.not-found");
        Assert.That((await As(Role.Educator).Get($"{at}/signed-copy?signerId={other}").Expect(200)).Bytes, Is.EqualTo(Given.Pdf));
        await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare", confirmed = true }, 3);

        var plan = await As(Role.Educator).Get(at).Expect(200);
        Assert.That(plan["state"]!.ToString(), Is.EqualTo("inForce"));
        Assert.That(plan["signatures"]!.AsArray().Select(one => $"{one!["name"]} {one["way"]}"),
            Is.EquivalentTo(new[] { "Ines Valdastri (SerD di Prova) typed", "Bruno Cantaluna (SerD di Prova) wet", "Gioiosa Lungomare typed" }));
        Assert.That((await As(Role.Educator).Get($"{at}/document").Expect(200)).Bytes, Is.Not.Empty);
    }

    [Test]
    public async Task Assessment_WhenAProfessionalWithoutAccountSigns_IsFinal()
    {
        var (_, caseId) = await Given.Case();
        var member = await Add(caseId);
        var id = (await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "icf" }).Expect(201)).Id;
        var at = $"cases/{caseId}/assessments/{id}";
        await As(Role.Educator).Put(at, new { heldOn = "2026-11-23", conclusion = "Riprendere con gradualità", icf = new[] { new { notation = "d850.34" } } }, 1).Expect(204);
        await Do($"{at}/signatures", new { signerIds = new[] { member } }, 2);

        Assert.That((await Do($"{at}/member-signature", new { signerId = member, typedName = "Ines Valdastri" }, 3, 422)).CodesOf("confirmed"), Is.EqualTo(new[] { "assessment.not-confirmed" }));
        await Do($"{at}/member-signature", new { signerId = member, typedName = "Un Altro", confirmed = true }, 3, 422, "assessment.name-differs");
        await Do($"{at}/member-signature", new { signerId = member, typedName = "Ines Valdastri", confirmed = true }, 2, 412, "record.stale");
        await Do($"{at}/member-signature", new { signerId = member, typedName = "Ines Valdastri", confirmed = true }, 3);

        var read = await As(Role.Educator).Get(at).Expect(200);
        Assert.That((read["state"]!.ToString(), read["signers"]![0]!["name"]!.ToString()), Is.EqualTo(("signed", "Ines Valdastri (SerD di Prova)")));
        Assert.That(read["signers"]![0]!["recordedByName"], Is.Not.Null);
    }

    [Test]
    public async Task Outside_WhenThePersonIsAnonymised_IsForgotten()
    {
        var (person, caseId) = await Given.Case(openedOn: "2026-09-01");
        await Add(caseId);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "droppedOut" }).Expect(204);

        await As(Role.Coordinator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_outside_member"), Is.Zero);
    }
}
