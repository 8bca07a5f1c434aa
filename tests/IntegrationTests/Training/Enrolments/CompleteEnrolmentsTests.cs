namespace InclusionPlatform.IntegrationTests.Training.Enrolments;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompleteEnrolmentsTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> Complete(Guid edition, IEnumerable<Guid> enrolments, bool passed = true) => As(Role.Trainer).Post($"course-editions/{edition}/completions", new { enrolments, passed });

    private async Task<string> StateOf(Guid enrolment) =>
        (await Scalar<string>("select concat(state, ' ', coalesce(passed, 9), ' v', version) from training_enrolment where id = @enrolment", new { enrolment }))!;

    [Test]
    public async Task CompleteMany_WhenSomeHaveNoPlace_WritesTheOthersAndTellsOfEachWhyNot()
    {
        var edition = await Given.Edition(state: "running");
        var (first, second, gone) = (await Given.ConfirmedParticipant(edition), await Given.ConfirmedParticipant(edition), await Given.ConfirmedParticipant(edition));
        var enrolled = await Given.Participant(edition);
        await As(Role.Trainer).Post($"enrolments/{gone}/withdrawal").Expect(204);
        var elsewhere = await Given.ConfirmedParticipant(await Given.Edition(state: "running"));

        var reply = await Complete(edition, [first, gone, enrolled, elsewhere, second, first]).Expect(200);

        Assert.That((reply["done"]!.GetValue<int>(), reply["already"]!.GetValue<int>()), Is.EqualTo((2, 0)));
        Assert.That(reply["refused"]!.AsArray().Select(row => (row!["id"]!.GetValue<Guid>(), row["code"]!.ToString())), Is.EqualTo(new[]
        {
            (gone, "enrolment.withdrawn"), (enrolled, "enrolment.not-confirmed"), (elsewhere, "enrolment.not-found"),
        }));
        Assert.That(reply["refused"]![1]!["reason"]!.ToString(), Does.Contain("Prima va confermata l'iscrizione"));
        Assert.That((await StateOf(first), await StateOf(second)), Is.EqualTo(("completed 1 v3", "completed 1 v3")));
        Assert.That((await StateOf(enrolled), await StateOf(elsewhere)), Is.EqualTo(("enrolled 9 v1", "confirmed 9 v2")));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'enrolment' and kind = 'change' and record_id = @first", new { first }), Is.EqualTo(3));
    }

    [Test]
    public async Task CompleteMany_WhenSentAgainOrCorrected_ChangesOnlyWhatDiffers()
    {
        var edition = await Given.Edition(state: "running");
        var (first, second) = (await Given.ConfirmedParticipant(edition), await Given.ConfirmedParticipant(edition));
        await Complete(edition, [first]).Expect(200);
        await Given.ChangedEdition(edition, form => form["state"] = "ended").Expect(204);

        var both = await Complete(edition, [first, second]).Expect(200);
        var corrected = await Complete(edition, [second], passed: false).Expect(200);

        Assert.That((both["done"]!.GetValue<int>(), both["already"]!.GetValue<int>()), Is.EqualTo((1, 1)));
        Assert.That(corrected["done"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await StateOf(first), await StateOf(second)), Is.EqualTo(("completed 1 v3", "completed 0 v4")));
    }

    [Test]
    public async Task CompleteMany_WhenSomebodyIsOfACase_IsDoneAndTellsNothingOfIt()
    {
        var edition = await Given.Edition(state: "running");
        var (_, caseId) = await Given.Case();
        var enrolment = (await As(Role.Educator).Post($"course-editions/{edition}/enrolments", new { caseId }).Expect(201)).Id;
        await As(Role.Trainer).Post($"enrolments/{enrolment}/confirmation").Expect(204);
        Task<int> InACourse() => Scalar<int>("select count(*) from beneficiaries_case where id = @caseId and course_until is not null", new { caseId });
        Assert.That(await InACourse(), Is.EqualTo(1));

        var reply = await Complete(edition, [enrolment, await Given.ConfirmedParticipant(edition)]).Expect(200);

        Assert.That(await InACourse(), Is.Zero, "the course is over for the case too, as when one is written alone");

        Assert.That(reply["done"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(reply.Text, Does.Not.Contain(caseId.ToString()));
    }

    [Test]
    public async Task CompleteMany_WhenEditionIsNotHeldOrNotOnesOwn_IsRefusedWhole()
    {
        var open = await Given.Edition();
        var waiting = await Given.ConfirmedParticipant(open);
        await Complete(open, [waiting]).Expect(422, "edition.not-running");
        Assert.That(await StateOf(waiting), Does.StartWith("confirmed"));

        var running = await Given.Edition(state: "running", withTrainer: false);
        var enrolment = await Given.ConfirmedParticipant(running);
        await Complete(running, [enrolment]).Expect(403, "edition.not-yours");
        await Complete(Guid.NewGuid(), [enrolment]).Expect(404, "course-edition.not-found");
        await As(Role.Educator).Post($"course-editions/{running}/completions", new { enrolments = new[] { enrolment }, passed = true }).Expect(403);
        Assert.That(await StateOf(enrolment), Does.StartWith("confirmed"));
        await As(Role.Coordinator).Post($"course-editions/{running}/completions", new { enrolments = new[] { enrolment }, passed = true }).Expect(200);
    }

    [Test]
    public async Task CompleteMany_WhenNobodyIsChosen_SaysSo()
    {
        var edition = await Given.Edition(state: "running");

        var nobody = await Complete(edition, []).Expect(422, "validation.failed");
        Assert.That(nobody.CodesOf("enrolments"), Is.EqualTo(new[] { "enrolments.none-chosen" }));
        var missing = await As(Role.Trainer).Post($"course-editions/{edition}/completions", new { passed = true }).Expect(422, "validation.failed");
        Assert.That(missing.CodesOf("enrolments"), Is.Not.Empty);
        var tooMany = await Complete(edition, Enumerable.Range(0, 501).Select(_ => Guid.NewGuid())).Expect(422, "validation.failed");
        Assert.That(tooMany.CodesOf("enrolments"), Is.Not.Empty);
    }

    [Test]
    public async Task CompleteMany_WhenAWholeCourseIsOver_WritesAll()
    {
        var edition = await Given.Edition(state: "running");
        var all = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 15))
        {
            all.Add(await Given.ConfirmedParticipant(edition));
        }

        Assert.That((await Complete(edition, all).Expect(200))["done"]!.GetValue<int>(), Is.EqualTo(15));
        Assert.That(await Scalar<int>("select count(*) from training_enrolment where state = 'completed' and passed = 1"), Is.EqualTo(15));
    }
}
