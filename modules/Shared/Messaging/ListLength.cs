using FluentValidation;

namespace InclusionPlatform.Shared;

/// <summary>How many elements a list of a request may have: more than anybody writes on a screen is a mistake of whoever sends it, and is told with the number that fits.</summary>
public static class ListLength
{
    /// <summary>Code of the refusal.</summary>
    public const string Code = "list.too-long";

    private static readonly Words Refusal = new(
        "«{{PropertyName}}» può avere al massimo {0} voci: toglierne qualcuna.",
        "“{{PropertyName}}” may have {0} entries at most: take some out.");

    /// <summary>Refuses a list of more elements than this; no list at all holds.</summary>
    /// <param name="rule">Of the list.</param>
    /// <param name="most">How many fit.</param>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TElement>?> HasAtMost<T, TElement>(this IRuleBuilder<T, IReadOnlyCollection<TElement>?> rule, int most) =>
        rule.Must(list => list is null || list.Count <= most).WithErrorCode(Code).WithMessage(_ => Refusal.With(most).ToString());
}
