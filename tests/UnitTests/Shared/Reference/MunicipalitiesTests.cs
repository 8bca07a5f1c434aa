using System.Diagnostics;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.UnitTests.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Reference;

internal sealed class MunicipalitiesTests
{
    [TestCase("San Benedetto del Tronto", "044066", "H769")]
    [TestCase("Grottammare", "044023", "E207")]
    [TestCase("Ascoli Piceno", "044007", "A462")]
    [TestCase("Cupra Marittima", "044017", "D210")]
    [TestCase("Ripatransone", "044063", "H321")]
    [TestCase("Monteprandone", "044045", "F591")]
    [TestCase("Offida", "044054", "G005")]
    [TestCase("Spinetoli", "044071", "I912")]
    public void Find_WhenInThePiceno_IsKnownWithItsPlaceOnTheMap(string name, string istat, string belfiore)
    {
        var found = Municipalities.Find(name)!;

        Assert.That((found.Istat, found.Belfiore, found.ProvinceCode, found.IsActive), Is.EqualTo((istat, belfiore, "AP", true)));
        Assert.That(found.Province?.RegionName, Is.EqualTo("Marche"));
        Assert.That(found.Latitude, Is.InRange(42.7, 43.1));
        Assert.That(found.Longitude, Is.InRange(13.3, 14.0));
        Assert.That(found.Cap, Does.Match("^63\\d{3}$"));
        Assert.That(Municipalities.ByIstat(istat), Is.SameAs(found));
        Assert.That(Municipalities.ByBelfiore(belfiore.ToLowerInvariant()), Is.SameAs(found));
    }

    [TestCase("S. Benedetto del Tronto")]
    [TestCase("S.BENEDETTO DEL TRONTO (AP)")]
    [TestCase("san benedetto del tronto - ap")]
    [TestCase("San Benedetto del Tr.")]
    [TestCase("S. Benedetto d. T.")]
    [TestCase(" san  benedetto del tronto (Ascoli Piceno)")]
    public void Find_WhenWrittenInAnyUsualWay_UnderstandsIt(string written) =>
        Assert.That(Municipalities.Find(written)?.Belfiore, Is.EqualTo("H769"));

    [TestCase("Grottammare (AP)", null, "E207")]
    [TestCase("Cameri NO", null, "B473")]
    [TestCase("Camerino", null, "B474")]
    [TestCase("Monte Prandone", null, "F591")]
    [TestCase("forli", null, "D704")]
    [TestCase("FORLI'", "FC", "D704")]
    [TestCase("Castro", "LE", "M261")]
    [TestCase("Castro (BG)", null, "C337")]
    [TestCase("Castro", "Bergamo", "C337")]
    [TestCase("Vo'", null, "M103")]
    [TestCase("Sovizzo", null, "M436")]
    [TestCase("Ascoli P.", null, "A462")]
    [TestCase("REGGIO NELL’EMILIA", null, "H223")]
    public void Find_WhenProvinceOrAccentsHelp_TakesTheRightOne(string written, string? province, string belfiore) =>
        Assert.That(Municipalities.Find(written, province)?.Belfiore, Is.EqualTo(belfiore));

    [TestCase("Castro")]
    [TestCase("San")]
    [TestCase("Grottammare (TO)")]
    [TestCase("Atlantide")]
    [TestCase("()")]
    [TestCase("")]
    [TestCase(null)]
    public void Find_WhenNoneOrSeveralAreMeant_DoesNotGuess(string? written) => Assert.That(Municipalities.Find(written), Is.Null);

    [Test]
    public void ByBelfiore_WhenSuppressed_IsStillABirthplace()
    {
        var moransengo = Municipalities.ByBelfiore("F709")!;

        Assert.That((moransengo.Name, moransengo.SuppressedOn), Is.EqualTo(("Moransengo", (DateOnly?)new DateOnly(2023, 1, 1))));
        Assert.That(Municipalities.ByBelfiore("M434"), Has.Property("Name").EqualTo("Moransengo-Tonengo").And.Property("IsActive").True);
    }

    [Test]
    public void All_WhenOfToday_HaveEverythingThatFormsNeed()
    {
        var active = Municipalities.All.Where(municipality => municipality.IsActive).ToList();

        Assert.That(active, Has.Count.EqualTo(7896));
        Assert.That(active.Where(municipality => municipality.Istat is null || municipality.Province is null || municipality.Latitude is null), Is.Empty);
        Assert.That(active.Where(municipality => Municipalities.Find(municipality.NameWithProvince) != municipality), Is.Empty);
    }

    [Test]
    public void All_WhenLoadedAnew_IsThereBeforeAnybodyNotices()
    {
        MunicipalityIndex.Load();
        var watch = Stopwatch.StartNew();

        var index = MunicipalityIndex.Load();

        TestContext.Out.WriteLine($"{index.All.Count} municipalities in {watch.ElapsedMilliseconds} ms");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)), "generous: machines that test are busy");
    }

    [Test]
    public void Find_WhenAThousandRowsAreWrong_IsStillQuick()
    {
        var watch = Stopwatch.StartNew();

        var found = Enumerable.Range(0, 1200).Count(row => Municipalities.Find($"Monte Inesistente del Tronto {row}") is not null);

        TestContext.Out.WriteLine($"1200 unknown names in {watch.ElapsedMilliseconds} ms");
        Assert.That(found, Is.Zero);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [TestCase("grottam", "Grottammare")]
    [TestCase("s. bened", "San Benedetto del Tronto")]
    [TestCase("san benedetto del t", "San Benedetto del Tronto")]
    [TestCase("ascoli", "Ascoli Piceno")]
    [TestCase("benedetto tronto", "San Benedetto del Tronto")]
    [TestCase("roma", "Roma")]
    [TestCase("castro le", "Castro")]
    public void Search_WhenTyped_OffersTheLikelyFirst(string typed, string expected) =>
        Assert.That(Municipalities.Search(typed, 10)[0].Name, Is.EqualTo(expected));

    [Test]
    public void Search_WhenManyMatch_KeepsToTheMaximumAndToday()
    {
        Assert.That(Municipalities.Search("san", 7), Has.Count.EqualTo(7).And.All.Property("IsActive").True);
        Assert.That(Municipalities.Search("moransengo", 7).Select(found => found.Name), Is.EqualTo(new[] { "Moransengo-Tonengo" }));
        Assert.That(Municipalities.Search("moransengo", 7, includeSuppressed: true).Select(found => found.Name), Does.Contain("Moransengo"));
        Assert.That(Municipalities.Search(" ", 7), Is.Empty);
    }

    [TestCase("San Benedetto del Tronto", "Grottammare", 2, 5)]
    [TestCase("San Benedetto del Tronto", "Ascoli Piceno", 20, 35)]
    [TestCase("Bergamo", "Foggia", 500, 700)]
    [TestCase("Offida", "Offida", 0, 0)]
    public void DistanceKm_WhenPlacesAreKnown_IsPlausibleBothWays(string from, string to, double least, double most)
    {
        var (a, b) = (Municipalities.Find(from)!, Municipalities.Find(to)!);

        Assert.That(Municipalities.DistanceKm(a, b), Is.InRange(least, most));
        Assert.That(Municipalities.DistanceKm(a, b), Is.EqualTo(Municipalities.DistanceKm(b, a)).Within(1e-9));
    }

    [Test]
    public void Within_WhenTenKilometres_ListsTheNeighboursNearestFirst()
    {
        var near = Municipalities.Within(Municipalities.Find("Grottammare")!, 10).Select(municipality => municipality.Name).ToList();

        Assert.That(near[0], Is.EqualTo("Grottammare"));
        Assert.That(near, Does.Contain("San Benedetto del Tronto").And.Contain("Cupra Marittima").And.Not.Contain("Ascoli Piceno"));
    }

    [TestCase("20121", true)]
    [TestCase("20150", true)]
    [TestCase("20163", false)]
    [TestCase("2015", false)]
    [TestCase(null, false)]
    public void HasCap_WhenCityHasMany_KnowsTheRange(string? cap, bool expected) =>
        Assert.That(Municipalities.Find("Milano")!.HasCap(cap), Is.EqualTo(expected));

    [Test]
    public void ReferenceData_WhenTextIsArbitrary_NeverThrow() =>
        Samples.Texts.AreTrueFor(text =>
            Municipalities.Search(text, 3).Count <= 3
            && (Municipalities.Find(text, text) is null or { Name.Length: > 0 })
            && (Provinces.Find(text) is null or { Code.Length: 2 })
            && (Countries.Find(text) is null or { Italian.Length: > 0 }));
}
