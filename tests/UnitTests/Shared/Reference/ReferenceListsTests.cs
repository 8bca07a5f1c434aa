using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.UnitTests.Shared.Reference;

internal sealed class ReferenceListsTests
{
    [Test]
    public void Provinces_WhenListed_AreThoseOfTodayInTwentyRegions()
    {
        Assert.That(Provinces.All, Has.Count.EqualTo(107));
        Assert.That(Regions.All, Has.Count.EqualTo(20));
        Assert.That(Regions.Find("marche")!.Provinces.Select(province => province.Code), Is.EquivalentTo(new[] { "AN", "AP", "FM", "MC", "PU" }));
        Assert.That(Regions.ByCode("08")!.Name, Is.EqualTo("Emilia-Romagna"));
        Assert.That(Regions.Find("Valle d'Aosta"), Is.Not.Null);
    }

    [TestCase("ap", "AP")]
    [TestCase("Forli Cesena", "FC")]
    [TestCase("MASSA-CARRARA", "MS")]
    [TestCase("XX", null)]
    [TestCase("", null)]
    public void Provinces_WhenLookedUp_TakeCodeOrName(string written, string? expected) =>
        Assert.That(Provinces.Find(written)?.Code, Is.EqualTo(expected));

    [TestCase("RO", "Romania", "Romania", "Z129")]
    [TestCase("AL", "Albania", "Albania", "Z100")]
    [TestCase("MA", "Marocco", "Morocco", "Z330")]
    [TestCase("GB", "Regno Unito", "United Kingdom", "Z114")]
    [TestCase("DE", "Germania", "Germany", "Z112")]
    [TestCase("UA", "Ucraina", "Ukraine", "Z138")]
    [TestCase("NG", "Nigeria", "Nigeria", "Z335")]
    [TestCase("XK", "Kosovo", "Kosovo", "Z160")]
    [TestCase("SUHH", "Unione Sovietica", "Soviet Union", "Z135")]
    public void Countries_WhenKnown_HaveNamesAndBirthplaceCode(string code, string italian, string english, string belfiore)
    {
        var country = Countries.ByBelfiore(belfiore)!;

        Assert.That((country.Code, country.Italian, country.English), Is.EqualTo((code, italian, english)));
        Assert.That(Countries.Find(italian), Is.SameAs(country));
        Assert.That(Countries.ByCode(code.ToLowerInvariant()), Is.SameAs(country));
    }

    [Test]
    public void Countries_WhenListed_AreIso3166AndEachBelfioreCodeOnce()
    {
        Assert.That(Countries.All.Count(country => country.IsActive), Is.EqualTo(250), "249 of ISO 3166-1 and Kosovo");
        Assert.That(Countries.All.Select(country => country.Code), Is.Unique);
        Assert.That(Countries.All.Where(country => country.Belfiore is not null).Select(country => country.Belfiore), Is.Unique.And.All.Match("^Z\\d{3}$"));
        Assert.That(Countries.ByCode("IT")!.Belfiore, Is.Null);
    }

    [Test]
    public void AtecoSections_WhenListed_AreAToVWithTheLettersOf2025()
    {
        Assert.That(string.Concat(CodeLists.AtecoSections.Select(section => section.Code)), Is.EqualTo("ABCDEFGHIJKLMNOPQRSTUV"));
        Assert.That(CodeLists.AtecoSections.Find("q")!.English, Is.EqualTo("Education"));
        Assert.That(CodeLists.AtecoSections.Find("R")!.Italian, Does.Contain("assistenza sociale"));
    }

    [Test]
    public void CodeLists_WhenRead_AreCompleteInBothLanguagesWithTheirSource()
    {
        var lists = new[] { CodeLists.AtecoSections, CodeLists.IscedLevels, CodeLists.DisadvantageCategories, CodeLists.GolPaths, CodeLists.IcfBriefSet, CodeLists.IcfQualifiers, CodeLists.Languages, CodeLists.Licences };

        Assert.That(lists.Select(list => list.Count), Is.EqualTo(new[] { 22, 9, 21, 5, 13, 7, 46, 16 }));
        Assert.That(lists.Select(list => list.Select(item => item.Code).Distinct().Count()), Is.EqualTo(lists.Select(list => list.Count)));
        Assert.That(lists.SelectMany(list => list).Where(item => item.Italian.Length == 0 || item.English.Length == 0 || item.Source.Length == 0), Is.Empty);
    }

    [Test]
    public void DisadvantageCategories_WhenSourceIsNotCertain_SaySo() =>
        Assert.That(CodeLists.DisadvantageCategories.Where(category => category.ToVerify).Select(category => category.Code),
            Is.EqualTo(new[] { "l381-detainee", "severe-marginality", "care-leaver" }));
}
