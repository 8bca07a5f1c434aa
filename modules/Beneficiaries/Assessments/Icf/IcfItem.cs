using System.Globalization;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Beneficiaries.Assessments.Icf;

/// <summary>
/// One code of the International Classification of Functioning (WHO, 2001) with its qualifiers: <c>b164.2</c> for a function, <c>d850.34</c> for performance then capacity,
/// <c>e310.2</c> for a barrier, <c>e310+2</c> for a facilitator, and <c>s730.321</c> for a structure: extent, nature and location of the impairment, the last two if they are known.
/// Qualifiers are 0 none to 4 complete, 8 not specified, 9 not applicable; nature and location have 0 to 9, each with a meaning of its own. What is not known before something that is known is
/// left open with an underscore (<c>d850._4</c>, <c>s730.3_1</c>).
/// </summary>
/// <param name="Code">Component, chapter and category, such as <c>d850</c>.</param>
/// <param name="First">The function's, the performance's or the environment's qualifier; of a structure the extent.</param>
/// <param name="Second">The capacity's; of a structure the nature of the change.</param>
/// <param name="Facilitator">Whether the environment helps.</param>
/// <param name="Third">Where it is; of structures only.</param>
internal sealed partial record IcfItem(string Code, int? First, int? Second, bool Facilitator, int? Third = null)
{
    // Chapters of functions, structures, activities and participation, environment; and how many qualifiers each takes at most.
    private static readonly Dictionary<char, (int Chapters, int Qualifiers)> Components = new() { ['b'] = (8, 1), ['s'] = (8, 3), ['d'] = (9, 2), ['e'] = (5, 1) };

    /// <summary>b, s, d or e.</summary>
    public char Component => Code[0];

    /// <summary>As it is written.</summary>
    public string Notation => Component switch
    {
        'd' when Second is not null => $"{Code}.{Digit(First)}{Digit(Second)}",
        's' when Third is not null => $"{Code}.{Digit(First)}{Digit(Second)}{Digit(Third)}",
        's' when Second is not null => $"{Code}.{Digit(First)}{Digit(Second)}",
        'e' when Facilitator => $"{Code}+{Digit(First)}",
        _ => $"{Code}.{Digit(First)}",
    };

    /// <summary>The capacity: of a structure the second qualifier is its nature, which is no measure.</summary>
    public int? Capacity => Component == 'd' ? Second : null;

    /// <summary>0 to 4 where it was judged, for comparing; null where it was not.</summary>
    public static int? Judged(int? qualifier) => qualifier is >= 0 and <= 4 ? qualifier : null;

    /// <summary>Reads a notation; capitals and spaces around do not matter.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="item">What it says.</param>
    /// <param name="problem">Why it says nothing.</param>
    public static bool TryParse(string? text, out IcfItem? item, out IcfProblem problem)
    {
        (item, problem) = (null, IcfProblem.Form);
        var match = Form().Match(text?.Trim() ?? "");
        if (!match.Success)
        {
            return false;
        }

        var code = match.Groups["code"].Value.ToLowerInvariant();
        if (!Components.TryGetValue(code[0], out var component) || code[1] < '1' || code[1] - '0' > component.Chapters || !IsNumbered(code))
        {
            problem = IcfProblem.Code;
            return false;
        }

        var (facilitator, marks) = (match.Groups["mark"].Value == "+", match.Groups["qualifiers"].Value);
        if (facilitator && code[0] != 'e')
        {
            problem = IcfProblem.Facilitator;
            return false;
        }

        if (marks.Length > component.Qualifiers || marks.All(mark => mark == '_') || (code[0] == 's' && marks[0] == '_'))
        {
            problem = IcfProblem.Count;
            return false;
        }

        // Nature and location of a structure's change go on to 9.
        if ((code[0] == 's' ? marks[..1] : marks).Any(mark => mark is '5' or '6' or '7'))
        {
            problem = IcfProblem.Qualifier;
            return false;
        }

        item = new(code, Value(marks[0]), marks.Length > 1 ? Value(marks[1]) : null, facilitator, marks.Length > 2 ? Value(marks[2]) : null);
        return true;
    }

    // Categories begin at 10; those for the rest (98 and 99, then 8 and 9 a level below) are divided no further.
    private static bool IsNumbered(string code) =>
        code[2] != '0' && (code.Length <= 4 || code[2] != '9' || code[3] is not ('8' or '9')) && (code.Length <= 5 || code[4] is not ('8' or '9'));

    private static int? Value(char mark) => mark == '_' ? null : mark - '0';

    private static string Digit(int? qualifier) => qualifier?.ToString(CultureInfo.InvariantCulture) ?? "_";

    [GeneratedRegex("^(?<code>[bdesBDES][0-9]{3,5})(?<mark>[.+])(?<qualifiers>[0-9_]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>Why a notation says nothing.</summary>
internal enum IcfProblem
{
    Form,
    Code,
    Qualifier,
    Count,
    Facilitator,
}

/// <summary>What is said of each.</summary>
internal static class IcfProblems
{
    public static Words Sentence(this IcfProblem problem) => problem switch
    {
        IcfProblem.Code => new("Il codice non è tra quelli della classificazione (b1–b8, s1–s8, d1–d9, e1–e5): controllare la lettera e il numero.", "The code is not one of the classification (b1–b8, s1–s8, d1–d9, e1–e5): check letter and number."),
        IcfProblem.Qualifier => new("I qualificatori vanno da 0 a 4; 8 è «non specificato», 9 «non applicabile». Solo natura e localizzazione dei codici s vanno da 0 a 9.", "Qualifiers are 0 to 4; 8 is \"not specified\", 9 \"not applicable\". Only nature and location of s-codes are 0 to 9."),
        IcfProblem.Count => new(
            "I codici b ed e hanno un qualificatore, i codici d due (performance e capacità; almeno uno va scritto), i codici s fino a tre (estensione, natura, localizzazione; la prima va scritta).",
            "Codes b and e have one qualifier, d-codes two (performance and capacity; at least one is written), s-codes up to three (extent, nature, location; the first is written)."),
        IcfProblem.Facilitator => new("Il segno + indica un facilitatore: vale solo per i codici e.", "The sign + means a facilitator: it is for e-codes only."),
        _ => new("Scrivere il codice e i qualificatori, per esempio d850.34, b164.2, e310+2, s730.321.", "Write the code and its qualifiers, for instance d850.34, b164.2, e310+2, s730.321."),
    };
}
