using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>Encrypts single fields at rest (GDPR art. 32(1)(a)) with the key ring of Data Protection, kept apart from the database.</summary>
public interface IFieldCipher
{
    /// <summary>Encrypts; null stays null.</summary>
    string? Protect(string? text);

    /// <summary>Encrypts with the person's own key, which can be destroyed; null stays null.</summary>
    /// <exception cref="PersonKeyDestroyedException">Nothing is written any more of who was made anonymous.</exception>
    string? ProtectFor(Guid person, string? text);

    /// <summary>Encrypts many texts with one new key, which goes with each of them: making and wrapping a key takes longer than using it, and a pay list has thousands of accounts.</summary>
    IBatchCipher BeginBatch();

    /// <summary>Decrypts, whichever key it was; null stays null.</summary>
    /// <exception cref="PersonKeyDestroyedException">It was encrypted for a person whose key was destroyed.</exception>
    string? Unprotect(string? cipher);
}

/// <summary>Encrypts the texts of one batch, from any thread.</summary>
public interface IBatchCipher
{
    /// <summary>Encrypts; null stays null. <see cref="IFieldCipher.Unprotect"/> opens it.</summary>
    string? Protect(string? text);
}

/// <summary>Finds an encrypted value without decrypting: a keyed hash that is useless without the key.</summary>
public interface IKeyedHash
{
    /// <summary>HMAC-SHA-256, as hex, of a value already in its canonical form.</summary>
    /// <param name="purpose">Keeps equal values of different fields apart, such as <c>tax-code</c>.</param>
    /// <param name="value">Canonical value.</param>
    string Of(string purpose, string value);
}

internal sealed class FieldCipher(IDataProtectionProvider provider, IPersonKeys keys) : IFieldCipher
{
    private readonly IDataProtector protector = provider.CreateProtector("InclusionPlatform.Fields.v1");
    private readonly BatchKeys batches = new(provider);

    public string? Protect(string? text) => text is null ? null : protector.Protect(text);

    public string? ProtectFor(Guid person, string? text) => text is null ? null : PersonText.Seal(keys, person, text);

    public IBatchCipher BeginBatch() => batches.Begin();

    public string? Unprotect(string? cipher) => cipher is null ? null
        : PersonText.Is(cipher) ? PersonText.Open(keys, cipher)
        : BatchKeys.Is(cipher) ? batches.Open(cipher)
        : protector.Unprotect(cipher);
}

/// <summary>The key is a file beside the key ring, made at the first start, readable by the service's account only.</summary>
internal sealed class KeyedHash(PrivacyOptions options) : IKeyedHash
{
    private readonly Lazy<byte[]> key = new(() => ReadOrMake(Path.Combine(options.KeysFolder, "search-hash.key")));

    public string Of(string purpose, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{purpose}\0{value}")));

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            KeyFile.Make(path, RandomNumberGenerator.GetBytes(32));
        }

        return File.ReadAllBytes(path);
    }
}

/// <summary>Section <c>Privacy</c> of the configuration.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Folder of the encryption keys. Back it up apart from the database: who has both can read everything, who loses it loses the encrypted fields. Keep the last copy only: an older one would bring destroyed keys of people back.</summary>
    public string KeysFolder { get; set; } = "";
}
