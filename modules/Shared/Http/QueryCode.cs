namespace InclusionPlatform.Shared.Http;

/// <summary>Reads an enumeration's code, as in <c>callBack</c>, from a query string: the framework's own reading knows only the C# spelling.</summary>
public static class QueryCode
{
    /// <summary>The member with this code in any case; null without text.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="field">Name of the parameter, for the error.</param>
    /// <exception cref="FieldException"><c>request.field-form</c> (422) if there is no such code.</exception>
    public static T? Read<T>(string? text, string field) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FieldException(field, "request.field-form", new("Il valore non è tra quelli previsti.", "The value is not one of those known."));
    }
}
