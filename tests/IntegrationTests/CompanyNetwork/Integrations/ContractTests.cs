using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Integrations;

[TestFixtureSource(typeof(Engines))]
internal sealed class ContractTests(Engine engine) : SliceTests(engine)
{
    private Task<T> Ask<T>(IRequest<T> request) => InScope(services => services.GetRequiredService<IMediator>().Send(request));

    [Test]
    public async Task FindHost_WhenCompanyIsThere_TellsWhatRulesNeed()
    {
        var id = await Given.Company("Ospite", "catering", Given.Place.Grottammare, "12345678903", 7);

        var host = await Ask(new FindHost(id));

        Assert.That(host, Is.EqualTo(new Host(id, "Ospite", "12345678903", Given.Place.Grottammare, "Grottammare", "Marche", "catering", 7, false)));
        Assert.That(async () => await Ask(new FindHost(Guid.NewGuid())), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task Describe_WhenManyOrUnknown_NamesTheKnownOnes()
    {
        var ids = new List<Guid>();
        foreach (var index in Enumerable.Range(0, 60))
        {
            ids.Add(await Given.Company($"Azienda {index:00}"));
        }

        var body = await Given.PartnerBody();

        Assert.That((await Ask(new DescribeCompanies([.. ids, Guid.NewGuid()]))).Select(company => company.Id), Is.EquivalentTo(ids));
        Assert.That(await Ask(new DescribePartnerBodies([body, Guid.NewGuid()])), Is.EqualTo(new[] { new PartnerBodyLabel(body, "SerD di prova", "addictionService") }));
        Assert.That(await Ask(new DescribeCompanies([])), Is.Empty);
    }

    [Test]
    public async Task FindCompanies_WhenSomeAreArchived_FindsThemToo()
    {
        var (gone, open) = (await Given.Company("Liuteria Quercia"), await Given.Company("Forno Quercia"));
        await Given.Company("Forno Ulivo");
        await As(Role.CompanyOperator).Post($"companies/{gone}/archiving", new { reason = "Cessata" }).Expect(204);

        Assert.That(await Ask(new FindCompanies("querc", 10)), Is.EqualTo(new[] { open, gone }));
        Assert.That(await Ask(new FindCompanies("  ", 10)), Is.Empty);
    }

    [Test]
    public async Task CountCompanies_WhenSomeAreLaterOrArchived_CountsThoseOfTheDay()
    {
        var gone = await Given.Company();
        await Given.Company();
        var today = Clock.Today;
        Clock.Advance(TimeSpan.FromDays(1));
        await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{gone}/archiving", new { reason = "cessata" }).Expect(204);

        Assert.That(await Ask(new CountCompanies(today.AddDays(-1))), Is.Zero);
        Assert.That(await Ask(new CountCompanies(today)), Is.EqualTo(2));
        Assert.That(await Ask(new CountCompanies(today.AddDays(1))), Is.EqualTo(2));
    }
}
