using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>The key of this person was destroyed: what was encrypted with it is gone for good.</summary>
public sealed class PersonKeyDestroyedException() : CryptographicException("The key of this person was destroyed.");

/// <summary>
/// A key for each person, wrapped by the key ring, in a folder apart from the database: who destroys it takes what was written of the person out of every backup
/// of the database and of the documents (GDPR art. 17; ADR 34). What is encrypted with it names its person, so that reading needs no other fact.
/// </summary>
public interface IPersonKeys
{
    /// <summary>Encrypts for the person, whose key is made at the first use.</summary>
    /// <exception cref="PersonKeyDestroyedException">Nothing is written any more of who was made anonymous.</exception>
    byte[] Protect(Guid person, ReadOnlySpan<byte> plain);

    /// <summary>Decrypts what <see cref="Protect"/> made.</summary>
    /// <exception cref="PersonKeyDestroyedException">The key was destroyed.</exception>
    byte[] Unprotect(Guid person, ReadOnlySpan<byte> sealedBytes);

    /// <summary>Reads the keys of many who will be asked for soon, the last one first, while whoever asks does something else. What cannot be read is told when it is used.</summary>
    void Expect(IReadOnlyList<Guid> people);

    /// <summary>Destroys the key and remembers that it was: twice does no harm.</summary>
    void Destroy(Guid person);

    /// <summary>Whose keys were destroyed: after a backup of the database came back, these are to be made anonymous again.</summary>
    IReadOnlyList<Guid> Destroyed();
}

internal sealed class PersonKeys(IDataProtectionProvider provider, PrivacyOptions options) : IPersonKeys
{
    private const int MostKept = 100_000;

    private readonly IDataProtector protector = provider.CreateProtector("InclusionPlatform.PersonKeys.v1");
    private readonly ConcurrentDictionary<Guid, byte[]> kept = new();

    public byte[] Protect(Guid person, ReadOnlySpan<byte> plain) => Sealed.Seal(KeyOf(person, make: true), plain, person.ToByteArray());

    public byte[] Unprotect(Guid person, ReadOnlySpan<byte> sealedBytes) => Sealed.Open(KeyOf(person, make: false), sealedBytes, person.ToByteArray());

    public void Expect(IReadOnlyList<Guid> people) => _ = Task.Run(() =>
    {
        for (var at = Math.Min(people.Count, MostKept) - 1; at >= 0; at--)
        {
            try
            {
                KeyOf(people[at], make: false);
            }
            catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
            {
                // Whoever uses it hears of it.
            }
        }
    });

    public void Destroy(Guid person)
    {
        // The mark first: whoever dies in between leaves a key that nobody makes use of, and the next run takes it away.
        Directory.CreateDirectory(MarkFolder);
        using (var mark = new FileStream(MarkOf(person), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
            mark.Flush(flushToDisk: true);
        }

        kept.TryRemove(person, out _);
        var path = PathOf(person);
        if (File.Exists(path))
        {
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
            {
                file.Write(RandomNumberGenerator.GetBytes((int)file.Length));
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
        }
    }

    public IReadOnlyList<Guid> Destroyed() => Directory.Exists(MarkFolder)
        ? [.. Directory.EnumerateFiles(MarkFolder).Select(Path.GetFileName).Where(name => Guid.TryParseExact(name, "N", out _)).Select(name => Guid.ParseExact(name!, "N"))]
        : [];

    /// <summary>Whether the key is in memory, for tests.</summary>
    internal bool Knows(Guid person) => kept.ContainsKey(person);

    private byte[] KeyOf(Guid person, bool make)
    {
        if (kept.TryGetValue(person, out var key))
        {
            return key;
        }

        if (File.Exists(MarkOf(person)))
        {
            throw new PersonKeyDestroyedException();
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        var path = PathOf(person);
        if (!File.Exists(path))
        {
            if (!make)
            {
                throw new CryptographicException("The key of this person is not in the store of keys.");
            }

            KeyFile.Make(path, protector.Protect(RandomNumberGenerator.GetBytes(Sealed.KeyBytes)));
        }

        key = protector.Unprotect(File.ReadAllBytes(path));
        kept[person] = key;
        if (File.Exists(MarkOf(person)))
        {
            // It was destroyed while it was read here.
            kept.TryRemove(person, out _);
            throw new PersonKeyDestroyedException();
        }

        return key;
    }

    private string MarkFolder => Path.Combine(options.KeysFolder, "people", "destroyed");

    private string MarkOf(Guid person) => Path.Combine(MarkFolder, person.ToString("N", CultureInfo.InvariantCulture));

    // Ids grow with time: their last digits are the ones that spread.
    private string PathOf(Guid person)
    {
        var name = person.ToString("N", CultureInfo.InvariantCulture);
        return Path.Combine(options.KeysFolder, "people", name[^3..], $"{name}.key");
    }
}

/// <summary>Writes a key so that of several processes the first one's counts.</summary>
internal static class KeyFile
{
    public static void Make(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var mine = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(mine, options))
        {
            file.Write(content);
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
}

/// <summary>How what is encrypted for a person is written: <c>p1.</c>, the person's id, a point, and the content in base64url.</summary>
internal static class PersonText
{
    public const string Prefix = "p1.";
    private const int IdLength = 32;

    public static bool Is(string cipher) => cipher.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Seal(IPersonKeys keys, Guid person, string text) => $"{Prefix}{person:N}.{Base64Url.EncodeToString(keys.Protect(person, Encoding.UTF8.GetBytes(text)))}";

    public static string Open(IPersonKeys keys, string cipher)
    {
        var person = Guid.ParseExact(cipher.AsSpan(Prefix.Length, IdLength), "N");
        return Encoding.UTF8.GetString(keys.Unprotect(person, Base64Url.DecodeFromChars(cipher.AsSpan(Prefix.Length + IdLength + 1))));
    }
}
