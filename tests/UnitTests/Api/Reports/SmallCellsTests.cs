using InclusionPlatform.Api.Reports;

namespace InclusionPlatform.UnitTests.Api.Reports;

/// <summary>Counts under 5 and what would give them away are kept from whoever is not of the service.</summary>
internal sealed class SmallCellsTests
{
    private static AnnualReport Report(int all, int women, int addiction, int[] sectors, int participants, int hired, int leftOut = 0) => new(
        2024, all, women, addiction, leftOut, [.. sectors.Select((count, at) => new ReportedSector($"s{at}", count))], 137, 262, 11, 4, 488m, participants, hired, 611, 996, []);

    [Test]
    public void Hide_OfAFullYear_HidesNothing()
    {
        var report = Report(95, 35, 70, [32, 24, 20, 19], 98, 8);

        var shown = SmallCells.Hide(report);

        Assert.That((shown.InternshipsActivated, shown.InternshipsForWomen, shown.InternshipsFromAddictionServices, shown.TrainingParticipants, shown.HiredAfterTraining), Is.EqualTo(((int?)95, (int?)35, (int?)70, (int?)98, (int?)8)));
        Assert.That(shown.InternshipsBySector.Select(one => one.Count), Is.EqualTo(new int?[] { 32, 24, 20, 19 }));
        Assert.That(shown.Suppressed, Is.Empty);
    }

    [TestCase(20, 3, null, Description = "small itself")]
    [TestCase(20, 17, null, Description = "its complement is small")]
    [TestCase(20, 5, 5)]
    [TestCase(20, 0, 0)]
    [TestCase(20, 20, 20)]
    [TestCase(4, 0, null, Description = "the whole is small")]
    public void Hide_OfAPart_LooksAtWhatItLeaves(int all, int women, int? told) =>
        Assert.That(SmallCells.Hide(Report(all, women, 0, [all], 0, 0)).InternshipsForWomen, Is.EqualTo(told));

    [TestCase(30, 10, 8, 10, 8, Description = "both are many")]
    [TestCase(30, 10, 2, 10, null, Description = "few who object are not told, and cannot be reckoned")]
    [TestCase(30, 26, 2, null, null, Description = "the others are small without those who object")]
    [TestCase(10, 0, 7, null, null, Description = "the counted ones are few, and could be reckoned")]
    public void Hide_WhenSomeStayOutOfTheParts_LooksAtWhatIsLeftWithoutThem(int all, int women, int leftOut, int? toldWomen, int? toldLeftOut)
    {
        var shown = SmallCells.Hide(Report(all, women, 0, [all], 0, 0, leftOut));

        Assert.That((shown.InternshipsActivated, shown.InternshipsForWomen, shown.InternshipsLeftOut), Is.EqualTo(((int?)all, toldWomen, toldLeftOut)));
        Assert.That(shown.Suppressed.Contains("internshipsLeftOut"), Is.EqualTo(toldLeftOut is null));
    }

    [TestCase(new[] { 10, 8, 1 }, new[] { "s1", "s2" }, Description = "one hidden sector would be the rest of the whole")]
    [TestCase(new[] { 10, 8, 3, 1 }, new[] { "s1", "s2", "s3" }, Description = "two hidden sectors of four people are still few")]
    [TestCase(new[] { 10, 8, 4, 1 }, new[] { "s2", "s3" })]
    [TestCase(new[] { 10, 5 }, new string[0])]
    [TestCase(new[] { 10, 2 }, new[] { "s0", "s1" })]
    [TestCase(new int[0], new string[0])]
    public void Hide_OfSectors_HidesEnoughThatNoneCanBeReckoned(int[] sectors, string[] hidden)
    {
        var shown = SmallCells.Hide(Report(sectors.Sum(), 0, 0, sectors, 0, 0));

        Assert.That(shown.InternshipsBySector.Where(one => one.Count is null).Select(one => one.Sector), Is.EqualTo(hidden));
        Assert.That(shown.Suppressed.Where(field => field.StartsWith("internshipsBySector.", StringComparison.Ordinal)).Select(field => field.Split('.')[1]), Is.EqualTo(hidden));
    }
}
