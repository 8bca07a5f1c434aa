using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace InclusionPlatform.UnitTests.Shared.Mail;

/// <summary>Texts that mails meet: plain, accented, other alphabets, emoji of several code points, and all that means something to a mail.</summary>
internal static class MailTexts
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", "  ", "lavoro", "opportunità", "perché", "È", "ß", "Ł", "日本", "مرحبا", "😀", "👩🏽‍🔧", "e\u0301", "\u2028", "\u0085", "\u00a0", "\t", "\f", "\u0001",
        "=", "=?", "?=", "=?utf-8?Q?a?=", "=20", "_", "?", "\"", "\\", "<", ">", "@", ",", ";", ":", "(", ")", ".", "..", "'", "%", "*", "-", "--", "--=_mixed_", "From ", "\uD83D",
        "unaparolalunghissimachenonsipuòspezzareinnessunpunto", "anabsurdlylongwordthatcannotbebrokenanywhereandgoesonbeyondanymargin",
    ];

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\r\n.", "\n..\n", " \r\n", "\t\n", "\n\n"];

    /// <summary>One line, up to 300 characters.</summary>
    public static Arbitrary<string> Lines { get; } = Text(Pieces);

    /// <summary>Many lines.</summary>
    public static Arbitrary<string> Bodies { get; } = Text([.. Pieces, .. LineEnds, .. LineEnds]);

    /// <summary>What a reader can get back: halves of surrogate pairs are nobody's character.</summary>
    public static string Readable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Arbitrary<string> Text(string[] pieces) => Gen.Elements(pieces).ListOf()
        .Select(list => string.Concat(list))
        .Select(text => text.Length <= 300 ? text : text[..300])
        .ToArbitrary();
}
