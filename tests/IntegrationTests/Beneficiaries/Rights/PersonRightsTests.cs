using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

[TestFixtureSource(typeof(Engines))]
internal sealed class PersonRightsTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Consent_WhenGivenAgainAndTakenBack_KeepsTheStory()
    {
        var (person, _) = await Given.Case();
        var path = $"beneficiaries/{person}/consents";
        var first = await As(Role.Educator).Post(path, new { purpose = "sharingWithBodies", textVersion = "2025-1", givenOn = "2026-01-10", proof = "paperArchive" }).Expect(201);
        var second = await As(Role.Educator).Post(path, new { purpose = "sharingWithBodies", textVersion = "2026-2", givenOn = "2026-11-20", proof = "oral", note = "Presente la collega" }).Expect(201);
        Assert.That((await As(Role.Educator).Post(path, new { purpose = "pictures", textVersion = "1", givenOn = "2026-11-20", proof = "oral" }).Expect(422)).CodesOf("note"), Is.EqualTo(new[] { "consent.witness-needed" }));
        Assert.That((await As(Role.Educator).Post(path, new { purpose = "pictures", textVersion = "1", givenOn = "2026-11-24", proof = "document" }).Expect(422)).CodesOf("documentId"), Is.EqualTo(new[] { "consent.document-needed" }));
        await As(Role.Educator).Post(path, new { purpose = "pictures", textVersion = "1", givenOn = "2026-11-20", proof = "document", documentId = Guid.NewGuid() }).Expect(404, "document.not-found");

        await As(Role.Educator).Post($"{path}/{second.Id}/withdrawal", new { on = "2026-11-19" }).Expect(422, "consent.withdrawn-before");
        await As(Role.Educator).Post($"{path}/{second.Id}/withdrawal", new { on = "2026-11-22" }).Expect(204);
        await As(Role.Educator).Post($"{path}/{second.Id}/withdrawal", new { on = "2026-11-22" }).Expect(422, "consent.withdrawn");

        var rights = await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200);
        Assert.That(rights["consents"]!.AsArray().Select(one => $"{one!["textVersion"]} {one["withdrawnOn"]} {one["supersededOn"]}"), Is.EqualTo(new[] { "2026-2 2026-11-22 ", "2025-1  2026-11-20" }), "replaced is not taken back");
        await As(Role.Educator).Post($"{path}/{first.Id}/withdrawal", new { on = "2026-11-22" }).Expect(422, "consent.superseded");
        Assert.That(first.Id, Is.Not.EqualTo(second.Id));
        Assert.That(await Scalar<string>("select note_cipher from beneficiaries_consent where id = @Id", new { second.Id }), Does.Not.Contain("collega"));
    }

    [Test]
    public async Task Rectification_WhenDataIsPutRight_TellsWhichFieldsAndKeepsWhatWasWritten()
    {
        var data = Given.Person();
        var (person, _) = await Given.Case(person: data);
        data["mobility"] = "car";
        data["contacts"] = new { phone = "333 7654321" };
        await As(Role.Educator).Put($"beneficiaries/{person}", data, 1).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{person}", data, 2).Expect(204);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Put($"beneficiaries/{person}/household", new { householdSize = 2 }, 0).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{person}/household", new { householdSize = 3 }, 1).Expect(204);

        var rights = await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200);

        Assert.That(rights["rectifications"]!.AsArray().Select(one => string.Join('+', one!["fields"]!.AsArray())), Is.EqualTo(new[] { "household", "contacts+mobility" }));
        Assert.That((await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Data["rectifications"]![0]!["former"]!["mobility"]!.ToString(), Is.EqualTo("bicycle"));
    }

    [Test]
    public async Task Anonymise_WhenRetentionIsOver_FiguresStayEqualAndThePersonIsGoneForGood()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService", openedOn: "2026-09-01", person: Given.Person("Granturco"));
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota segretissima" }).Expect(201);
        var internship = await Given.ActiveInternship(caseId, await Given.Host());
        await Given.PlanInForce(caseId, "Gioiosa Granturco");
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "workNeed" }).Expect(201);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys()));
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_plan"), Does.StartWith($"p1.{person:N}."));
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_assessment"), Does.StartWith($"p1.{person:N}."));
        await As(Role.Educator).Post("internship-drafts", new { caseId, objectives = "Bozza lasciata a metà" }).Expect(201);
        var paper = (await As(Role.Educator).Post("internship-papers", new { internshipId = internship, kind = "project" }).Expect(200)).Id;
        var document = await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Carta")])).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(422, "anonymisation.case-open");
        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        var educator = await Again(Role.Educator);
        await educator.Post($"internships/{internship}/termination", new { endedOn = "2027-05-29", outcome = "hiredByHost", contract = "fixedTerm", hiredOn = "2027-06-01" }).Expect(200);
        await educator.Post($"cases/{caseId}/closure", new { closedOn = "2027-05-30", outcome = "employed" }).Expect(204);
        await educator.Post($"beneficiaries/{person}/anonymisation", new { reason = "retentionEnded" }).Expect(422, "anonymisation.not-due");
        Assert.That((await educator.Get("retention").Expect(200)).Items, Is.Empty);
        Clock.Now = new(2037, 6, 1, 8, 0, 0, TimeSpan.Zero);
        educator = await Again(Role.Educator);
        Assert.That((await educator.Get("retention?total=true").Expect(200)).Items.Single()!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(person));
        Assert.That((await (await Again(Role.Coordinator)).Get("retention").Expect(200)).Items, Is.Empty, "restricted to its team");
        var years = new[] { 2026, 2027 };
        var before = await Figures(years);
        Assert.That(before, Does.Contain("1"));
        var kept = (Contacts: await Scalar<string>("select contacts_cipher from beneficiaries_person where id = @person", new { person }), File: await File.ReadAllBytesAsync(PathOf(document.Id)));

        await educator.Post($"beneficiaries/{person}/anonymisation", new { reason = "retentionEnded" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new InclusionPlatform.Shared.Documents.SweepDocuments()));

        Assert.That(await Figures(years), Is.EqualTo(before));
        await educator.Get($"beneficiaries/{person}").Expect(404);
        await (await Again(Role.Coordinator)).Get($"beneficiaries/{person}").Expect(404);
        Assert.That((await educator.Post("beneficiaries/search", new { text = "granturco" }).Expect(200)).Items, Is.Empty);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person where surname = 'Granturco' or tax_code_hash is not null"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.Zero);
        Assert.That(await Scalar<int>("select (select count(*) from beneficiaries_plan) + (select count(*) from beneficiaries_plan_signature) + (select count(*) from beneficiaries_assessment)"), Is.Zero);
        Assert.That(await Scalar<string>("select duties from internships_internship"), Is.EqualTo("–"));
        await educator.Get($"internship-papers/{paper}/docx").Expect(404);
        Assert.That(await Scalar<int>("select count(*) from internships_paper"), Is.Zero);
        Assert.That(await Scalar<int>("select (select count(*) from internships_draft) + (select count(*) from internships_internship where safety_by is not null)"), Is.Zero);
        Assert.That(File.Exists(PathOf(document.Id)), Is.False);
        await InScope(services =>
        {
            Assert.Throws<PersonKeyDestroyedException>(() => services.GetRequiredService<IFieldCipher>().Unprotect(kept.Contacts), "a backup of the database tells nothing");
            return Task.FromResult(0);
        });
        await File.WriteAllBytesAsync(PathOf(document.Id), kept.File);
        await InScope(async services =>
        {
            await Assert.ThrowsAsync<PersonKeyDestroyedException>(() => services.GetRequiredService<InclusionPlatform.Shared.Documents.IDocumentStore>().ReadAsync(document.Id, CancellationToken.None));
            return 0;
        });
    }

    [Test]
    public async Task Anonymise_WhenAnInternshipHadACourse_ItsReasonsNamesAndLinksAreGone()
    {
        var (person, caseId) = await Given.Case(openedOn: "2026-09-01");
        var host = await Given.Host();
        var internship = await Given.ActiveInternship(caseId, host);
        var signing = await Given.ProposalToSign(caseId, await Given.Host(), proposal => proposal with { StartsOn = "2027-06-07", EndsOn = "2027-12-06" });
        await Step(signing, "signing", new { });
        await As(Role.Educator).Post($"internships/{signing}/signature-requests", new { signer = "host", email = "tutor@example.org" }).Expect(200);
        await Step(signing, "signatures", new { signer = "person", how = "onScreen", signedOn = "2026-11-23" });
        await As(Role.Educator).Post($"internships/{signing}/cancellation", new { reason = "Motivo segretissimo" }).Expect(204);
        Clock.Now = new(2027, 1, 10, 8, 0, 0, TimeSpan.Zero);
        await Step(internship, "suspensions", new { reason = "illness", fromOn = "2027-01-04", toOn = "2027-01-08", note = "Nota segretissima" });
        await Step(internship, "amendments", new { effectiveOn = "2027-01-10", weeklyHours = 20, workplace = "Via segretissima", hostTutor = "Altra Persona", promoterTutorId = await Given.UserId(Role.Educator), reason = "Motivo segretissimo" });
        await Step(internship, "extensions", new { endsOn = "2027-07-29", reason = "Motivo segretissimo" });
        await As(Role.Educator).Post($"internships/{internship}/attendance/2026-12/tutor-link", new { email = "tutor@example.org" }).Expect(200);
        await As(Role.Educator).Post($"internships/{internship}/visits", new { kind = "visit", heldOn = "2027-01-10", done = true, sheet = new { attendance = "regular", relations = "good", safety = "good", difficulties = "Parole segretissime" } }).Expect(201);
        await As(Role.Educator).Post($"internships/{internship}/exchanges", new { channel = "call", heldOn = "2027-01-10", note = "Scambio segretissimo" }).Expect(201);
        await As(Role.Educator).Put($"internships/{internship}/evaluations/intermediate/educator", new { sheet = new { overall = 4, strengths = "Giudizio segretissimo", skills = new[] { new { code = "teamwork", level = "alone" } } } }, 0).Expect(204);
        var copied = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Data["internships"]!.ToJsonString();
        Assert.That(copied, Does.Contain("Parole segretissime").And.Contain("Scambio segretissimo").And.Contain("Giudizio segretissimo"));
        await Run("insert into internships_rule_override (id, internship_id, rule_code, numbers, reason_cipher, at, by_id) select @Id, @internship, 'internship.weekly-hours', '', 'Motivo segretissimo', @Now, @Id", new { Id = Guid.NewGuid(), internship, Clock.Now });
        Clock.Now = new(2027, 8, 2, 8, 0, 0, TimeSpan.Zero);
        var educator = await Again(Role.Educator);
        await educator.Post($"internships/{internship}/termination", new { endedOn = "2027-07-29", outcome = "completedNoJob" }).Expect(200);
        await educator.Put($"internships/{internship}/hiring", new { answer = "notHired", note = "Nota segretissima" }, 0).Expect(204);
        await educator.Post($"cases/{caseId}/closure", new { closedOn = "2027-07-30", outcome = "employed" }).Expect(204);
        Clock.Now = new(2037, 8, 3, 8, 0, 0, TimeSpan.Zero);

        await (await Again(Role.Educator)).Post($"beneficiaries/{person}/anonymisation", new { reason = "retentionEnded" }).Expect(204);

        foreach (var (table, column) in new[] { ("internships_suspension", "reason_cipher"), ("internships_extension", "reason_cipher"), ("internships_amendment", "reason_cipher"), ("internships_rule_override", "reason_cipher") })
        {
            Assert.That(await Scalar<int>($"select count(*) from {table}"), Is.EqualTo(1), table);
            Assert.That(await Opened($"select {column} from {table}"), Is.AnyOf("–", "other"), table);
        }

        Assert.That(await Scalar<int>("select count(*) from internships_suspension where note_cipher is not null"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from internships_amendment where workplace is not null or workplace_before is not null or case_manager is not null or case_manager_before is not null"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from internships_signature where name_cipher is not null or scan_id is not null"), Is.Zero);
        Assert.That(await Scalar<int>("select (select count(*) from internships_signature_request) + (select count(*) from internships_tutor_link) + (select count(*) from internships_tutor_contact)"), Is.Zero);
        Assert.That(await Scalar<int>("select (select count(*) from internships_visit) + (select count(*) from internships_exchange) + (select count(*) from internships_evaluation)"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from internships_hiring where answer = 'notHired' and note_cipher is null"), Is.EqualTo(1), "the figure stays");
        Assert.That(await Scalar<int>("select count(*) from internships_internship where workplace is not null or reason_cipher is not null"), Is.Zero);
    }

    private async Task Step(Guid internship, string step, object body)
    {
        var educator = await Again(Role.Educator);
        var version = (await educator.Get($"internships/{internship}").Expect(200)).Version;
        var reply = await educator.Post($"internships/{internship}/{step}", body, ("If-Match", $"\"{version}\""));
        Assert.That(reply.Status, Is.AnyOf(200, 204), reply.Text);
    }

    private async Task<string?> Opened(string sql)
    {
        var sealedText = await Scalar<string>(sql);
        return await InScope(services => Task.FromResult(services.GetRequiredService<IFieldCipher>().Unprotect(sealedText)));
    }

    [Test]
    public async Task Anonymise_WhenABackupComesBack_ThePersonIsMadeAnonymousAgain()
    {
        var person = await Given.Beneficiary(person: Given.Person("Lungomare"));
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(403);
        await As(Role.Coordinator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        await Run("update beneficiaries_person set surname = 'Lungomare', anonymised_at = null where id = @person", new { person });

        await InScope(services => services.GetRequiredService<IMediator>().Send(new AnonymiseAgain()));

        Assert.That(await Scalar<string>("select surname from beneficiaries_person where id = @person", new { person }), Is.EqualTo("–"));
        await As(Role.Coordinator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(404);
    }

    [Test]
    public async Task Retention_WhenSomebodyWasNeverTakenOn_IsListedAfterAYearForWhoMaySeeThem()
    {
        var never = await Given.Beneficiary(person: Given.Person("Mai"));
        await Given.Case(person: Given.Person("Seguita"));
        var coordinator = await Again(Role.Coordinator);
        Assert.That((await coordinator.Get("retention?withoutCase=true").Expect(200)).Items, Is.Empty);
        Assert.That((await coordinator.Get("retention?withoutCase=true&withinDays=366").Expect(200)).Items, Has.Count.EqualTo(1));

        Clock.Advance(TimeSpan.FromDays(366));
        coordinator = await Again(Role.Coordinator);
        var list = await coordinator.Get("retention?withoutCase=true&total=true").Expect(200);
        Assert.That(list.Items.Single()!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(never));
        Assert.That((list["total"]!.GetValue<int>(), list.Items[0]!["dueOn"]!.ToString()), Is.EqualTo((1, "2027-11-23")));
        Assert.That((await coordinator.Get("today").Expect(200)).Text, Does.Contain("retention.due-without-case").And.Not.Contain("\"retention.due\""));
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("retention?withoutCase=true").Expect(200)).Items, Is.Empty);
        await coordinator.Get("retention?withoutCase=true&cursor=abc").Expect(422);

        await (await Again(Role.Educator)).Post($"beneficiaries/{never}/anonymisation", new { reason = "retentionEnded" }).Expect(403, "case.manager-only");
        await coordinator.Post($"beneficiaries/{never}/anonymisation", new { reason = "retentionEnded" }).Expect(204);
        Assert.That((await coordinator.Get("retention?withoutCase=true").Expect(200)).Items, Is.Empty, "whoever coordinates decides, though they read the registry alone");
    }

    [Test]
    public async Task Objection_WhenWritten_SaysWhatItIsToInTheFileAndInTheCopy()
    {
        var (person, _) = await Given.Case();
        Task<Reply> Mark(object mark) => As(Role.Educator).Post($"beneficiaries/{person}/marks", mark).Expect(422);

        var missing = await Mark(new { kind = "objection", fromOn = "2026-11-20" });
        Assert.That(missing.CodesOf("scope"), Is.EqualTo(new[] { "mark.scope-needed" }));
        Assert.That(missing.Text, Does.Contain("a che cosa la persona si oppone"));
        Assert.That((await Mark(new { kind = "restriction", scope = "statistics", fromOn = "2026-11-20" })).CodesOf("scope"), Is.EqualTo(new[] { "mark.scope-of-objections" }));
        Assert.That((await Mark(new { kind = "objection", scope = "other", fromOn = "2026-11-20", note = " " })).CodesOf("note"), Is.EqualTo(new[] { "mark.words-needed" }));

        Assert.That((await Mark(new { kind = "objection", scope = "partnerBodies", fromOn = "0026-11-19" })).CodesOf("fromOn"), Is.Not.Empty);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "partnerBodies", fromOn = "2026-11-19" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "other", fromOn = "2026-11-20", note = "Non vuole foto" }).Expect(201);

        var inForce = await As(Role.Educator).Get($"beneficiaries/{person}/marks").Expect(200);
        Assert.That(inForce.Items.Select(one => one!["scope"]!.ToString()), Is.EqualTo(new[] { "partnerBodies", "other" }));
        Assert.That(inForce.Text, Does.Not.Contain("foto"), "what it says is read with the rights");
        var rights = (await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200))["marks"]!.AsArray();
        Assert.That(rights.Select(one => $"{one!["scope"]} {one["note"]}"), Is.EqualTo(new[] { "other Non vuole foto", "partnerBodies " }));
        var (data, page, _) = await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy");
        Assert.That(data.ToJsonString(), Does.Contain("partnerBodies"));
        Assert.That(page, Does.Contain("A che cosa").And.Contain("Comunicazione agli enti della rete"));
    }


    private string PathOf(Guid document) => Path.Combine(Platform.DataFolder, "documents", $"{document:N}.document");

    private async Task<string> Figures(int[] years)
    {
        var coordinator = await Again(Role.Coordinator);
        var texts = new List<string>();
        foreach (var year in years)
        {
            texts.Add((await coordinator.Get($"reports/annual?year={year}").Expect(200)).Text);
        }

        return string.Join('\n', texts);
    }

    private Task<ApiUser> Again(Role role) => Platform.SignedInAsync(role);

    private Task<int> Run(string sql, object args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
