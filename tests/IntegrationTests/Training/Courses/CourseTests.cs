namespace InclusionPlatform.IntegrationTests.Training.Courses;

[TestFixtureSource(typeof(Engines))]
internal sealed class CourseTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task CreateCourse_WhenComplete_IsReadBackWithItsTag()
    {
        var id = await Given.Course("Carrello elevatore");

        var course = await As(Role.Educator).Get($"courses/{id}").Expect(200);

        Assert.That(course["title"]!.ToString(), Is.EqualTo("Carrello elevatore"));
        Assert.That(course["editions"]!.GetValue<int>(), Is.Zero);
        Assert.That(course.Headers.ETag!.Tag, Is.EqualTo("\"1\""));
        await As(Role.Educator).Get($"courses/{id}", ("If-None-Match", "\"1\"")).Expect(304);
    }

    [Test]
    public async Task CreateCourse_WhenFieldsAreWrong_NamesThemAndKeepsNothing()
    {
        var problem = await As(Role.Trainer).Post("courses", new { title = "", topic = "other", plannedHours = 0 }).Expect(422, "validation.failed");

        Assert.That(problem.CodesOf("title"), Is.Not.Empty);
        Assert.That(problem.CodesOf("plannedHours"), Is.Not.Empty);
        await As(Role.Trainer).Post("courses", new { title = "X", topic = "astrology", plannedHours = 4 }).Expect(422, "request.field-form");
        Assert.That(await Scalar<int>("select count(*) from training_course"), Is.Zero);
    }

    [Test]
    public async Task ChangeCourse_WhenSomebodyElseWasFirst_OverwritesNothing()
    {
        var id = await Given.Course();
        await As(Role.Coordinator).Put($"courses/{id}", Given.CourseForm("Sicurezza, rischio alto"), 1).Expect(204);

        await As(Role.Trainer).Put($"courses/{id}", Given.CourseForm("Altro titolo"), 1).Expect(412, "record.stale");
        await As(Role.Trainer).Put($"courses/{id}", Given.CourseForm("Altro titolo")).Expect(428);
        await As(Role.Trainer).Put($"courses/{Guid.NewGuid()}", Given.CourseForm(), 1).Expect(404, "course.not-found");

        Assert.That((await As(Role.Trainer).Get($"courses/{id}").Expect(200))["title"]!.ToString(), Is.EqualTo("Sicurezza, rischio alto"));
    }

    [Test]
    public async Task ListCourses_WhenPagedAndFiltered_GivesEachOnceInOrder()
    {
        foreach (var title in new[] { "Cucina", "Àncora informatica", "Barista", "Informatica di base" })
        {
            await Given.Course(title);
        }

        var first = await As(Role.Trainer).Get("courses?limit=3&total=true").Expect(200);
        var second = await As(Role.Trainer).Get($"courses?limit=3&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(first.Items.Concat(second.Items).Select(course => course!["title"]!.ToString()), Is.EqualTo(new[] { "Àncora informatica", "Barista", "Cucina", "Informatica di base" }));
        Assert.That(first["total"]!.GetValue<int>(), Is.EqualTo(4));

        var found = await As(Role.Trainer).Get("courses?q=INFORMÀTICA&topic=workplaceSafety").Expect(200);
        Assert.That(found.Items, Has.Count.EqualTo(2));
        await As(Role.Trainer).Get("courses?cursor=inventato").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task Search_WhenMoreOfAKindMatchThanItShows_SaysThatThereAreOthers()
    {
        for (var course = 1; course <= 6; course++)
        {
            await Given.Course($"Saldatura {course}");
        }

        var many = await As(Role.Educator).Post("search", new { text = "saldatura" }).Expect(200);
        var one = await As(Role.Educator).Post("search", new { text = "saldatura 6" }).Expect(200);

        Assert.That(many["results"]!.AsArray().Count(hit => hit!["kind"]!.ToString() == "course"), Is.EqualTo(5));
        Assert.That((bool)many["more"]!, Is.True);
        Assert.That((bool)one["more"]!, Is.False);
    }

    [Test]
    public async Task Search_WhenTextIsACourse_FindsItForWhoMayReadCourses()
    {
        var id = await Given.Course("Pizzaiolo provetto");

        var found = await As(Role.Educator).Post("search", new { text = "pizzaiolo" }).Expect(200);
        Assert.That(found["results"]!.AsArray().Select(hit => hit!["link"]!.ToString()), Does.Contain($"/training/courses/{id}"));

        var nothing = await As(Role.BulletinEditor).Post("search", new { text = "pizzaiolo" }).Expect(200);
        Assert.That(nothing["results"]!.AsArray(), Is.Empty);
    }

    [TestCase(Role.Administrator, false, false)]
    [TestCase(Role.Coordinator, true, true)]
    [TestCase(Role.Educator, true, false)]
    [TestCase(Role.CompanyOperator, false, false)]
    [TestCase(Role.Trainer, true, true)]
    [TestCase(Role.BulletinEditor, false, false)]
    [TestCase(Role.Auditor, false, false)]
    public async Task Rights_WhenRoleCalls_AreAsTheTableSays(Role role, bool reads, bool writes)
    {
        var edition = await Given.Edition();

        foreach (var path in new[] { "courses", "course-editions", $"course-editions/{edition}", $"course-editions/{edition}/sessions", $"course-editions/{edition}/enrolments" })
        {
            await As(role).Get(path).Expect(reads ? 200 : 403);
        }

        await As(role).Post("courses", Given.CourseForm("Nuovo")).Expect(writes ? 201 : 403);
        await As(role).Get("trainers").Expect(writes ? 200 : 403);
        await As(role).Post($"course-editions/{edition}/sessions", new { day = "2026-12-01", from = "09:00", to = "10:00" }).Expect(writes ? 201 : 403);
        await As(role).Post($"course-editions/{edition}/enrolments", new { surname = "Bianchi", name = "Prova" }).Expect(writes ? 201 : 403);
        await As(role).Post($"enrolments/{Guid.NewGuid()}/confirmation").Expect(writes ? 404 : 403);
        await Anonymous.Get("courses").Expect(401);
    }
}
