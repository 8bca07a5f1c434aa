namespace InclusionPlatform.IntegrationTests.Beneficiaries.People;

/// <summary>With logging turned up as far as an administrator would to look for a fault.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class NothingPersonalInLogsTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?>? Settings { get; } = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
    };

    [Test]
    public async Task Casework_WhenLoggingIsTurnedUp_LogsNothingPersonal()
    {
        var person = Given.Person("Riconoscibile", "Persona", birthDate: new(1980, 5, 6));
        await Given.Case(person: person);
        await As(Role.Educator).Post("beneficiaries", person).Expect(409);
        await As(Role.Educator).Post("beneficiaries/search", new { text = "Riconoscibile" }).Expect(200);
        await As(Role.Educator).Post("beneficiaries/duplicate-check", new { surname = "Riconoscibile", name = "Persona", birthDate = "1980-05-06" }).Expect(200);

        Assert.That(Platform.Logged, Is.Not.Empty);
        Assert.That(
            Platform.Logged.Where(line => new[] { "Riconoscibile", "RCNPSN", "persona@example.test", "1234567", "Gerani", "1980-05-06" }.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))),
            Is.Empty);
    }
}
