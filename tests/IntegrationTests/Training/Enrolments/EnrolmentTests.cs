namespace InclusionPlatform.IntegrationTests.Training.Enrolments;

[TestFixtureSource(typeof(Engines))]
internal sealed class EnrolmentTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> Enrol(Guid edition, object person) => As(Role.Trainer).Post($"course-editions/{edition}/enrolments", person);

    [Test]
    public async Task Enrol_WhenPlacesAreAskedFor_TheNextOnesWaitInOrder()
    {
        var edition = await Given.Edition(places: 2);

        var states = new List<string>();
        foreach (var surname in new[] { "Alfa", "Beta", "Gamma", "Delta" })
        {
            var enrolled = await Enrol(edition, new { surname, name = "Prova" }).Expect(201);
            states.Add($"{enrolled["state"]} {enrolled["waitingPosition"]}".Trim());
        }

        Assert.That(states, Is.EqualTo(new[] { "enrolled", "enrolled", "waiting 1", "waiting 2" }));
        var counts = (await As(Role.Educator).Get($"course-editions/{edition}").Expect(200))["counts"]!;
        Assert.That((counts["enrolled"]!.GetValue<int>(), counts["waiting"]!.GetValue<int>()), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Enrol_WhenDataAreWrong_NamesThemWithoutQuotingThem()
    {
        var edition = await Given.Edition();

        var problem = await Enrol(edition, new { surname = "", name = "Mario", birthDate = "2025-01-01", taxCode = "RSSMRA85T10A562X", phone = "12", email = "mario" }).Expect(422, "validation.failed");

        foreach (var field in new[] { "surname", "birthDate", "taxCode", "phone", "email" })
        {
            Assert.That(problem.CodesOf(field), Is.Not.Empty, field);
        }

        Assert.That(problem.Text, Does.Not.Contain("RSSMRA"));
        var other = await Enrol(edition, new { surname = "Verdi", name = "Mario", taxCode = "RSSMRA85T10A562S" }).Expect(422);
        Assert.That(other.CodesOf("taxCode"), Is.EqualTo(new[] { "tax-code.surname-mismatch" }));
    }

    [Test]
    public async Task Enrol_WhenSamePersonTwice_IsAConflictUntilWithdrawn()
    {
        var edition = await Given.Edition();
        var first = (await Enrol(edition, new { surname = "Rossi", name = "Mario", taxCode = "RSSMRA85T10A562S" }).Expect(201)).Id;

        await Enrol(edition, new { surname = "ROSSI", name = "Mario", taxCode = "rssmra85t10a562s" }).Expect(409, "enrolment.already");
        await As(Role.Trainer).Post($"enrolments/{first}/withdrawal").Expect(204);
        await Enrol(edition, new { surname = "Rossi", name = "Mario", taxCode = "RSSMRA85T10A562S" }).Expect(201);

        await Enrol(edition, new { surname = "Neri", name = "Ada" }).Expect(201);
        await Enrol(edition, new { surname = "neri", name = "ADA" }).Expect(409, "enrolment.already");
        await Enrol(edition, new { surname = "Neri", name = "Ada", birthDate = "1990-05-05" }).Expect(201);
    }

    [Test]
    public async Task Enrol_WhenStored_NoNameIsReadableInDatabaseOrLog()
    {
        var edition = await Given.Edition();
        var id = (await Enrol(edition, new { surname = "Zibaldone", name = "Quinto", taxCode = "", phone = "333 1234567" }).Expect(201)).Id;

        Assert.That(await Scalar<string>("select person from training_enrolment where id = @id", new { id }), Does.Not.Contain("Zibaldone").And.Not.Contain("1234567"));
        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key where request_hash like '%Zibaldone%'"), Is.Zero);
        Assert.That(Platform.Logged, Has.None.Contains("Zibaldone"));
    }

    [Test]
    public async Task Enrol_WhenEditionIsNotOpen_SaysWhatToDo()
    {
        var planned = await Given.Edition(state: "planned");
        await Enrol(planned, new { surname = "Rossi", name = "Ada" }).Expect(422, "edition.not-enrolling");
        await Enrol(Guid.NewGuid(), new { surname = "Rossi", name = "Ada" }).Expect(404, "course-edition.not-found");
    }

    [Test]
    public async Task Confirm_WhenPlacesAreFull_IsRefusedUntilSomebodyWithdraws()
    {
        var edition = await Given.Edition(places: 1);
        var (first, second) = (await Given.Participant(edition), await Given.Participant(edition));
        await As(Role.Trainer).Post($"enrolments/{first}/confirmation").Expect(204);

        var full = await As(Role.Trainer).Post($"enrolments/{second}/confirmation").Expect(422, "enrolment.no-place");
        Assert.That(full["detail"]!.ToString(), Does.Contain("resta in attesa"));
        await As(Role.Trainer).Post($"enrolments/{first}/confirmation").Expect(422, "enrolment.confirmed");

        await As(Role.Trainer).Post($"enrolments/{first}/withdrawal").Expect(204);
        await As(Role.Trainer).Post($"enrolments/{second}/confirmation").Expect(204);
        await As(Role.Trainer).Post($"enrolments/{first}/confirmation").Expect(422, "enrolment.withdrawn");
        Assert.That(await Scalar<int>("select places_taken from training_course_edition where id = @edition", new { edition }), Is.EqualTo(1));
    }

    [Test]
    public async Task Confirm_WhenManyAtOnce_NeverMoreThanPlaces()
    {
        var edition = await Given.Edition(places: 3);
        var enrolments = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 10))
        {
            enrolments.Add(await Given.Participant(edition));
        }

        var coordinator = await SignIn(Role.Coordinator);
        var replies = await Task.WhenAll(enrolments.SelectMany(id => new[] { id, id }).Select(id => coordinator.Post($"enrolments/{id}/confirmation")));

        Assert.That(replies.Count(reply => reply.Status == 204), Is.EqualTo(3));
        Assert.That(await Scalar<int>("select count(*) from training_enrolment where state = 'confirmed'"), Is.EqualTo(3));
        Assert.That(await Scalar<int>("select places_taken from training_course_edition where id = @edition", new { edition }), Is.EqualTo(3));
        Assert.That(replies.Where(reply => reply.Status != 204).Select(reply => reply.Status).Distinct(), Is.EqualTo(new[] { 422 }));
    }

    [Test]
    public async Task Complete_WhenConfirmedAndRunning_KeepsWhetherPassedAndTheOutcome()
    {
        var edition = await Given.Edition(state: "running");
        var (confirmed, enrolled) = (await Given.ConfirmedParticipant(edition), await Given.Participant(edition));

        await As(Role.Trainer).Post($"enrolments/{enrolled}/completion", new { passed = true }).Expect(422, "enrolment.not-confirmed");
        await As(Role.Trainer).Post($"enrolments/{confirmed}/completion", new { passed = true }).Expect(204);
        await As(Role.Trainer).Post($"enrolments/{confirmed}/withdrawal").Expect(422, "enrolment.completed");
        await As(Role.Trainer).Put($"enrolments/{confirmed}/outcome", new { hiredOn = "2026-11-23", employer = "Officina Inventata" }).Expect(204);

        await As(Role.Trainer).Put($"enrolments/{confirmed}/outcome", new { hiredOn = "2026-11-24", employer = "Officina" }).Expect(422, "validation.failed");
        await As(Role.Trainer).Put($"enrolments/{confirmed}/outcome", new { hiredOn = "2026-11-23" }).Expect(422, "validation.failed");
        await As(Role.Trainer).Put($"enrolments/{confirmed}/outcome", new { hiredOn = "2026-11-01", employer = "Officina" }).Expect(422, "outcome.before-course");
        var item = (await As(Role.Coordinator).Get($"course-editions/{edition}/enrolments").Expect(200)).Items.Single(row => row!["id"]!.GetValue<Guid>() == confirmed)!;
        Assert.That((item["state"]!.ToString(), item["passed"]!.GetValue<bool>(), item["hiredOn"]!.ToString(), item["employer"]!.ToString()), Is.EqualTo(("completed", true, "2026-11-23", "Officina Inventata")));
    }

    [Test]
    public async Task ListEnrolments_WhenThePersonsCaseMayNotBeSeen_TheCoordinatorReadsOnlyThatThePlaceIsTaken()
    {
        var edition = await Given.Edition();
        var path = $"course-editions/{edition}/enrolments";
        var (_, restricted) = await Given.Case(bodyKind: "addictionService", person: Given.Person("Segretissima", "Eva"));
        var (_, ordinary) = await Given.Case(person: Given.Person("Palesemente", "Ugo", "male"));
        await As(Role.Educator).Post(path, new { caseId = restricted }).Expect(201);
        await As(Role.Educator).Post(path, new { caseId = ordinary }).Expect(201);

        var seen = await As(Role.Coordinator).Get(path).Expect(200);
        Assert.That(seen.Items.Select(item => item!["displayName"]!.ToString()), Is.EquivalentTo(new[] { "Persona riservata 1", "Palesemente Ugo" }));
        Assert.That(seen.Items.Select(item => item!["birthDate"]), Is.All.Null);
        Assert.That(seen.Text, Does.Not.Contain("Segretissima").And.Not.Contain(restricted.ToString()));
        var taught = await As(Role.Trainer).Get(path).Expect(200);
        Assert.That(taught.Items.Select(item => item!["displayName"]!.ToString()), Is.EquivalentTo(new[] { "Segretissima Eva", "Palesemente Ugo" }));
        Assert.That(taught.Items.Select(item => item!["birthDate"]), Is.All.Null);
        Assert.That((await As(Role.Educator).Get(path).Expect(200)).Items, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ListEnrolments_WhenAskedBy_TellsOnlyWhoMayKnow()
    {
        var edition = await Given.Edition();
        await Enrol(edition, new { surname = "Rossi", name = "Ada", phone = "333 1234567", birthDate = "1990-05-05" }).Expect(201);
        var path = $"course-editions/{edition}/enrolments";

        var own = (await As(Role.Trainer).Get(path).Expect(200)).Items.Single()!;
        Assert.That(own["displayName"]!.ToString(), Is.EqualTo("Rossi Ada"));
        Assert.That(own["phone"], Is.Null);
        Assert.That((await As(Role.Coordinator).Get(path).Expect(200)).Items.Single()!["phone"]!.ToString(), Does.Contain("3331234567"));
        Assert.That((await As(Role.Educator).Get(path).Expect(200)).Items, Is.Empty);
        var other = await AnotherPerson(Role.Trainer);
        Assert.That((await other.Get(path).Expect(200)).Items, Is.Empty);
        await other.Post(path, new { surname = "Verdi", name = "Ugo" }).Expect(403, "edition.not-yours");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'enrolment' and kind = 'read'"), Is.EqualTo(2));
    }

    [Test]
    public async Task Confirm_WhenOthersAreEnrolledOrWaitBefore_LeavesThemTheirPlaces()
    {
        var edition = await Given.Edition(places: 2);
        var (first, second, third, fourth) = (await NextInLine(edition), await NextInLine(edition), await NextInLine(edition), await NextInLine(edition));

        await As(Role.Trainer).Post($"enrolments/{fourth}/confirmation").Expect(422, "enrolment.places-held");
        await As(Role.Trainer).Post($"enrolments/{third}/confirmation").Expect(422, "enrolment.places-held");
        await As(Role.Trainer).Post($"enrolments/{first}/confirmation").Expect(204);
        await As(Role.Trainer).Post($"enrolments/{third}/confirmation").Expect(422, "enrolment.places-held");
        await As(Role.Trainer).Post($"enrolments/{second}/withdrawal").Expect(204);
        await As(Role.Trainer).Post($"enrolments/{fourth}/confirmation").Expect(422, "enrolment.others-first");
        await As(Role.Trainer).Post($"enrolments/{third}/confirmation").Expect(204);
        await As(Role.Trainer).Post($"enrolments/{fourth}/confirmation").Expect(422, "enrolment.no-place");

        Assert.That(await Scalar<int>("select places_taken from training_course_edition where id = @edition", new { edition }), Is.EqualTo(2));
    }

    /// <summary>Somebody enrolled a minute after whoever came before: those of one moment have no order that a test could rely on.</summary>
    private async Task<Guid> NextInLine(Guid edition)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return await Given.Participant(edition);
    }

    [Test]
    public async Task Enrol_WhenItMayBeTheSamePerson_AsksAndEnrolsOnlyWhoIsSomebodyElse()
    {
        var edition = await Given.Edition();
        await Enrol(edition, new { surname = "Rossi", name = "Mario", birthDate = "1985-12-10", taxCode = "RSSMRA85T10A562S" }).Expect(201);

        await Enrol(edition, new { surname = "Rossi", name = "Mario", taxCode = "RSSMRA85T10A56NH" }).Expect(409, "enrolment.maybe-already");
        await Enrol(edition, new { surname = "ROSSI", name = "mario", birthDate = "1985-12-10" }).Expect(409, "enrolment.maybe-already");
        Assert.That(await Scalar<int>("select count(*) from training_enrolment"), Is.EqualTo(1));
        await Enrol(edition, new { surname = "Rossi", name = "Mario", birthDate = "1985-12-11" }).Expect(201);
        await Enrol(edition, new { surname = "Rossi", name = "Mario", taxCode = "RSSMRA85T10A56NH", isSomebodyElse = true }).Expect(201);
        await Enrol(edition, new { surname = "Rossi", name = "Mario", taxCode = "RSSMRA85T10A56NH", isSomebodyElse = true }).Expect(409, "enrolment.already");
    }
}
