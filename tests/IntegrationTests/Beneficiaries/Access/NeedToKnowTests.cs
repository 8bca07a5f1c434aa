using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Access;

[TestFixtureSource(typeof(Engines))]
internal sealed class NeedToKnowTests(Engine engine) : SliceTests(engine)
{
    /// <summary>Every way to reach a person or a case by id, with a body that would be accepted.</summary>
    private static readonly (string Method, string Path, Func<object?> Body)[] Doors =
    [
        ("GET", "beneficiaries/{person}", () => null),
        ("PUT", "beneficiaries/{person}", () => Given.Person()),
        ("POST", "beneficiaries/{person}/disclosures", () => new { group = "contacts", purpose = "contactPerson" }),
        ("GET", "beneficiaries/{person}/access-log", () => null),
        ("GET", "beneficiaries/{person}/attestations", () => null),
        ("POST", "beneficiaries/{person}/attestations", () => new { category = "l68-targeted-placement", bodyId = Guid.NewGuid(), validFrom = "2026-01-01" }),
        ("POST", "beneficiaries/{person}/attestations/{random}/end", () => new { on = "2026-11-01" }),
        ("PUT", "beneficiaries/{person}/household", () => new { householdSize = 2 }),
        ("PUT", "beneficiaries/{person}/labour-services", () => new { golPath = "4" }),
        ("PUT", "beneficiaries/{person}/benefits", () => new { benefits = Array.Empty<object>() }),
        ("PUT", "beneficiaries/{person}/bank-account", () => new { holder = "person" }),
        ("GET", "beneficiaries/{person}/curriculum", () => null),
        ("PUT", "beneficiaries/{person}/curriculum", () => new { licences = new[] { "b" } }),
        ("POST", "beneficiaries/{person}/work-experiences", () => new { employer = "Prova", duties = "Prova", fromOn = "2020-01-01" }),
        ("PUT", "beneficiaries/{person}/work-experiences/{random}", () => new { employer = "Prova", duties = "Prova", fromOn = "2020-01-01" }),
        ("DELETE", "beneficiaries/{person}/work-experiences/{random}", () => null),
        ("GET", "beneficiaries/{person}/documents", () => null),
        ("GET", "beneficiaries/{person}/documents/{random}/content", () => null),
        ("DELETE", "beneficiaries/{person}/documents/{random}", () => null),
        ("POST", "cases", () => null),
        ("GET", "cases/{case}", () => null),
        ("POST", "cases/{case}/closure", () => new { closedOn = "2026-11-20", outcome = "employed" }),
        ("PUT", "cases/{case}/restriction", () => new { restricted = false }),
        ("POST", "cases/{case}/members", () => new { userId = Guid.NewGuid(), role = "tutor", fromOn = "2026-11-20" }),
        ("PUT", "cases/{case}/members/{random}", () => new { role = "tutor", fromOn = "2026-11-20" }),
        ("GET", "cases/{case}/diary-entries", () => null),
        ("POST", "cases/{case}/diary-entries", () => new { kind = "note", on = "2026-11-20", text = "Una nota" }),
        ("GET", "cases/{case}/diary-entries/{random}", () => null),
        ("PUT", "cases/{case}/diary-entries/{random}", () => new { kind = "note", on = "2026-11-20", text = "Una nota" }),
        ("POST", "cases/{case}/diary-entries/{random}/signature", () => null),
        ("DELETE", "cases/{case}/diary-entries/{random}", () => null),
        ("GET", "cases/{case}/appointments", () => null),
        ("POST", "cases/{case}/appointments", () => new { kind = "call", on = "2026-11-26", at = "10:00", minutes = 30, userId = Guid.NewGuid() }),
        ("PUT", "cases/{case}/appointments/{random}", () => new { kind = "call", on = "2026-11-26", at = "10:00", minutes = 30, userId = Guid.NewGuid() }),
        ("POST", "cases/{case}/appointments/{random}/outcome", () => new { outcome = "held" }),
        ("DELETE", "cases/{case}/appointments/{random}/outcome", () => null),
        ("GET", "cases/{case}/work-profile", () => null),
        ("PUT", "cases/{case}/work-profile", () => new { weeklyHours = 20 }),
        ("GET", "beneficiaries/{person}/rights", () => null),
        ("GET", "beneficiaries/{person}/copy", () => null),
        ("POST", "beneficiaries/{person}/consents", () => new { purpose = "notice", textVersion = "1", givenOn = "2026-11-01", proof = "paperArchive" }),
        ("POST", "beneficiaries/{person}/consents/{random}/withdrawal", () => new { on = "2026-11-01" }),
        ("GET", "beneficiaries/{person}/marks", () => null),
        ("POST", "beneficiaries/{person}/marks", () => new { kind = "objection", scope = "everything", fromOn = "2026-11-01" }),
        ("DELETE", "beneficiaries/{person}/marks/{random}", () => null),
        ("POST", "beneficiaries/{person}/anonymisation", () => new { reason = "retentionEnded" }),
        ("PUT", "cases/{case}/closure", () => new { outcome = "training" }),
        ("GET", "cases/{case}/outcomes", () => null),
        ("GET", "cases/{case}/open-ends", () => null),
        ("POST", "cases/{case}/reopening", () => new { reopenedOn = "2026-11-20", reason = "cameBack" }),
        ("POST", "cases/{case}/transfers", () => new { userId = Guid.NewGuid(), reason = "workload" }),
        ("POST", "cases/{case}/follow-ups/{random}/outcome", () => new { outcome = "unreachable", contactedOn = "2026-11-20" }),
    ];

    /// <summary>Doors behind which are notes, attestations and recapiti: for the équipe only.</summary>
    private static readonly string[] TeamOnly =
        ["PUT beneficiaries/{person}", "POST beneficiaries/{person}/disclosures", "GET beneficiaries/{person}/access-log", "GET beneficiaries/{person}/attestations",
         "POST beneficiaries/{person}/attestations", "POST beneficiaries/{person}/attestations/{random}/end", "PUT cases/{case}/restriction", "GET cases/{case}/diary-entries",
         "POST cases/{case}/diary-entries", "GET cases/{case}/diary-entries/{random}", "PUT cases/{case}/diary-entries/{random}", "POST cases/{case}/diary-entries/{random}/signature",
         "DELETE cases/{case}/diary-entries/{random}", "GET cases/{case}/appointments", "POST cases/{case}/appointments", "PUT cases/{case}/appointments/{random}",
         "POST cases/{case}/appointments/{random}/outcome", "DELETE cases/{case}/appointments/{random}/outcome", "GET cases/{case}/work-profile", "PUT cases/{case}/work-profile",
         "GET beneficiaries/{person}/rights", "GET beneficiaries/{person}/copy", "POST beneficiaries/{person}/consents", "POST beneficiaries/{person}/consents/{random}/withdrawal",
         "GET beneficiaries/{person}/marks", "POST beneficiaries/{person}/marks", "DELETE beneficiaries/{person}/marks/{random}",
         "PUT cases/{case}/closure", "GET cases/{case}/outcomes", "POST cases/{case}/follow-ups/{random}/outcome",
         "PUT beneficiaries/{person}/household",
         "PUT beneficiaries/{person}/labour-services",
         "PUT beneficiaries/{person}/benefits",
         "PUT beneficiaries/{person}/bank-account",
         "GET beneficiaries/{person}/curriculum",
         "PUT beneficiaries/{person}/curriculum",
         "POST beneficiaries/{person}/work-experiences",
         "PUT beneficiaries/{person}/work-experiences/{random}",
         "DELETE beneficiaries/{person}/work-experiences/{random}",
         "GET beneficiaries/{person}/documents",
         "GET beneficiaries/{person}/documents/{random}/content",
         "DELETE beneficiaries/{person}/documents/{random}"];

    [Test]
    public async Task Case_WhenOpened_IsLookedUpAmongTheTeamsWithoutWalkingAllOnesCases()
    {
        var plan = await QueryPlan.OfAsync(Platform.Services.GetRequiredService<IDatabase>(), InclusionPlatform.Beneficiaries.Access.NeedToKnow.SelectCase);

        Assert.That(plan, Does.Contain("(case_id=? AND user_id=?"));
    }

    [Test]
    public async Task EveryDoor_WhenEducatorIsNotOnTheTeam_AnswersAsForARandomId([Values("socialAmbit", "addictionService", "penalExecution", "juvenileJustice")] string bodyKind)
    {
        var (person, caseId) = await Given.Case(bodyKind: bodyKind);
        var stranger = await AnotherPerson(Role.Educator);

        foreach (var door in Doors)
        {
            var real = await Knock(stranger, door, person, caseId);
            var guessed = await Knock(stranger, door, Guid.NewGuid(), Guid.NewGuid());
            Assert.That(real.Status, Is.EqualTo(404), $"{door.Method} {door.Path}: {real.Text}");
            Assert.That(WithoutTrace(real), Is.EqualTo(WithoutTrace(guessed)), $"{door.Method} {door.Path}");
        }
    }

    [Test]
    public async Task EveryDoor_WhenCoordinatorAndRestricted_AnswersAsForARandomId()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        var coordinator = await SignIn(Role.Coordinator);

        foreach (var door in Doors)
        {
            var real = await Knock(coordinator, door, person, caseId);
            var guessed = await Knock(coordinator, door, Guid.NewGuid(), Guid.NewGuid());
            Assert.That(real.Status, Is.EqualTo(404), $"{door.Method} {door.Path}: {real.Text}");
            Assert.That(WithoutTrace(real), Is.EqualTo(WithoutTrace(guessed)), $"{door.Method} {door.Path}");
        }
    }

    [Test]
    public async Task EveryDoor_WhenCoordinatorAndNotRestricted_OpensTheRegistryButNotWhatIsTheTeams()
    {
        var (person, caseId) = await Given.Case();
        var coordinator = await SignIn(Role.Coordinator);

        foreach (var door in Doors)
        {
            var reply = await Knock(coordinator, door, person, caseId);
            var teamOnly = TeamOnly.Contains($"{door.Method} {door.Path}");
            Assert.That(reply.Status == 403 && reply.Code == "beneficiary.team-only", Is.EqualTo(teamOnly), $"{door.Method} {door.Path}: {reply.Status} {reply.Text}");
        }

        var record = await coordinator.Get($"beneficiaries/{person}").Expect(200);
        Assert.That(record["known"], Is.Null);
        Assert.That((await coordinator.Get($"cases/{caseId}").Expect(200))["referringBodyId"], Is.Null, "which body referred is for the équipe");
    }

    [Test]
    public async Task Registry_WhenOnlyThatIsSeen_TellsWhoThePersonIsAndWhoFollowsThemAndNothingElse()
    {
        var details = Given.Person("Solonome", "Ida");
        foreach (var (field, value) in new (string, object)[] { ("education", "3"), ("unemployedSince", "2025-01-01"), ("minorChildren", 2), ("singleParent", true) })
        {
            details[field] = value;
        }

        var (person, caseId) = await Given.Case(person: details);
        var coordinator = await SignIn(Role.Coordinator);

        var record = await coordinator.Get($"beneficiaries/{person}").Expect(200);
        var found = await coordinator.Get($"cases/{caseId}").Expect(200);
        var overview = await coordinator.Get($"cases/{caseId}/overview").Expect(200);
        string[] hidden = ["sex", "gender", "birthDate", "age", "birthplace", "birthplaceName", "citizenship", "citizenshipName", "domicileMunicipality", "domicileName", "education", "unemployedSince",
            "minorChildren", "singleParent", "mobility"];
        Assert.Multiple(() =>
        {
            Assert.That((record["surname"]!.ToString(), record["name"]!.ToString(), record["sight"]!.ToString()), Is.EqualTo(("Solonome", "Ida", "registry")));
            Assert.That(record["cases"]!.AsArray().Single()!["managerName"]!.ToString(), Is.EqualTo("Prova Educator"));
            Assert.That(hidden.Where(field => record[field] is not null), Is.Empty);
            Assert.That(record["wishedSectors"]!.AsArray(), Is.Empty);
            Assert.That(record["longTermUnemployment"]!.AsArray(), Is.Empty);
            Assert.That((found["reason"], found["programme"], found["openedOn"]!.ToString()), Is.EqualTo(((object?)null, (object?)null, "2026-11-02")));
            Assert.That((overview["person"]!["age"], overview["person"]!["domicileName"], overview["case"]!["reason"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        });
        var team = await As(Role.Educator).Get($"beneficiaries/{person}").Expect(200);
        Assert.That(hidden.Where(field => team[field] is null), Is.Empty);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["reason"]!.ToString(), Is.EqualTo("workInclusion"));
    }

    [Test]
    public async Task Lists_WhenOnlyTheRegistryIsSeen_HideAgeAndWhereThePersonLives()
    {
        var (person, caseId) = await Given.Case(person: Given.Person("Senzaeta", "Ida"));
        var (own, ownCase) = await Given.Case(person: Given.Person("Senzaeta", "Lia"));
        var coordinator = await SignIn(Role.Coordinator);
        await Given.Member(ownCase, coordinator, "coordinator");

        var found = await coordinator.Post("beneficiaries/search", new { text = "senzaeta" }).Expect(200);
        var (hidden, seen) = (found.Items.Single(one => one!["id"]!.GetValue<Guid>() == person)!, found.Items.Single(one => one!["id"]!.GetValue<Guid>() == own)!);
        Assert.Multiple(() =>
        {
            Assert.That((hidden["age"], hidden["domicileName"], hidden["managerName"]!.ToString()), Is.EqualTo(((object?)null, (object?)null, "Prova Educator")));
            Assert.That((seen["age"], seen["domicileName"]), Is.Not.EqualTo(((object?)null, (object?)null)));
        });
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "senzaeta ida" }).Expect(200)).Items.Single()!["domicileName"], Is.Not.Null);
        Assert.That(caseId, Is.Not.EqualTo(ownCase));
    }

    [Test]
    public async Task Refusals_WhenIdsAreTried_AreSeenByTheTeamAndByTheAuditorAndByNobodyElse()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        var (stranger, guessed) = (await AnotherPerson(Role.Educator), Guid.NewGuid());
        await stranger.Get($"beneficiaries/{person}").Expect(404);
        await stranger.Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }, ("If-Match", "\"1\"")).Expect(404);
        await stranger.Get($"beneficiaries/{guessed}").Expect(404);

        var seen = await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(200);
        var refused = seen["items"]!.AsArray().Where(line => line!["kind"]!.ToString() == "refusal").ToArray();
        var audited = (await As(Role.Auditor).Get("audit-entries?kind=refusal").Expect(200))["items"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(refused, Has.Length.EqualTo(2));
            Assert.That(audited.Select(line => line!["recordId"]!.ToString()), Is.EquivalentTo(new[] { person.ToString(), person.ToString(), guessed.ToString() }));
        });
    }

    [Test]
    public async Task EveryDoor_WhenRoleHasNoRight_IsClosedWhateverTheId(
        [Values(Role.Administrator, Role.CompanyOperator, Role.Trainer, Role.BulletinEditor, Role.Auditor)] Role role)
    {
        var (person, caseId) = await Given.Case();
        var outsider = await SignIn(role);

        foreach (var door in Doors)
        {
            Assert.That((await Knock(outsider, door, person, caseId)).Status, Is.EqualTo(403), $"{door.Method} {door.Path}");
            Assert.That((await Knock(outsider, door, Guid.NewGuid(), Guid.NewGuid())).Status, Is.EqualTo(403), $"{door.Method} {door.Path}");
        }

        await outsider.Post("beneficiaries/search", new { }).Expect(403);
        await outsider.Post("beneficiaries/duplicate-check", new { surname = "A", name = "B", birthDate = "1980-01-01" }).Expect(403);
        await outsider.Get("cases").Expect(403);
        await outsider.Post($"beneficiaries/{person}/emergency-access", new { reason = "Un motivo lungo abbastanza" }).Expect(403);
        await Anonymous.Get($"beneficiaries/{person}").Expect(401);
    }

    [Test]
    public async Task Lists_WhenPersonMayNotBeSeen_NeitherShowNorCountIt()
    {
        var (person, caseId) = await Given.Case(bodyKind: "penalExecution", person: Given.Person("Nascondino", "Rosa"));
        var (open, openCase) = await Given.Case(person: Given.Person("Nascondino", "Viola"));
        var stranger = await AnotherPerson(Role.Educator);

        var strangers = await stranger.Post("beneficiaries/search", new { text = "nascond", total = true }).Expect(200);
        Assert.That(strangers.Items, Is.Empty);
        Assert.That(strangers["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await stranger.Get("cases?total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);

        var coordinators = await As(Role.Coordinator).Post("beneficiaries/search", new { text = "nascond", total = true }).Expect(200);
        Assert.That(coordinators.Ids, Is.EqualTo(new[] { open }));
        Assert.That(coordinators["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get("cases").Expect(200)).Ids, Is.EqualTo(new[] { openCase }));
        Assert.That((await As(Role.Coordinator).Get("cases?mine=true").Expect(200)).Ids, Is.Empty);

        var team = await As(Role.Educator).Post("beneficiaries/search", new { text = "nascond", onlyMine = true }).Expect(200);
        Assert.That(team.Ids, Is.EquivalentTo(new[] { person, open }));
        Assert.That((await As(Role.Educator).Get("cases?mine=true&state=open").Expect(200)).Ids, Is.EquivalentTo(new[] { caseId, openCase }));

        Assert.That((await As(Role.Coordinator).Post("search", new { text = "nascondino rosa" }).Expect(200)).Text, Does.Not.Contain("Nascondino"));
        Assert.That((await As(Role.Educator).Post("search", new { text = "nascondino rosa" }).Expect(200)).Text, Does.Contain("Nascondino"));
    }

    [Test]
    public async Task Person_WhenRegisteredByAnotherWithoutCase_IsNotSeen()
    {
        var person = await Given.Beneficiary();
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"beneficiaries/{person}").Expect(404, "beneficiary.not-found");
        await As(Role.Educator).Get($"beneficiaries/{person}").Expect(200);
    }

    [Test]
    public async Task Membership_WhenItEnds_SightEndsWithIt()
    {
        var (person, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var userId = (await colleague.Get("auth/me").Expect(200)).Id;
        var member = await As(Role.Educator).Post($"cases/{caseId}/members", new { userId, role = "tutor", fromOn = "2026-11-23", toOn = "2026-11-30" }).Expect(201);
        await colleague.Get($"beneficiaries/{person}/attestations").Expect(200);
        await colleague.Get($"cases/{caseId}/diary-entries").Expect(200);
        await colleague.Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }).Expect(403, "case.manager-only");

        Clock.Advance(TimeSpan.FromDays(8));
        await colleague.Get($"beneficiaries/{person}").Expect(404);
        await colleague.Get($"cases/{caseId}").Expect(404);

        await As(Role.Educator).Put($"cases/{caseId}/members/{member.Id}", new { role = "tutor", fromOn = "2026-11-23" }).Expect(204);
        await colleague.Get($"beneficiaries/{person}").Expect(200);
    }

    private static async Task<Reply> Knock(ApiUser user, (string Method, string Path, Func<object?> Body) door, Guid person, Guid caseId)
    {
        var path = door.Path.Replace("{person}", person.ToString(), StringComparison.Ordinal).Replace("{case}", caseId.ToString(), StringComparison.Ordinal)
            .Replace("{random}", "0198f3a0-0000-7000-8000-000000000001", StringComparison.Ordinal);
        var body = door.Path == "cases" ? new { beneficiaryId = person, referringBodyId = Guid.NewGuid(), openedOn = "2026-11-01", reason = "other" } : door.Body();
        return door.Method switch
        {
            "GET" => await user.Get(path),
            "PUT" => await user.Put(path, body!, 1),
            "DELETE" => await user.Delete(path, ("If-Match", "\"1\"")),
            _ => await user.Post(path, body, ("If-Match", "\"1\"")),
        };
    }

    private static string WithoutTrace(Reply reply)
    {
        var problem = reply.Json.AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }

    [Test]
    public async Task Case_WhenTheSameQueryAsksTwice_IsReadOnceAndAnewByTheNext()
    {
        var (_, caseId) = await Given.Case();

        var counts = await InScope(async services =>
        {
            var db = services.GetRequiredService<DbSession>();
            var counting = new CountingSession(db);
            var door = new NeedToKnow(counting, services.GetRequiredService<ICurrentUser>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IAuditTrail>(),
                services.GetRequiredService<InclusionPlatform.Beneficiaries.Rights.MarkBook>(), services.GetRequiredService<CommandAtHand>());
            async Task<int> Twice()
            {
                await door.CaseAsync(caseId, Sight.Registry, CancellationToken.None);
                await door.CaseAsync(caseId, Sight.Registry, CancellationToken.None);
                return counting.Count;
            }

            db.BeginQuery();
            var inQuery = await Twice();
            await db.EndQueryAsync();
            db.BeginQuery();
            var inTheNext = await Twice();
            await db.EndQueryAsync();
            return (inQuery, inTheNext, outside: await Twice());
        });

        Assert.That(counts, Is.EqualTo((1, 2, 4)));
    }
}
