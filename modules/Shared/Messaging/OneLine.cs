using FluentValidation;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>A text that becomes a title, the subject of a mail or a name beside an address stays on one line, with no control characters in it.</summary>
public static class OneLine
{
    /// <summary>Code of the refusal.</summary>
    public const string Code = "text.one-line";

    private static readonly Words Refusal = new(
        "Qui serve una riga sola: togliere gli a capo e gli altri caratteri invisibili.",
        "This must be one line: take out the line breaks and the other invisible characters.");

    /// <summary>Whether the text is one line; an empty text is.</summary>
    public static bool Holds(string? text) => text is null || !text.Trim().Any(IsControl);

    /// <summary>The text with a space in place of what would break it, for texts that were kept before the rule or come from a sheet.</summary>
    public static string Of(string text) => Holds(text) ? text : string.Join(' ', text.Split([.. text.Where(IsControl)], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Refuses a text of more than one line.</summary>
    public static IRuleBuilderOptions<T, string?> IsOneLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(Holds).WithErrorCode(Code).WithMessage(_ => Refusal.ToString());

    // Also the separators of lines and paragraphs of Unicode, which are no control characters by their category.
    private static bool IsControl(char sign) => char.IsControl(sign) || sign is '\u2028' or '\u2029';
}
