using InclusionPlatform.Internships.Allowances.Transfers;
using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

internal sealed class RemittanceTests
{
    private static string Of(params string[] months) => Remittance.Of(months.Select(RegisterMonth.Read));

    [Test]
    public void Remittance_OfOneMonthOrSeveral_NamesThemOnceAndInOrder()
    {
        Assert.That(Of("2026-10"), Is.EqualTo("Indennità di tirocinio ottobre 2026"));
        Assert.That(Of("2026-10", "2026-08", "2026-10"), Is.EqualTo("Indennità di tirocinio agosto, ottobre 2026"));
        Assert.That(Of("2026-12", "2027-01"), Is.EqualTo("Indennità di tirocinio dicembre 2026, gennaio 2027"));
    }

    [Test]
    public void Remittance_OfTooManyMonths_SaysFromWhichToWhich()
    {
        var said = Of([.. Enumerable.Range(0, 24).Select(month => new RegisterMonth(new DateOnly(2025, 1, 1).AddMonths(month)).Text)]);

        Assert.That(said, Is.EqualTo("Indennità di tirocinio da gennaio 2025 a dicembre 2026"));
    }
}
