using FluentValidation.Validators;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>Stable codes of what is wrong with a field where its rule has none of its own: they are ours, not the library's names of its classes.</summary>
internal static class FieldCodes
{
    /// <summary>The code of a rule's kind.</summary>
    public static string Of(IPropertyValidator validator) => validator.Name switch
    {
        "NotNullValidator" or "NotEmptyValidator" => "field.required",
        "NullValidator" or "EmptyValidator" => "field.unwanted",
        "MaximumLengthValidator" => "field.too-long",
        "MinimumLengthValidator" => "field.too-short",
        "LengthValidator" or "ExactLengthValidator" => "field.length",
        "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" or "GreaterThanValidator" or "GreaterThanOrEqualValidator" or "LessThanValidator" or "LessThanOrEqualValidator" => "field.out-of-range",
        "EnumValidator" => "field.choice",
        "RegularExpressionValidator" or "EmailValidator" => "field.form",
        _ => "field.value",
    };
}
