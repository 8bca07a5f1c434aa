using InclusionPlatform.Internships.Course;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>What has to be communicated of starts, extensions and early ends.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CommunicationTests(Engine engine) : CoursePartTests(engine)
{
    [Test]
    public async Task Communication_WhenTheSheetIsOpened_HasWhatThePlatformKnowsAndSaysWhereTheRestIs()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Provaccia"), await Given.Host());

        var sheet = await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200);

        Assert.That(sheet["dueOn"]!.ToString(), Is.EqualTo("2026-11-29"));
        var fields = sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());
        Assert.That((fields["contract"], fields["startsOn"], fields["pay"]), Is.EqualTo(("C.01.00", "30/11/2026", "400,00")));
        Assert.That(fields["workerName"], Does.Contain("Provaccia"));
        Assert.That((fields["workerSex"], fields["workerBirthplace"], fields["workerCitizenship"]), Is.EqualTo(("F", "San Benedetto del Tronto (AP) (H769)", "Italia")));
        Assert.That((fields["workerTaxCode"], fields["workerAddress"], (int)sheet["masked"]!), Is.EqualTo(((string?)null, (string?)null, 3)), "masked until it is opened");
        Assert.That((int)sheet["missing"]!, Is.GreaterThan(0));
        await As(Role.CompanyOperator).Get($"internships/{id}/communication-sheet").Expect(403);
    }

    [TestCase("2027-05-29", null, "completedNoJob", null, TestName = "DL 510/1996, art. 9-bis: an end on the day that was communicated needs no communication")]
    [TestCase("2027-03-12", "Si è trasferita", "interruptedByPerson", "2027-03-17", TestName = "DLgs 181/2000, art. 4-bis: an end before its day is communicated within five days")]
    public async Task Cessation_ByTheDayOfTheEnd_IsAskedForOnlyBeforeTheDayThatWasKnown(string endedOn, string? reason, string outcome, string? dueOn)
    {
        var id = await Running(endedOn);

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn, outcome, reason }).Expect(200);

        Assert.That((await Read(id))["cessation"]?["dueOn"]?.ToString(), Is.EqualTo(dueOn));
        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(dueOn is null ? [] : new[] { "cessationCommunication" }));
    }

    [Test]
    public async Task Cessation_WhenItEndsEarly_IsOnPageTodayBoardAndListUntilItIsRecorded()
    {
        var id = await Running("2027-03-12");
        var path = $"internships/{id}/cessation-communication";
        var receipt = new { communicationProtocol = " P-99 ", communicationSentOn = "2027-03-20" };
        await As(Role.Educator).Put(path, new { communicationProtocol = "P-99", communicationSentOn = "2027-03-01" }, (int)(await Read(id))["version"]!).Expect(409, "internship.no-cessation-due");
        await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(409, "internship.no-cessation-due");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-12", outcome = "interruptedByHost", reason = "Cessa l'attività", cause = "hostClosed" }).Expect(200);
        Clock.Now = new(2027, 3, 20, 9, 0, 0, TimeSpan.Zero);

        var counter = (await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipCessationMissing")!;
        Assert.That(((int)counter["count"]!, counter["urgency"]!.ToString()), Is.EqualTo((1, "late")));
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }));
        var board = await As(Role.Educator).Get("internships/board").Expect(200);
        var column = board["columns"]!.AsArray().Single(one => one!["stage"]!.ToString() == "endedEarly")!;
        Assert.That(column["cards"]!.AsArray().Single()!["blocks"]!.AsArray().Select(block => block!.ToString()), Does.Contain("cessationCommunication"));
        var step = (await Read(id))["nextStep"]!;
        Assert.That((step["code"]!.ToString(), step["dueOn"]!.ToString()), Is.EqualTo(("communicateCessation", "2027-03-17")));
        var sheet = await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(200);
        var fields = FieldsOf(sheet);
        Assert.That((sheet["dueOn"]!.ToString(), fields["endedOn"], fields["endsBefore"], fields["startProtocol"]), Is.EqualTo(("2027-03-17", "12/03/2027", "29/05/2027", "0001234")));
        Assert.That(fields["cessationCause"], Is.EqualTo("Recesso del soggetto ospitante"));

        var version = (int)(await Read(id))["version"]!;
        Assert.That((await As(Role.Educator).Put(path, new { communicationProtocol = "", communicationSentOn = "2027-03-21" }, version).Expect(422, "validation.failed")).CodesOf("communicationSentOn"), Is.EqualTo(new[] { "internship.paper-in-the-future" }));
        await As(Role.Educator).Put(path, new { communicationProtocol = "P-99", communicationSentOn = "2026-11-01" }, version).Expect(422, "internship.communication-before-start");
        await (await AnotherPerson(Role.Educator)).Put(path, receipt, version).Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Put(path, receipt, version).Expect(403);
        await As(Role.Educator).Put(path, receipt, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put(path, receipt, version).Expect(204);

        var read = await Read(id);
        Assert.That((read["cessation"]!["protocol"]!.ToString(), read["cessation"]!["sentOn"]!.ToString()), Is.EqualTo(("P-99", "2027-03-20")));
        Assert.That((read["missingDocuments"]!.AsArray().Count, read["nextStep"]!["code"]!.ToString()), Is.EqualTo((0, "closeRegister")));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipCessationMissing"));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["columns"]!.AsArray().Select(one => one!["stage"]!.ToString()), Does.Not.Contain("endedEarly"));
    }

    [Test]
    public async Task Extension_WhenItIsNotCommunicated_IsOnPageTodayAndBoardWithItsSheet()
    {
        var id = await Running();
        await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension").Expect(409, "internship.no-extension");
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Servono altri sei mesi" }, 204);
        Clock.Now = new(2027, 6, 4, 9, 0, 0, TimeSpan.Zero);

        var read = await Read(id);
        var extension = read["extensions"]![0]!["id"]!.ToString();
        Assert.That((read["nextStep"]!["code"]!.ToString(), read["nextStep"]!["extensionId"]!.ToString()), Is.EqualTo(("communicateExtension", extension)));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "extensionCommunication" }));
        var counter = (await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipExtensionMissing")!;
        Assert.That(counter["urgency"]!.ToString(), Is.EqualTo("late"));
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Coordinator).Get("internships?due=extensionMissing").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["blocks"]!.AsArray().Select(block => block!["code"]!.ToString()), Does.Contain("extensionCommunication"));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension&extensionId={extension}").Expect(200));
        Assert.That((fields["endsBefore"], fields["endsOn"]), Is.EqualTo(("29/05/2027", "29/11/2027")));
        Assert.That(FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200))["endsOn"], Is.EqualTo("29/05/2027"), "the start told the first last day");

        await As(Role.Educator).Put($"internships/{id}/extensions/{extension}/communication", new { communicationProtocol = "P-77", communicationSentOn = "2027-06-04" }).Expect(204);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray(), Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipExtensionMissing"));
    }

    [Test]
    public async Task Extension_WhenItEndsBeforeTheDayThatWasKnown_OnlyTheEndIsCommunicated()
    {
        var id = await Running();
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Servono altri sei mesi" }, 204);
        Clock.Now = new(2027, 5, 10, 9, 0, 0, TimeSpan.Zero);

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-10", outcome = "interruptedByPerson", reason = "Lascia" }).Expect(200);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "cessationCommunication" }));
        Assert.That((await As(Role.Educator).Get("internships?due=extensionMissing").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Reminder_WhenACommunicationIsDue_GoesTwoDaysBeforeAndOnceItIsLate()
    {
        var id = await Running("2027-03-12");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-12", outcome = "interruptedByPerson", reason = "Lascia" }).Expect(200);
        async Task<(int Educator, int Coordinator)> Told(int day)
        {
            Clock.Now = new(2027, 3, day, 6, 35, 0, TimeSpan.Zero);
            await InScope(services => services.GetRequiredService<IMediator>().Send(new RemindCommunications()));
            async Task<int> Of(Role role) => (await As(role).Get("notifications").Expect(200)).Items.Count(item => item!["kind"]!.ToString() == "internship.cessation-to-communicate");
            return (await Of(Role.Educator), await Of(Role.Coordinator));
        }

        Assert.That(await Told(14), Is.EqualTo((0, 0)));
        Assert.That(await Told(15), Is.EqualTo((1, 0)));
        Assert.That(await Told(16), Is.EqualTo((1, 0)), "once");
        Assert.That(await Told(18), Is.EqualTo((2, 1)), "late: the coordinators too");
        Assert.That(await Told(19), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Communication_WhenTheCompanyHasSitesAndATaxCode_NamesSeatAndPlaceOfWork()
    {
        var company = (await As(Role.CompanyOperator).Post("companies", new { name = "Officina Prova", sector = "crafts", kind = "company", municipality = "044066", address = "Via Piave 3", cap = "63074", vatNumber = "12345678903", permanentStaff = 14 }).Expect(201)).Id;
        var id = await Given.Proposal(await Given.CaseOf(), company);

        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200));

        Assert.That((fields["hostTaxCode"], fields["hostSeat"], fields["hostSeatMunicipality"], fields["hostMunicipality"]), Is.EqualTo(("12345678903", "Via Piave 3, 63074", "San Benedetto del Tronto (AP)", "044066")));
        Assert.That((fields["workplace"], fields["workplaceMunicipality"], fields["workplaceMunicipalityCode"]), Is.EqualTo(("Via Piave 3, 63074", "San Benedetto del Tronto (AP)", "044066")));
    }

    [Test]
    public async Task Communication_WhenThePersonsDataAreOpened_IsCompleteForTheEquipeAloneAndLogged()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Provaccia"), await Given.Host());
        Task<int> Logged() => Scalar<int>("select count(*) from shared_audit_entry where purpose in ('disclose-identifiers:fillDocument', 'disclose-addresses:fillDocument')");
        await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200);
        Assert.That(await Logged(), Is.Zero, "nothing was opened");
        var replays = await Scalar<int>("select count(*) from shared_idempotency_key");

        var sheet = await As(Role.Educator).Post($"internships/{id}/communication-sheet/disclosures").Expect(200);

        var fields = sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());
        Assert.That(fields["workerTaxCode"], Has.Length.EqualTo(16));
        Assert.That((fields["workerAddress"], fields["workerMunicipality"], (int)sheet["masked"]!), Is.EqualTo(("Via dei Gerani 4, 63074 San Benedetto del Tronto (AP)", "044066", 0)));
        Assert.That(await Logged(), Is.EqualTo(2));
        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key"), Is.EqualTo(replays), "no replay keeps it");
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/communication-sheet/disclosures").Expect(404, "internship.not-found");
        await As(Role.Coordinator).Post($"internships/{id}/communication-sheet/disclosures").Expect(403, "beneficiary.team-only");
        var registry = await As(Role.Coordinator).Get($"internships/{id}/communication-sheet").Expect(200);
        Assert.That((int)registry["masked"]!, Is.Zero, "who may not open it is not told that it is there");
        await As(Role.CompanyOperator).Post($"internships/{id}/communication-sheet/disclosures").Expect(403);
    }
}
