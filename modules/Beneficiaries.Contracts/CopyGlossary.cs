using System.Text.Json;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// The Italian words in which the person reads what a module adds to a copy; the file for machines keeps fields and codes as they are. A copy is in Italian whatever the language of whoever makes it.
/// A field, and a code, may be given after what it belongs to (<c>target.duties</c>, <c>state.sent</c>) where the same word means different things.
/// </summary>
/// <param name="fields">How fields are called; an empty word is of a field that says nothing to a person and stays in the file for machines.</param>
/// <param name="codes">What codes mean.</param>
public sealed class CopyGlossary(IEnumerable<(string Field, string It)> fields, IEnumerable<(string Code, string It)> codes)
{
    private readonly Dictionary<string, string> fields = fields.ToDictionary(one => one.Field, one => one.It, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> codes = codes.ToDictionary(one => one.Code, one => one.It, StringComparer.Ordinal);

    /// <summary>How a field is called, or null; capitals do not matter.</summary>
    /// <param name="within">The field that it stands in, if any.</param>
    /// <param name="field">Its name.</param>
    public string? Field(string? within, string field) => fields.GetValueOrDefault($"{within}.{field}") ?? fields.GetValueOrDefault(field);

    /// <summary>What a code means, or null.</summary>
    /// <param name="field">The field that it is the value of.</param>
    /// <param name="code">As it is kept.</param>
    public string? Code(string field, string code) => codes.GetValueOrDefault($"{JsonNamingPolicy.CamelCase.ConvertName(field)}.{code}") ?? codes.GetValueOrDefault(code);
}
