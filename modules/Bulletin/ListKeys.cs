using System.Globalization;

namespace InclusionPlatform.Bulletin;

/// <summary>Instants inside a cursor.</summary>
internal static class InstantKey
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? key) => key is null ? null
        : DateTimeOffset.TryParseExact(key, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw BadCursor.Problem();
}

/// <summary>Ids inside a cursor.</summary>
internal static class IdKey
{
    public static Guid? Read(string? key) => key is null ? null : Guid.TryParse(key, out var id) ? id : throw BadCursor.Problem();
}

/// <summary>Numbers inside a cursor.</summary>
internal static class NumberKey
{
    public static int? Read(string? key) => key is null ? null : int.TryParse(key, CultureInfo.InvariantCulture, out var number) ? number : throw BadCursor.Problem();
}

/// <summary>The words of a search as patterns on the normalised column; they hold letters and digits only.</summary>
internal static class WordPattern
{
    public const string First = "and search_text like @W1";
    public const string Second = "and search_text like @W2";
    public const string Third = "and search_text like @W3";

    public static string? Of(IReadOnlyList<string> words, int index) => index < words.Count ? $"%{words[index]}%" : null;
}

internal static class BadCursor
{
    public static FieldException Problem() => new("cursor", "paging.cursor", new(
        "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
        "The point to continue the list from is not valid: start again from the first page."));
}
