namespace InclusionPlatform.IntegrationTests.CompanyNetwork.PartnerBodies;

[TestFixtureSource(typeof(Engines))]
internal sealed class PartnerBodyTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task PartnerBody_WhenMadeAndChanged_IsListedAsItIs()
    {
        var id = await Given.PartnerBody("SerD Grottammare");
        await Given.PartnerBody("UEPE", "penalExecution");

        await As(Role.CompanyOperator).Put($"partner-bodies/{id}", new { name = "SerD San Benedetto", kind = "addictionService", municipality = Given.Place.SanBenedetto, email = "serd@example.test" }, 1).Expect(200);
        await As(Role.CompanyOperator).Put($"partner-bodies/{id}", new { name = "X", kind = "other" }, 1).Expect(412);

        var list = await As(Role.Educator).Get("partner-bodies?kind=addictionService&total=true").Expect(200);
        Assert.That(list.Items.Single()!["name"]!.ToString(), Is.EqualTo("SerD San Benedetto"));
        Assert.That(list["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("partner-bodies?q=uep").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get($"partner-bodies/{id}").Expect(200)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task CreatePartnerBody_WhenWrongOrForbidden_IsRefused()
    {
        await As(Role.Educator).Post("partner-bodies", new { name = "X", kind = "other" }).Expect(403);
        var reply = await As(Role.Coordinator).Post("partner-bodies", new { name = "", kind = "other", email = "x", municipality = "1" }).Expect(422);

        Assert.That(new[] { "name", "email", "municipality" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
        await As(Role.Coordinator).Get($"partner-bodies/{Guid.NewGuid()}").Expect(404);
    }
}
