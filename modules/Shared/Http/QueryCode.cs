using System.Reflection;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Shared.Http;

/// <summary>Reads an enumeration's code, as in <c>callBack</c>, from a query string: the framework's own reading knows only the C# spelling.</summary>
public static class QueryCode
{
    /// <summary>The member with this code in any case; null without text.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="field">Name of the parameter, for the error.</param>
    /// <param name="choices">What may be chosen, in the words of the screen, such as «per nome o per scadenza».</param>
    /// <exception cref="FieldException"><c>request.field-form</c> (422) if there is no such code.</exception>
    public static T? Read<T>(string? text, string field, Words? choices = null) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FieldException(field, "request.field-form", Sentence(field, typeof(T).Assembly, choices));
    }

    /// <summary>What is said of a value that a list does not know: the field by its name on the screen and the way out, and neither the value nor the codes of the API.</summary>
    /// <param name="field">Name of the parameter.</param>
    /// <param name="module">Whose name of the field is taken.</param>
    /// <param name="choices">What may be chosen, in the words of the screen.</param>
    public static Words Sentence(string field, Assembly module, Words? choices = null) => (FieldLabels.Of(field, module), choices) switch
    {
        (null, null) => new("Una delle scelte dell'elenco non è più tra quelle possibili: toglierla o sceglierla di nuovo.", "One of the list's choices is not one of those possible: remove it or choose again."),
        (null, _) => new($"Una delle scelte dell'elenco non è tra quelle possibili. Si può scegliere: {choices!.It}.", $"One of the list's choices is not one of those possible. Choose: {choices.En}."),
        ({ } label, null) => new Words("«{0}»: questa scelta non è tra quelle possibili. Toglierla o sceglierla di nuovo.", "“{0}”: this choice is not one of those possible. Remove it or choose again.").With(label),
        ({ } label, _) => new Words($"«{{0}}»: questa scelta non è tra quelle possibili. Si può scegliere: {choices.It}.", $"“{{0}}”: this choice is not one of those possible. Choose: {choices.En}.").With(label),
    };
}
