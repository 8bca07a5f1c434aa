namespace InclusionPlatform.IntegrationTests.CompanyNetwork.People;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompanyPeopleTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task AddPerson_WhenFirstOfAll_ListsAndCallsShowThem()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{company}/people", new { name = "Carla Verdi", role = "titolare", phone = "0735 111222", otherPhone = "333 1234567", preferredChannel = "visit" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{company}/people", new { name = "Piero Neri", doNotCall = true }).Expect(201);

        var read = await As(Role.Educator).Get($"companies/{company}").Expect(200);

        Assert.Multiple(() =>
        {
            Assert.That(read["contactPerson"]!["name"]!.ToString(), Is.EqualTo("Carla Verdi"));
            Assert.That(read["people"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(read["people"]![0]!["otherPhone"]!.ToString(), Is.EqualTo("333 1234567"));
            Assert.That(read["people"]![0]!["isFirst"]!.GetValue<bool>(), Is.True);
            Assert.That(read["contactPerson"]!["doNotCall"]!.GetValue<bool>(), Is.False);
        });
    }

    [Test]
    public async Task RemovePerson_WhenTheFirst_TheNextOneIsFirst()
    {
        var company = await Given.Company();
        var first = (await As(Role.CompanyOperator).Post($"companies/{company}/people", new { name = "Carla Verdi" }).Expect(201)).Id;
        await As(Role.CompanyOperator).Post($"companies/{company}/people", new { name = "Piero Neri", email = "piero@esempio.test" }).Expect(201);

        await (await SignIn(Role.CompanyOperator)).Delete($"companies/{company}/people/{first}", ("If-Match", "\"1\"")).Expect(412);
        await (await SignIn(Role.CompanyOperator)).Delete($"companies/{company}/people/{first}", ("If-Match", "\"3\"")).Expect(204);

        var read = await As(Role.Educator).Get($"companies/{company}").Expect(200);
        Assert.That(read["contactPerson"]!["name"]!.ToString(), Is.EqualTo("Piero Neri"));
        Assert.That(read["people"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SavePerson_WhenNamelessOrUnknown_IsRefused()
    {
        var company = await Given.Company();

        Assert.That((await As(Role.CompanyOperator).Post($"companies/{company}/people", new { phone = "chiamare" }).Expect(422)).CodesOf("phone"), Is.EqualTo(new[] { "phone-number.form" }));
        await As(Role.CompanyOperator).Put($"companies/{company}/people/{Guid.NewGuid()}", new { name = "Nessuno" }, 1).Expect(404);
        await As(Role.Educator).Post($"companies/{company}/people", new { name = "Nessuno" }).Expect(403);
    }

    [Test]
    public async Task SetTags_WhenTheyDifferOnlyByCase_AreOneAndAreProposed()
    {
        var company = await Given.Company();

        await As(Role.CompanyOperator).Put($"companies/{company}/tags", new { tags = new[] { "Estate", "estate", "Cucina" } }, 1).Expect(204);
        await As(Role.CompanyOperator).Put($"companies/{company}/tags", new { tags = new[] { "x" } }, 1).Expect(412);
        Assert.That((await As(Role.CompanyOperator).Put($"companies/{company}/tags", new { tags = new[] { new string('x', 41) } }, 2).Expect(422)).CodesOf("tags"), Is.EqualTo(new[] { "tags.form" }));

        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["tags"]!.AsArray().Select(tag => tag!.ToString()), Is.EqualTo(new[] { "Cucina", "Estate" }));
        Assert.That((await As(Role.Educator).Get("companies/tags?q=est").Expect(200)).Items[0]!["companies"]!.GetValue<int>(), Is.EqualTo(1));
    }
}
