using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>Evaluations, hiring after the end, dossier and attestation. The internship runs from 30 November 2026 to 29 May 2027.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed partial class ClosingTests(Engine engine) : SliceTests(engine)
{
    [GeneratedRegex(@"/tutor/(?:evaluation|hiring)/([\w-]+)")]
    private static partial Regex Link();

    private static object Sheet(string level = "alone") => new
    {
        overall = 4, strengths = "Parole segretissime", toImprove = "La puntualità", wouldHire = true,
        skills = new[] { new { code = "teamwork", level }, new { code = "safety", level = "withHelp" } },
        objectives = new[] { new { objective = "Riprendere un ritmo di lavoro", level, note = (string?)null } },
    };

    private async Task<Guid> Running(string today = "2027-02-01")
    {
        var id = await Given.ActiveInternship(await Given.CaseOf("Valutata"), await Given.Host(name: "Osteria dei Valutati"));
        Clock.Now = DateTimeOffset.Parse($"{today}T09:00:00Z", null);
        return id;
    }

    private async Task<Guid> Ended(string outcome = "completedNoJob")
    {
        var id = await Running("2027-05-31");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome }).Expect(200);
        return id;
    }

    private Task<string> LastMail() => InScope(async services => services.GetRequiredService<IFieldCipher>().Unprotect(
        await services.GetRequiredService<IDbSession>().ScalarAsync<string>("select mail from shared_outbox_mail order by created_at desc, id desc", null, CancellationToken.None))!);

    private async Task<string> Code()
    {
        var mail = await LastMail();
        Assert.That(mail, Does.Not.Contain("Valutat"), "the mail names nobody");
        return Link().Match(mail).Groups[1].Value;
    }

    private Task<Reply> Write(Guid id, string path, object? sheet, int version = 0) => As(Role.Educator).Put($"internships/{id}/evaluations/{path}", new { sheet }, version);

    private Task<Reply> Read(Guid id) => As(Role.Educator).Get($"internships/{id}/evaluations").Expect(200);

    private Task<Reply> Tell(Guid id, object body, int version = 0) => As(Role.Educator).Put($"internships/{id}/hiring", body, version);

    [Test]
    public async Task Evaluation_WhenGivenByEducatorAndPerson_IsEncryptedVersionedAndReadBack()
    {
        var id = await Running();
        await Write(id, "intermediate/educator", Sheet()).Expect(204);
        await Write(id, "intermediate/person", Sheet("withHelp")).Expect(204);
        await Write(id, "intermediate/educator", Sheet()).Expect(412, "record.stale");
        await Write(id, "intermediate/educator", Sheet("helpsOthers"), 1).Expect(204);

        var read = await Read(id);

        Assert.That(read["items"]!.AsArray().Select(one => $"{one!["stage"]} {one["author"]} {one["version"]} {one["sheet"]!["skills"]![0]!["level"]}"),
            Is.EqualTo(new[] { "intermediate educator 2 helpsOthers", "intermediate person 1 withHelp" }));
        Assert.That((read["intermediateFrom"]!.ToString(), read["finalFrom"]!.ToString()), Is.EqualTo(("2027-02-28", "2027-05-15")), "halfway, and two weeks before the end");
        Assert.That(read["skills"]!.AsArray(), Has.Count.GreaterThan(10));
        Assert.That(await Scalar<string>("select sheet_cipher from internships_evaluation where author = 'person'"), Does.StartWith("p1."));
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/evaluations").Expect(404, "internship.not-found");
    }

    [Test]
    public async Task Evaluation_WhenTooEarlyOrWrong_IsRefusedAndNothingIsKept()
    {
        var id = await Running();

        await Write(id, "final/educator", Sheet()).Expect(422, "evaluation.too-early");
        await Write(id, "intermediate/tutor", Sheet()).Expect(422, "validation.failed");
        await Write(id, "intermediate/nobody", Sheet()).Expect(422);
        await Write(id, "intermediate/educator", null).Expect(422, "validation.failed");
        await Write(id, "intermediate/educator", new { overall = 6, skills = new[] { new { code = "invented", level = "alone" } } }).Expect(422, "validation.failed");
        await Write(id, "intermediate/educator", new { overall = 3, skills = new object?[] { null } }).Expect(422, "request.field-form");
        await Write(id, "intermediate/educator", new { overall = 3, skills = new[] { new { code = "safety", level = "alone" }, new { code = "safety", level = "notYet" } } }).Expect(422, "validation.failed");
        Assert.That(await Scalar<int>("select count(*) from internships_evaluation"), Is.Zero);
        Clock.Now = new(2027, 5, 15, 9, 0, 0, TimeSpan.Zero);
        await Write(id, "final/educator", Sheet()).Expect(204);
    }

    [Test]
    public async Task Tutor_WhenEvaluatingByTheLink_DoesItOnceWithTheirNameAndOnlyThatTask()
    {
        var id = await Running();
        await As(Role.Educator).Post($"internships/{id}/evaluations/intermediate/tutor-link", new { email = "tutor@example.org" }).Expect(200);
        var code = await Code();
        await Anonymous.Post("public/tutor-registers/sheet", new { code }).Expect(404, "tutor-link.not-found");
        await Anonymous.Post("public/tutor-hirings/question", new { code }).Expect(404, "tutor-link.not-found");
        var question = await Anonymous.Post("public/tutor-evaluations/question", new { code }).Expect(200);
        Assert.That((question["personName"]!.ToString(), question["stage"]!.ToString()), Is.EqualTo(("Valutata Gioiosa", "intermediate")));

        await Anonymous.Post("public/tutor-evaluations", new { code, name = "", sheet = Sheet() }).Expect(422, "validation.failed");
        await Anonymous.Post("public/tutor-evaluations", new { code, name = "Paola Neri", sheet = Sheet() }).Expect(204);
        await Anonymous.Post("public/tutor-evaluations", new { code, name = "Paola Neri", sheet = Sheet() }).Expect(404, "tutor-link.not-found");
        await Anonymous.Post("public/tutor-evaluations", new { code = "inventato", name = "Paola Neri", sheet = Sheet() }).Expect(404, "tutor-link.not-found");

        var read = await Read(id);
        Assert.That((read["items"]![0]!["author"]!.ToString(), read["items"]![0]!["by"]!.ToString(), (bool)read["intermediate"]!["link"]!["counts"]!), Is.EqualTo(("tutor", "Paola Neri", false)));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items.Select(item => item!["kind"]!.ToString()), Does.Contain("internship.evaluated"));
        Clock.Now = Clock.Now.AddMinutes(11);
        await As(Role.Educator).Post($"internships/{id}/evaluations/intermediate/tutor-link", new { }).Expect(200);
        var second = await Code();
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/evaluations/intermediate/tutor-link").Expect(204);
        await Anonymous.Post("public/tutor-evaluations/question", new { code = second }).Expect(404, "tutor-link.not-found");
        await As(Role.Educator).Post($"internships/{id}/evaluations/final/tutor-link", new { }).Expect(422, "evaluation.too-early");
    }

    [Test]
    public async Task Hiring_WhenToldAfterTheEnd_ChangesTheOutcomeAndReachesTheCase()
    {
        var id = await Ended();
        Assert.That((await As(Role.Educator).Get($"internships/{id}/hiring").Expect(200))["askOn"]!.ToString(), Is.EqualTo("2027-06-28"));
        await Tell(id, new { answer = "notYet" }).Expect(204);
        await Tell(id, new { answer = "hired" }, 1).Expect(422, "validation.failed");
        await Tell(id, new { answer = "hired", contract = "fixedTerm", hiredOn = "2027-05-28" }, 1).Expect(422, "hiring.before");
        var early = await Tell(id, new { answer = "hired", contract = "fixedTerm", hiredOn = "2027-07-01" }, 1).Expect(422, "hiring.future");
        Assert.That(early.CodesOf("hiredOn"), Is.Not.Empty);
        Clock.Now = new(2027, 7, 5, 9, 0, 0, TimeSpan.Zero);
        await Tell(id, new { answer = "hired", contract = "fixedTerm", hiredOn = "2027-07-01", untilOn = "2027-06-01" }, 1).Expect(422, "hiring.until");
        await Tell(id, new { answer = "hired", contract = "fixedTerm", hiredOn = "2027-07-01" }).Expect(412, "record.stale");

        await Tell(id, new { answer = "hired", contract = "fixedTerm", hiredOn = "2027-07-01", untilOn = "2028-06-30", weeklyHours = 24, note = "Nota segretissima" }, 1).Expect(204);

        var read = JsonNode.Parse((await As(Role.Educator).Get($"internships/{id}").Expect(200)).Text)!;
        Assert.That((read["outcome"]!.ToString(), read["contract"]!.ToString(), read["hiredOn"]!.ToString()), Is.EqualTo(("hiredByHost", "fixedTerm", "2027-07-01")));
        Assert.That(await Scalar<string>("select last_activity_on from beneficiaries_case"), Does.StartWith("2027-07-01"));
        Assert.That(await Scalar<int>("select count(*) from internships_hiring where note_cipher like '%segretissima%'"), Is.Zero);
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/hiring").Expect(404, "internship.not-found");
    }

    [Test]
    public async Task Hiring_WhenTheInternshipRuns_IsNotAskedFor()
    {
        var id = await Running();

        await Tell(id, new { answer = "notHired" }).Expect(409, "internship.not-over");
        await As(Role.Educator).Get($"internships/{id}/attestation/document").Expect(409, "internship.not-over");
        Assert.That((await As(Role.Educator).Get($"internships/{id}/hiring").Expect(200))["askOn"], Is.Null);
    }

    [Test]
    public async Task Company_WhenAMonthHasPassed_IsAskedOnceAndAnswersByTheLink()
    {
        var id = await Running("2027-04-30");
        await As(Role.Educator).Post($"internships/{id}/attendance/2027-04/tutor-link", new { email = "tutor@example.org" }).Expect(200);
        Clock.Now = new(2027, 5, 31, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);
        async Task<int> Ask()
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => InScope(services => services.GetRequiredService<IMediator>().Send(new AskHirings()))));
            return await Scalar<int>("select count(*) from shared_outbox_mail");
        }

        Assert.That(await Ask(), Is.EqualTo(1), "not yet");
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("hiringToAsk"));
        Clock.Now = new(2027, 6, 28, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await Ask(), Is.EqualTo(2));
        Assert.That(await Ask(), Is.EqualTo(2), "once");
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Contain("hiringToAsk"));
        var code = await Code();
        await Anonymous.Post("public/tutor-hirings/question", new { code }).Expect(200);
        await Anonymous.Post("public/tutor-hirings", new { code, name = "Paola Neri", answer = "hired" }).Expect(422, "validation.failed");
        await Anonymous.Post("public/tutor-hirings", new { code, name = "Paola Neri", answer = "hired", contract = "permanent", hiredOn = "2027-06-15" }).Expect(204);
        await Anonymous.Post("public/tutor-hirings", new { code, name = "Paola Neri", answer = "notHired" }).Expect(404, "tutor-link.not-found");

        var hiring = await As(Role.Educator).Get($"internships/{id}/hiring").Expect(200);
        Assert.That((hiring["told"]!["toldBy"]!.ToString(), hiring["told"]!["contract"]!.ToString()), Is.EqualTo(("tutor", "permanent")));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("hiringToAsk"));
    }

    [Test]
    public async Task Papers_WhenPresenceIsEnough_AreMadeAndOtherwiseOnlyTheDossierIs()
    {
        var id = await Running("2027-05-29");
        foreach (var month in new[] { "2026-11", "2026-12", "2027-01", "2027-02" })
        {
            await Given.ClosedRegister(id, month);
        }

        await Write(id, "final/educator", Sheet()).Expect(204);
        Clock.Now = new(2027, 5, 31, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);
        var dossier = await As(Role.Educator).Get($"internships/{id}/dossier").Expect(200);
        Assert.That(((int)dossier["presencePercent"]!, (bool)dossier["mayBeAttested"]!), Is.EqualTo((48, false)));
        Assert.That(dossier["skills"]!.AsArray().Select(one => one!["name"]!.ToString()), Is.EqualTo(new[] { "lavorare in squadra", "applicare le regole di sicurezza" }));
        var refused = await As(Role.Educator).Get($"internships/{id}/attestation/document").Expect(422, "internship.no-attestation");
        Assert.That(refused.Text, Does.Contain("Linee guida 25-5-2017"));
        Assert.That(TextOf((await As(Role.Educator).Get($"internships/{id}/dossier/document").Expect(200)).Bytes), Does.Contain("Valutata Gioiosa").And.Contain("lavorare in squadra").And.Not.Contain("segretissime"));

        foreach (var month in new[] { "2027-03", "2027-04" })
        {
            await Given.ClosedRegister(id, month);
        }

        var attestation = await As(Role.Educator).Get($"internships/{id}/attestation/document").Expect(200);
        Assert.That(TextOf(attestation.Bytes), Does.Contain("Attestazione finale").And.Contain("in autonomia"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where purpose = 'download-attestation'"), Is.EqualTo(1));
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/dossier").Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Get($"internships/{id}/attestation/document").Expect(403);
    }

    [Test]
    public async Task Tutor_WhenAnEvaluationIsAwaited_IsAskedByItselfOnceForEachStepUntilTheyEvaluate()
    {
        var id = await Running("2027-01-31");
        await As(Role.Educator).Post($"internships/{id}/attendance/2027-01/tutor-link", new { email = "tutor@example.org" }).Expect(200);
        async Task<int> Remind(string today)
        {
            Clock.Now = DateTimeOffset.Parse($"{today}T06:00:00Z", null);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => InScope(services => services.GetRequiredService<IMediator>().Send(new RemindEvaluations()))));
            return await Scalar<int>("select count(*) from shared_outbox_mail");
        }

        Assert.That(await Remind("2027-02-27"), Is.EqualTo(1), "only the register was asked for");
        Assert.That(await Remind("2027-02-28"), Is.EqualTo(2), "halfway");
        Assert.That(await Remind("2027-03-09"), Is.EqualTo(2), "each step once");
        Assert.That(await Remind("2027-03-10"), Is.EqualTo(3));
        var code = await Code();
        Assert.That((int)(await Read(id))["intermediate"]!["link"]!["sent"]!, Is.EqualTo(2), "who is missing and when they were last reminded is seen");
        await Anonymous.Post("public/tutor-evaluations", new { code, name = "Paola Neri", sheet = Sheet() }).Expect(204);
        Assert.That(await Remind("2027-03-30"), Is.EqualTo(3), "who evaluated is not reminded");
        Assert.That(await Remind("2027-05-15"), Is.EqualTo(4), "of the end");
        Assert.That((await Anonymous.Post("public/tutor-evaluations/question", new { code = await Code() }).Expect(200))["stage"]!.ToString(), Is.EqualTo("final"));
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/tutor-contact").Expect(204);
        Assert.That(await Remind("2027-05-30"), Is.EqualTo(4), "the address was taken away");
    }

    [Test]
    public async Task Today_WhenEducatorOrPersonHasNotEvaluated_SaysWhichAndTheListShowsIt()
    {
        var id = await Running("2027-02-27");
        async Task<Reply> Today() => await As(Role.Educator).Get("today").Expect(200);
        async Task<int> Listed() => (await As(Role.Educator).Post("internships/search", new { due = "evaluationMissing", mine = true }).Expect(200)).Items.Count;
        Assert.That((await Today()).Text, Does.Not.Contain("internshipEvaluation"));
        Assert.That(await Listed(), Is.Zero);

        Clock.Now = new(2027, 2, 28, 9, 0, 0, TimeSpan.Zero);
        JsonNode Task(Reply today) => today["tasks"]!.AsArray().Single(task => task!["kind"]!.ToString() == "internshipEvaluation")!;
        var first = Task(await Today());
        Assert.That((first["link"]!.ToString(), first["dueOn"]!.ToString()), Is.EqualTo(($"/internships/{id}/evaluations/intermediate/educator", "2027-03-14")));
        Assert.That(await Listed(), Is.EqualTo(1));
        await Write(id, "intermediate/educator", Sheet()).Expect(204);
        Assert.That(Task(await Today())["link"]!.ToString(), Does.EndWith("/intermediate/person"));
        await Write(id, "intermediate/person", Sheet()).Expect(204);
        Assert.That((await Today()).Text, Does.Not.Contain("internshipEvaluation"));
        Assert.That(await Listed(), Is.Zero);

        Clock.Now = new(2027, 5, 30, 9, 0, 0, TimeSpan.Zero);
        var last = Task(await Today());
        Assert.That((last["link"]!.ToString(), last["urgency"]!.ToString()), Is.EqualTo(($"/internships/{id}/evaluations/final/educator", "late")));
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("today").Expect(200)).Text, Does.Not.Contain("internshipEvaluation"));
    }

    private static string TextOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    [Test]
    public async Task Skill_WhenTheServiceAddsRenamesOrWithdrawsIt_IsOfferedOrNotAndStaysReadableForEver()
    {
        var id = await Running();
        Task<Reply> Change(string code, object body, int version) => As(Role.Administrator).Put($"internship-skills/{code}", body, version);
        async Task<string[]> Offered() => [.. (await Read(id))["skills"]!.AsArray().Select(one => one!["name"]!.ToString())];
        object With(string code) => new { overall = 4, skills = new[] { new { code, level = "alone" } } };

        await As(Role.Coordinator).Post("internship-skills", new { nameIt = "Curare le piante", area = "things" }).Expect(403);
        Assert.That((await As(Role.Administrator).Post("internship-skills", new { nameIt = " " }).Expect(422)).CodesOf("nameIt"), Is.Not.Empty);
        await As(Role.Administrator).Post("internship-skills", new { nameIt = "Lavorare in SQUADRA!", area = "others" }).Expect(409, "internship-skill.name-taken");
        var code = (await As(Role.Administrator).Post("internship-skills", new { nameIt = "curare le piante", nameEn = "look after plants", area = "things" }).Expect(201))["code"]!.ToString();
        await As(Role.Administrator).Post("internship-skills", new { nameIt = "Curare  le piante", area = "self" }).Expect(409, "internship-skill.name-taken");
        Assert.That(await Offered(), Does.Contain("curare le piante"));
        await Write(id, "intermediate/educator", With(code)).Expect(204);
        await Change("teamwork", new { nameIt = "altro", area = "self" }, 0).Expect(409, "internship-skill.shipped");
        await Change("nessuna", new { nameIt = "altro", area = "self" }, 1).Expect(404, "internship-skill.not-found");

        await Change(code, new { nameIt = "curare piante e giardini", area = "things", withdrawn = true }, 1).Expect(200);
        await Change(code, new { nameIt = "curare tutto", area = "things" }, 1).Expect(412);
        Assert.That(await Offered(), Does.Contain("curare piante e giardini"), "where it was used it is read and may be changed");
        var other = await Running();
        Assert.That((await Read(other))["skills"]!.AsArray().Select(one => one!["code"]!.ToString()), Does.Not.Contain(code));
        await Write(other, "intermediate/educator", With(code)).Expect(422, "evaluation.skills");
        await Write(id, "intermediate/educator", With(code), 1).Expect(204);
        await Write(id, "intermediate/person", With(code)).Expect(422, "evaluation.skills");
        Assert.That((await As(Role.Educator).Get($"internships/{id}/dossier").Expect(200))["skills"]![0]!["name"]!.ToString(), Is.EqualTo("curare piante e giardini"));
        Assert.That(TextOf((await As(Role.Educator).Get($"internships/{id}/dossier/document").Expect(200)).Bytes), Does.Contain("curare piante e giardini").And.Contain("Con le cose"));

        await Change(code, new { nameIt = "curare piante e giardini", area = "things", withdrawn = false }, 2).Expect(200);
        Assert.That((await Read(other))["skills"]!.AsArray().Select(one => one!["code"]!.ToString()), Does.Contain(code));
        var listed = (await As(Role.Administrator).Get("internship-skills").Expect(200)).Items;
        Assert.That(listed.Count(one => one!["isOwn"]!.GetValue<bool>()), Is.EqualTo(1));
        Assert.That(listed, Has.Count.GreaterThan(15));
    }

    [Test]
    public async Task Skill_WhenItIsThePlatformsAndWithdrawn_IsNotOfferedAndStaysWhereItWasUsedUntilItIsOfferedAgain()
    {
        var id = await Running();
        object With(string code) => new { overall = 4, skills = new[] { new { code, level = "alone" } } };
        Task<Reply> Move(bool withdrawn, int version) => As(Role.Administrator).Put("internship-skills/teamwork", new { nameIt = "lavorare in squadra", nameEn = "work in a team", area = "others", withdrawn }, version);
        async Task<string[]> Offered(Guid of) => [.. (await Read(of))["skills"]!.AsArray().Select(one => one!["code"]!.ToString())];
        await Write(id, "intermediate/educator", With("teamwork")).Expect(204);
        await As(Role.Coordinator).Put("internship-skills/teamwork", new { nameIt = "lavorare in squadra", area = "others", withdrawn = true }, 0).Expect(403);

        await Move(true, 0).Expect(200);

        await Move(true, 0).Expect(412);
        var listed = (await As(Role.Administrator).Get("internship-skills").Expect(200)).Items.Single(one => one!["code"]!.ToString() == "teamwork")!;
        Assert.That((listed["withdrawn"]!.GetValue<bool>(), listed["isOwn"]!.GetValue<bool>(), listed["version"]!.GetValue<int>()), Is.EqualTo((true, false, 1)));
        Assert.That(await Offered(id), Does.Contain("teamwork"), "where it was used it is read and may be changed");
        var other = await Running();
        Assert.That(await Offered(other), Does.Not.Contain("teamwork"));
        await Write(other, "intermediate/educator", With("teamwork")).Expect(422, "evaluation.skills");
        Assert.That((await As(Role.Educator).Get($"internships/{id}/dossier").Expect(200))["skills"]![0]!["name"]!.ToString(), Is.EqualTo("lavorare in squadra"));
        await Move(false, 1).Expect(200);
        Assert.That(await Offered(other), Does.Contain("teamwork"));
        await Write(other, "intermediate/educator", With("teamwork")).Expect(204);
    }
}
