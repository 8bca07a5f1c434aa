using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.UnitTests.Shared.Data;

internal sealed class StatementTextsTests
{
    private const string Text = "select c.id as Id, c.name as Name from company_network_company c where c.id = @Id";

    [Test]
    public void Texts_WhenTheySayTheSame_AreOneKeyWhateverObjectTheyAre() =>
        Assert.That(new HashSet<string>(StatementTexts.Instance) { Text }, Does.Contain(new string(Text.AsSpan())));

    [Test]
    public void Texts_WhenALetterBetweenDiffers_AreTwoKeys()
    {
        var known = new HashSet<string>(StatementTexts.Instance) { Text };

        Assert.That(Enumerable.Range(0, Text.Length).Select(at => Text.Remove(at, 1).Insert(at, "§")), Has.None.Matches<string>(text => text is not null && known.Contains(text)));
    }

    [TestCase("")]
    [TestCase("x")]
    public void Texts_WhenTheyAreShort_HaveAKeyToo(string text) => Assert.That(new HashSet<string>(StatementTexts.Instance) { text }, Does.Contain(text));
}
