using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>Encrypts single fields at rest (GDPR art. 32(1)(a)) with the key ring of Data Protection, kept apart from the database.</summary>
public interface IFieldCipher
{
    /// <summary>Encrypts; null stays null.</summary>
    string? Protect(string? text);

    /// <summary>Decrypts; null stays null.</summary>
    string? Unprotect(string? cipher);
}

/// <summary>Finds an encrypted value without decrypting: a keyed hash that is useless without the key.</summary>
public interface IKeyedHash
{
    /// <summary>HMAC-SHA-256, as hex, of a value already in its canonical form.</summary>
    /// <param name="purpose">Keeps equal values of different fields apart, such as <c>tax-code</c>.</param>
    /// <param name="value">Canonical value.</param>
    string Of(string purpose, string value);
}

internal sealed class FieldCipher(IDataProtectionProvider provider) : IFieldCipher
{
    private readonly IDataProtector protector = provider.CreateProtector("InclusionPlatform.Fields.v1");

    public string? Protect(string? text) => text is null ? null : protector.Protect(text);

    public string? Unprotect(string? cipher) => cipher is null ? null : protector.Unprotect(cipher);
}

/// <summary>The key is a file beside the key ring, made at the first start, readable by the service's account only.</summary>
internal sealed class KeyedHash(PrivacyOptions options) : IKeyedHash
{
    private readonly Lazy<byte[]> key = new(() => ReadOrMake(Path.Combine(options.KeysFolder, "search-hash.key")));

    public string Of(string purpose, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{purpose}\0{value}")));

    private static byte[] ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var mine = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(mine, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(mine, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(mine); // another process was first; its key is the key
            }
        }

        return File.ReadAllBytes(path);
    }
}

/// <summary>Section <c>Privacy</c> of the configuration.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Folder of the encryption keys. Back it up apart from the database: who has both can read everything, who loses it loses the encrypted fields.</summary>
    public string KeysFolder { get; set; } = "";
}
