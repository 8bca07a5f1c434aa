using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Bulletin.Text;

namespace InclusionPlatform.UnitTests.Bulletin;

internal sealed class SafeMarkdownTests
{
    [TestCase("**forte**", "<p><strong>forte</strong></p>")]
    [TestCase("[qui](https://ditta.example/a?b=1&c=2)", "<p><a href=\"https://ditta.example/a?b=1&amp;c=2\">qui</a></p>")]
    [TestCase("[scrivi](mailto:ufficio@ditta.example)", "<p><a href=\"mailto:ufficio@ditta.example\">scrivi</a></p>")]
    [TestCase(null, "")]
    public void ToHtml_WhenTextIsHarmless_ShowsIt(string? markdown, string html) => Assert.That(SafeMarkdown.ToHtml(markdown), Is.EqualTo(html));

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("[a](javascript:alert(1))")]
    [TestCase("[a](JaVaScRiPt:alert(1))")]
    [TestCase("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("[a](vbscript:x)")]
    [TestCase("<javascript:alert(1)>")]
    [TestCase("[a][1]\n\n[1]: javascript:alert(1)")]
    [TestCase("![foto](https://spia.example/punto.png)")]
    [TestCase("[a](//spia.example)")]
    public void ToHtml_WhenTextIsHarmful_LeavesNothingThatActs(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);

        Assert.That(html, Does.Not.Match("<(script|img|iframe|svg)").IgnoreCase);
        Assert.That(html, Does.Not.Match("href=\"(?!https?:|mailto:|tel:|\")").IgnoreCase);
    }

    [Test]
    public void ToHtml_WhateverIsWritten_HasNoTagOfItsOwn()
    {
        var pieces = Gen.Elements("<", ">", "\"", "script", "img src=x", "[a](", ")", "javascript:", "https://x.example", "**", "\n\n", "`", "!", "&lt;", " onerror=", "- ", "{{");
        var texts = Gen.ListOf(pieces).Select(parts => string.Concat(parts));

        Prop.ForAll(texts.ToArbitrary(), text => !System.Text.RegularExpressions.Regex.IsMatch(SafeMarkdown.ToHtml(text), "<(script|img|iframe)|href=\"javascript", System.Text.RegularExpressions.RegexOptions.IgnoreCase)).QuickCheckThrowOnFailure();
    }

    [Test]
    public void ToText_WhenThereAreLinks_WritesTheirAddresses() =>
        Assert.That(SafeMarkdown.ToText("Vedi [il sito](https://ditta.example) e **chiama**."), Is.EqualTo("Vedi il sito (https://ditta.example) e chiama."));
}
