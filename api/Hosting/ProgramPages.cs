using System.Globalization;
using System.Runtime.InteropServices;

namespace InclusionPlatform.Api.Hosting;

/// <summary>
/// The pages of program files that the process holds, on Linux: mostly code and tables that only its start ran through. The system takes such pages back last of all, as long as a process holds
/// them.
/// </summary>
internal static partial class ProgramPages
{
    private const string Maps = "/proc/self/smaps", Written = "Anonymous:";

    private const int DontNeed = 4;

    /// <summary>
    /// Lets go of them all. They stay in the system's cache until it needs the room for something else; what is run again is taken from there, without reading the disk, a few milliseconds for all.
    /// </summary>
    public static void LetGo()
    {
        foreach (var (start, length) in Unwritten(File.ReadAllLines(Maps)))
        {
            _ = Advise(start, length, DontNeed);
        }
    }

    /// <summary>
    /// Where program files lie that nobody has written to: code, and tables that are shared. What was written to (data, what was relocated and is read-only since, code that a debugger has changed)
    /// is nowhere else and must stay.
    /// </summary>
    /// <param name="map">The process's map: of each mapping a line <c>start-end permissions offset device inode path</c>, and below it what it holds; <c>Anonymous</c> is what was written.</param>
    /// <returns>Address and bytes of each.</returns>
    internal static IEnumerable<(nuint Start, nuint Length)> Unwritten(IEnumerable<string> map)
    {
        (nuint, nuint)? mapping = null;
        foreach (var line in map)
        {
            if (line.StartsWith(Written, StringComparison.Ordinal))
            {
                if (mapping is { } one && line[Written.Length..].Trim() == "0 kB")
                {
                    yield return one;
                }

                mapping = null;
            }
            else if (line.Length > 0 && !char.IsAsciiLetterUpper(line[0]))
            {
                mapping = ProgramAt(line);
            }
        }
    }

    private static (nuint Start, nuint Length)? ProgramAt(string line)
    {
        var parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 6 || parts[1] is not ("r-xp" or "r--s") || !IsProgram(parts[5].TrimEnd()))
        {
            return null;
        }

        var bounds = parts[0].Split('-');
        var start = nuint.Parse(bounds[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start, nuint.Parse(bounds[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start);
    }

    // A file that was replaced while it is mapped ("(deleted)" after its name) could only be read again from what is gone: it is left alone.
    private static bool IsProgram(string path) => path.StartsWith('/') && (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".so", StringComparison.Ordinal) || (path.Contains(".so.", StringComparison.Ordinal) && !path.EndsWith(')')));

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
