namespace InclusionPlatform.IntegrationTests.Training.Editions;

[TestFixtureSource(typeof(Engines))]
internal sealed class EditionTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task CreateEdition_WhenComplete_IsReadBackWithTrainerPlaceAndJob()
    {
        var id = await Given.Edition(places: 12, job: new { employer = "Ristorante Inventato", positions = 3 });

        var edition = await As(Role.Trainer).Get($"course-editions/{id}").Expect(200);

        Assert.That(edition["trainerName"]!.ToString(), Is.EqualTo("Prova Trainer"));
        Assert.That(edition["place"]!["municipalityName"]!.ToString(), Is.EqualTo("San Benedetto del Tronto (AP)"));
        Assert.That(edition["guaranteedJob"]!["positions"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That(edition["counts"]!["confirmed"]!.GetValue<int>(), Is.Zero);
        Assert.That(edition["canManage"]!.GetValue<bool>(), Is.True);
        Assert.That((await As(Role.Educator).Get($"course-editions/{id}").Expect(200))["canManage"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task CreateEdition_WhenFieldsAreWrong_NamesEach()
    {
        var course = await Given.Course();
        var problem = await As(Role.Coordinator).Post("course-editions", new
        {
            courseId = course, code = "", municipality = "Paperopoli", startsOn = "2026-12-10", endsOn = "2026-12-01", places = 0, guaranteedJob = new { employer = "", positions = 0 },
        }).Expect(422, "validation.failed");

        foreach (var field in new[] { "code", "municipality", "endsOn", "places", "guaranteedJob.employer", "guaranteedJob.positions" })
        {
            Assert.That(problem.CodesOf(field), Is.Not.Empty, field);
        }

        await As(Role.Coordinator).Post("course-editions", Given.EditionForm(Guid.NewGuid())).Expect(404, "course.not-found");
        var educator = (await As(Role.Educator).Get("auth/me").Expect(200)).Id;
        Assert.That((await As(Role.Coordinator).Post("course-editions", Given.EditionForm(course, educator)).Expect(422)).CodesOf("trainerId"), Is.EqualTo(new[] { "edition.trainer" }));
    }

    [TestCase("0026-01-01", "0026-02-01")]
    [TestCase("9999-12-31", "9999-12-31")]
    public async Task CreateEdition_WhenItsYearIsMistyped_IsRefusedAtTheField(string startsOn, string endsOn)
    {
        var refused = await As(Role.Coordinator).Post("course-editions", Given.EditionForm(await Given.Course(), startsOn: startsOn, endsOn: endsOn)).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("startsOn"), Is.Not.Empty);
    }

    [Test]
    public async Task CreateEdition_WhenCodeIsTakenInOtherCapitals_IsAConflict()
    {
        var course = await Given.Course();
        await As(Role.Coordinator).Post("course-editions", Given.EditionForm(course, code: "Hacc-01")).Expect(201);

        await As(Role.Coordinator).Post("course-editions", Given.EditionForm(course, code: "HACC-01 ")).Expect(409, "edition.code-taken");
    }

    [Test]
    public async Task ChangeEdition_WhenFewerPlacesThanConfirmedOrLessonsOutside_IsRefusedAndNothingChanges()
    {
        var edition = await Given.Edition(places: 3);
        await Given.ConfirmedParticipant(edition);
        await Given.ConfirmedParticipant(edition);
        await Given.Session(edition, "2026-12-10");

        Assert.That((await Given.ChangedEdition(edition, form => form["places"] = 1)).CodesOf("places"), Is.EqualTo(new[] { "edition.places-taken" }));
        Assert.That((await Given.ChangedEdition(edition, form => form["endsOn"] = "2026-12-01")).CodesOf("endsOn"), Is.EqualTo(new[] { "edition.sessions-outside" }));
        Assert.That((await As(Role.Coordinator).Get($"course-editions/{edition}").Expect(200))["places"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That((await Given.ChangedEdition(edition, form => form["places"] = 2)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task ChangeEdition_WhenStale_Is412()
    {
        var edition = await Given.Edition();
        Assert.That((await Given.ChangedEdition(edition, form => form["places"] = 21)).Status, Is.EqualTo(204));

        await As(Role.Coordinator).Put($"course-editions/{edition}", Given.EditionForm(Guid.NewGuid(), await Given.TrainerId()), 1).Expect(412, "record.stale");
    }

    [Test]
    public async Task ChangeEdition_WhenAnotherTrainerTries_IsForbidden()
    {
        var edition = await Given.Edition();
        var other = await AnotherPerson(Role.Trainer);

        var refused = await Given.ChangedEdition(edition, other, form => form["places"] = 30);

        Assert.That(refused.Status, Is.EqualTo(403));
        Assert.That(refused.Code, Is.EqualTo("edition.not-yours"));
    }

    [Test]
    public async Task ChangeEdition_WhenStateJumpsBack_IsRefused()
    {
        var edition = await Given.Edition(state: "running");
        Assert.That((await Given.ChangedEdition(edition, form => form["state"] = "ended")).Status, Is.EqualTo(204));

        Assert.That((await Given.ChangedEdition(edition, form => form["state"] = "planned")).CodesOf("state"), Is.EqualTo(new[] { "edition.state-step" }));
    }

    [Test]
    public async Task ListEditions_WhenFiltered_GivesTheLatestFirst()
    {
        var early = await Given.Edition(startsOn: "2026-10-01", endsOn: "2026-10-30");
        var late = await Given.Edition(startsOn: "2027-01-10", endsOn: "2027-01-30");
        var others = await Given.Edition(withTrainer: false, state: "planned");

        var first = await As(Role.Trainer).Get("course-editions?limit=2&total=true").Expect(200);
        var second = await As(Role.Trainer).Get($"course-editions?limit=2&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(first.Ids.Concat(second.Ids), Is.EqualTo(new[] { late, others, early }));
        Assert.That(first["total"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That((await As(Role.Trainer).Get("course-editions?mine=true").Expect(200)).Ids, Is.EqualTo(new[] { late, early }));
        Assert.That((await As(Role.Trainer).Get("course-editions?state=planned").Expect(200)).Ids, Is.EqualTo(new[] { others }));
        await As(Role.Trainer).Get("course-editions?state=sleeping").Expect(422, "request.field-form");
    }

    [Test]
    public async Task Create_WhenATrainerNamesNobody_IsTheirs()
    {
        var id = (await As(Role.Trainer).Post("course-editions", Given.EditionForm(await Given.Course())).Expect(201)).Id;

        await As(Role.Trainer).Post($"course-editions/{id}/enrolments", new { surname = "Alfa", name = "Prova" }).Expect(201);
        Assert.That((await As(Role.Trainer).Get($"course-editions/{id}").Expect(200))["trainerId"]!.GetValue<Guid>(), Is.EqualTo(await Given.TrainerId()));
    }
}
