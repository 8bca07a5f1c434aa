using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

[TestFixtureSource(typeof(Engines))]
internal sealed class PersonCopyTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Copy_WhenAsked_HoldsWhatEveryModuleHoldsAndThePapersAndIsLogged()
    {
        var (person, caseId) = await Given.Case(openedOn: "2026-09-01", person: Given.Person("Montebianco"));
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota <b>per la copia</b>" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/outside-members", new { name = "Ines Valdastri", bodyName = "SerD di Prova", role = "other", fromOn = "2026-11-10" }).Expect(201);
        var internship = await Given.ActiveInternship(caseId, await Given.Host(name: "Osteria della Copia"));
        await Given.PlanInForce(caseId, "Gioiosa Montebianco");
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "workNeed" }).Expect(201);
        await As(Role.Educator).Post("internship-drafts", new { caseId, objectives = "Bozza lasciata a metà" }).Expect(201);
        await As(Role.Educator).Post("internship-papers", new { internshipId = internship, kind = "project" }).Expect(200);
        await (await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Carta")])).Expect(201);

        var (data, page, files) = await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy");

        Assert.Multiple(() =>
        {
            Assert.That(data["registry"]![0]!["surname"]!.ToString(), Is.EqualTo("Montebianco"));
            Assert.That(data["contacts"]![0]!["phone"]!.ToString(), Is.EqualTo("333 1234567"));
            Assert.That(data["diary"]![0]!["text"]!.ToString(), Is.EqualTo("Nota <b>per la copia</b>"));
            Assert.That(data["internships"]![0]!["company"]!.ToString(), Is.EqualTo("Osteria della Copia"));
            Assert.That(data["internships"]![0]!["safetyTraining"]!["generalHours"]!.GetValue<int>(), Is.EqualTo(4));
            Assert.That(data["internship-drafts"]![0]!["draft"]!["objectives"]!.ToString(), Is.EqualTo("Bozza lasciata a metà"));
            Assert.That(data["cases"]![0]!["teamWithoutAccount"]![0]!["name"]!.ToString(), Is.EqualTo("Ines Valdastri"));
            Assert.That(data["plans"]![0]!["content"]!["needs"]!.AsArray(), Is.Not.Empty);
            Assert.That(data["plans"]![0]!["signatures"]!.AsArray(), Is.Not.Empty);
            Assert.That(data["assessments"]![0]!["kind"]!.ToString(), Is.EqualTo("workNeed"));
            Assert.That(data["accesses"]!.AsArray(), Is.Not.Empty);
            Assert.That(page, Does.Contain("Montebianco").And.Contain("Nota &lt;b&gt;per la copia&lt;/b&gt;").And.Contain("Osteria della Copia"));
            Assert.That(files.Keys.Count(name => name.Contains("progetto-formativo-v1", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(files.Single(file => file.Key.StartsWith("documenti/", StringComparison.Ordinal) && !file.Key.Contains("progetto-formativo", StringComparison.Ordinal)).Value, Is.EqualTo(Given.Pdf));
        });
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @person and purpose = 'copy-of-all'", new { person }), Is.EqualTo(1));
        await As(Role.Coordinator).Get($"beneficiaries/{person}/copy").Expect(403, "beneficiary.team-only");
        await (await AnotherPerson(Role.Educator)).Get($"beneficiaries/{person}/copy").Expect(404);
    }

    [Test]
    public async Task Copy_WhateverItHolds_IsReadInItalianWithoutCodes()
    {
        var (person, caseId, path) = await Given.JobSearch(person: Given.Person("Montebianco"));
        var educator = await SignIn(Role.Educator);
        var me = await Given.IdOf(educator);
        await educator.Put($"beneficiaries/{person}/household", new { householdSize = 2, housing = "rented" }, 0).Expect(204);
        await educator.Put($"beneficiaries/{person}/household", new { householdSize = 3, housing = "publicHousing" }, 1).Expect(204);
        await educator.Put($"beneficiaries/{person}/benefits", new { benefits = new[] { new { kind = "adi", fromOn = "2026-01-01", monthlyCents = 50000 } } }, 0).Expect(204);
        await educator.Put($"beneficiaries/{person}/curriculum", new { languages = new[] { new { code = "it", level = "motherTongue" }, new { code = "sq", level = "b1" } }, licences = new[] { "b" } }, 0).Expect(204);
        await Given.Account(person);
        await educator.Post($"beneficiaries/{person}/work-experiences", new { employer = "Officina", duties = "Saldatura", contract = "fixedTerm", sector = "catering", fromOn = "2019-01-01", toOn = "2020-02-01" }).Expect(201);
        await educator.Post($"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId = await Given.ReferringBody(), validFrom = "2026-01-10" }).Expect(201);
        await educator.Put($"cases/{caseId}/work-profile", new { weeklyHours = 20, effort = "low", unavailable = new[] { new { day = "tuesday", from = "09:00", to = "10:30" } } }, 0).Expect(204);
        await educator.Post($"cases/{caseId}/appointments", new { kind = "interview", on = "2026-11-26", at = "10:00", minutes = 30, userId = me }).Expect(201);
        await educator.Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "Una nota per lei" }).Expect(201);
        await Given.PlanInForce(caseId, "Gioiosa Montebianco");
        var icf = (await educator.Post($"cases/{caseId}/assessments", new { kind = "icf" }).Expect(201)).Id;
        await educator.Put($"cases/{caseId}/assessments/{icf}", new { heldOn = "2026-11-23", conclusion = "Con gradualità", icf = new[] { new { notation = "d850.34", note = "In cucina" } } }, 1).Expect(204);
        await Given.ConsentToApplications(person);
        await Given.JobSession(path);
        await educator.Post("job-applications", new { pathId = path, application = Given.Application(await Given.Cv(path)) }).Expect(201);
        var internship = await Given.ActiveInternship(caseId, await Given.Host(name: "Osteria della Copia"));
        await educator.Post("internship-drafts", new { caseId, kind = "extracurricular", objectives = "Bozza lasciata a metà", hours = new[] { new { day = "monday", from = "09:00", to = "13:00" } } }).Expect(201);
        await educator.Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "statistics", fromOn = "2026-11-20" }).Expect(201);
        Clock.Now = new(2027, 1, 11, 8, 0, 0, TimeSpan.Zero);
        educator = await Platform.SignedInAsync(Role.Educator);
        var sheet = (await educator.Get($"internships/{internship}/attendance/2026-12").Expect(200))["sheet"]!;
        var days = sheet["days"]!.AsArray().Where(day => day!["usualMinutes"]!.GetValue<int>() > 0).Select((day, place) => new { day = day!["day"]!.ToString(), minutes = place > 0 ? 300 : (int?)null, absence = place > 0 ? null : "justified" });
        await educator.Put($"internships/{internship}/attendance/2026-12", new { days }, sheet["version"]!.GetValue<int>()).Expect(200);
        await educator.Post($"internships/{internship}/visits", new { kind = "visit", heldOn = "2027-01-10", done = true, sheet = new { attendance = "regular", relations = "good", safety = "toWatch", safetyNote = "Mancano i guanti" } }).Expect(201);
        var evaluation = new { sheet = new { overall = 4, skills = new[] { new { code = "teamwork", level = "alone" } } } };
        await educator.Put($"internships/{internship}/evaluations/intermediate/educator", evaluation, 0).Expect(204);

        var (data, page, _) = await educator.UnzipAsync($"beneficiaries/{person}/copy", ("Accept-Language", "en"));
        var (_, pageOfCase, _) = await educator.UnzipAsync($"cases/{caseId}/copy", ("Accept-Language", "en"));

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("500,00 €").And.Contain("Alloggio popolare").And.Contain("Ristorazione").And.Contain("Madrelingua").And.Contain("d850.34").And.Contain("In cucina").And.Contain("San Benedetto del Tronto (AP)").And.Contain("problema grave"));
            Assert.That(pageOfCase, Does.Contain("Con gradualit").And.Contain("d850.34").And.Not.Contain("Alloggio popolare"));
            Assert.That(page, Does.Not.Contain(caseId.ToString()).And.Not.Contain("<dd></dd>").And.Not.Contain("<dl></dl>"));
            Assert.That(page.IndexOf("Tirocini</h2>", StringComparison.Ordinal), Is.GreaterThan(0).And.LessThan(page.IndexOf("Bozze di tirocinio</h2>", StringComparison.Ordinal)), "what was done comes before what was only begun");
            Assert.That(data["sections"]!.AsArray().Single(one => one!["section"]!.ToString() == "benefits")!["content"]!["benefits"]![0]!.ToJsonString(), Does.Contain("\"kind\":\"adi\"").And.Contain("50000"), "machines read codes");
        });
    }

    [Test]
    public async Task Copy_WhenTwoTeamsFollowedThePerson_EachGivesItsPart()
    {
        var (person, first, next, second) = await TwoTeams();

        await As(Role.Educator).Get($"beneficiaries/{person}/copy").Expect(404, "beneficiary.not-found");
        var (theirs, page, _) = await second.UnzipAsync($"beneficiaries/{person}/copy");
        var link = (await As(Role.Educator).Get("notifications").Expect(200)).Json["items"]!.AsArray().Single(one => one!["kind"]!.ToString() == "beneficiary.copy-made")!["link"]!.ToString();
        var (former, formerPage, formerFiles) = await (await SignIn(Role.Educator)).UnzipAsync($"cases/{first}/copy");

        Assert.Multiple(() =>
        {
            Assert.That(theirs.ToJsonString(), Does.Contain("Nota della seconda").And.Not.Contain("Nota della prima").And.Not.Contain("Osteria della Prima"));
            Assert.That(theirs["cases"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(theirs["assessments"], Is.Null);
            Assert.That(page, Does.Contain("altra équipe"));
            Assert.That(page, Does.Contain("conserva su di lei").And.Not.Match(@"(?i)\b(ti|te|tuo|tua|tuoi|tue|puoi)\b"), "one voice, as in the service's mails");
            Assert.That(link, Is.EqualTo($"/beneficiaries/{person}/cases/{first}/copy"));
            Assert.That(former.ToJsonString(), Does.Contain("Nota della prima").And.Contain("Osteria della Prima").And.Not.Contain("Nota della seconda"));
            Assert.That(former["part"]!["openedOn"]!.ToString(), Is.EqualTo("2026-09-01"));
            Assert.That(former["assessments"]![0]!["kind"]!.ToString(), Is.EqualTo("workNeed"));
            Assert.That(former["outcomes"]!.AsArray(), Is.Not.Empty);
            Assert.That(new[] { "registry", "contacts", "addresses", "consents", "documents", "accesses", "curricula" }.Where(part => former[part] is not null), Is.Empty, "what came after is not of the former team");
            Assert.That(formerPage, Does.Contain("Per Gioiosa ").And.Contain("seguita dal 01/09/2026 al 01/10/2026"));
            Assert.That(formerFiles.Keys, Has.None.StartsWith("documenti/"));
        });
        Assert.That((await As(Role.Coordinator).Get("notifications").Expect(200)).Text, Does.Not.Contain("beneficiary.copy-made"), "the manager is there and does it");
        Assert.That(await Purposes(person), Is.EquivalentTo(new[] { "copy-of-all", "copy-of-case" }));
        await As(Role.Educator).Get($"cases/{next}/copy").Expect(404, "case.not-found");
        await second.Get($"cases/{first}/copy").Expect(404, "case.not-found");
        await As(Role.Coordinator).Get($"cases/{first}/copy").Expect(403, "beneficiary.team-only");
        await (await AnotherPerson(Role.Educator)).Get($"cases/{first}/copy").Expect(404, "case.not-found");
    }

    [Test]
    public async Task Copy_WhenTheFormerManagerIsGone_TellsTheCoordinators()
    {
        var (person, first, _, second) = await TwoTeams();
        await Run("update beneficiaries_case_member set to_on = '2026-10-15' where case_id = @first", new { first });

        await second.Get($"beneficiaries/{person}/copy").Expect(200);

        Assert.That((await As(Role.Coordinator).Get("notifications").Expect(200)).Text, Does.Contain("beneficiary.copy-made"));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Text, Does.Not.Contain("beneficiary.copy-made"));
        await As(Role.Educator).Get($"cases/{first}/copy").Expect(404, "case.not-found");
    }

    [Test]
    public async Task CopyOfCase_OfTheOpenCase_SaysThatItGoesOnAndTellsNobody()
    {
        var (_, _, next, second) = await TwoTeams();

        var (_, page, _) = await second.UnzipAsync($"cases/{next}/copy");

        Assert.That(page, Does.Contain("la segue dal 01/11/2026"));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Text, Does.Not.Contain("beneficiary.copy-made"));
    }

    [Test]
    public async Task Copy_WhenANoteIsForSomeOnly_SaysThatItIsLeftOut()
    {
        var (person, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var userId = (await colleague.Get("auth/me").Expect(200)).Id;
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId, role = "tutor", fromOn = "2026-11-10" }).Expect(201);
        var third = (await (await AnotherPerson(Role.Educator)).Get("auth/me").Expect(200)).Id;
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = third, role = "psychologist", fromOn = "2026-11-10" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Per pochi", readerIds = new[] { third } }).Expect(201);

        var (data, page, _) = await colleague.UnzipAsync($"beneficiaries/{person}/copy");

        Assert.That(data["notesLeftOut"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(page, Does.Not.Contain("Per pochi").And.Contain("<strong>1</strong> nota del diario è riservata ad alcuni operatori"));
    }

    /// <summary>A person whom one équipe followed till October, and another follows since November; each wrote a note, the first placed the person too.</summary>
    private async Task<(Guid Person, Guid First, Guid Next, ApiUser Second)> TwoTeams()
    {
        var (person, first) = await Given.Case(openedOn: "2026-09-01");
        await As(Role.Educator).Post($"cases/{first}/diary-entries", new { kind = "note", on = "2026-09-10", text = "Nota della prima équipe" }).Expect(201);
        await As(Role.Educator).Post($"cases/{first}/assessments", new { kind = "workNeed" }).Expect(201);
        var internship = await Given.ActiveInternship(first, await Given.Host(name: "Osteria della Prima"));
        await Run("update internships_internship set state = 'ended' where id = @internship", new { internship });
        await Run("update beneficiaries_case set open_internships = 0 where id = @first", new { first });
        await As(Role.Educator).Post($"cases/{first}/closure", new { closedOn = "2026-10-01", outcome = "training" }).Expect(204);
        var second = await AnotherPerson(Role.Educator);
        var referringBodyId = await Given.ReferringBody("addictionService");
        var other = (await second.Get("auth/me").Expect(200)).Id;
        var next = (await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId, openedOn = "2026-11-01", reason = "other", restricted = false }).Expect(201)).Id;
        await Run("update beneficiaries_case_member set user_id = @other where case_id = @next", new { other, next });
        await Run("update beneficiaries_case set manager_id = @other where id = @next", new { other, next });
        await second.Post($"cases/{next}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota della seconda équipe" }).Expect(201);
        return (person, first, next, second);
    }

    private Task<IReadOnlyList<string>> Purposes(Guid person) =>
        InScope(services => services.GetRequiredService<IDbSession>().QueryAsync<string>(
            "select purpose from shared_audit_entry where record_id = @person and purpose like 'copy-%'", new { person }, CancellationToken.None));

    private Task<int> Run(string sql, object args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
