using System.Text.RegularExpressions;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>An ATECO 2025 code has the form of one, begins with a division that exists and stands in the section that is written beside it.</summary>
internal static partial class AtecoCodeExists
{
    public const string FormCode = "ateco-code.form", DivisionCode = "ateco-code.division", SectionCode = "ateco-code.section";

    /// <summary>The division of ATECO 2007 that many lists still have.</summary>
    private const string Vehicles = "45";

    /// <summary>What is wrong with it, or null.</summary>
    public static (string Code, Words Text)? ProblemOf(string? code, string? section)
    {
        var written = code?.Trim();
        if (string.IsNullOrEmpty(written))
        {
            return null;
        }

        if (!Form().IsMatch(written))
        {
            return (FormCode, new(
                "Un codice ATECO si scrive con due cifre e poi, dopo i punti, il resto: come 56, 56.11 o 56.11.11.",
                "An ATECO code is written with two digits and then, after points, the rest: such as 56, 56.11 or 56.11.11."));
        }

        if (AtecoDivisions.SectionOf(written) is not { } own)
        {
            return (DivisionCode, written.StartsWith(Vehicles, StringComparison.Ordinal)
                ? new(
                    "La divisione 45 non c'è più in ATECO 2025: il commercio di veicoli è passato alle divisioni 46 e 47, la riparazione al gruppo 95.3.",
                    "Division 45 is no more in ATECO 2025: the trade of vehicles went to divisions 46 and 47, their repair to group 95.3.")
                : new Words(
                    "La divisione {0} non esiste in ATECO 2025: controllare le prime due cifre del codice.",
                    "Division {0} does not exist in ATECO 2025: check the first two digits of the code.").With(written[..2]));
        }

        // An unknown section has its own message at its own field.
        return string.IsNullOrWhiteSpace(section) || CodeLists.AtecoSections.Find(section.Trim()) is not { } known || known.Code == own
            ? null
            : (SectionCode, new Words(
                "La divisione {0} appartiene alla sezione {1} e non alla {2}: correggere il codice o la sezione.",
                "Division {0} belongs to section {1} and not to {2}: correct the code or the section.").With(written[..2], own, known.Code));
    }

    // Group, class, category and subcategory; only a subcategory may have noughts (56.11.00), and no group or class begins with one.
    [GeneratedRegex(@"^[0-9]{2}(\.[1-9][0-9]?(\.[0-9]{1,2})?)?$")]
    private static partial Regex Form();
}
