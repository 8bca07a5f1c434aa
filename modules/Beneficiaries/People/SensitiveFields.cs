using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>What of a person is found by a keyed hash.</summary>
/// <param name="TaxCode">Equal codes.</param>
/// <param name="TaxCodeFamily">Codes that differ by omocodia only: a possible duplicate.</param>
/// <param name="HealthCode">Equal STP or ENI codes.</param>
internal sealed record IdentifierHashes(string? TaxCode, string? TaxCodeFamily, string? HealthCode);

/// <summary>Encrypts and decrypts the sensitive groups of a person, and makes the hashes by which equal ones are found.</summary>
internal sealed class SensitiveFields(IFieldCipher cipher, IKeyedHash hash)
{
    // No code is as long, and no cipher as short.
    private const int LongestCode = 40;

    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine(PayeeJson.Default, new DefaultJsonTypeInfoResolver()) };

    public string? Seal<T>(T? group) where T : class => group is null ? null : cipher.Protect(JsonSerializer.Serialize(group, Options));

    /// <summary>With the person's own key: for whatever belongs to one person, so that destroying the key takes it out of backups.</summary>
    public string? Seal<T>(Guid personId, T? group) where T : class => group is null ? null : cipher.ProtectFor(personId, JsonSerializer.Serialize(group, Options));

    /// <inheritdoc cref="Seal{T}(Guid, T)"/>
    public string? SealText(Guid personId, string? text) => cipher.ProtectFor(personId, text);

    /// <inheritdoc cref="Seal{T}(Guid, T)"/>
    public string SealId(Guid personId, Guid id) => cipher.ProtectFor(personId, id.ToString("N"))!;

    /// <summary>As it would be encrypted, in clear: for comparing.</summary>
    public static string? Plain<T>(T? group) where T : class => group is null ? null : JsonSerializer.Serialize(group, Options);

    public T? Open<T>(string? sealedGroup) where T : class => cipher.Unprotect(sealedGroup) is { } json ? JsonSerializer.Deserialize<T>(json, Options) : null;

    public IdentifierHashes HashesOf(PersonIdentifiers? identifiers) => new(
        identifiers?.TaxCode is { } code ? hash.Of("tax-code", code) : null,
        identifiers?.TaxCode is { } plain && TaxCode.TryParse(plain, out var parsed, out _) ? hash.Of("tax-code-family", parsed.WithoutOmocodia) : null,
        identifiers?.HealthCode is { } health ? hash.Of("health-code", health) : null);

    /// <summary>Names and day of birth as one: finds the same person however accents and capitals are written.</summary>
    public string NameAndBirth(string surname, string name, DateOnly birthDate) =>
        hash.Of("name-and-birth", $"{SearchText.Normalize($"{surname} {name}")} {birthDate:yyyy-MM-dd}");

    public string BodyHash(Guid bodyId) => hash.Of("referring-body", bodyId.ToString("N"));

    /// <summary>Of a category of disadvantage: the code alone has few values, so the hash tells which attestations are equal and, without its key, not what they say.</summary>
    public string CategoryHash(string code) => hash.Of("attestation-category", code);

    public string SealId(Guid id) => cipher.Protect(id.ToString("N"))!;

    public Guid OpenId(string sealedId) => Guid.Parse(cipher.Unprotect(sealedId)!);

    public string? SealText(string? text) => cipher.Protect(text);

    public string? OpenText(string? sealedText) => cipher.Unprotect(sealedText);

    /// <summary>A code of an enumeration that is kept encrypted; rows from before are in clear until the hourly job has come by, and an empty one is none.</summary>
    public T? OpenCode<T>(string? code) where T : struct, Enum =>
        PlainCode(code) is { } plain && Enum.TryParse<T>(plain, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <inheritdoc cref="OpenCode{T}"/>
    public string? PlainCode(string? code) => string.IsNullOrEmpty(code) ? null : code.Length > LongestCode ? cipher.Unprotect(code) : code;

    /// <summary>Upper case without blanks, empty as null: the form in which identifiers are kept, hashed and shown.</summary>
    public static PersonIdentifiers? Canonical(PersonIdentifiers? written)
    {
        if (written is null)
        {
            return null;
        }

        var taxCode = TaxCode.TryParse(written.TaxCode, out var tax, out _) ? tax.Value : null;
        var healthCode = HealthCode.TryParse(written.HealthCode, out var health, out _) ? health.Value : null;
        return new(taxCode, healthCode, written.TaxCodeConfirmed);
    }
}

/// <summary>How what a pay list opens is read, written when the platform is built: of thousands at once, the first of a day would wait for it to be worked out.</summary>
[JsonSerializable(typeof(PersonAddresses))]
[JsonSerializable(typeof(BankAccountDetails))]
internal sealed partial class PayeeJson : JsonSerializerContext;
