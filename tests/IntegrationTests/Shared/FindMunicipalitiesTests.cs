namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>Municipalities for a box that offers them while one types.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class FindMunicipalitiesTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Municipalities_WhenOneMoreThanIsShownIsAsked_TellsThatThereAreOthers()
    {
        Assert.That(await Found("q=san"), Is.EqualTo(12), "twelve where nothing is said");
        Assert.That(await Found("q=san&most=13"), Is.EqualTo(13));
        Assert.That(await Found("q=grottammare&most=13"), Is.EqualTo(1));
    }

    [Test]
    public async Task Municipalities_WhenTooManyOrNoneAreAsked_StayWithinBounds()
    {
        Assert.That(await Found("q=a&most=5000"), Is.EqualTo(200));
        Assert.That(await Found("q=san&most=0"), Is.EqualTo(1));
    }

    private async Task<int> Found(string query) => (await As(Role.CompanyOperator).Get($"reference/municipalities?{query}").Expect(200)).Json.AsArray().Count;
}
