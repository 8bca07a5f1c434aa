namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class GroupActivityTests(Engine engine) : SliceTests(engine)
{
    private static object Activity(params (Guid CaseId, bool Present)[] people) => new
    {
        kind = "workshop", on = "2026-11-20", at = "15:00", title = "Laboratorio di cucina", text = "Si è preparato un pranzo per otto.",
        participants = people.Select(person => new { caseId = person.CaseId, present = person.Present }),
    };

    [Test]
    public async Task Activity_WhenRecorded_IsInEachDiaryWithoutTheOthers()
    {
        var (one, first) = await Given.Case(person: Given.Person("Primacasa"));
        var (_, second) = await Given.Case(person: Given.Person("Secondacasa"));
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(first, colleague);

        await As(Role.Educator).Post("group-activities", Activity((first, true), (second, false))).Expect(201);

        var entry = (await colleague.Get($"cases/{first}/diary-entries").Expect(200)).Items.Single()!;
        Assert.That(entry["kind"]!.ToString(), Is.EqualTo("group"));
        Assert.That(entry["present"]!.GetValue<bool>(), Is.True);
        Assert.That(entry["text"]!.ToString(), Does.StartWith("Laboratorio di cucina"));
        Assert.That(entry.ToJsonString(), Does.Not.Contain("Secondacasa").And.Not.Contain(second.ToString()));
        Assert.That((await As(Role.Educator).Get($"cases/{second}/diary-entries").Expect(200)).Items.Single()!["present"]!.GetValue<bool>(), Is.False);
        Assert.That((await colleague.Get("group-activities").Expect(200)).Items, Is.Empty, "who else took part is known to whoever told of it");
        var mine = (await As(Role.Educator).Get("group-activities?total=true").Expect(200)).Items.Single()!["participants"]!.AsArray();
        Assert.That(mine.Select(person => person!["displayName"]!.ToString()), Is.EqualTo(new[] { "Primacasa Gioiosa", "Secondacasa Gioiosa" }));
        Assert.That(mine[0]!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(one));
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_group_activity"), Does.Not.Contain("cucina"));
        var id = entry["id"]!.GetValue<Guid>();
        await As(Role.Educator).Put($"cases/{first}/diary-entries/{id}", new { kind = "note", on = "2026-11-20", text = "x" }, 1).Expect(422, "diary.signed");
        await As(Role.Educator).Post($"cases/{first}/diary-entries", new { kind = "group", on = "2026-11-20", text = "x" }).Expect(422);
    }

    [Test]
    public async Task Activity_WhenSomebodyIsNotMineOrTwiceOrNobody_NothingIsWritten()
    {
        var (_, mine) = await Given.Case();
        var stranger = await AnotherPerson(Role.Educator);
        var (_, theirs) = await Given.Case(stranger);

        await As(Role.Educator).Post("group-activities", Activity((mine, true), (theirs, true))).Expect(422, "group-activity.not-mine");
        await As(Role.Educator).Post("group-activities", Activity((mine, true), (Guid.NewGuid(), true))).Expect(422, "group-activity.not-mine");
        Assert.That((await As(Role.Educator).Post("group-activities", Activity((mine, true), (mine, false))).Expect(422)).CodesOf("participants"), Is.EqualTo(new[] { "group-activity.twice" }));
        var empty = await As(Role.Educator).Post("group-activities", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "kind", "on", "title", "text", "participants" }));
        await As(Role.Trainer).Get("group-activities").Expect(403);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_group_activity"), Is.Zero);
    }

    [Test]
    public async Task Activity_WhenSomebodysDataAreOnlyKept_IsRefusedWithWhoseAndNothingIsWritten()
    {
        var (_, free) = await Given.Case(person: Given.Person("Primacasa"));
        var (person, kept) = await Given.Case(person: Given.Person("Secondacasa"));
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20" }).Expect(201);

        var refused = await As(Role.Educator).Post("group-activities", Activity((free, true), (kept, true))).Expect(422, "beneficiary.only-kept");

        Assert.That(refused["errors"]!["participants"]!.ToJsonString(), Does.Contain("Secondacasa").And.Not.Contain("Primacasa"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.Zero);
        await As(Role.Educator).Post("group-activities", Activity((free, true))).Expect(201);
    }
}
