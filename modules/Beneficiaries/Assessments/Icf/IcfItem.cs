using System.Globalization;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Beneficiaries.Assessments.Icf;

/// <summary>
/// One code of the International Classification of Functioning (WHO, 2001) with its qualifiers: <c>b164.2</c> for a function, <c>d850.34</c> for performance then capacity,
/// <c>e310.2</c> for a barrier and <c>e310+2</c> for a facilitator. Qualifiers are 0 none to 4 complete, 8 not specified, 9 not applicable; of an activity one of the two may be left
/// open with an underscore (<c>d850._4</c>).
/// </summary>
/// <param name="Code">Component, chapter and category, such as <c>d850</c>.</param>
/// <param name="First">The function's, the performance's or the environment's qualifier.</param>
/// <param name="Second">The capacity's; of activities only.</param>
/// <param name="Facilitator">Whether the environment helps.</param>
internal sealed partial record IcfItem(string Code, int? First, int? Second, bool Facilitator)
{
    // Chapters of functions, of activities and participation, of the environment; structures (s) are not of a service for work.
    private static readonly Dictionary<char, int> Chapters = new() { ['b'] = 8, ['d'] = 9, ['e'] = 5 };

    /// <summary>b, d or e.</summary>
    public char Component => Code[0];

    /// <summary>As it is written.</summary>
    public string Notation => Component switch
    {
        'd' when Second is not null => $"{Code}.{Digit(First)}{Digit(Second)}",
        'e' when Facilitator => $"{Code}+{Digit(First)}",
        _ => $"{Code}.{Digit(First)}",
    };

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
        if (!Chapters.TryGetValue(code[0], out var chapters) || code[1] < '1' || code[1] - '0' > chapters)
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

        if ((marks.Length == 2 && code[0] != 'd') || marks.All(mark => mark == '_'))
        {
            problem = IcfProblem.Count;
            return false;
        }

        if (marks.Any(mark => mark is '5' or '6' or '7'))
        {
            problem = IcfProblem.Qualifier;
            return false;
        }

        item = new(code, Value(marks[0]), marks.Length == 2 ? Value(marks[1]) : null, facilitator);
        return true;
    }

    private static int? Value(char mark) => mark == '_' ? null : mark - '0';

    private static string Digit(int? qualifier) => qualifier?.ToString(CultureInfo.InvariantCulture) ?? "_";

    [GeneratedRegex("^(?<code>[bdesBDES][0-9]{3,5})(?<mark>[.+])(?<qualifiers>[0-9_]{1,2})$", RegexOptions.CultureInvariant)]
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
        IcfProblem.Code => new("Il codice non è tra b1–b8, d1–d9, e1–e5: controllare la lettera e il capitolo.", "The code is not within b1–b8, d1–d9, e1–e5: check letter and chapter."),
        IcfProblem.Qualifier => new("I qualificatori vanno da 0 a 4; 8 è «non specificato», 9 «non applicabile».", "Qualifiers are 0 to 4; 8 is \"not specified\", 9 \"not applicable\"."),
        IcfProblem.Count => new("Solo i codici d hanno due qualificatori, performance e capacità; almeno uno va scritto.", "Only d-codes have two qualifiers, performance and capacity; at least one is written."),
        IcfProblem.Facilitator => new("Il segno + indica un facilitatore: vale solo per i codici e.", "The sign + means a facilitator: it is for e-codes only."),
        _ => new("Scrivere il codice e i qualificatori, per esempio d850.34, b164.2, e310+2.", "Write the code and its qualifiers, for instance d850.34, b164.2, e310+2."),
    };
}
