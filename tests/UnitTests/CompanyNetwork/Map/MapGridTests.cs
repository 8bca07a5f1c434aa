using InclusionPlatform.CompanyNetwork.Map;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Map;

internal sealed class MapGridTests
{
    private static readonly PlacedCount Grottammare = new("044023", "Grottammare", "AP", 42.989, 13.865, 2);
    private static readonly PlacedCount SanBenedetto = new("044066", "San Benedetto del Tronto", "AP", 42.943, 13.883, 5);
    private static readonly PlacedCount Bologna = new("037006", "Bologna", "BO", 44.494, 11.343, 1);

    private static string[] Names(int? zoom) => [.. MapGrid.Group([Grottammare, SanBenedetto, Bologna], zoom).Select(square => string.Join("+", square.Select(place => place.Name)))];

    [Test]
    public void Group_WhenFarAway_PutsNeighboursTogetherLargestFirst() => Assert.That(Names(6), Is.EqualTo(new[] { "San Benedetto del Tronto+Grottammare", "Bologna" }));

    [TestCase(11)]
    [TestCase(18)]
    [TestCase(null)]
    public void Group_WhenCloseOrWithoutZoom_LeavesEachByItself(int? zoom) => Assert.That(Names(zoom), Is.EqualTo(new[] { "San Benedetto del Tronto", "Grottammare", "Bologna" }));

    [Test]
    public void Group_WhenItalyIsOnOneScreen_LeavesFewMarksOfAllMunicipalities()
    {
        var all = InclusionPlatform.Shared.Reference.Municipalities.All.Where(place => place is { IsActive: true, Istat: not null, Latitude: not null, Longitude: not null })
            .Select(place => new PlacedCount(place.Istat!, place.Name, place.ProvinceCode, place.Latitude!.Value, place.Longitude!.Value, 13)).ToList();

        var marks = MapGrid.Group(all, 6);

        Assert.That(all, Has.Count.GreaterThan(7_000));
        Assert.That(marks.Count, Is.LessThan(200));
        Assert.That(marks.Sum(mark => mark.Sum(place => place.Count)), Is.EqualTo(all.Count * 13));
    }
}
