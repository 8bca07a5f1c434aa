using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Imports;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Imports;

internal sealed class SynonymTests
{
    [TestCase("Ristorazione", "catering")]
    [TestCase("bar/ristorante", "catering")]
    [TestCase("BAR", "catering")]
    [TestCase("Agricoltura", "agriculture")]
    [TestCase("edilizia", "construction")]
    [TestCase("Impresa di pulizie", "cleaning")]
    [TestCase("Coop. sociale", "thirdSector")]
    [TestCase("Agriturismo", "hospitality")]
    [TestCase("Commercio al dettaglio", "trade")]
    [TestCase("thirdsector", "thirdSector")]
    [TestCase("Metalmeccanica", "industry")]
    [TestCase("Altro", "other")]
    [TestCase("barocco", null)]
    [TestCase("xyz", null)]
    public void SectorSynonyms_WhenWrittenByServices_GiveTheCode(string text, string? expected) => Assert.That(SectorSynonyms.Find(text), Is.EqualTo(expected));

    [TestCase("S.r.l.", nameof(CompanyKind.Company))]
    [TestCase("Coop. sociale tipo B", nameof(CompanyKind.SocialCooperativeB))]
    [TestCase("cooperativa sociale di tipo A", nameof(CompanyKind.SocialCooperativeA))]
    [TestCase("Ente pubblico", nameof(CompanyKind.PublicBody))]
    [TestCase("ODV", nameof(CompanyKind.Association))]
    [TestCase("socialCooperativeB", nameof(CompanyKind.SocialCooperativeB))]
    [TestCase("7", null)]
    [TestCase("boh", null)]
    public void KindSynonyms_WhenWrittenByServices_GiveTheKind(string text, string? expected) => Assert.That(KindSynonyms.Find(text)?.ToString(), Is.EqualTo(expected));

    [Test]
    public void SectorSynonyms_WhateverIsWritten_GiveAKnownCodeOrNone() =>
        Prop.ForAll<string>(text => SectorSynonyms.Find(text ?? "") is not { } sector || Sectors.All.Contains(sector)).Check(Config.QuickThrowOnFailure);

    [TestCase("Grotamare", "Grottammare")]
    [TestCase("Monteprandonne", "Monteprandone")]
    [TestCase("S. Benedeto del Tronto", "San Benedetto del Tronto")]
    public void MunicipalitySuggestions_WhenMistyped_HoldTheRightOne(string text, string expected) =>
        Assert.That(MunicipalitySuggestions.For(text, "AP").Select(place => place.Name), Does.Contain(expected));

    [Test]
    public void MunicipalitySuggestions_WhenTextTellsNothing_AreNone() => Assert.That(MunicipalitySuggestions.For("zz"), Is.Empty);
}
