using FluentValidation.Resources;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>What is said where a rule has no sentence of its own: as a colleague would say it, not as the library does.</summary>
internal sealed class ValidationSentences : LanguageManager
{
    public ValidationSentences()
    {
        Say("NotNullValidator", "«{PropertyName}» è da compilare.", "“{PropertyName}” must be filled in.");
        Say("NotEmptyValidator", "«{PropertyName}» è da compilare.", "“{PropertyName}” must be filled in.");
        Say("MaximumLengthValidator", "«{PropertyName}» può avere al massimo {MaxLength} caratteri: ne ha {TotalLength}.", "“{PropertyName}” may have {MaxLength} characters at most: it has {TotalLength}.");
        Say("InclusiveBetweenValidator", "«{PropertyName}» va da {From} a {To}.", "“{PropertyName}” goes from {From} to {To}.");
        Say("GreaterThanOrEqualValidator", "«{PropertyName}» non può essere meno di {ComparisonValue}.", "“{PropertyName}” cannot be less than {ComparisonValue}.");
        Say("EnumValidator", "«{PropertyName}»: scegliere uno dei valori dell'elenco.", "“{PropertyName}”: choose one of the values of the list.");
        Say("GreaterThanValidator", "«{PropertyName}» deve essere più di {ComparisonValue}.", "“{PropertyName}” must be more than {ComparisonValue}.");
        Say("LessThanOrEqualValidator", "«{PropertyName}» non può essere più di {ComparisonValue}.", "“{PropertyName}” cannot be more than {ComparisonValue}.");
        Say("LessThanValidator", "«{PropertyName}» deve essere meno di {ComparisonValue}.", "“{PropertyName}” must be less than {ComparisonValue}.");
        Say("ExclusiveBetweenValidator", "«{PropertyName}» deve stare tra {From} e {To}.", "“{PropertyName}” must be between {From} and {To}.");
        Say("MinimumLengthValidator", "«{PropertyName}» deve avere almeno {MinLength} caratteri: ne ha {TotalLength}.", "“{PropertyName}” needs at least {MinLength} characters: it has {TotalLength}.");
        Say("LengthValidator", "«{PropertyName}» deve avere da {MinLength} a {MaxLength} caratteri: ne ha {TotalLength}.", "“{PropertyName}” must have {MinLength} to {MaxLength} characters: it has {TotalLength}.");
        Say("ExactLengthValidator", "«{PropertyName}» deve avere {MaxLength} caratteri: ne ha {TotalLength}.", "“{PropertyName}” must have {MaxLength} characters: it has {TotalLength}.");
        Say("RegularExpressionValidator", "«{PropertyName}» non ha la forma giusta.", "“{PropertyName}” does not have the right form.");
        Say("PredicateValidator", "«{PropertyName}»: il valore non va bene.", "“{PropertyName}”: the value is not right.");
        Say("AsyncPredicateValidator", "«{PropertyName}»: il valore non va bene.", "“{PropertyName}”: the value is not right.");
        Say("EmailValidator", "«{PropertyName}» non è un indirizzo e-mail completo.", "“{PropertyName}” is not a complete e-mail address.");
        Say("EqualValidator", "«{PropertyName}» deve essere {ComparisonValue}.", "“{PropertyName}” must be {ComparisonValue}.");
        Say("NotEqualValidator", "«{PropertyName}» non può essere {ComparisonValue}.", "“{PropertyName}” cannot be {ComparisonValue}.");
        Say("NullValidator", "«{PropertyName}» qui va lasciato vuoto.", "“{PropertyName}” is left empty here.");
        Say("EmptyValidator", "«{PropertyName}» qui va lasciato vuoto.", "“{PropertyName}” is left empty here.");
        Say("ScalePrecisionValidator", "«{PropertyName}» ha troppe cifre.", "“{PropertyName}” has too many digits.");
    }

    private void Say(string rule, string italian, string english)
    {
        AddTranslation("it", rule, italian);
        AddTranslation("en", rule, english);
    }
}
