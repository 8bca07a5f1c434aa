namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Protocols;

[TestFixtureSource(typeof(Engines))]
internal sealed class ProtocolTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Protocol(string subject, string from, string? to) =>
        (await As(Role.Coordinator).Post("protocols", new { subject, validFrom = from, validTo = to, renewal = "tacit" }).Expect(201)).Id;

    [Test]
    public async Task Protocol_WhenItEndsSoon_IsOnTheCoordinatorsTodayUntilItIsRenewed()
    {
        var ending = await Protocol("Intesa con il Comune", "2024-01-01", "2026-12-31");
        await Protocol("Senza scadenza", "2024-01-01", null);
        await Protocol("Finita", "2020-01-01", "2021-01-01");
        await Protocol("Lontana", "2024-01-01", "2030-01-01");

        var counter = (await As(Role.Coordinator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "network.protocol-expiring")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["link"]!.ToString()), Is.EqualTo((1, "/partner-bodies/protocols?state=expiring")));
        Assert.That((await As(Role.Educator).Get("protocols?state=expiring&total=true").Expect(200)).Ids, Is.EqualTo(new[] { ending }));
        Assert.That((await As(Role.Educator).Get("protocols?state=current").Expect(200)).Items, Has.Count.EqualTo(2));
        Assert.That((await As(Role.Educator).Get("protocols?state=expired").Expect(200)).Items, Has.Count.EqualTo(1));

        await As(Role.Coordinator).Post($"protocols/{ending}/renewal", new { validTo = "2026-12-31" }, ("If-Match", "\"1\"")).Expect(422, "protocol.renewal-does-not-prolong");
        var renewed = await As(Role.Coordinator).Post($"protocols/{ending}/renewal", new { validTo = "2028-12-31" }, ("If-Match", "\"1\"")).Expect(200);
        await As(Role.Coordinator).Post($"protocols/{ending}/renewal", new { validTo = "2029-12-31" }, ("If-Match", "\"1\"")).Expect(412);

        Assert.That((renewed["state"]!.ToString(), renewed["renewals"]![0]!["from"]!.ToString(), renewed["renewals"]![0]!["to"]!.ToString()), Is.EqualTo(("current", "2026-12-31", "2028-12-31")));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("network.protocol-expiring"));
    }

    [Test]
    public async Task Protocol_WhenABodySignsTwice_IsRefused()
    {
        var body = await Given.PartnerBody();
        var protocol = await Protocol("Intesa", "2026-01-01", null);

        await As(Role.Coordinator).Post($"protocols/{protocol}/signatories", new { bodyId = body, personId = await Given.BodyPerson(body), signedOn = "2026-01-10" }).Expect(201);
        await As(Role.Coordinator).Post($"protocols/{protocol}/signatories", new { bodyId = body, signedOn = "2026-01-11" }).Expect(409, "protocol.signed-already");
        Assert.That((await As(Role.Coordinator).Post($"protocols/{protocol}/signatories", new { bodyId = body, signedOn = "2027-01-11" }).Expect(422)).CodesOf("signedOn"), Is.EqualTo(new[] { "protocol.signed-in-future" }));

        var read = await As(Role.Educator).Get($"protocols/{protocol}").Expect(200);
        Assert.That((read["signatories"]![0]!["signedOn"]!.ToString(), read["signatories"]![0]!["personName"]!.ToString(), read.Version), Is.EqualTo(("2026-01-10", "Anna Referente", 2)));
        Assert.That((await As(Role.Educator).Get($"protocols?bodyId={body}").Expect(200)).Ids, Is.EqualTo(new[] { protocol }));
        await As(Role.Coordinator).Delete($"protocols/{protocol}/signatories/{body}").Expect(204);
        await As(Role.Coordinator).Delete($"protocols/{protocol}/signatories/{body}").Expect(404);
    }

    [Test]
    public async Task Protocol_WhenWrongStaleOrForbidden_IsRefused()
    {
        var id = await Protocol("Intesa", "2026-01-01", null);

        Assert.That((await As(Role.Coordinator).Post("protocols", new { subject = "X", validFrom = "2026-02-01", validTo = "2026-01-01", renewal = "none" }).Expect(422)).CodesOf("validTo"), Is.EqualTo(new[] { "protocol.ends-before-start" }));
        Assert.That((await As(Role.Coordinator).Post("protocols", new { subject = "X", validFrom = "0026-01-01", validTo = "9999-12-31", renewal = "none" }).Expect(422))["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "validFrom", "validTo" }));
        await As(Role.Coordinator).Put($"protocols/{id}", new { subject = "Intesa rivista", validFrom = "2026-01-01", renewal = "none" }, 1).Expect(200);
        await As(Role.Coordinator).Put($"protocols/{id}", new { subject = "X", validFrom = "2026-01-01", renewal = "none" }, 1).Expect(412);
        await As(Role.Coordinator).Post($"protocols/{id}/renewal", new { validTo = "2028-12-31" }, ("If-Match", "\"2\"")).Expect(422, "protocol.has-no-end");
        await As(Role.Educator).Post("protocols", new { subject = "X", validFrom = "2026-02-01", renewal = "none" }).Expect(403);
        await As(Role.Coordinator).Get($"protocols/{Guid.NewGuid()}").Expect(404);
    }
}
