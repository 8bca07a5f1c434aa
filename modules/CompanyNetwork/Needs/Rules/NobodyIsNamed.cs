using System.Text.RegularExpressions;
using FluentValidation;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>A need describes the place that is looked for and names nobody: what leads straight to a person (a tax code, a telephone number, an address) has no place in it.</summary>
internal static partial class NobodyIsNamed
{
    public const string Code = "need.names-somebody";

    private static readonly Words Refusal = new(
        "Qui si descrive il posto che serve senza nominare nessuno: togliere codici fiscali, telefoni e indirizzi e-mail. La persona si collega quando si accetta la proposta.",
        "Describe the place that is needed without naming anybody: take out tax codes, telephone numbers and e-mail addresses. The person is linked when the proposal is accepted.");

    public static bool Holds(string? text) => string.IsNullOrEmpty(text)
        || (!TaxCode().IsMatch(text) && !Email().IsMatch(text) && !Phone().IsMatch(DayOrHour().Replace(text, " ; ")));

    public static void NamesNobody<T>(this IRuleBuilder<T, string?> note) => note.Must(Holds).WithErrorCode(Code).WithMessage(_ => Refusal.ToString());

    // With the letters that stand for digits where two codes would be the same.
    [GeneratedRegex(@"\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b", RegexOptions.IgnoreCase)]
    private static partial Regex TaxCode();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|\b[0-9]{1,2}[.:][0-9]{2}\b")]
    private static partial Regex DayOrHour();

    // Italian numbers begin with 3 or 0, or with a country's prefix.
    [GeneratedRegex(@"(?<![0-9])(\+|00)?(3[0-9]|0[0-9])([ ./-]?[0-9]){6,11}(?![0-9])|\+[0-9]{1,3}([ ./-]?[0-9]){7,12}(?![0-9])")]
    private static partial Regex Phone();
}
