namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>A body that names a record which is not there, or is not to be seen: whoever sent it reads which of its fields to mend.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class UnknownReferenceTests(Engine engine) : SliceTests(engine)
{
    private static readonly Guid Nobody = Guid.NewGuid();

    [Test]
    public async Task Body_WhenItNamesWhatIsNotThere_IsNotFoundAtItsField()
    {
        var (educator, coordinator, companyOperator) = (await SignIn(Role.Educator), await SignIn(Role.Coordinator), await SignIn(Role.CompanyOperator));
        var me = await Given.IdOf(educator);
        var (person, forCase) = await Given.Case();
        var (company, body, edition) = (await Given.Company(), await Given.ReferringBody(), await Given.Edition());
        var (programme, lead) = await Given.FundedProgramme();
        await Given.Cohort(programme, 2);
        var referral = await Given.Referral();
        var reading = await Given.Reading([]);
        var campaign = (await companyOperator.Post("call-campaigns", new { name = "Inverno", companyIds = new[] { company } }).Expect(201)).Id;
        var version = (await companyOperator.Get($"companies/{company}").Expect(200)).Version;
        (ApiUser By, string Path, object Body, string Code, string Field)[] calls =
        [
            (educator, "cases", new { beneficiaryId = Nobody, referringBodyId = body, openedOn = "2026-11-02", reason = "workInclusion" }, "beneficiary.not-found", "beneficiaryId"),
            (educator, "job-search-paths", Given.JobPath(Nobody, me), "case.not-found", "caseId"),
            (educator, "internships", new Proposal(Nobody, company), "case.not-found", "caseId"),
            (educator, "internships", new Proposal(forCase, Nobody), "company.not-found", "companyId"),
            (educator, "conventions", new { companyId = Nobody, number = "7/2026", signedOn = "2026-01-01", validFrom = "2026-01-01", validTo = "2028-12-31" }, "company.not-found", "companyId"),
            (educator, "internship-papers", new { internshipId = Nobody, kind = "project" }, "internship.not-found", "internshipId"),
            (educator, "internship-papers", new { conventionId = Nobody, kind = "convention" }, "convention.not-found", "conventionId"),
            (educator, $"course-editions/{edition}/enrolments", new { caseId = Nobody }, "case.not-found", "caseId"),
            (educator, $"programmes/{programme}/candidates", Given.Candidature(lead, Nobody), "beneficiary.not-found", "beneficiaryId"),
            (educator, $"programmes/{programme}/candidates", Given.Candidature(lead, referral: Nobody), "referral.not-found", "referralId"),
            (educator, $"beneficiaries/{person}/consents", new { purpose = "notice", textVersion = "1", givenOn = "2026-11-01", proof = "document", documentId = Nobody }, "document.not-found", "documentId"),
            (coordinator, "course-editions", Given.EditionForm(Nobody), "course.not-found", "courseId"),
            (coordinator, "case-assignments", new { caseIds = new[] { Nobody }, userId = me, reason = "absence", leaves = true }, "case.not-found", "caseIds[0]"),
            (coordinator, $"case-readings/{reading}/agenda", new { referralIds = new[] { referral, Nobody } }, "referral.not-found", "referralIds[1]"),
            (coordinator, "allowance-overpayments/closings", new { internshipId = Nobody, month = "2026-10", kind = "givenBack", cents = 1, givenOn = "2026-11-20", how = "bankTransfer" }, "internship.not-found", "internshipId"),
            (companyOperator, "company-referrals", new { availabilityId = Nobody, educatorId = me }, "availability.not-found", "availabilityId"),
            (companyOperator, $"companies/{company}/merge", new { mergedId = Nobody, mergedVersion = 1, take = Array.Empty<string>() }, "company.not-found", "mergedId"),
            (companyOperator, $"call-campaigns/{campaign}/turns", new { companyId = Nobody }, "company.not-found", "companyId"),
        ];

        foreach (var (by, path, sent, code, field) in calls)
        {
            var reply = await by.Post(path, sent, ("If-Match", $"\"{version}\"")).Expect(404, code);
            Assert.That(reply["errors"]?.AsObject().Select(error => error.Key), Is.EqualTo(new[] { field }), $"{path}: {reply.Text}");
            Assert.That(reply.CodesOf(field), Is.EqualTo(new[] { "field.not-found" }), path);
            Assert.That(reply["errors"]![field]![0]!["message"]!.ToString(), Does.Contain("sceglierne un altro"), path);
            Assert.That(reply.Text, Does.Not.Contain(Nobody.ToString()), "what was asked for is not repeated");
        }
    }

    [Test]
    public async Task Body_WhenWhatItNamesIsNotToBeSeen_AnswersAsIfItWereNotThere()
    {
        var (_, forCase) = await Given.Case(bodyKind: "addictionService");
        var stranger = await AnotherPerson(Role.Educator);
        var me = await Given.IdOf(stranger);

        var hidden = await stranger.Post("job-search-paths", Given.JobPath(forCase, me)).Expect(404, "case.not-found");
        var missing = await stranger.Post("job-search-paths", Given.JobPath(Nobody, me)).Expect(404, "case.not-found");

        Assert.That(hidden.CodesOf("caseId"), Is.EqualTo(new[] { "field.not-found" }));
        Assert.That(hidden["errors"]!.ToJsonString(), Is.EqualTo(missing["errors"]!.ToJsonString()));
    }

    [Test]
    public async Task FormField_WhenItNamesWhatIsNotThere_IsNotFoundAtItsField()
    {
        var person = await Given.Beneficiary();

        var reply = await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(fields: [("kind", "other"), ("title", "Certificato"), ("attestationId", Nobody.ToString())])).Expect(404, "attestation.not-found");

        Assert.That(reply.CodesOf("attestationId"), Is.EqualTo(new[] { "field.not-found" }));
    }

    [Test]
    public async Task Address_WhenItNamesWhatIsNotThere_NamesNoField()
    {
        var educator = await SignIn(Role.Educator);
        var (_, forCase) = await Given.Case();

        var merged = await As(Role.CompanyOperator).Post($"companies/{Nobody}/merge", new { mergedId = Nobody, mergedVersion = 1, take = Array.Empty<string>() }, ("If-Match", "\"1\""));
        var entry = await educator.Put($"cases/{Nobody}/diary-entries/{Nobody}", new { kind = "note", on = "2026-11-20", text = "Una nota", readerIds = new[] { forCase } }, 1).Expect(404);

        Assert.That(merged.Status == 404 ? merged["errors"] : null, Is.Null, "the same id in the address and in the body: the address speaks");
        Assert.That(entry["errors"], Is.Null);
    }
}
