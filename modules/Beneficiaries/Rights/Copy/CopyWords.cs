using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What fields and values of a copy are called in Italian: by the words of their part, else by those that all parts share.</summary>
internal static class CopyWords
{
    private const string Disclosed = "disclose-";

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    private static readonly CopyGlossary Shared = new(FieldWords.All, CodeWords.All);

    /// <summary>The name of a field; empty where it says nothing to a person, and the code itself where nobody gave it a name.</summary>
    public static string Label(CopyGlossary? part, string? within, string field) => Capital(Named(part, within, field) ?? FieldLabels.WordsOf(field, typeof(CopyWords).Assembly)?.It ?? field);

    /// <summary>The name that a field has here, or null: it may still have one where it is asked for.</summary>
    public static string? Named(CopyGlossary? part, string? within, string field) => part?.Field(within, field) ?? Shared.Field(within, field);

    /// <summary>The word of a code, or null of any other text.</summary>
    public static string? Code(CopyGlossary? part, string field, string code) => part?.Code(field, code) ?? Shared.Code(field, code) ?? Listed(field, code);

    /// <summary>Several values as they are read together.</summary>
    public static string Written(CopyGlossary? part, string field, IEnumerable<JsonValue> values) =>
        Capital(string.Join(", ", values.Select(value => value.GetValueKind() is JsonValueKind.String && Code(part, field, value.GetValue<string>()) is { } word ? word : Written(part, field, value))));

    /// <summary>A value as it is read.</summary>
    public static string Written(CopyGlossary? part, string field, JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "Sì",
        JsonValueKind.False => "No",
        JsonValueKind.String => Written(part, field, value.GetValue<string>()),
        JsonValueKind.Number => Number(field, decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => value.ToJsonString(),
    };

    /// <summary>Of machines only: ids, versions, what is empty, a purpose of the log that has no word yet.</summary>
    public static bool IsTechnical(CopyGlossary? part, string field, JsonValue value) =>
        field.Equals("id", StringComparison.OrdinalIgnoreCase) || field.Equals("version", StringComparison.OrdinalIgnoreCase)
        || (value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is var text && (text.Length == 0 || Guid.TryParse(text, out _) || IsUnsaid(part, field, text)));

    private static bool IsUnsaid(CopyGlossary? part, string field, string text) =>
        field == "purpose" && text.Contains('-', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith(Disclosed, StringComparison.Ordinal) && Code(part, field, text) is null;

    private static string Written(CopyGlossary? part, string field, string text) =>
        Code(part, field, text) is { } word ? Capital(word)
        : text.StartsWith(Disclosed, StringComparison.Ordinal) && text.Split(':') is [var group, var why] ? $"{Written(part, field, group)}: {Code(part, field, why) ?? why}"
        : text.Contains(',', StringComparison.Ordinal) && text.Split(',') is var several && several.All(one => Code(part, field, one) is not null) ? Capital(string.Join(", ", several.Select(one => Code(part, field, one))))
        : Moment(field, text) ?? text;

    /// <summary>Days, instants, months and hours as they are written in Italy.</summary>
    private static string? Moment(string field, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : text.Length > 18 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? TimeZoneInfo.ConvertTime(at, ItalianTime.Zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)
        : field == "month" && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MMMM yyyy", Italian)
        : TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
        : null;

    private static string Number(string field, decimal number) =>
        field.EndsWith("cents", StringComparison.OrdinalIgnoreCase) ? $"{(number / 100).ToString("#,##0.00", Italian)} €"
        : field.Equals("minutes", StringComparison.OrdinalIgnoreCase) ? Duration((int)number)
        : number.ToString("0.##", Italian);

    private static string Duration(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} minuti",
        (1, 0) => "1 ora",
        (var hours, 0) => $"{hours} ore",
        (1, var rest) => $"1 ora e {rest} minuti",
        (var hours, var rest) => $"{hours} ore e {rest} minuti",
    };

    /// <summary>Codes of the lists that laws and classifications fix.</summary>
    private static string? Listed(string field, string code) => field.ToUpperInvariant() switch
    {
        "MUNICIPALITY" or "MUNICIPALITIES" => Municipalities.ByIstat(code)?.NameWithProvince,
        "PROVINCES" => Provinces.ByCode(code)?.Name,
        "CITIZENSHIP" => Countries.ByCode(code)?.Italian,
        "BIRTHPLACE" => Birthplaces.Find(code)?.Name,
        "EDUCATION" => CodeLists.IscedLevels.Find(code)?.Italian,
        "CATEGORY" or "ARGUMENT" => CodeLists.DisadvantageCategories.Find(code)?.Italian,
        "GOLPATH" => CodeLists.GolPaths.Find(code)?.Italian,
        "LICENCES" => CodeLists.Licences.Find(code)?.Italian,
        "CODE" => CodeLists.Languages.Find(code)?.Italian,
        _ => null,
    };

    private static string Capital(string word) => word.Length == 0 ? word : string.Concat(char.ToUpper(word[0], Italian).ToString(), word.AsSpan(1));
}
