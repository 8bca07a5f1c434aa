namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class DiaryTests(Engine engine) : SliceTests(engine)
{
    private static object Text(string text) => new { kind = "call", on = "2026-11-20", at = "11:00", text };

    [Test]
    public async Task Draft_WhenChangedAndSigned_IsOfItsAuthorUntilThenAndFinalAfterwards()
    {
        var (_, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(caseId, colleague);
        var id = await Given.Entry(caseId, draft: true);
        var path = $"cases/{caseId}/diary-entries/{id}";

        await colleague.Get(path).Expect(404, "diary-entry.not-found");
        await colleague.Put(path, Text("Di altri"), 1).Expect(404, "diary-entry.not-found");
        await colleague.Post($"{path}/signature", null, ("If-Match", "\"1\"")).Expect(404, "diary-entry.not-found");
        Assert.That((await colleague.Get($"cases/{caseId}/diary-entries").Expect(200)).Items, Is.Empty);

        await As(Role.Educator).Put(path, Text("Cambiata"), 1).Expect(204);
        await As(Role.Educator).Put(path, Text("Su una versione vecchia"), 1).Expect(412, "record.stale");
        await As(Role.Educator).Put(path, Text("Senza versione")).Expect(428);
        await As(Role.Educator).Post($"{path}/signature", null, ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await As(Role.Educator).Post($"{path}/signature", null, ("If-Match", "\"2\"")).Expect(204);

        var read = await colleague.Get(path).Expect(200);
        Assert.That(read["text"]!.ToString(), Is.EqualTo("Cambiata"));
        Assert.That(read["at"]!.ToString(), Is.EqualTo("11:00"));
        Assert.That(read["readers"], Is.Null);
        await As(Role.Educator).Put(path, Text("Troppo tardi"), 3).Expect(422, "diary.signed");
        await As(Role.Educator).Post($"{path}/signature", null, ("If-Match", "\"3\"")).Expect(422, "diary.signed");
        await (await SignIn(Role.Educator)).Delete(path, ("If-Match", "\"3\"")).Expect(422, "diary.signed");
        await colleague.Put(path, Text("Di un'altra"), 3).Expect(422, "diary.signed");
        Assert.That((await As(Role.Educator).Get(path).Expect(200))["text"]!.ToString(), Is.EqualTo("Cambiata"));
    }

    [Test]
    public async Task Entry_WhenItsDayCannotBe_IsRefusedAtTheDay()
    {
        var (_, caseId) = await Given.Case(person: Given.Person(birthDate: new(2010, 5, 1)));
        Task<Reply> On(string on) => As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "call", on, text = "Sentito al telefono" });

        Assert.That((await On("1926-11-20").Expect(422)).CodesOf("on"), Is.EqualTo(new[] { "diary.too-early" }));
        Assert.That((await On("2016-11-22").Expect(422)).CodesOf("on"), Is.EqualTo(new[] { "diary.too-early" }));
        await On("2016-11-23").Expect(201);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.EqualTo(1));
    }

    [Test]
    public async Task Draft_WhenDiscarded_IsGone()
    {
        var (_, caseId) = await Given.Case();
        var id = await Given.Entry(caseId, draft: true);
        var educator = await SignIn(Role.Educator);

        await educator.Delete($"cases/{caseId}/diary-entries/{id}", ("If-Match", "\"7\"")).Expect(412, "record.stale");
        await educator.Delete($"cases/{caseId}/diary-entries/{id}", ("If-Match", "\"1\"")).Expect(204);
        Assert.That((await educator.Get($"cases/{caseId}/diary-entries").Expect(200)).Items, Is.Empty);
        await educator.Delete($"cases/{caseId}/diary-entries/{id}", ("If-Match", "\"1\"")).Expect(404, "diary-entry.not-found");
    }

    [Test]
    public async Task Draft_WhenSignedTwiceAtOnce_IsSignedOnce()
    {
        var (_, caseId) = await Given.Case();
        var id = await Given.Entry(caseId, draft: true);
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => educator.Post($"cases/{caseId}/diary-entries/{id}/signature", null, ("If-Match", "\"1\""))));

        Assert.That(replies.Count(reply => reply.Status == 204), Is.EqualTo(1));
        Assert.That(replies.Single(reply => reply.Status != 204).Status, Is.AnyOf(412, 422));
    }

    [Test]
    public async Task LimitedEntry_WhenNotChosen_DoesNotExist()
    {
        var (person, caseId) = await Given.Case(openedOn: "2026-10-01");
        var (chosen, other) = (await AnotherPerson(Role.Educator), await AnotherPerson(Role.Educator));
        var chosenId = await Given.Member(caseId, chosen);
        await Given.Member(caseId, other);
        var id = await Given.Entry(caseId, readerIds: [chosenId], text: "Per una persona sola");
        await Given.Entry(caseId, readerIds: [chosenId], draft: true);
        var path = $"cases/{caseId}/diary-entries/{id}";

        foreach (var reader in new[] { await SignIn(Role.Educator), chosen })
        {
            var read = await reader.Get(path).Expect(200);
            Assert.That(read["readers"]!.AsArray().Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(chosenId));
        }

        Assert.That((await chosen.Get($"cases/{caseId}/diary-entries").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        var guessed = await other.Get($"cases/{caseId}/diary-entries/{Guid.NewGuid()}").Expect(404);
        Assert.That((await other.Get(path).Expect(404)).Code, Is.EqualTo(guessed.Code));
        await other.Put(path, Text("x"), 1).Expect(404, "diary-entry.not-found");
        await other.Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-20", text = "x", amendsId = id }).Expect(422, "diary.unknown-amended");
        foreach (var filter in new[] { "", "?kind=note", $"?authorId={await Given.IdOf(await SignIn(Role.Educator))}" })
        {
            Assert.That((await other.Get($"cases/{caseId}/diary-entries{filter}").Expect(200)).Items, Is.Empty);
        }

        Assert.That((await other.Get($"cases/{caseId}").Expect(200))["lastActivityOn"]!.ToString(), Is.EqualTo("2026-10-01"), "the day of the last news would tell");
        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", new { reason = "Serve sapere chi avvisare questa sera stessa" });
        Assert.That((await As(Role.Coordinator).Get($"cases/{caseId}/diary-entries")).Text, Does.Not.Contain("Per una persona sola"));
    }

    [Test]
    public async Task Amendment_WhenWritten_IsReadByWhoReadsTheAmendedAndBothShow()
    {
        var (_, caseId) = await Given.Case();
        var (chosen, other) = (await AnotherPerson(Role.Educator), await AnotherPerson(Role.Educator));
        var chosenId = await Given.Member(caseId, chosen);
        await Given.Member(caseId, other);
        var id = await Given.Entry(caseId, readerIds: [chosenId]);

        await chosen.Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-21", text = "x", amendsId = id, readerIds = new[] { chosenId } }).Expect(422, "diary.amendment-readers");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var amendment = await Given.Entry(caseId, chosen, amendsId: id, text: "Correzione");

        var list = await As(Role.Educator).Get($"cases/{caseId}/diary-entries").Expect(200);
        Assert.That(list.Ids, Is.EqualTo(new[] { amendment, id }));
        Assert.That(list.Items[0]!["amendsId"]!.GetValue<Guid>(), Is.EqualTo(id));
        Assert.That(list.Items[0]!["amendsOn"]!.ToString(), Is.EqualTo("2026-11-20"));
        Assert.That(list.Items[1]!["amendedBy"]!.AsArray().Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(amendment));
        Assert.That((await other.Get($"cases/{caseId}/diary-entries").Expect(200)).Items, Is.Empty);

        var draft = await Given.Entry(caseId, draft: true);
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-21", text = "x", amendsId = draft }).Expect(422, "diary.amends-draft");
    }

    [Test]
    public async Task Entry_WhenReadersAreNotOfTheTeamOrNobody_IsRefused()
    {
        var (_, caseId) = await Given.Case();
        var stranger = await Given.IdOf(await AnotherPerson(Role.Educator));

        object Limited(params Guid[] readerIds) => new { kind = "note", on = "2026-11-20", text = "x", readerIds };
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", Limited(stranger)).Expect(422, "diary.reader-not-member");
        Assert.That((await As(Role.Educator).Post($"cases/{caseId}/diary-entries", Limited()).Expect(422)).CodesOf("readerIds"), Is.EqualTo(new[] { "diary.no-readers" }));
        var wrong = await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { at = "25:00", on = "2026-12-25" }).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "kind", "text", "on", "at" }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.Zero);
    }

    [Test]
    public async Task List_WhenFilteredAndPaged_AnswersInOrder()
    {
        var (_, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var colleagueId = await Given.Member(caseId, colleague);
        var first = await Given.Entry(caseId, kind: "call");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Given.Entry(caseId, colleague, kind: "visit");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await Given.Entry(caseId, kind: "visit");

        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/diary-entries?kind=visit").Expect(200)).Ids, Is.EqualTo(new[] { third, second }));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/diary-entries?authorId={colleagueId}").Expect(200)).Ids, Is.EqualTo(new[] { second }));
        var page = await As(Role.Educator).Get($"cases/{caseId}/diary-entries?limit=2").Expect(200);
        var rest = await As(Role.Educator).Get($"cases/{caseId}/diary-entries?limit=2&cursor={page["nextCursor"]}").Expect(200);
        Assert.That(page.Ids.Concat(rest.Ids), Is.EqualTo(new[] { third, second, first }));
        await As(Role.Educator).Get($"cases/{caseId}/diary-entries?kind=whatever").Expect(422);
        await As(Role.Educator).Get($"cases/{caseId}/diary-entries?cursor=abc").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task Hints_WhenATextNamesHealthOrPenalFacts_SayWhereTheyBelongAndNothingIsRefused()
    {
        var (_, caseId) = await Given.Case();
        const string text = "Dopo il ricovero in psichiatria ha chiesto dell'affidamento in prova.";

        var hints = (await As(Role.Educator).Post("cases/diary-hints", new { text }).Expect(200)).Items;
        Assert.That(hints.Select(hint => hint!["topic"]!.ToString()), Is.EqualTo(new[] { "health", "penal" }));
        Assert.That(hints[0]!["words"]!.AsArray().Select(word => word!.ToString()), Is.EqualTo(new[] { "ricovero", "psichiatria" }));
        Assert.That(hints[0]!["belongsIn"]!.AsArray().Select(place => place!.ToString()), Is.EqualTo(new[] { "workProfile", "attestations" }));
        Assert.That((await As(Role.Educator).Post("cases/diary-hints", new { text = "Colloquio sul lavoro in farmacia" }).Expect(200)).Items, Is.Empty);
        await As(Role.Educator).Post("cases/diary-hints", new { }).Expect(422);
        await As(Role.Trainer).Post("cases/diary-hints", new { text }).Expect(403);
        await Given.Entry(caseId, text: text);
    }
}
