using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Selection;

[TestFixtureSource(typeof(Engines))]
internal sealed class SelectionTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Parent = new { criterion = "parentOfMinors", points = 10 }, Alone = new { criterion = "singleParent", points = 5 }, Young = new { criterion = "ageBand", argument = "18-30", points = 3 },
        Category = new { criterion = "disadvantageCategory", points = 4 }, Judged = new { criterion = "judged", argument = "Motivazione", points = 6 };

    private static Dictionary<string, object?> Somebody(string surname, int? children = null, bool? alone = null, int born = 1980)
    {
        var person = Given.Person(surname, birthDate: new DateOnly(born, 3, 3));
        person["minorChildren"] = children;
        person["singleParent"] = alone;
        return person;
    }

    [Test]
    public async Task Ranking_WhenLive_ExplainsEveryPointAndWhatDecidesAmongEquals()
    {
        var (programme, body) = await Given.FundedProgramme();
        var cohort = await Given.Cohort(programme, 1, Parent, Alone, Young);
        var none = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Ultima", 0)));
        var one = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Genitrice", 1, false)));
        var three = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Numerosa", 3, false)));
        var alone = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Sola", 1, true, 2000)));

        var ranking = await As(Role.Educator).Get($"programmes/{programme}/ranking").Expect(200);

        Assert.That(ranking.Ids, Is.EqualTo(new[] { alone, three, one, none }));
        Assert.That(ranking.Items.Select(row => row!["points"]!.GetValue<int>()), Is.EqualTo(new[] { 18, 10, 10, 0 }));
        Assert.That(ranking.Items.Select(row => row!["tieBreak"]?.ToString()), Is.EqualTo(new[] { null, null, "moreMinorChildren", null }));
        Assert.That(ranking.Items[0]!["displayName"]!.ToString(), Does.StartWith("Sola"));
        Assert.That(ranking.Items[0]!["lines"]!.AsArray().Select(line => $"{line!["criterion"]} {line["points"]} {line["basis"]}"), Is.EqualTo(new[] { "parentOfMinors 10 met", "singleParent 5 met", "ageBand 3 met" }));
        Assert.That(ranking["free"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(ranking["cohortId"]!.GetValue<Guid>(), Is.EqualTo(cohort));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where purpose = 'read-ranking'"), Is.EqualTo(4));
    }

    [Test]
    public async Task Ranking_WhenWithoutNeedToKnow_ShowsNumberAndPointsOnly()
    {
        var (programme, body) = await Given.FundedProgramme(["l381-drug-dependence"]);
        await Given.Cohort(programme, 2, Parent, Category, Judged);
        var (restricted, _) = await Given.Case(bodyKind: "addictionService", person: Somebody("Riservata", 1, false));
        await As(Role.Educator).Post($"beneficiaries/{restricted}/attestations", new { category = "l381-drug-dependence", bodyId = body, validFrom = "2026-01-01" }).Expect(201);
        var candidate = await Given.Candidate(programme, body, restricted);
        var (open, _) = await Given.Case(person: Somebody("Visibile", 1, false));
        await As(Role.Educator).Post($"beneficiaries/{open}/attestations", new { category = "l381-drug-dependence", bodyId = body, validFrom = "2026-01-01" }).Expect(201);
        var other = await Given.Candidate(programme, body, open);
        await As(Role.Educator).Post($"programmes/{programme}/candidates/{other}/points", new { key = "judged:Motivazione", points = 1, reason = "Colloquio con la commissione" }).Expect(204);

        var coordinator = await As(Role.Coordinator).Get($"programmes/{programme}/ranking").Expect(200);
        var hidden = coordinator.Items.Single(row => row!["id"]!.GetValue<Guid>() == candidate)!;
        Assert.That(hidden["points"]!.GetValue<int>(), Is.EqualTo(14));
        Assert.That(new[] { hidden["displayName"], hidden["lines"], hidden["beneficiaryId"], hidden["eligible"], hidden["tieBreak"] }, Is.All.Null);
        Assert.That(coordinator.Items.Single(row => row!["id"]!.GetValue<Guid>() == other)!["displayName"], Is.Null, "points would tell the category");

        foreach (var stranger in new[] { await AnotherPerson(Role.Educator), await SignIn(Role.Administrator) })
        {
            foreach (var path in new[] { "ranking", "candidates", $"candidates/{candidate}" })
            {
                var text = (await stranger.Get($"programmes/{programme}/{path}").Expect(200)).Text;
                Assert.That(text, Does.Not.Contain("Riservata").And.Not.Contain("Visibile").And.Not.Contain("Colloquio").And.Not.Contain(restricted.ToString()), path);
            }
        }

        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}/candidates/{candidate}").Expect(200))["bodyName"], Is.Null);
        Assert.That((await As(Role.Educator).Get($"programmes/{programme}/candidates/{candidate}").Expect(200))["bodyName"]!.ToString(), Does.StartWith("Ente di prova"));
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{candidate}/points", new { key = "judged:Motivazione", points = 6, reason = "Colloquio con la commissione" }).Expect(404, "candidate.not-found");
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{candidate}/renunciation", new { reason = "Ha trovato un lavoro" }).Expect(404, "candidate.not-found");
        await As(Role.Trainer).Get($"programmes/{programme}/ranking").Expect(403);
        await As(Role.Educator).Get($"programmes/{Guid.NewGuid()}/ranking").Expect(404, "cohort.not-found");
        Assert.That(await Scalar<string>("select body_cipher from beneficiaries_candidate where id = @candidate", new { candidate }), Does.StartWith($"p1.{restricted:N}."));
    }

    [Test]
    public async Task Ranking_WhenNothingInItTellsOfCategories_ACoordinatorReadsTheRegistryAndTheRestAsASum()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 2, Parent, Judged);
        var candidate = await Given.Candidate(programme, body, (await Given.Case(person: Somebody("Visibile", 1, false))).Person);
        await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidate}/points", new { key = "judged:Motivazione", points = 5, reason = "Colloquio con la commissione" }).Expect(204);

        var ranking = await As(Role.Coordinator).Get($"programmes/{programme}/ranking").Expect(200);
        var row = ranking.Items.Single()!;
        Assert.That(row["displayName"]!.ToString(), Does.StartWith("Visibile"));
        Assert.That(row["lines"]!.AsArray().Select(line => line!["criterion"]!.ToString()), Is.EqualTo(new[] { "parentOfMinors" }));
        Assert.That(row["reservedPoints"]!.GetValue<int>(), Is.EqualTo(5));
        Assert.That(row["eligible"], Is.Null);
        Assert.That(ranking.Text, Does.Not.Contain("Colloquio"));
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{candidate}/points", new { key = "judged:Motivazione", points = 6, reason = "Colloquio con la commissione" }).Expect(403, "candidate.team-only");
        var other = (await Given.Case(person: Somebody("Proposta"))).Person;
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates", Given.Candidature(body, other)).Expect(403, "beneficiary.team-only");
    }

    [Test]
    public async Task Candidate_WhenProposedTwice_IsRefusedHoweverAndByWhomever()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 5);
        var data = Somebody("Doppia");
        var person = await Given.Beneficiary(person: data);
        await Given.Candidate(programme, body, person);

        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, person)).Expect(409, "candidate.twice");
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, person, somebodyElse: true)).Expect(409, "candidate.twice");
        var referral = await Given.Referral(person: data);
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, referral: referral)).Expect(409, "candidate.twice");
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, referral: referral, somebodyElse: true)).Expect(201);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_candidate"), Is.EqualTo(2));
        Assert.That((await As(Role.Educator).Get($"programmes/{programme}/candidates").Expect(200)).Json.AsArray().Select(row => row!["number"]!.GetValue<int>()), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Candidate_WhenProposedByManyAtOnce_EachGetsANumberAndNobodyTwice()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 5);
        var people = new List<Guid>();
        foreach (var index in Enumerable.Range(0, 4))
        {
            people.Add(await Given.Beneficiary(person: Somebody("Insieme", born: 1980 + index)));
        }

        var educator = await SignIn(Role.Educator);
        var replies = await Task.WhenAll(people.Concat(people).Select(person => educator.Post($"programmes/{programme}/candidates", Given.Candidature(body, person))));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 201, 201, 201, 409, 409, 409, 409 }));
        Assert.That(replies.Where(reply => reply.Status == 201).Select(reply => reply["number"]!.GetValue<int>()).Order(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Candidate_WhenWrong_IsRefusedAtItsField()
    {
        var (programme, body) = await Given.FundedProgramme();
        var person = await Given.Beneficiary();
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, person)).Expect(404, "cohort.not-found");
        await Given.Cohort(programme, 5);

        Assert.That((await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body)).Expect(422)).CodesOf("beneficiaryId"), Is.EqualTo(new[] { "candidate.who" }));
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(await Given.ReferringBody(), person)).Expect(422, "candidate.body-not-partner");
        var early = await As(Role.Educator).Post($"programmes/{programme}/candidates", new { beneficiaryId = person, bodyId = body, proposedOn = "2026-11-24", consentOn = "2026-11-24", consentKind = "signed" }).Expect(422);
        Assert.That(early.CodesOf("proposedOn").Concat(early.CodesOf("consentOn")), Is.EqualTo(new[] { "candidate.in-future", "candidate.consent-in-future" }));
        await (await AnotherPerson(Role.Educator)).Post($"programmes/{programme}/candidates", Given.Candidature(body, person)).Expect(404, "beneficiary.not-found");
        await (await AnotherPerson(Role.Educator)).Post($"programmes/{programme}/candidates", Given.Candidature(body, referral: await Given.Referral())).Expect(404, "referral.not-found");
        await As(Role.Administrator).Post($"programmes/{programme}/candidates", Given.Candidature(body, person)).Expect(403);
        var (over, lead) = await Given.FundedProgramme(endsOn: "2026-11-22");
        await As(Role.Coordinator).Post($"programmes/{over}/cohorts", new { title = "Tardi", places = 1 }).Expect(422, "programme.over");
        Assert.That(lead, Is.Not.EqualTo(Guid.Empty));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_candidate"), Is.Zero);
    }

    [Test]
    public async Task Declaration_WhenWrongStaleOrFrozen_IsRefused()
    {
        var (programme, body) = await Given.FundedProgramme();
        var cohort = await Given.Cohort(programme, 2, Parent);
        var path = $"programmes/{programme}/cohorts/{cohort}";

        var wrong = await As(Role.Coordinator).Put(path, new { title = "", places = 0, note = "", criteria = new object[] { new { criterion = "ageBand", argument = "30", points = 0 }, Parent, Parent }, tieBreaks = new[] { "number" } }, 2).Expect(422);
        Assert.That(
            wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "title", "places", "note", "criteria[0].points", "criteria[0].argument", "criteria", "tieBreaks" }));
        await As(Role.Coordinator).Put(path, Given.SelectionOf(3, [Alone]), 1).Expect(412, "record.stale");
        await As(Role.Coordinator).Put(path, Given.SelectionOf(3, [Alone])).Expect(428);
        await As(Role.Educator).Put(path, Given.SelectionOf(3, [Alone]), 2).Expect(403);
        await As(Role.Coordinator).Put(path, Given.SelectionOf(3, [Alone, Young]), 2).Expect(204);
        var listed = (await As(Role.Educator).Get($"programmes/{programme}/cohorts").Expect(200)).Json.AsArray().Single()!;
        Assert.That(listed["criteria"]!.AsArray().Select(one => one!["criterion"]!.ToString()), Is.EqualTo(new[] { "singleParent", "ageBand" }));
        Assert.That(listed["declaredOn"]!.ToString(), Is.EqualTo("2026-11-23"));

        await Given.Candidate(programme, body, await Given.Beneficiary());
        await Given.Freeze(programme);
        await As(Role.Coordinator).Put(path, Given.SelectionOf(3, [Parent]), 4).Expect(409, "cohort.frozen");
        await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, await Given.Beneficiary())).Expect(409, "cohort.frozen");
    }

    [Test]
    public async Task PointsByHand_WhenTheFileKnows_AreRefusedAndElseNeedAReason()
    {
        var (programme, body) = await Given.FundedProgramme(["l381-invalidity"]);
        await Given.Cohort(programme, 2, Parent, Category, Judged);
        var known = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Nota", 0)));
        var referral = (await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, referral: await Given.Referral(person: Somebody("Ignota")))).Expect(201)).Id;
        Task<Reply> Write(Guid candidate, string key, int points, string reason = "Visto il certificato") => As(Role.Educator).Post($"programmes/{programme}/candidates/{candidate}/points", new { key, points, reason });

        await Write(known, "parentOfMinors", 10).Expect(422, "candidate.known-by-file");
        await Write(known, "eligibility", 1).Expect(422, "candidate.known-by-file");
        await Write(known, "woman", 1).Expect(422, "candidate.criterion-unknown");
        await Write(known, "judged:Motivazione", 7).Expect(422, "candidate.too-many-points");
        Assert.That((await Write(known, "judged:Motivazione", 6, "Sì").Expect(422)).CodesOf("reason"), Is.EqualTo(new[] { "candidate.reason-needed" }));
        await Write(known, "judged:Motivazione", 6).Expect(204);
        await Write(known, "judged:Motivazione", 5).Expect(204);
        await Write(referral, "parentOfMinors", 10).Expect(204);
        await Write(referral, "disadvantageCategory", 4).Expect(204);
        await Write(referral, "eligibility", 1).Expect(204);

        var ranking = await As(Role.Educator).Get($"programmes/{programme}/ranking").Expect(200);
        Assert.That(ranking.Items.Select(row => $"{row!["points"]} {row["eligible"]}"), Is.EqualTo(new[] { "14 true", "5 false" }));
        Assert.That(ranking.Items[0]!["lines"]![0]!["reason"]!.ToString(), Is.EqualTo("Visto il certificato"));
        Assert.That(await Scalar<string>("select min(reason_cipher) from beneficiaries_candidate_points"), Does.Not.Contain("certificato"));
    }

    [Test]
    public async Task Freezing_WhenNotWholeOrSeenTooEarly_IsRefusedAndNothingChanges()
    {
        var (programme, body) = await Given.FundedProgramme(["l381-invalidity"]);
        var cohort = await Given.Cohort(programme, 1);
        Task<Reply> Close(int version) => As(Role.Coordinator).Post($"programmes/{programme}/ranking/minutes", Given.Minutes(cohort), ("If-Match", $"\"{version}\""));
        async Task<int> Version() => (await As(Role.Coordinator).Get($"programmes/{programme}/ranking").Expect(200)).Version;

        Assert.That((await (Close(await Version())).Expect(422, "ranking.cannot-freeze")).Rules, Is.EqualTo(new[] { "ranking.no-criteria", "ranking.no-candidates" }));
        await As(Role.Coordinator).Put($"programmes/{programme}/cohorts/{cohort}", Given.SelectionOf(1, [Judged]), 1).Expect(204);
        var seen = await Version();
        var candidate = await Given.Candidate(programme, body, await Given.Beneficiary());
        await As(Role.Coordinator).Post($"programmes/{programme}/ranking/minutes", Given.Minutes(cohort), ("If-Match", $"\"{seen}\"")).Expect(412, "record.stale");
        Assert.That((await (Close(await Version())).Expect(422, "ranking.cannot-freeze")).Rules, Is.EqualTo(new[] { "ranking.not-eligible", "ranking.points-missing" }));
        var early = await As(Role.Coordinator).Post($"programmes/{programme}/ranking/minutes", new { cohortId = cohort, heldOn = "2026-11-24", members = Array.Empty<object>(), text = "" }, ("If-Match", "\"9\"")).Expect(422);
        Assert.That(early["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "heldOn", "members", "text" }));
        var members = new[] { new { name = "Rita Nicolò", body = "Ambito" }, new { name = "Ugo Sala", body = "" }, new { name = " rita  NICOLO", body = "ambito" } };
        var twice = await As(Role.Coordinator).Post($"programmes/{programme}/ranking/minutes", new { cohortId = cohort, heldOn = "2026-11-23", members, text = "Verbale" }, ("If-Match", "\"9\"")).Expect(422, "validation.failed");
        Assert.That(twice.CodesOf("members[2].name"), Is.EqualTo(new[] { "ranking.member-twice" }));
        await As(Role.Educator).Post($"programmes/{programme}/ranking/minutes", Given.Minutes(cohort), ("If-Match", "\"1\"")).Expect(403);
        Assert.That(await Scalar<string>("select state from beneficiaries_cohort"), Is.EqualTo("open"));

        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{candidate}/exclusion", new { reason = "Manca l'attestazione" }).Expect(200);
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{candidate}/exclusion", new { reason = "Manca l'attestazione" }).Expect(409, "candidate.left-already");
        Assert.That((await (Close(await Version())).Expect(422, "ranking.cannot-freeze")).Rules, Is.EqualTo(new[] { "ranking.no-candidates" }));
    }

    [Test]
    public async Task Renunciation_WhenAPlaceBecomesFree_TheNextMovesInAndTheStoryStays()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1, Parent, Alone);
        var first = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Prima", 1, true)));
        var second = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Seconda", 1, false)));
        var third = await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Terza", 0)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Given.Freeze(programme);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await States(programme), Is.EqualTo(new[] { "1 selected", "2 waiting", "3 waiting" }));
        var left = await As(Role.Educator).Post($"programmes/{programme}/candidates/{first}/renunciation", new { reason = "Ha trovato un lavoro" }).Expect(200);
        Assert.That(left["movedIn"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That((await As(Role.Educator).Post($"programmes/{programme}/candidates/{third}/renunciation", new { reason = "Si è trasferita altrove" }).Expect(200))["movedIn"], Is.Null);
        Assert.That(await States(programme), Is.EqualTo(new[] { "1 renounced", "2 selected", "3 renounced" }));
        await As(Role.Coordinator).Post($"programmes/{programme}/candidates/{second}/exclusion", new { reason = "Tolta a graduatoria chiusa" }).Expect(409, "cohort.frozen");

        var story = (await As(Role.Educator).Get($"programmes/{programme}/candidates/{second}").Expect(200))["story"]!.AsArray();
        Assert.That(story.Select(line => line!["kind"]!.ToString()), Is.EqualTo(new[] { "proposed", "waiting", "movedIn" }));
        Assert.That((await As(Role.Educator).Get($"programmes/{programme}/candidates/{first}").Expect(200))["story"]!.AsArray()[^1]!["note"]!.ToString(), Is.EqualTo("Ha trovato un lavoro"));
        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}/ranking/minutes").Expect(200))["text"]!.ToString(), Does.StartWith("Verbale"));
        Assert.That(await Scalar<string>("select minutes_cipher from beneficiaries_cohort"), Does.Not.Contain("Verbale"));
        await As(Role.Educator).Get($"programmes/{programme}/ranking/minutes").Expect(403);
    }

    [Test]
    public async Task Renunciation_WhenTwoAtOnce_PlacesNeverExceedWhatIsDeclared()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 2, Parent);
        var candidates = new List<Guid>();
        foreach (var index in Enumerable.Range(0, 5))
        {
            candidates.Add(await Given.Candidate(programme, body, await Given.Beneficiary(person: Somebody("Contesa", 1, born: 1980 + index))));
        }

        await Given.Freeze(programme);
        var educator = await SignIn(Role.Educator);
        await Task.WhenAll(candidates.Take(2).Select(id => educator.Post($"programmes/{programme}/candidates/{id}/renunciation", new { reason = "Rinuncia insieme a un'altra" })));

        Assert.That(await States(programme), Is.EqualTo(new[] { "1 renounced", "2 renounced", "3 selected", "4 selected", "5 waiting" }));
    }

    [Test]
    public async Task Person_WhenCopiedOrAnonymised_TakesTheCandidatureAlongAndThePlacesStay()
    {
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1, Parent, Judged);
        var referral = await Given.Referral(person: Somebody("Segnalata"));
        var candidate = (await As(Role.Educator).Post($"programmes/{programme}/candidates", Given.Candidature(body, referral: referral)).Expect(201)).Id;
        await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidate}/points", new { key = "judged:Motivazione", points = 5, reason = "Colloquio molto buono" }).Expect(204);
        await Given.Freeze(programme);
        var meeting = await Given.Reading([referral]);
        var taken = await Given.Decision(meeting, referral, "takenOn", takingOn: new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) });
        var person = await Scalar<Guid>("select beneficiary_id from beneficiaries_referral where id = @referral", new { referral });
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys()));
        foreach (var column in new[] { "select body_cipher from beneficiaries_candidate", "select lines_cipher from beneficiaries_candidate", "select reason_cipher from beneficiaries_candidate_points", "select min(note_cipher) from beneficiaries_candidate_event where note_cipher is not null" })
        {
            Assert.That(await Scalar<string>(column), Does.StartWith($"p1.{person:N}."), column);
        }

        var ranking = (await As(Role.Educator).Get($"programmes/{programme}/ranking").Expect(200)).Items[0]!;
        Assert.That(ranking["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(person));
        Assert.That(ranking["lines"]![1]!["reason"]!.ToString(), Is.EqualTo("Colloquio molto buono"));
        var copied = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Data["candidatures"]![0]!;
        Assert.That(copied["points"]!.GetValue<int>(), Is.EqualTo(5));
        Assert.That(copied["story"]!.AsArray().Select(one => one!["note"]?.ToString()), Does.Contain("Colloquio molto buono"));

        await As(Role.Educator).Post($"cases/{taken["caseId"]}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys()));

        ranking = (await As(Role.Coordinator).Get($"programmes/{programme}/ranking").Expect(200)).Items[0]!;
        Assert.That($"{ranking["points"]} {ranking["state"]} {ranking["displayName"]}", Is.EqualTo("5 selected "));
        Assert.That(await Scalar<int>("select (select count(*) from beneficiaries_candidate_points) + (select count(*) from beneficiaries_candidate_event where note_cipher is not null)"), Is.Zero);
    }

    private async Task<string[]> States(Guid programme) =>
        [.. (await As(Role.Educator).Get($"programmes/{programme}/ranking").Expect(200)).Items.Select(row => $"{row!["position"]} {row["state"]}")];
}
