using InclusionPlatform.Shared.Search;
using InclusionPlatform.UnitTests.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Search;

internal sealed class SearchTextTests
{
    [TestCase(null, "")]
    [TestCase(" \t ", "")]
    [TestCase("  Sant'Egidio   alla Vibrata (TE) ", "sant egidio alla vibrata te")]
    [TestCase("CITTÀ di Forlì", "citta di forli")]
    [TestCase("Coop. Soc. «L’Àncora» s.r.l.", "coop soc l ancora s r l")]
    [TestCase("Łódź Straße Øre", "lodz strasse ore")]
    [TestCase("İSTANBUL", "istanbul")]
    [TestCase("ﬁne n° 7", "fine n 7")]
    [TestCase("a\ud800b", "a b")]
    public void Normalize_WhenTextIsAsPeopleWrite_KeepsOnlyWhatIsSearched(string? text, string expected) =>
        Assert.That(SearchText.Normalize(text), Is.EqualTo(expected));

    [Test]
    public void Words_WhenTextHasPunctuation_GivesTheWordsInOrder() =>
        Assert.That(SearchText.Words("D'Angelo, Maria-Chiara"), Is.EqualTo(new[] { "d", "angelo", "maria", "chiara" }));

    [Test]
    public void Normalize_WhenDoneTwice_ChangesNothingMore() =>
        Samples.Texts.AreTrueFor(text => SearchText.Normalize(SearchText.Normalize(text)) == SearchText.Normalize(text));

    [Test]
    public void Normalize_WhenTextIsArbitrary_HasNoDoubleOrOuterBlanks() =>
        Samples.Texts.AreTrueFor(text =>
        {
            var normalized = SearchText.Normalize(text);
            return normalized == normalized.Trim() && !normalized.Contains("  ", StringComparison.Ordinal);
        });
}
