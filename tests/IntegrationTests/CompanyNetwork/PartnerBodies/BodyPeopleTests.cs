namespace InclusionPlatform.IntegrationTests.CompanyNetwork.PartnerBodies;

[TestFixtureSource(typeof(Engines))]
internal sealed class BodyPeopleTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task BodyPerson_WhenAddedAndGone_IsListedLastAndKept()
    {
        var body = await Given.PartnerBody();
        var anna = await Given.BodyPerson(body, "Anna Prima");
        var bruno = await Given.BodyPerson(body, "Bruno Secondo");

        var changed = await As(Role.CompanyOperator).Put($"partner-bodies/{body}/people/{anna}", new { name = "Anna Prima", role = "direttrice", phone = "0735 123456", email = "A@EX.test", leftOn = "2026-11-01" }, 1).Expect(200);
        await As(Role.CompanyOperator).Put($"partner-bodies/{body}/people/{anna}", new { name = "X" }, 1).Expect(412);

        Assert.That((changed["email"]!.ToString(), changed.Version), Is.EqualTo(("a@ex.test", 2)));
        Assert.That((await As(Role.Educator).Get($"partner-bodies/{body}/people").Expect(200)).Ids, Is.EqualTo(new[] { bruno, anna }));
    }

    [Test]
    public async Task BodyPerson_WhenWrongOrForbidden_IsRefused()
    {
        var body = await Given.PartnerBody();
        var person = await Given.BodyPerson(body);
        var other = await Given.PartnerBody("UEPE");

        var reply = await As(Role.Coordinator).Post($"partner-bodies/{body}/people", new { name = "", email = "x", phone = "abc" }).Expect(422);
        Assert.That(new[] { "name", "email", "phone" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
        await As(Role.Educator).Post($"partner-bodies/{body}/people", new { name = "X" }).Expect(403);
        await As(Role.Coordinator).Post($"partner-bodies/{Guid.NewGuid()}/people", new { name = "X" }).Expect(404);
        await As(Role.Coordinator).Put($"partner-bodies/{other}/people/{person}", new { name = "X" }, 1).Expect(404);
        await As(Role.Administrator).Get($"partner-bodies/{body}/people").Expect(403);
    }
}
