using System.Text;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Tests.Mail;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.JobSearch;

[TestFixtureSource(typeof(Engines))]
internal sealed class JobApplicationTests(Engine engine) : SliceTests(engine)
{
    private static (string, string) Match(int version) => ("If-Match", $"\"{version}\"");

    private async Task<(Guid Person, Guid Path, Guid Cv)> Searching(string surname = "Montebianco")
    {
        var (person, _, path) = await Given.JobSearch(Given.Person(surname));
        await Given.ConsentToApplications(person);
        return (person, path, await Given.Cv(path));
    }

    private async Task<Reply> Prepare(Guid path, object application) => await As(Role.Educator).Post("job-applications", new { pathId = path, application });

    private Task<Unit> Deliver() => InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));

    private string[] Files => Directory.Exists(Path.Combine(Platform.DataFolder, "mail")) ? Directory.GetFiles(Path.Combine(Platform.DataFolder, "mail"), "*.eml") : [];

    private async Task SaveMailbox(Guid path) => await As(Role.Educator).Put($"job-search-paths/{path}/mailbox", new { address = "gioiosa.lavoro@posta.example", provider = "Posta di prova", login = "gioiosa", password = "parolaSegretissima1" }, 0).Expect(204);

    [Test]
    public async Task Mailbox_WhenItsCredentialsAreOpened_TellsWhoAndWhyAndShowsThemNowhereElse()
    {
        var (person, path, _) = await Searching();
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/mailbox").Expect(200)).Version, Is.Zero);
        Assert.That((await As(Role.Educator).Put($"job-search-paths/{path}/mailbox", new { address = "storto", provider = "x" }, 0).Expect(422))["errors"]!.AsObject().Select(one => one.Key), Is.EquivalentTo(new[] { "address", "login", "password" }));
        await SaveMailbox(path);
        await As(Role.Educator).Put($"job-search-paths/{path}/mailbox", new { address = "altra@posta.example", provider = "x", login = "y", password = "z" }, 0).Expect(409, "job-mailbox.written-meanwhile");
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_job_mailbox"), Does.StartWith($"p1.{person:N}."));
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/mailbox").Expect(200)).Text, Does.Contain("gioiosa.lavoro@posta.example").And.Not.Contain("Segretissima"));

        await As(Role.Educator).Post($"job-search-paths/{path}/mailbox/disclosures", new { }).Expect(422);
        var opened = await As(Role.Educator).Post($"job-search-paths/{path}/mailbox/disclosures", new { purpose = "readAnswers" }, ("Idempotency-Key", "una-lettura")).Expect(200);
        Assert.That(opened["password"]!.ToString(), Is.EqualTo("parolaSegretissima1"));
        await As(Role.Educator).Put($"job-search-paths/{path}/mailbox", new { address = "gioiosa.lavoro2@posta.example", provider = "Posta di prova" }, 1).Expect(204);
        Assert.That((await As(Role.Educator).Post($"job-search-paths/{path}/mailbox/disclosures", new { purpose = "usePortal" }).Expect(200))["login"]!.ToString(), Is.EqualTo("gioiosa"), "correcting the address keeps the rest");
        var read = await As(Role.Educator).Get($"job-search-paths/{path}/mailbox").Expect(200);
        Assert.That(read["uses"]!.AsArray().Select(use => use!["purpose"]!.ToString()), Is.EquivalentTo(new[] { "usePortal", "readAnswers" }));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @person and purpose = 'disclose-mailbox:readAnswers'", new { person }), Is.EqualTo(1));

        await (await AnotherPerson(Role.Educator)).Post($"job-search-paths/{path}/mailbox/disclosures", new { purpose = "readAnswers" }).Expect(404, "job-search-path.not-found");
        await As(Role.Coordinator).Post($"job-search-paths/{path}/mailbox/disclosures", new { purpose = "readAnswers" }).Expect(403, "beneficiary.team-only");
        Assert.That(string.Join('\n', Platform.Logged), Does.Not.Contain("Segretissima"));
        await (await SignIn(Role.Educator)).Delete($"job-search-paths/{path}/mailbox", Match(1)).Expect(412);
        await (await SignIn(Role.Educator)).Delete($"job-search-paths/{path}/mailbox", Match(2)).Expect(204);
        await As(Role.Educator).Post($"job-search-paths/{path}/mailbox/disclosures", new { purpose = "readAnswers" }).Expect(404, "job-mailbox.not-found");
    }

    [Test]
    public async Task Application_WhenSent_GoesOutOnceFromTheServiceWithTheCurriculumAndNoName()
    {
        var (person, path, cv) = await Searching();
        await SaveMailbox(path);
        var opportunity = await Given.PublishedOpportunity();
        var draft = Given.Application(cv, "opportunity", opportunity);
        var prepared = (await Prepare(path, draft).Expect(201)).Id;
        await Deliver();
        Assert.That(Files, Is.Empty, "a draft goes nowhere");

        var preview = await As(Role.Educator).Get($"job-applications/{prepared}/preview").Expect(200);
        Assert.That($"{preview["subject"]}|{preview["to"]}|{preview["replyTo"]}|{preview["attachment"]}", Is.EqualTo("Candidatura – Aiuto cuoco|ufficio@osteria.example|gioiosa.lavoro@posta.example|curriculum.docx"));
        await As(Role.Educator).Post($"job-applications/{prepared}/sending", null, Match(2)).Expect(412, "record.stale");
        await As(Role.Educator).Post($"job-applications/{prepared}/sending", null, Match(1)).Expect(200);
        Assert.That((await As(Role.Educator).Get($"job-applications/{prepared}").Expect(200))["mailState"]!.ToString(), Is.EqualTo("waiting"));
        await As(Role.Educator).Post($"job-applications/{prepared}/sending", null, Match(2)).Expect(409, "job-application.already-sent");
        await Deliver();
        await Deliver();

        var mail = ParsedMail.Of(await File.ReadAllBytesAsync(Files.Single()));
        Assert.That(mail.Mailbox("To").Address, Is.EqualTo("ufficio@osteria.example"));
        Assert.That(mail.Mailbox("Reply-To").Address, Is.EqualTo("gioiosa.lavoro@posta.example"));
        Assert.That(mail.Header("Subject"), Does.Not.Contain("Montebianco").And.Not.Contain("Gioiosa"));
        Assert.That(Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Files.Single())), Does.Contain("curriculum.docx"));
        var sent = await As(Role.Educator).Get($"job-applications/{prepared}").Expect(200);
        Assert.That($"{sent["state"]} {sent["mailState"]} {sent["appliedOn"]} {sent["answerDueOn"]} {sent["employer"]}", Is.EqualTo("sent sent 2026-11-23 2026-12-07 Trattoria Prova"));
        Assert.That(await Scalar<string>("select mail from shared_outbox_mail"), Does.StartWith($"p1.{person:N}."));
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_job_application"), Does.StartWith($"p1.{person:N}."));

        await Prepare(path, draft).Expect(409, "job-application.already-sent");
        draft["again"] = true;
        await Prepare(path, draft).Expect(409, "job-application.too-soon");
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=opportunities").Expect(200)).Items.Single()!["sent"]!["applicationId"]!.GetValue<Guid>(), Is.EqualTo(prepared));
        await As(Role.Educator).Put($"job-applications/{prepared}", draft, sent.Version).Expect(422, "job-application.sent");
        await (await SignIn(Role.Educator)).Delete($"job-applications/{prepared}", Match(sent.Version)).Expect(422, "job-application.sent");
    }

    [Test]
    public async Task Application_WhenTwoColleaguesPrepareItAtOnce_OneIsTold()
    {
        var (_, path, cv) = await Searching();
        var company = await Given.Company("Forno di prova", municipality: "044066");
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => educator.Post("job-applications", new { pathId = path, application = Given.Application(cv, "company", company) })));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 409, 409, 409 }));
        Assert.That(replies.Where(reply => reply.Status == 409).Select(reply => reply.Code).Distinct(), Is.EqualTo(new[] { "job-application.already-sent" }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_job_application"), Is.EqualTo(1));
    }

    [Test]
    public async Task Application_WhenConsentOrRulesSayNo_ChangesNothing()
    {
        var (person, _, path) = await Given.JobSearch(Given.Person("Montebianco"));
        var cv = await Given.Cv(path);
        await Prepare(path, Given.Application(cv)).Expect(422, "job-application.no-consent");
        await Given.ConsentToApplications(person);
        await Prepare(path, Given.Application(cv, duty: "Aiuto cuoco Gioiosa Montebianco")).Expect(422, "job-application.subject-names-person");
        foreach (var broken in new[] { "Aiuto\ncuoco", "Aiuto\rcuoco", "Aiuto\u2028cuoco", "Aiuto\tcuoco" })
        {
            Assert.That((await Prepare(path, Given.Application(cv, duty: broken)).Expect(422, "validation.failed")).CodesOf("duty"), Is.EqualTo(new[] { "job-application.duty-line" }));
        }

        var told = Given.Application(cv);
        told["text"] = "La persona è invalida civile e cerca lavoro";
        Assert.That((await Prepare(path, told).Expect(422)).CodesOf("text"), Is.EqualTo(new[] { "job-search.speaks-of-health-or-penal-facts" }));
        var empty = await Prepare(path, new { opening = "company", channel = "email", email = "storto" }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(one => one.Key), Is.SupersetOf(new[] { "openingId", "duty", "email", "text", "cvId" }));
        Assert.That((await Prepare(path, new { opening = "other", employer = "Bar", duty = "Barista", channel = "portal", appliedOn = "2026-11-24" }).Expect(422))["errors"]!.AsObject(), Has.Count.EqualTo(1));
        await Prepare(path, new { opening = "other", employer = "Bar", duty = "Barista", channel = "portal", appliedOn = "2025-01-10" }).Expect(422, "job-application.before-path");
        await Prepare(path, Given.Application(Guid.NewGuid())).Expect(422, "cv.not-found");
        await Prepare(path, Given.Application(cv, "opportunity", Guid.NewGuid())).Expect(422, "job-application.opening-gone");
        await Prepare(path, Given.Application(cv, "availability", Guid.NewGuid())).Expect(422, "job-application.opening-gone");
        var silent = (await As(Role.CompanyOperator).Post("companies", new { name = "Muta", sector = "catering", municipality = "044066", contactPerson = new { doNotCall = true } }).Expect(201)).Id;
        await Prepare(path, Given.Application(cv, "company", silent)).Expect(422, "job-application.do-not-contact");
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=companies").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == silent)!["doNotContact"]!.GetValue<bool>(), Is.True);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "companyMatching", fromOn = "2026-11-20", note = "Non vuole" }).Expect(201);
        await Prepare(path, Given.Application(cv)).Expect(422, "job-application.objection");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_job_application"), Is.Zero);
    }

    [Test]
    public async Task Application_WhenOfSomebodyElsesCase_AnswersAsIfItWereNotThere()
    {
        var (_, path, cv) = await Searching();
        var id = (await Prepare(path, Given.Application(cv)).Expect(201)).Id;
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"job-applications/{id}").Expect(404, "job-application.not-found");
        await stranger.Get($"job-applications/{Guid.NewGuid()}").Expect(404, "job-application.not-found");
        await stranger.Get($"job-applications/{id}/preview").Expect(404, "job-application.not-found");
        await stranger.Post($"job-applications/{id}/sending", null, Match(1)).Expect(404, "job-application.not-found");
        await stranger.Post($"job-applications/{id}/news", new { kind = "answered", on = "2026-11-20" }, Match(1)).Expect(404, "job-application.not-found");
        await stranger.Post("job-applications", new { pathId = path, application = Given.Application(cv) }).Expect(404, "job-search-path.not-found");
        await stranger.Get($"job-applications?pathId={path}").Expect(404, "job-search-path.not-found");
        Assert.That((await stranger.Get("job-applications?everybody=true&total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        await As(Role.Coordinator).Get($"job-applications/{id}").Expect(403, "beneficiary.team-only");
    }

    [Test]
    public async Task Application_WhenMadeOnAPortal_IsFollowedToItsEnd()
    {
        var (_, path, _) = await Searching();
        var portal = new { opening = "other", employer = "Hotel di prova", reference = "AN-12", duty = "Aiuto cuoco", channel = "portal", portal = "Portale di prova", appliedOn = "2026-11-12", answerDueOn = "2026-11-22" };
        var id = (await Prepare(path, portal).Expect(201)).Id;
        await Prepare(path, portal).Expect(409, "job-application.already-sent");
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Contain("job-search.answers-due").And.Not.Contain("Hotel"));
        Assert.That((await As(Role.Educator).Get("job-applications?show=answerDue&total=true").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200))["next"]!["step"]!.ToString(), Is.EqualTo("chaseAnswers"));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "reminded", on = "2026-11-23" }, Match(1)).Expect(204);
        Assert.That((await As(Role.Educator).Get("job-applications?show=answerDue").Expect(200)).Ids, Is.Empty);
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "interviewPlanned", on = "2026-11-23" }, Match(2)).Expect(422);
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "answered", on = "2026-11-01" }, Match(2)).Expect(422, "job-application.before-sent");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "interviewPlanned", on = "2026-11-23", interviewOn = "2026-11-23", interviewAt = "16:30", note = "Portare il documento" }, Match(2)).Expect(204);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Contain("job-search.interview-today").And.Contain("16:30"));
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "hired", on = "2026-11-23" }, Match(2)).Expect(412);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "hired", on = "2026-11-23", note = "Contratto di tre mesi" }, Match(3)).Expect(204);
        var closed = await As(Role.Educator).Get($"job-applications/{id}").Expect(200);
        Assert.That($"{closed["state"]} {closed["outcome"]}", Is.EqualTo("closed hired"));
        Assert.That(closed["news"]!.AsArray().Select(one => one!["kind"]!.ToString()), Is.EqualTo(new[] { "hired", "interviewPlanned", "reminded", "sent" }));
        await As(Role.Educator).Post($"job-applications/{id}/news", new { kind = "answered", on = "2026-11-23" }, Match(4)).Expect(422, "job-application.closed");
        Clock.Advance(TimeSpan.FromDays(200));
        var educator = await Platform.SignedInAsync(Role.Educator);
        await educator.Post("job-applications", new { pathId = path, application = new { opening = "other", employer = "Hotel di prova", reference = "AN-12", duty = "Aiuto cuoco", channel = "portal", appliedOn = "2027-06-01", again = true } }).Expect(201);
        Assert.That(await Scalar<int>("select max(round) from beneficiaries_job_application"), Is.EqualTo(2));
    }

    [Test]
    public async Task Companies_WhenMapped_AreThoseOfTheAreaWithTheirOffers()
    {
        var (_, path, cv) = await Searching();
        var near = await Given.Company("Vicina", municipality: "044066");
        var offer = await Given.Availability(near);
        await Given.Company("Lontana", municipality: "037006");
        var agency = (await As(Role.Coordinator).Post("partner-bodies", new { name = "Agenzia di prova", kind = "employmentAgency", municipality = "044066", email = "agenzia@example.test" }).Expect(201)).Id;

        var found = (await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=companies").Expect(200)).Items;
        Assert.That(found.Select(one => $"{one!["kind"]} {one["employer"]} {one["title"]}"), Is.EqualTo(new[] { "availability Vicina Aiuto cuoco" }));
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=companies&everywhere=true&q=lontana").Expect(200)).Items.Single()!["employer"]!.ToString(), Is.EqualTo("Lontana"));
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=agencies").Expect(200)).Ids, Is.EqualTo(new[] { agency }));

        await Prepare(path, Given.Application(cv, "company", near)).Expect(201);
        var sent = (await As(Role.Educator).Get($"job-search-paths/{path}/openings?source=companies").Expect(200)).Items.Single()!["sent"]!;
        Assert.That(sent["sameOpening"]!.GetValue<bool>(), Is.False, "to the company, not to its offer");
        await Prepare(path, Given.Application(cv, "availability", offer)).Expect(201);
        await Prepare(path, Given.Application(cv, "agency", agency)).Expect(201);
    }

    [Test]
    public async Task Company_WhenMergedAndApart_TakesItsApplicationsAlong()
    {
        var (_, path, cv) = await Searching();
        var (survivor, merged) = (await Given.Company("Una"), await Given.Company("Due"));
        await Prepare(path, Given.Application(cv, "company", merged)).Expect(201);
        var operatorUser = await SignIn(Role.CompanyOperator);
        async Task<int> VersionOf(Guid id) => (await operatorUser.Get($"companies/{id}").Expect(200)).Version;

        var merge = await operatorUser.Post($"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = await VersionOf(merged), take = Array.Empty<string>() }, Match(await VersionOf(survivor)));
        Assert.That(merge.Status, Is.EqualTo(200), merge.Text);

        await Prepare(path, Given.Application(cv, "company", survivor)).Expect(409, "job-application.already-sent");
        Assert.That(await Scalar<Guid>("select company_id from beneficiaries_job_application"), Is.EqualTo(survivor));
    }

    [Test]
    public async Task Person_WhenCopiedSealedAndMadeAnonymous_HasTheJobSearchInEach()
    {
        var (person, path, cv) = await Searching();
        await SaveMailbox(path);
        await Given.JobSession(path);
        var id = (await Prepare(path, Given.Application(cv)).Expect(201)).Id;
        await As(Role.Educator).Post($"job-applications/{id}/sending", null, Match(1)).Expect(200);

        var copied = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Files["dati.json"];
        Assert.That(System.Text.Encoding.UTF8.GetString(copied), Does.Contain("Aiuto cuoco riservatissimo").And.Contain("Sportello segretissimo").And.Contain("Osteria Segretissima").And.Contain("gioiosa.lavoro@posta.example").And.Contain("Puntuale.").And.Not.Contain("parolaSegretissima1"));

        foreach (var (table, column) in new[]
        {
            ("beneficiaries_job_path", "content_cipher"), ("beneficiaries_job_session", "details_cipher"), ("beneficiaries_job_cv", "content_cipher"), ("beneficiaries_job_mailbox", "details_cipher"),
            ("beneficiaries_job_application", "details_cipher"),
        })
        {
            var open = await InScope(async services => services.GetRequiredService<InclusionPlatform.Shared.Privacy.IFieldCipher>().Protect(
                services.GetRequiredService<InclusionPlatform.Shared.Privacy.IFieldCipher>().Unprotect(await services.GetRequiredService<IDbSession>().ScalarAsync<string>($"select {column} from {table}", null, CancellationToken.None))));
            await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync($"update {table} set {column} = @open", new { open }, CancellationToken.None));
            await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys()));
            Assert.That(await Scalar<string>($"select {column} from {table}"), Does.StartWith($"p1.{person:N}."), table);
        }

        var educator = await SignIn(Role.Educator);
        var caseId = (await educator.Get($"job-search-paths/{path}").Expect(200))["caseId"]!.GetValue<Guid>();
        await educator.Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await educator.Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        await Deliver();
        Assert.That(await Scalar<int>("""
            select (select count(*) from beneficiaries_job_cv) + (select count(*) from beneficiaries_job_mailbox) + (select count(*) from beneficiaries_job_mailbox_use)
                   + (select count(*) from beneficiaries_job_application) + (select count(*) from beneficiaries_job_application_event) + (select count(*) from shared_outbox_mail)
            """), Is.Zero);
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_job_path"), Is.Empty);
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_job_session"), Is.Empty);
        Assert.That(Files, Is.Empty, "a mail about somebody who is forgotten does not go out any more");
    }
}
