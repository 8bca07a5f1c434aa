namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>What everybody may know of the service.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class GetServiceTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Service_WhenNobodyIsSignedIn_SaysItsNameAndNoContactThatWasNotSet()
    {
        var service = await Anonymous.Get("public/service").Expect(200);

        Assert.That((string?)service["name"], Is.Not.Empty);
        Assert.That(service.Json.AsObject().TryGetPropertyValue("accessibilityContact", out var contact) && contact is null, "absent contact is said as null");
    }
}
