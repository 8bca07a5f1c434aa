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
    }

    private void Say(string rule, string italian, string english)
    {
        AddTranslation("it", rule, italian);
        AddTranslation("en", rule, english);
    }
}
