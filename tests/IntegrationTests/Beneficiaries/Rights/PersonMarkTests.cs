namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

/// <summary>Restrictions, holds and objections (Reg. EU 2016/679 art. 18 and 21): what goes on while one holds.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class PersonMarkTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Marks_WhenRestrictedOrHeld_DataIsKeptUntilTheyEnd()
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "training" }).Expect(204);
        var restriction = await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20", note = "Ricorso in corso" }).Expect(201);
        Assert.That((await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "hold", fromOn = "2026-11-20" }).Expect(422)).CodesOf("untilOn"), Is.EqualTo(new[] { "mark.until-needed" }));
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(422, "anonymisation.restricted");
        var inForce = (await As(Role.Educator).Get($"beneficiaries/{person}/marks").Expect(200)).Items.Single()!;
        Assert.That($"{inForce["kind"]} {inForce["note"]}", Is.EqualTo("restriction "), "what it says is read with the rights");
        await As(Role.Educator).Delete($"beneficiaries/{person}/marks/{restriction.Id}").Expect(204);
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/marks").Expect(200)).Items, Is.Empty);
        await As(Role.Educator).Delete($"beneficiaries/{person}/marks/{restriction.Id}").Expect(404);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "hold", fromOn = "2026-11-20", untilOn = "2032-12-31" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(422, "anonymisation.held");
        await As(Role.Coordinator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "everything", fromOn = "2026-11-20" }).Expect(403, "beneficiary.team-only");

        var marks = (await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200))["marks"]!.AsArray();
        Assert.That(marks.Select(one => $"{one!["kind"]} {one["inForce"]}"), Is.EqualTo(new[] { "hold true", "restriction false" }));
    }

    [Test]
    public async Task Restriction_WhileItHolds_CaseworkIsRefusedAndReadingCorrectingAndClosingAreNot()
    {
        var (person, caseId) = await Given.Case();
        var educator = await SignIn(Role.Educator);
        var me = await Given.IdOf(educator);
        await Given.Entry(caseId, draft: true);
        var mark = await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20", note = "Ricorso in corso" }).Expect(201);

        var refused = await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Una nota" }).Expect(409, "beneficiary.only-kept");
        Assert.That(refused["detail"]!.ToString(), Does.Contain("20 novembre 2026").And.Contain("Prova Educator").And.Contain("Diritti della persona").And.Not.Contain("Ricorso"));
        await As(Role.Educator).Post($"cases/{caseId}/plans", new { }).Expect(409, "beneficiary.only-kept");
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "workNeed" }).Expect(409, "beneficiary.only-kept");
        await As(Role.Educator).Post($"cases/{caseId}/appointments", new { kind = "interview", on = "2026-11-24", at = "10:30", minutes = 45, userId = me }).Expect(409, "beneficiary.only-kept");
        await As(Role.Educator).Post("job-search-paths", Given.JobPath(caseId, me)).Expect(409, "beneficiary.only-kept");
        await As(Role.Educator).Put($"cases/{caseId}/work-profile", new { weeklyHours = 20 }, 0).Expect(409, "beneficiary.only-kept");
        await educator.Send(HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Carta")])).Expect(409, "beneficiary.only-kept");
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1);
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, person)).Expect(409, "beneficiary.only-kept");

        await As(Role.Educator).Get($"cases/{caseId}/diary-entries").Expect(200);
        await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200);
        await As(Role.Educator).Post($"beneficiaries/{person}/disclosures", new { group = "contacts", purpose = "contactPerson" }).Expect(200);
        await As(Role.Educator).Put($"beneficiaries/{person}", Given.Person("Corretta"), 1).Expect(204);
        await Given.Member(caseId, await AnotherPerson(Role.Educator));
        await (await AnotherPerson(Role.Educator)).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Una nota" }).Expect(404, "case.not-found");
        await As(Role.Coordinator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Una nota" }).Expect(403, "beneficiary.team-only");

        await As(Role.Educator).Delete($"beneficiaries/{person}/marks/{mark.Id}").Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Una nota" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "everything", fromOn = "2026-11-20" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Un'altra nota" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-22" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "returnedToServices" }).Expect(204);
    }
}
