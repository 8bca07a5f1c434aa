using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Plans;

[TestFixtureSource(typeof(Engines))]
internal sealed class PlanTests(Engine engine) : SliceTests(engine)
{
    private async Task<(Guid Person, Guid Case)> Somebody(string surname = "Lungomare") => await Given.Case(person: Given.Person(surname, "Gioiosa"));

    private async Task<Reply> Read(Guid caseId, Guid id) => await As(Role.Educator).Get($"cases/{caseId}/plans/{id}").Expect(200);

    private async Task<Reply> Do(string path, object? body, int version, int status = 204, string? code = null, ApiUser? by = null) =>
        await (by ?? await SignIn(Role.Educator)).Post(path, body, ("If-Match", $"\"{version}\"")).Expect(status, code);

    private static JsonNode Step(Reply plan, string kind)
    {
        var action = plan["content"]!["needs"]![0]!["objectives"]![0]!["actions"]!.AsArray().Single(one => one!["kind"]!.ToString() == kind)!["id"]!.ToString();
        return plan["steps"]!.AsArray().Single(step => step!["actionId"]!.ToString() == action)!;
    }

    private static string State(Reply plan) => plan["state"]!.ToString();

    [Test]
    public async Task Plan_WhenWrittenAndSigned_ComesIntoForceWithTheLastSignature()
    {
        var (person, caseId) = await Somebody();
        var colleague = await AnotherPerson(Role.Educator);
        var colleagueId = await Given.Member(caseId, colleague);
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var id = await Given.Plan(caseId);
        var at = $"cases/{caseId}/plans/{id}";
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_plan where id = @Id", new { Id = id }), Does.Not.Contain("riservatissimo"));

        await Do($"{at}/signature", null, 2, 422, "plan.wrong-state");
        await Do($"{at}/signatures", new { signerIds = new[] { me, colleagueId } }, 2);
        Assert.That((await colleague.Get("notifications").Expect(200)).Items.Select(line => line!["link"]!.ToString()), Does.Contain($"/beneficiaries/{person}/cases/{caseId}/plans/{id}"));
        Assert.That((await colleague.Get("today").Expect(200)).Text, Does.Contain("plan.to-sign"));
        Assert.That((await Read(caseId, id))["canSign"]!.GetValue<bool>(), Is.True);
        await As(Role.Educator).Put(at, Given.PlanDraft(), 3).Expect(422, "plan.wrong-state");

        await Do($"{at}/signature", null, 2, 412, "record.stale");
        await Do($"{at}/signature", null, 3);
        await Do($"{at}/signature", null, 3, 422, "plan.signed-already");
        Assert.That(State(await Read(caseId, id)), Is.EqualTo("toSign"));
        await Do($"{at}/person-signature", new { typedName = "Altra Persona", confirmed = true }, 3, 422, "plan.name-differs");
        Assert.That((await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare" }, 3, 422)).CodesOf("confirmed"), Is.EqualTo(new[] { "plan.not-confirmed" }));
        await Do($"{at}/person-signature", new { typedName = "lungomare GIOIOSA", confirmed = true }, 3);
        Assert.That(State(await Read(caseId, id)), Is.EqualTo("toSign"), "a colleague has still to sign");
        await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare", confirmed = true }, 3, 422, "plan.signed-already");
        await Do($"{at}/signature", null, 3, by: colleague);

        var plan = await Read(caseId, id);
        Assert.That(State(plan), Is.EqualTo("inForce"));
        Assert.That(plan["inForceOn"]!.ToString(), Is.EqualTo("2026-11-23"));
        Assert.That(plan["signatures"]!.AsArray().Select(one => one!["way"]!.ToString()), Is.EquivalentTo(new[] { "session", "session", "typed" }));
        Assert.That((await colleague.Get("today").Expect(200)).Text, Does.Not.Contain("plan.to-sign"));
        await Do($"{at}/signature", null, plan.Version, 422, "plan.wrong-state");
    }

    [Test]
    public async Task Plan_WhenIncomplete_IsNotSentToBeSignedAndSaysWhatIsMissing()
    {
        var (_, caseId) = await Somebody();
        var id = await Given.Plan(caseId, new { needs = new[] { new { area = "work", text = "Lavoro", objectives = new[] { new { text = "Trovarlo" } } } } });
        var signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) };
        var at = $"cases/{caseId}/plans/{id}";

        var refused = await Do($"{at}/signatures", new { signerIds }, 2, 422, "plan.incomplete");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "plan.objective-measure", "plan.objective-due", "plan.objective-without-action", "plan.review-date" }));
        await Do($"{at}/signatures", new { signerIds = Array.Empty<Guid>() }, 2, 422);
        await As(Role.Educator).Put(at, Given.PlanDraft(), 2).Expect(204);
        await Do($"{at}/signatures", new { signerIds = new[] { Guid.NewGuid() } }, 3, 422, "plan.signer-not-member");
        await Do($"{at}/signatures", new { signerIds }, 2, 412, "record.stale");
        var wrong = await As(Role.Educator).Put(at, new { wishes = new string('a', 4001), needs = new object[] { new { text = new string('b', 1001), objectives = new object[] { new { actions = new object[] { new { kind = "course", times = 0 } } } } } } }, 3).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "wishes", "needs[0].text", "needs[0].objectives[0].actions[0].times" }));
        await As(Role.Educator).Put(at, new { needs = new object[] { new { text = "x", objectives = new object[] { new { actions = new object[] { new { kind = "course", by = "member", userId = Guid.NewGuid() } } } } } } }, 3).Expect(422, "plan.not-member");
        await As(Role.Educator).Put(at, Given.PlanDraft(), 2).Expect(412, "record.stale");
        await As(Role.Educator).Post($"cases/{caseId}/plans").Expect(409, "plan.at-work");
        await (await SignIn(Role.Educator)).Delete(at, ("If-Match", "\"3\"")).Expect(204);
        await As(Role.Educator).Get(at).Expect(404, "plan.not-found");
    }

    [Test]
    public async Task Version_WhenANewOneComesIntoForce_SupersedesTheOldAndCanBeComparedWithIt()
    {
        var (_, caseId) = await Somebody();
        var first = await Given.PlanInForce(caseId, "Gioiosa Lungomare");
        var started = await As(Role.Educator).Post($"cases/{caseId}/plans").Expect(201);
        Assert.That(started["number"]!.GetValue<int>(), Is.EqualTo(2));
        var (second, at) = (started.Id, $"cases/{caseId}/plans/{started.Id}");
        var copy = (await Read(caseId, second))["content"]!.DeepClone().AsObject();
        copy["reviewOn"] = "2027-02-15";
        copy["needs"]![0]!["objectives"]![0]!["dueOn"] = "2027-06-30";
        await As(Role.Educator).Put(at, copy, 1).Expect(204);

        var compared = await As(Role.Educator).Get($"{at}/comparison/{first}").Expect(200);
        var change = compared["changes"]!.AsArray().Single()!;
        Assert.That(change["part"]!.ToString(), Is.EqualTo("objective"));
        Assert.That(change["fields"]![0]!["before"]!.ToString(), Is.EqualTo("2027-05-31"));

        await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 2);
        await Do($"{at}/signature", null, 3);
        await (await SignIn(Role.Educator)).Delete($"{at}/signatures", ("If-Match", "\"3\"")).Expect(204);
        Assert.That((await Read(caseId, second))["signatures"]!.AsArray(), Is.Empty, "taken back, it is signed anew");
        await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 4);
        await Do($"{at}/signature", null, 5);
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"{at}/signed-copy", Given.FileForm(fields: ("signedOn", "2026-11-24")), ("If-Match", "\"5\"")).Expect(422, "plan.signed-on");
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"{at}/signed-copy", Given.FileForm([1, 2, 3], fields: ("signedOn", "2026-11-23")), ("If-Match", "\"5\"")).Expect(422, "document.type");
        Assert.That(State(await Read(caseId, second)), Is.EqualTo("toSign"), "a file that is not what it says changes nothing");
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"{at}/signed-copy", Given.FileForm(fields: ("signedOn", "2026-11-23")), ("If-Match", "\"5\"")).Expect(204);

        var list = await As(Role.Educator).Get($"cases/{caseId}/plans").Expect(200);
        Assert.That(list.Items.Select(line => line!["state"]!.ToString()), Is.EqualTo(new[] { "inForce", "superseded" }));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/plans?limit=1").Expect(200))["nextCursor"], Is.Not.Null);
        Assert.That((await As(Role.Educator).Get($"{at}/signed-copy").Expect(200)).Bytes, Is.EqualTo(Given.Pdf));
        await As(Role.Educator).Get($"cases/{caseId}/plans/{first}/signed-copy").Expect(404, "document.not-found");
    }

    [Test]
    public async Task Signatures_WhenTwoComeAtOnce_TheLastBringsThePlanIntoForceOnce()
    {
        var (_, caseId) = await Somebody();
        var colleague = await AnotherPerson(Role.Educator);
        var educator = await SignIn(Role.Educator);
        var signerIds = new[] { await Given.IdOf(educator), await Given.Member(caseId, colleague) };
        var id = await Given.Plan(caseId);
        var at = $"cases/{caseId}/plans/{id}";
        await Do($"{at}/signatures", new { signerIds }, 2);
        await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare", confirmed = true }, 3);

        var replies = await Task.WhenAll(new[] { educator, colleague }.Select(who => who.Post($"{at}/signature", null, ("If-Match", "\"3\""))));
        Assert.That(replies.Select(reply => reply.Status), Is.EqualTo(new[] { 204, 204 }));
        Assert.That(State(await Read(caseId, id)), Is.EqualTo("inForce"));
        Assert.That(await Scalar<int>("select signatures from beneficiaries_plan where id = @Id", new { Id = id }), Is.EqualTo(3));
    }

    [Test]
    public async Task Progress_WhenAnInternshipAndACourseGoOn_IsComputedAndNeverTyped()
    {
        var (_, caseId) = await Somebody();
        var id = await Given.PlanInForce(caseId, "Gioiosa Lungomare");
        var at = $"cases/{caseId}/plans/{id}";
        var plan = await Read(caseId, id);
        Assert.That(Step(plan, "internship")["state"]!.ToString(), Is.EqualTo("notStarted"));
        var internshipAction = Step(plan, "internship")["actionId"];
        await As(Role.Educator).Put($"{at}/actions/{internshipAction}", new { state = "done", on = "2026-11-23" }, 0).Expect(422, "plan.known-by-facts");

        var internship = await Given.ActiveInternship(caseId, await Given.Host(), proposal => proposal with { StartsOn = "2026-11-24" });
        Assert.That(Step(await Read(caseId, id), "internship")["state"]!.ToString(), Is.EqualTo("running"));
        Clock.Advance(TimeSpan.FromDays(30));
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-20", outcome = "hiredByHost", contract = "permanent", hiredOn = "2026-12-21" }).Expect(200);
        plan = await Read(caseId, id);
        Assert.That(Step(plan, "internship")["state"]!.ToString(), Is.EqualTo("done"));
        Assert.That(Step(plan, "internship")["on"]!.ToString(), Is.EqualTo("2026-12-20"));
        Assert.That(plan["done"]!.GetValue<int>(), Is.EqualTo(1));

        foreach (var on in new[] { "2026-12-01", "2026-12-02" })
        {
            await As(Role.Educator).Post("group-activities", new { kind = "workshop", on, title = "Incontro", text = "Insieme", participants = new[] { new { caseId, present = on == "2026-12-01" } } }).Expect(201);
        }

        Assert.That(Step(await Read(caseId, id), "groupMeeting")["count"]!.GetValue<int>(), Is.EqualTo(1), "only where the person was there");
        var coaching = Step(plan, "coaching")["actionId"];
        Assert.That((await As(Role.Educator).Put($"{at}/actions/{coaching}", new { state = "interrupted", on = "2027-12-23" }, 0).Expect(422))["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "on", "note" }));
        await As(Role.Educator).Put($"{at}/actions/{coaching}", new { state = "done", on = "2026-12-15" }, 0).Expect(204);
        await As(Role.Educator).Put($"{at}/actions/{coaching}", new { state = "running", on = "2026-12-15" }, 0).Expect(409, "plan.step-taken");
        await As(Role.Educator).Put($"{at}/actions/{coaching}", new { state = "running", on = "2026-12-15" }, 7).Expect(412, "record.stale");
        await As(Role.Educator).Put($"{at}/actions/{Guid.NewGuid()}", new { state = "done", on = "2026-12-15" }, 0).Expect(404, "plan-action.not-found");
        plan = await Read(caseId, id);
        Assert.That((plan["done"]!.GetValue<int>(), plan["total"]!.GetValue<int>()), Is.EqualTo((2, 3)));
        var line = (await As(Role.Educator).Get($"cases/{caseId}/plans").Expect(200)).Items.Single()!;
        Assert.That((line["done"]!.GetValue<int>(), line["total"]!.GetValue<int>()), Is.EqualTo((2, 3)));
    }

    [Test]
    public async Task Course_WhenCompleted_ClosesItsAction()
    {
        var (_, caseId) = await Somebody();
        var draft = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Given.PlanDraft()))!;
        draft["needs"]![0]!["objectives"]![0]!["actions"]![0]!["kind"] = "course";
        var id = await Given.Plan(caseId, draft);
        var edition = await Given.Edition();
        var enrolment = (await As(Role.Educator).Post($"course-editions/{edition}/enrolments", new { caseId }).Expect(201)).Id;
        Assert.That(Step(await Read(caseId, id), "course")["source"]!.ToString(), Is.EqualTo("none"), "who only asked for a place is not in the course");
        await As(Role.Coordinator).Post($"enrolments/{enrolment}/confirmation").Expect(204);
        await Given.ChangedEdition(edition, form => form["state"] = "running").Expect(204);
        Assert.That(Step(await Read(caseId, id), "course")["state"]!.ToString(), Is.EqualTo("running"));
        Assert.That(Step(await Read(caseId, id), "course")["label"]!.ToString(), Is.EqualTo("Sicurezza sul lavoro"));
        await As(Role.Coordinator).Post($"enrolments/{enrolment}/completion", new { passed = true }).Expect(204);
        Assert.That(Step(await Read(caseId, id), "course")["state"]!.ToString(), Is.EqualTo("done"));
    }

    [Test]
    public async Task Action_WhenAnInternshipIsChosenForIt_FollowsThatOneAndNoOtherActionMay()
    {
        var (_, caseId) = await Somebody();
        var draft = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Given.PlanDraft()))!;
        draft["needs"]![0]!["objectives"]![0]!["actions"]![2]!["kind"] = "internship";
        var id = await Given.Plan(caseId, draft);
        var at = $"cases/{caseId}/plans/{id}";
        var internship = await Given.ActiveInternship(caseId, await Given.Host(name: "Osteria del Porto"));
        var elsewhere = await Given.Case();
        var foreign = await Given.ActiveInternship(elsewhere.Case, await Given.Host());
        var actions = (await Read(caseId, id))["content"]!["needs"]![0]!["objectives"]![0]!["actions"]!.AsArray();
        var (first, meeting, second) = (actions[0]!["id"]!.GetValue<Guid>(), actions[1]!["id"]!.GetValue<Guid>(), actions[2]!["id"]!.GetValue<Guid>());
        await As(Role.Educator).Put($"{at}/actions/{second}", new { state = "notStarted", on = "2026-11-23", factId = internship }, 0).Expect(422, "plan.wrong-state");
        await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 2);
        await Do($"{at}/signature", null, 3);
        await Do($"{at}/person-signature", new { typedName = "Gioiosa Lungomare", confirmed = true }, 3);

        var facts = (await As(Role.Educator).Get($"{at}/facts").Expect(200)).Json.AsArray();
        Assert.That(facts.Single()!["label"]!.ToString(), Does.StartWith("Osteria del Porto"));
        await As(Role.Educator).Put($"{at}/actions/{second}", new { state = "notStarted", on = "2026-11-23", factId = foreign }, 0).Expect(422, "plan.fact-unknown");
        await As(Role.Educator).Put($"{at}/actions/{meeting}", new { state = "notStarted", on = "2026-11-23", factId = internship }, 0).Expect(422, "plan.fact-unknown");
        Assert.That((await As(Role.Educator).Put($"{at}/actions/{second}", new { state = "dropped", on = "2026-11-23", note = "No", factId = internship }, 0).Expect(422)).CodesOf("factId"), Is.EqualTo(new[] { "plan.fact-of-dropped" }));
        await (await AnotherPerson(Role.Educator)).Get($"{at}/facts").Expect(404);
        await As(Role.Educator).Put($"{at}/actions/{second}", new { state = "notStarted", on = "2026-11-23", factId = internship }, 0).Expect(204);
        await As(Role.Educator).Put($"{at}/actions/{first}", new { state = "notStarted", on = "2026-11-23", factId = internship }, 0).Expect(422, "plan.fact-taken");

        JsonNode StepOf(Reply plan, Guid action) => plan["steps"]!.AsArray().Single(step => step!["actionId"]!.GetValue<Guid>() == action)!;
        var plan = await Read(caseId, id);
        Assert.That((StepOf(plan, first)["state"]!.ToString(), StepOf(plan, second)["state"]!.ToString()), Is.EqualTo(("notStarted", "running")));
        Assert.That(StepOf(plan, second)["chosen"]!.GetValue<bool>(), Is.True);
        Assert.That((await As(Role.Educator).Get($"{at}/facts").Expect(200)).Json[0]!["actionId"]!.GetValue<Guid>(), Is.EqualTo(second));
        await As(Role.Educator).Put($"{at}/actions/{second}", new { state = "notStarted", on = "2026-11-23" }, 1).Expect(204);
        plan = await Read(caseId, id);
        Assert.That((StepOf(plan, first)["state"]!.ToString(), StepOf(plan, second)["state"]!.ToString()), Is.EqualTo(("running", "notStarted")), "untied, it goes to the first of its kind");
    }

    [Test]
    public async Task Review_WhenItsDayIsNear_IsDueOnTodayAndRecordedWithTheNext()
    {
        var (person, caseId) = await Somebody();
        var id = await Given.PlanInForce(caseId, "Gioiosa Lungomare");
        var at = $"cases/{caseId}/plans/{id}";
        var version = (await Read(caseId, id)).Version;
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("plan.review"));
        Clock.Advance(TimeSpan.FromDays(50));
        Assert.That((await As(Role.Educator).Get("today").Expect(200))["tasks"]!.AsArray().Single(task => task!["kind"]!.ToString() == "plan.review")!["link"]!.ToString(), Is.EqualTo($"/beneficiaries/{person}/cases/{caseId}/plans/{id}"));

        Assert.That((await Do($"{at}/reviews", new { heldOn = "2030-01-01", nextOn = "2026-01-01" }, version, 422))["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "heldOn", "note", "nextOn" }));
        await Do($"{at}/reviews", new { heldOn = "2026-11-01", note = "Prima", nextOn = "2027-04-15" }, version, 422, "plan.review-before");
        await Do($"{at}/reviews", new { heldOn = "2027-01-12", note = "Va bene, si prosegue", nextOn = "2027-04-15" }, version);
        await Do($"{at}/reviews", new { heldOn = "2027-01-12", note = "Di nuovo", nextOn = "2027-04-15" }, version, 412, "record.stale");
        var plan = await Read(caseId, id);
        Assert.That(plan["reviewOn"]!.ToString(), Is.EqualTo("2027-04-15"));
        Assert.That(plan["reviews"]!.AsArray().Single()!["note"]!.ToString(), Is.EqualTo("Va bene, si prosegue"));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("plan.review"));

        await Do($"{at}/closure", new { reason = "Ha trovato lavoro" }, plan.Version);
        Assert.That(State(await Read(caseId, id)), Is.EqualTo("closed"));
        await Do($"{at}/closure", new { reason = "Di nuovo" }, plan.Version + 1, 422, "plan.wrong-state");
    }

    [Test]
    public async Task Plan_WhenPrinted_IsADocumentWithoutTheNameInItsOwn()
    {
        var (_, caseId) = await Somebody("Dolcevita");
        var id = await Given.Plan(caseId);
        var file = await As(Role.Educator).Get($"cases/{caseId}/plans/{id}/document").Expect(200);

        Assert.That(file.ContentHeaders.ContentDisposition!.ToString(), Does.Contain("progetto-personalizzato-1.docx").And.Not.Contain("olcevita"));
        using var package = WordprocessingDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        var text = package.MainDocumentPart!.Document.Body!.InnerText;
        Assert.That(text, Does.Contain("Gioiosa Dolcevita").And.Contain("Incontri sul lavoro (2 volte)").And.Contain("Riprendere un ritmo riservatissimo").And.Contain("Tirocinio: Tirocinio in una cucina").And.Contain("La persona"));
    }

    [Test]
    public async Task Plan_WhenNoNeedToKnow_IsNotThere()
    {
        var (person, caseId) = await Somebody();
        var elsewhere = await Somebody("Bellavista");
        var id = await Given.PlanInForce(caseId, "Gioiosa Lungomare");
        var at = $"cases/{caseId}/plans/{id}";
        var stranger = await AnotherPerson(Role.Educator);

        foreach (var path in new[] { $"cases/{caseId}/plans", at, $"{at}/document", $"{at}/signed-copy", $"{at}/comparison/{id}" })
        {
            await stranger.Get(path).Expect(404, "case.not-found");
            await As(Role.Coordinator).Get(path).Expect(403, "beneficiary.team-only");
        }

        await stranger.Post($"cases/{caseId}/plans").Expect(404, "case.not-found");
        await stranger.Post($"{at}/closure", new { reason = "x" }, ("If-Match", "\"4\"")).Expect(404, "case.not-found");
        await As(Role.Educator).Get($"cases/{elsewhere.Case}/plans/{id}").Expect(404, "plan.not-found");
        await As(Role.Educator).Get($"cases/{caseId}/plans/{id}/comparison/{Guid.NewGuid()}").Expect(404, "plan.not-found");
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(caseId, colleague);
        await Do($"{at}/closure", new { reason = "x" }, (await Read(caseId, id)).Version, 403, "case.manager-only", colleague);
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(200)).Text, Does.Contain("read-plan"));

        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/plans").Expect(422, "case.is-closed");
        Assert.That(State(await Read(caseId, id)), Is.EqualTo("closed"), "a plan ends with its case");
    }
}
