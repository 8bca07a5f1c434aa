using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Grants;

[TestFixtureSource(typeof(Engines))]
internal sealed class GrantTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Criterion = new { criterion = "woman", points = 1 };

    private static object Grant(Guid candidate, long cents = 4_800_00, string line = "Doti", string kind = "dowry", string fromOn = "2027-01-01", string toOn = "2027-06-30") =>
        new { candidateId = candidate, lineTitle = line, kind, fromOn, toOn, cents };

    private async Task<(Guid Programme, Guid[] Candidates)> Selected(int count, int places, long cents, params Guid[] people)
    {
        var (programme, body) = await Given.FundedProgramme(lines: [new { kind = "allowances", title = "Doti", cents }, new { kind = "staff", title = "Tutor", cents = 10_000_00 }]);
        await Given.Cohort(programme, places, Criterion);
        var candidates = new List<Guid>();
        foreach (var index in Enumerable.Range(0, count))
        {
            candidates.Add(await Given.Candidate(programme, body, index < people.Length ? people[index] : (await Given.Case(person: Given.Person("Dotata", birthDate: new DateOnly(1970, 1, 1).AddDays(index)))).Person));
        }

        await Given.Freeze(programme);
        return (programme, [.. candidates]);
    }

    [Test]
    public async Task Assign_WhenTheLineSuffices_IsListedAndTheLineTellsWhatIsLeft()
    {
        var (programme, candidates) = await Selected(2, 1, 5_000_00);

        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(201);
        var beyond = await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0], 200_01, kind: "contribution")).Expect(422, "grant.beyond-line");
        Assert.That(beyond["errors"]!["cents"]![0]!["message"]!.ToString(), Does.Contain("200,00"));
        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0], 200_00, kind: "contribution")).Expect(201);
        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[1], 1)).Expect(422, "grant.no-place");

        var grants = await As(Role.Educator).Get($"programmes/{programme}/grants").Expect(200);
        Assert.That(grants.Items, Has.Count.EqualTo(2));
        Assert.That(grants.Items[0]!["displayName"]!.ToString(), Does.StartWith("Dotata"));
        Assert.That(grants["leftCents"]!.GetValue<long>(), Is.Zero);
        Assert.That(grants["lines"]!.AsArray().Select(line => $"{line!["title"]} {line["cents"]} {line["assignedCents"]} {line["leftCents"]}"), Is.EqualTo(new[] { "Doti 500000 500000 0" }));
        var stranger = await (await AnotherPerson(Role.Educator)).Get($"programmes/{programme}/grants").Expect(200);
        Assert.That(stranger.Text, Does.Not.Contain("Dotata").And.Contain("\"number\":1"));
    }

    [Test]
    public async Task Assign_WhenWrong_IsRefusedAtItsField()
    {
        var (programme, candidates) = await Selected(1, 1, 5_000_00);
        Task<Reply> Post(object body) => As(Role.Educator).Post($"programmes/{programme}/grants", body);

        var wrong = await Post(new { candidateId = candidates[0], lineTitle = "", fromOn = "2027-02-01", toOn = "2027-01-01", cents = 0 }).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "lineTitle", "kind", "toOn", "cents" }));
        await Post(Grant(candidates[0], line: "Tutor")).Expect(422, "grant.line-unknown");
        await Post(Grant(candidates[0], toOn: "2028-01-01")).Expect(422, "grant.outside-programme");
        await Post(Grant(Guid.NewGuid())).Expect(404, "candidate.not-found");
        await (await AnotherPerson(Role.Educator)).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(404, "candidate.not-found");
        await As(Role.Administrator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(403);
        await As(Role.Educator).Get($"programmes/{Guid.NewGuid()}/grants").Expect(404, "programme.not-found");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_grant"), Is.Zero);
    }

    [Test]
    public async Task Assign_WhenAnotherProgrammePaysTheSame_IsRefusedAndPassesOnceTheDaysDiffer()
    {
        var (first, one) = await Selected(1, 1, 50_000_00);
        var person = (await As(Role.Educator).Get($"programmes/{first}/candidates/{one[0]}").Expect(200))["beneficiaryId"]!.GetValue<Guid>();
        var (second, two) = await Selected(1, 1, 50_000_00, person);
        var grant = await As(Role.Educator).Post($"programmes/{first}/grants", Grant(one[0])).Expect(201);

        await As(Role.Educator).Post($"programmes/{second}/grants", Grant(two[0], fromOn: "2027-06-30", toOn: "2027-07-31")).Expect(409, "programme.double-funding");
        await As(Role.Educator).Post($"programmes/{second}/grants", Grant(two[0], fromOn: "2027-07-01", toOn: "2027-07-31")).Expect(201);
        await As(Role.Educator).Post($"programmes/{second}/grants", Grant(two[0], kind: "contribution")).Expect(201);
        var twice = await As(Role.Educator).Post($"programmes/{first}/grants", Grant(one[0], 1_00, fromOn: "2027-06-01", toOn: "2027-08-31")).Expect(409, "programme.double-funding");
        Assert.That(twice.Text, Does.Contain("in questi giorni"));

        await As(Role.Educator).Post($"programmes/{first}/grants/{grant.Id}/revocation", new { spentCents = 0, reason = "Non è mai cominciata" }, ("If-Match", "\"1\"")).Expect(204);
        await As(Role.Educator).Post($"programmes/{first}/grants", Grant(one[0], 1_00)).Expect(201);
        await As(Role.Educator).Post($"programmes/{second}/grants", Grant(two[0])).Expect(409, "programme.double-funding");
    }

    [Test]
    public async Task Assign_WhenTwoProgrammesAtOnce_OnlyOneFunds()
    {
        var (first, one) = await Selected(1, 1, 50_000_00);
        var person = (await As(Role.Educator).Get($"programmes/{first}/candidates/{one[0]}").Expect(200))["beneficiaryId"]!.GetValue<Guid>();
        var (second, two) = await Selected(1, 1, 50_000_00, person);
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(educator.Post($"programmes/{first}/grants", Grant(one[0])), educator.Post($"programmes/{second}/grants", Grant(two[0])));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 409 }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_grant"), Is.EqualTo(1));
    }

    [Test]
    public async Task Assign_WhenManyAtOnce_TheLineIsNeverExceeded()
    {
        var (programme, candidates) = await Selected(4, 4, 10_000_00);
        var educator = await SignIn(Role.Educator);

        var replies = await Task.WhenAll(candidates.Select(candidate => educator.Post($"programmes/{programme}/grants", Grant(candidate))));

        Assert.That(replies.Select(reply => reply.Status).Order(), Is.EqualTo(new[] { 201, 201, 422, 422 }));
        Assert.That(await Scalar<long>("select sum(cents) from beneficiaries_grant"), Is.EqualTo(9_600_00));
    }

    [Test]
    public async Task Revoke_WhenPartIsSpent_GivesTheRestBackAndOnlyOnce()
    {
        var (programme, candidates) = await Selected(1, 1, 4_800_00);
        var id = (await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(201)).Id;
        Task<Reply> Revoke(long spent, int version = 1, string reason = "Ha lasciato il percorso") =>
            As(Role.Educator).Post($"programmes/{programme}/grants/{id}/revocation", new { spentCents = spent, reason }, ("If-Match", $"\"{version}\""));

        await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidates[0]}/renunciation", new { reason = "Ha lasciato il percorso" }).Expect(409, "candidate.has-grants");
        await Revoke(4_800_01).Expect(422, "grant.spent-more");
        Assert.That((await Revoke(0, reason: "No").Expect(422)).CodesOf("reason"), Is.EqualTo(new[] { "grant.reason-needed" }));
        await Revoke(800_00, 2).Expect(412, "record.stale");
        await Revoke(800_00).Expect(204);
        await Revoke(800_00, 2).Expect(409, "grant.revoked");

        var grants = await As(Role.Educator).Get($"programmes/{programme}/grants").Expect(200);
        Assert.That(grants["lines"]![0]!["leftCents"]!.GetValue<long>(), Is.EqualTo(4_000_00));
        Assert.That($"{grants.Items[0]!["state"]} {grants.Items[0]!["reason"]}", Is.EqualTo("revoked Ha lasciato il percorso"));
        Assert.That((await As(Role.Administrator).Get($"programmes/{programme}/grants").Expect(200)).Text, Does.Not.Contain("lasciato"));
        await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidates[0]}/renunciation", new { reason = "Ha lasciato il percorso" }).Expect(200);
    }

    [Test]
    public async Task Programme_WhenALineIsBelowWhatIsAssigned_IsNotChanged()
    {
        var (programme, candidates) = await Selected(1, 1, 5_000_00);
        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(201);
        var read = await As(Role.Coordinator).Get($"programmes/{programme}").Expect(200);
        object With(string title, long cents) => new
        {
            name = read["name"]!.ToString(), kind = "fsePlus", leadBodyId = read["leadBody"]!["id"]!.GetValue<Guid>(), startsOn = "2026-01-01", endsOn = "2027-12-31", lines = new[] { new { kind = "allowances", title, cents } },
        };

        await As(Role.Coordinator).Put($"programmes/{programme}", With("Doti", 4_799_99), 1).Expect(409, "programme.line-assigned");
        await As(Role.Coordinator).Put($"programmes/{programme}", With("Altro", 5_000_00), 1).Expect(409, "programme.line-assigned");
        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}").Expect(200)).Version, Is.EqualTo(1));
        await As(Role.Coordinator).Put($"programmes/{programme}", With("Doti", 4_800_00), 1).Expect(204);
    }

    [Test]
    public async Task Person_WhenCopiedOrAnonymised_TakesTheReasonAlongAndTheBooksStay()
    {
        var (programme, candidates) = await Selected(1, 1, 5_000_00);
        var person = (await As(Role.Educator).Get($"programmes/{programme}/candidates/{candidates[0]}").Expect(200))["beneficiaryId"]!.GetValue<Guid>();
        var id = (await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(201)).Id;
        var later = (await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0], 100_00, fromOn: "2027-07-01", toOn: "2027-08-31")).Expect(201)).Id;
        await As(Role.Educator).Post($"programmes/{programme}/grants/{id}/revocation", new { spentCents = 800_00, reason = "Ha lasciato il percorso" }, ("If-Match", "\"1\"")).Expect(204);
        Assert.That(await Scalar<string>("select reason_cipher from beneficiaries_grant where reason_cipher is not null"), Does.StartWith($"p1.{person:N}."));
        var copied = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{person}/copy")).Data["grants"]![0]!;
        Assert.That($"{copied["cents"]} {copied["reason"]}", Is.EqualTo("80000 Ha lasciato il percorso"));

        var caseId = await Scalar<Guid>("select id from beneficiaries_case where beneficiary_id = @person", new { person });
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(409, "anonymisation.grant-open");
        await As(Role.Educator).Post($"programmes/{programme}/grants/{later}/revocation", new { spentCents = 0, reason = "Ha lasciato il percorso" }, ("If-Match", "\"1\"")).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_grant where reason_cipher is null and cents = 80000"), Is.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get($"programmes/{programme}/grants").Expect(200)).Items[0]!["displayName"], Is.Null);
    }

    private static object For(Guid candidate, string actionKind, Guid action, string kind = "contribution", long cents = 100_00, string fromOn = "2027-01-01", string toOn = "2027-02-28") =>
        new { candidateId = candidate, lineTitle = "Doti", kind, action = new { kind = actionKind, id = action }, fromOn, toOn, cents };

    /// <summary>Somebody with a running internship, a place in a course and a plan in force, who has a place in two programmes.</summary>
    private async Task<(Guid Person, Guid Case, Guid Internship, (Guid Programme, Guid Candidate) First, (Guid Programme, Guid Candidate) Second)> InTwoProgrammes()
    {
        var (person, forCase) = await Given.Case(person: Given.Person("Dotata"));
        var internship = await Given.ActiveInternship(forCase, await Given.Host(), proposal => Given.Paid(proposal));
        var enrolment = (await As(Role.Educator).Post($"course-editions/{await Given.Edition()}/enrolments", new { caseId = forCase }).Expect(201)).Id;
        await As(Role.Coordinator).Post($"enrolments/{enrolment}/confirmation").Expect(204);
        var (first, one) = await Selected(1, 1, 50_000_00, person);
        var (second, two) = await Selected(1, 1, 50_000_00, person);
        return (person, forCase, internship, (first, one[0]), (second, two[0]));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Action((Guid Programme, Guid Candidate) at, string kind) =>
        System.Text.Json.Nodes.JsonNode.Parse((await As(Role.Educator).Get($"programmes/{at.Programme}/candidates/{at.Candidate}/fundable-actions").Expect(200)).Text)!.AsArray().First(one => one!["kind"]!.ToString() == kind)!;

    [TestCase("internship")]
    [TestCase("course")]
    [TestCase("planAction")]
    public async Task Assign_WhenTheSameActionIsPaidByAnotherProgramme_IsRefusedAndTheListTellsWho(string kind)
    {
        var (_, forCase, _, first, second) = await InTwoProgrammes();
        await Given.PlanInForce(forCase, "Gioiosa Dotata");
        var action = (await Action(first, kind))["id"]!.GetValue<Guid>();
        Assert.That((await Action(second, kind))["paidBy"], Is.Null);
        await As(Role.Educator).Post($"programmes/{first.Programme}/grants", For(first.Candidate, kind, action)).Expect(201);
        await As(Role.Educator).Post($"programmes/{first.Programme}/grants", For(first.Candidate, kind, action)).Expect(409, "programme.double-funding");
        await As(Role.Educator).Post($"programmes/{first.Programme}/grants", For(first.Candidate, kind, action, toOn: "2027-01-31")).Expect(201);

        var refused = await As(Role.Educator).Post($"programmes/{second.Programme}/grants", For(second.Candidate, kind, action, "dowry", fromOn: "2027-05-01", toOn: "2027-05-31")).Expect(409, "programme.double-funding");

        Assert.That(refused.Text, Does.Contain("Programma ").And.Contain("2021/1060"));
        Assert.That((await Action(second, kind))["paidBy"]!.ToString(), Does.StartWith("Programma "));
        await As(Role.Educator).Post($"programmes/{second.Programme}/grants", For(second.Candidate, kind, Guid.NewGuid())).Expect(422, "grant.action-unknown");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_grant"), Is.EqualTo(2));
    }

    [Test]
    public async Task Assign_WhenAnotherProgrammePaysTheInternshipsAllowance_IsRefused()
    {
        var (_, _, internship, first, second) = await InTwoProgrammes();
        await Given.Assigned(internship, first.Programme);

        await As(Role.Educator).Post($"programmes/{second.Programme}/grants", For(second.Candidate, "internship", internship)).Expect(409, "programme.double-funding");
        await As(Role.Educator).Post($"programmes/{second.Programme}/grants", Grant(second.Candidate, kind: "allowance")).Expect(409, "programme.double-funding");
        await As(Role.Educator).Post($"programmes/{second.Programme}/grants", Grant(second.Candidate, kind: "allowance", fromOn: "2027-06-01")).Expect(201);
        await As(Role.Educator).Post($"programmes/{first.Programme}/grants", For(first.Candidate, "internship", internship)).Expect(201);
    }

    [Test]
    public async Task PayInternship_WhenAnotherProgrammeAssignedMoneyForIt_IsRefusedAndOnlyOneOfTwoAtOnceWins()
    {
        var (_, _, internship, first, second) = await InTwoProgrammes();
        object Pays(Guid programme) => new { payer = "programme", programmeId = programme, schemeId = Given.FlatScheme };
        var grant = await As(Role.Educator).Post($"programmes/{first.Programme}/grants", For(first.Candidate, "internship", internship)).Expect(201);
        var refused = await As(Role.Educator).Put($"internships/{internship}/allowance", Pays(second.Programme), 0).Expect(409, "programme.double-funding");
        Assert.That(refused.Text, Does.Contain("Programma "));
        await As(Role.Educator).Post($"programmes/{first.Programme}/grants/{grant.Id}/revocation", new { spentCents = 0, reason = "Non è mai cominciata" }, ("If-Match", "\"1\"")).Expect(204);

        var educator = await SignIn(Role.Educator);
        var replies = await Task.WhenAll(
            educator.Post($"programmes/{first.Programme}/grants", For(first.Candidate, "internship", internship)), educator.Put($"internships/{internship}/allowance", Pays(second.Programme), 0));

        Assert.That(replies.Count(reply => reply.Status is 201 or 204), Is.EqualTo(1), string.Join(' ', replies.Select(reply => reply.Status)));
        Assert.That(replies.Count(reply => reply.Status is 409), Is.EqualTo(1));
    }

    [Test]
    public async Task Budget_WhenMoneyIsAssignedPerHead_CountsItTogetherWithInternships()
    {
        var (person, _, internship, _, _) = await InTwoProgrammes();
        var (programme, one) = await Selected(1, 1, 3_000_00, person);
        await Given.Assigned(internship, programme);
        var budget = await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200);
        var left = budget["leftCents"]!.GetValue<long>();

        var beyond = await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(one[0], left + 1)).Expect(422, "grant.beyond-programme");
        Assert.That(beyond["errors"]!["cents"], Is.Not.Null);
        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(one[0], left)).Expect(201);

        var after = await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200);
        Assert.That($"{after["assignedCents"]} {after["leftCents"]}", Is.EqualTo($"{left} 0"));
        Assert.That((await As(Role.Educator).Get($"programmes/{programme}/grants").Expect(200))["leftCents"]!.GetValue<long>(), Is.Zero);
    }

    [Test]
    public async Task Course_WhenAProgrammePaysTheEdition_NoOtherPaysThePlaceNorTheOtherWayRound()
    {
        var (person, forCase) = await Given.Case(person: Given.Person("Corsista"));
        var (other, candidates) = await Selected(1, 1, 5_000_00, person);
        var (paying, _) = await Given.FundedProgramme();
        var paid = await Given.Edition(startsOn: "2027-01-10", endsOn: "2027-02-10");
        var free = await Given.Edition(startsOn: "2027-03-10", endsOn: "2027-04-10");
        await Given.ChangedEdition(paid, form => form["programmeId"] = Guid.NewGuid().ToString()).Expect(422, "edition.programme-unknown");
        await Given.ChangedEdition(paid, form => form["programmeId"] = paying.ToString()).Expect(204);
        var place = (await As(Role.Educator).Post($"course-editions/{paid}/enrolments", new { caseId = forCase }).Expect(201)).Id;
        var second = (await As(Role.Educator).Post($"course-editions/{free}/enrolments", new { caseId = forCase }).Expect(201)).Id;
        await As(Role.Coordinator).Post($"enrolments/{place}/confirmation").Expect(204);
        await As(Role.Coordinator).Post($"enrolments/{second}/confirmation").Expect(204);
        object For(Guid enrolment, string fromOn, string toOn) => new { candidateId = candidates[0], lineTitle = "Doti", kind = "contribution", fromOn, toOn, cents = 100_00, action = new { kind = "course", id = enrolment } };

        await As(Role.Educator).Post($"programmes/{other}/grants", For(place, "2027-01-10", "2027-02-10")).Expect(409, "programme.double-funding");
        await As(Role.Educator).Post($"programmes/{other}/grants", For(second, "2027-03-10", "2027-04-10")).Expect(201);
        await Given.ChangedEdition(free, form => form["programmeId"] = paying.ToString()).Expect(409, "programme.double-funding");
        await Given.ChangedEdition(free, form => form["programmeId"] = other.ToString()).Expect(204);
        var read = await As(Role.Trainer).Get($"course-editions/{free}").Expect(200);
        Assert.That(read["programmeId"]!.GetValue<Guid>(), Is.EqualTo(other));
        Assert.That(read["programmeName"], Is.Not.Null);
        Assert.That((await As(Role.Trainer).Get("training-programmes").Expect(200)).Items.Select(one => one!["id"]!.GetValue<Guid>()), Does.Contain(other));
        await As(Role.Educator).Get("training-programmes").Expect(403);
    }

    [Test]
    public async Task PersonGrants_WhenOutsideTheEquipe_AreNotThereAndReadingIsLogged()
    {
        var (programme, candidates) = await Selected(1, 1, 5_000_00);
        await As(Role.Educator).Post($"programmes/{programme}/grants", Grant(candidates[0])).Expect(201);
        var person = await Scalar<Guid>("select beneficiary_id from beneficiaries_grant");

        var own = await As(Role.Educator).Get($"beneficiaries/{person}/grants").Expect(200);

        Assert.That(own.Text, Does.Contain("480000").And.Contain("Programma "));
        await (await AnotherPerson(Role.Educator)).Get($"beneficiaries/{person}/grants").Expect(404, "beneficiary.not-found");
        await As(Role.Coordinator).Get($"beneficiaries/{person}/grants").Expect(403, "beneficiary.team-only");
        await (await AnotherPerson(Role.Educator)).Get($"programmes/{programme}/candidates/{candidates[0]}/fundable-actions").Expect(404, "candidate.not-found");
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(200)).Text, Does.Contain("read-grants"));
    }
}
