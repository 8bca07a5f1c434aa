using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Today;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Participation;

[TestFixtureSource(typeof(Engines))]
internal sealed class ParticipationTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Criterion = new { criterion = "woman", points = 1 };

    private static JsonObject Entry(Action<JsonObject>? change = null)
    {
        var entry = new JsonObject
        {
            ["enteredOn"] = "2026-11-23", ["employment"] = "unemployed", ["unemployedSince"] = "2025-01-01", ["education"] = "2", ["disability"] = "yes", ["thirdCountry"] = null,
            ["foreignBackground"] = "notSaid", ["minority"] = "no", ["housingExclusion"] = "yes", ["rural"] = "no",
        };
        change?.Invoke(entry);
        return entry;
    }

    /// <summary>Somebody of whom the file knows the citizenship, who has a place.</summary>
    private async Task<(Guid Person, Guid Case, Guid Programme, Guid Candidate)> Selected(Guid? knownPerson = null, string surname = "Entrante")
    {
        var person = Given.Person(surname);
        person["education"] = null;
        person["unemployedSince"] = null;
        person["citizenship"] = "MA";
        var (id, forCase) = knownPerson is { } known ? (known, Guid.Empty) : await Given.Case(person: person);
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 5, Criterion);
        var candidate = await Given.Candidate(programme, body, id);
        await Given.Freeze(programme);
        return (id, forCase, programme, candidate);
    }

    private Task<Reply> Enrol(Guid programme, Guid candidate, JsonObject? entry = null, Role role = Role.Educator) => As(role).Post($"programmes/{programme}/candidates/{candidate}/enrolment", entry ?? Entry());

    private Task<Reply> Leave(Guid programme, Guid id, object body, int version = 1) => As(Role.Educator).Post($"programmes/{programme}/participations/{id}/leaving", body, ("If-Match", $"\"{version}\""));

    [Test]
    public async Task Enrol_WhenTheFileKnowsPart_AsksOnlyTheRestAndRemembersIt()
    {
        var (person, _, programme, candidate) = await Selected();

        var known = (await As(Role.Educator).Get($"programmes/{programme}/candidates/{candidate}/entry").Expect(200))["known"]!;
        Assert.That(known["thirdCountry"]!.ToString(), Is.EqualTo("yes"));
        Assert.That(known["education"], Is.Null);
        Assert.That(known["disability"], Is.Null);
        await Enrol(programme, candidate).Expect(201);

        Assert.That(await Scalar<string>("select state from beneficiaries_candidate"), Is.EqualTo("enrolled"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation where long_term = 1 and gender = 'woman' and employment = 'unemployed'"), Is.EqualTo(1));
        Assert.That(await Scalar<string>("select special_cipher from beneficiaries_participation"), Does.StartWith($"p1.{person:N}."));
        var file = await As(Role.Educator).Get($"beneficiaries/{person}").Expect(200);
        Assert.That($"{file["education"]} {file["unemployedSince"]}", Is.EqualTo("2 2025-01-01"), "what was asked is not asked again");

        var (_, _, second, other) = await Selected(person);
        var again = (await As(Role.Educator).Get($"programmes/{second}/candidates/{other}/entry").Expect(200))["known"]!;
        Assert.That($"{again["education"]} {again["foreignBackground"]} {again["minority"]}", Is.EqualTo("2 notSaid no"));
    }

    [Test]
    public async Task Enrol_WhenWrong_IsRefusedAtItsFieldAndNothingChanges()
    {
        var (_, _, programme, candidate) = await Selected();

        var missing = await Enrol(programme, candidate, Entry(entry => entry["minority"] = null)).Expect(422, "participation.missing");
        Assert.That(missing["errors"]!["minority"], Is.Not.Null);
        await Enrol(programme, candidate, Entry(entry => entry["rural"] = null)).Expect(422, "participation.missing");
        await Enrol(programme, candidate, Entry(entry => entry["employment"] = null)).Expect(422, "participation.missing");
        await Enrol(programme, candidate, Entry(entry => entry["thirdCountry"] = "no")).Expect(422, "participation.known-by-file");
        await Enrol(programme, candidate, Entry(entry => entry["enteredOn"] = "2026-11-24")).Expect(422, "participation.entry-day");
        await Enrol(programme, candidate, Entry(entry => entry["enteredOn"] = "2025-12-31")).Expect(422, "participation.entry-day");
        Assert.That((await Enrol(programme, candidate, Entry(entry => entry["education"] = "12")).Expect(422)).CodesOf("education"), Is.EqualTo(new[] { "beneficiary.education" }));
        await Enrol(programme, Guid.NewGuid()).Expect(404, "candidate.not-found");

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation"), Is.Zero);
        Assert.That(await Scalar<string>("select state from beneficiaries_candidate"), Is.EqualTo("selected"));
    }

    [Test]
    public async Task Enrol_WhenOutsideTheEquipe_IsNotThere()
    {
        var (person, _, programme, candidate) = await Selected();
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"programmes/{programme}/candidates/{candidate}/entry").Expect(404, "candidate.not-found");
        await stranger.Post($"programmes/{programme}/candidates/{candidate}/enrolment", Entry()).Expect(404, "candidate.not-found");
        await Enrol(programme, candidate, role: Role.Coordinator).Expect(403, "candidate.team-only");
        var id = (await Enrol(programme, candidate).Expect(201)).Id;

        await stranger.Get($"programmes/{programme}/participations/{id}/leaving?leftOn=2026-11-23").Expect(404, "participation.not-found");
        await stranger.Post($"programmes/{programme}/participations/{id}/leaving", new { leftOn = "2026-11-23" }, ("If-Match", "\"1\"")).Expect(404, "participation.not-found");
        await stranger.Get($"beneficiaries/{person}/participations").Expect(404, "beneficiary.not-found");
        var seen = await stranger.Get($"programmes/{programme}/participations").Expect(200);
        Assert.That(seen.Text, Does.Contain("\"number\":1").And.Not.Contain("Entrante").And.Not.Contain(person.ToString()));
        await As(Role.Educator).Get($"programmes/{programme}/indicators").Expect(403);
        await As(Role.Educator).Get($"programmes/{programme}/participations/file").Expect(403);
        await As(Role.Coordinator).Get($"programmes/{Guid.NewGuid()}/indicators").Expect(404, "programme.not-found");
    }

    [Test]
    public async Task Enrol_WhenTwoAtOnce_OnlyOneEnters()
    {
        var (_, _, programme, candidate) = await Selected();
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => educator.Post($"programmes/{programme}/candidates/{candidate}/enrolment", Entry())));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 409 }));
        Assert.That(replies.Single(reply => reply.Status == 409).Text, Does.Contain("participation.not-selected"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation"), Is.EqualTo(1));
    }

    [Test]
    public async Task Leave_WhenTheCaseKnows_IsNotAskedAndFollowsWhatTheCaseSays()
    {
        var (person, forCase, programme, candidate) = await Selected();
        var id = (await Enrol(programme, candidate).Expect(201)).Id;
        await As(Role.Educator).Get($"programmes/{programme}/participations/{id}/leaving?leftOn=0001-01-01").Expect(422, "validation.failed");
        var asked = await As(Role.Educator).Get($"programmes/{programme}/participations/{id}/leaving?leftOn=2026-11-23").Expect(200);
        Assert.That(asked["situation"], Is.Null);
        await Leave(programme, id, new { leftOn = "2026-11-22" }).Expect(422, "participation.exit-day");
        await Leave(programme, id, new { leftOn = "2026-11-24" }).Expect(422, "participation.exit-day");
        await Leave(programme, id, new { leftOn = "2026-11-23" }, 7).Expect(412, "record.stale");
        await Leave(programme, id, new { leftOn = "2026-11-23" }).Expect(204);
        async Task<string> State()
        {
            var one = JsonNode.Parse((await As(Role.Educator).Get($"beneficiaries/{person}/participations").Expect(200)).Text)![0]!;
            return $"{one["leaving"]} {one["situation"]} {one["sixMonths"]} {one["sixMonthsSituation"]} {one["improved"]}";
        }

        Assert.That(await State(), Is.EqualTo("due  notYet  "));
        async Task<string> Today() => (await As(Role.Educator).Get("today").Expect(200)).Text;
        Assert.That(await Today(), Does.Contain("participation.leaving").And.Contain("Entrante"));
        await Given.Programme();
        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.Educator)))["participation.due"], Is.EqualTo(1), "the programme where somebody is to be heard again, of two");
        await As(Role.Educator).Post($"cases/{forCase}/closure", new { closedOn = "2026-11-23", outcome = "employed", details = new { contract = "fixedTerm", startsOn = "2026-11-20", endsOn = "2027-05-20", sector = "hospitality", employer = "Trattoria" } }).Expect(204);
        Assert.That(await State(), Is.EqualTo("known employed notYet  "));
        Assert.That(await Today(), Does.Not.Contain("participation."));
        await Leave(programme, id, new { leftOn = "2026-11-23", situation = "inactive" }, 2).Expect(422, "participation.known-by-file");

        Clock.Now = new(2027, 5, 24, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await State(), Is.EqualTo("known employed due  "));
        Assert.That(await Today(), Does.Contain("participation.six-months"));
        var followUp = await Scalar<Guid>("select id from beneficiaries_follow_up where kind = 'months6'");
        await As(Role.Educator).Post($"cases/{forCase}/follow-ups/{followUp}/outcome", new { outcome = "reached", contactedOn = "2027-05-24", situation = "selfEmployed", improved = true }, ("If-Match", "\"1\"")).Expect(204);
        Assert.That(await State(), Is.EqualTo("known employed known selfEmployed true"));
        var indicators = (await As(Role.Coordinator).Get($"programmes/{programme}/indicators").Expect(200)).Items.ToDictionary(one => one!["code"]!.ToString(), one => one!["total"]?.GetValue<int>());
        Assert.That(new[] { indicators["EECO01"], indicators["EECO03"], indicators["EECR04"], indicators["EECR05"], indicators["EECR06"] }, Is.EqualTo(new int?[] { 1, 1, 1, 1, 1 }));
        Assert.That(indicators["EECO12"], Is.Null, "one of one is not told");
    }

    [Test]
    public async Task Leave_WhenNobodyKnows_IsAskedAndSixMonthsLaterToo()
    {
        var (person, _, programme, candidate) = await Selected();
        var id = (await Enrol(programme, candidate).Expect(201)).Id;
        await Leave(programme, id, new { leftOn = "2026-11-23", situation = "training", qualification = true }).Expect(204);
        Task<Reply> Later(int version) => As(Role.Educator).Post($"programmes/{programme}/participations/{id}/six-months", new { situation = "employed", improved = true }, ("If-Match", $"\"{version}\""));
        await Later(2).Expect(422, "participation.too-early");

        Clock.Now = new(2027, 4, 26, 9, 0, 0, TimeSpan.Zero);
        await Later(1).Expect(412, "record.stale");
        await Later(2).Expect(204);

        var one = JsonNode.Parse((await As(Role.Educator).Get($"beneficiaries/{person}/participations").Expect(200)).Text)![0]!;
        Assert.That($"{one["situation"]} {one["qualification"]} {one["sixMonthsSituation"]}", Is.EqualTo("training true employed"));
    }

    [Test]
    public async Task Return_WhenSelectedAgain_IsOneParticipantWithTheFirstEntry()
    {
        var (person, _, programme, candidate) = await Selected();
        var id = (await Enrol(programme, candidate).Expect(201)).Id;
        await Leave(programme, id, new { leftOn = "2026-11-23", situation = "inactive" }).Expect(204);
        var read = await As(Role.Coordinator).Get($"programmes/{programme}").Expect(200);
        await Given.Cohort(programme, 5, Criterion);
        var again = await Given.Candidate(programme, read["leadBody"]!["id"]!.GetValue<Guid>(), person);
        await Given.Freeze(programme);

        Assert.That((await As(Role.Educator).Get($"programmes/{programme}/candidates/{again}/entry").Expect(200))["returning"]!.GetValue<bool>(), Is.True);
        Assert.That((await Enrol(programme, again, new JsonObject { ["enteredOn"] = "2026-11-23" }).Expect(201)).Id, Is.EqualTo(id));

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation where left_on is null and situation is null and education = '2'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Export_WhenAsked_HasPseudonymsAndNothingOfSpecialCategoriesAndIsLogged()
    {
        var (person, _, programme, candidate) = await Selected();
        await Enrol(programme, candidate).Expect(201);

        var rows = await As(Role.Coordinator).Get($"programmes/{programme}/participations/file").Expect(200);
        var counts = await As(Role.Coordinator).Get($"programmes/{programme}/indicators/file").Expect(200);

        static string TextOf(Reply reply)
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(reply.Bytes));
            return string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
        }

        Assert.That(TextOf(rows), Does.Contain("ISCED 0-2").And.Contain("2026-T4").And.Not.Contain("Entrante").And.Not.Contain(person.ToString()).And.Not.Contain("isabilit"));
        Assert.That(TextOf(counts), Does.Contain("EECO16").And.Contain("meno di 5"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where purpose like 'participants; rows=1%'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Person_WhenCopiedOrAnonymised_TakesTheAnswersAlongAndTheCountsStay()
    {
        var (person, forCase, programme, candidate) = await Selected();
        await Enrol(programme, candidate).Expect(201);
        var copied = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Data["participations"]![0]!;
        Assert.That($"{copied["employment"]} {copied["enteredOn"]}", Is.EqualTo("unemployed 2026-11-23"));
        Assert.That(copied["answers"], Is.Not.Null);

        await As(Role.Educator).Post($"cases/{forCase}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        var running = await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(409, "anonymisation.participating");
        Assert.That(running.Text, Does.Contain("registrare prima l'uscita"));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/rights").Expect(200))["beforeAnonymising"]!.AsArray(), Has.Count.EqualTo(1));
        await Leave(programme, await Scalar<Guid>("select id from beneficiaries_participation"), new { leftOn = "2026-11-23", qualification = false }).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation where special_cipher is null and employment = 'unemployed'"), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_participation_tally where people = 1"), Is.EqualTo(3), "disability, third country, housing");
        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}/participations").Expect(200)).Text, Does.Not.Contain("Entrante"));
        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}/indicators").Expect(200)).Items.First(one => one!["code"]!.ToString() == "EECO01")!["total"]!.GetValue<int>(), Is.EqualTo(1));
    }
}
