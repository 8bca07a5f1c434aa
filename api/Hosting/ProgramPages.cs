using System.Globalization;
using System.Runtime.InteropServices;

namespace InclusionPlatform.Api.Hosting;

/// <summary>
/// The pages of program files that the process holds, on Linux: mostly code and tables that only its start ran through. The system takes such pages back last of all, as long as a process holds
/// them.
/// </summary>
internal static partial class ProgramPages
{
    private const string Maps = "/proc/self/maps";

    private const int DontNeed = 4;

    /// <summary>
    /// Lets go of them all. They stay in the system's cache until it needs the room for something else; what is run again is taken from there, without reading the disk, a few milliseconds for all.
    /// </summary>
    public static void LetGo()
    {
        foreach (var (start, length) in File.ReadAllLines(Maps).Select(Unwritten).OfType<(nuint, nuint)>())
        {
            _ = Advise(start, length, DontNeed);
        }
    }

    /// <summary>
    /// Where a mapping lies that is a program file's and has never been written to: code, and tables that are shared. What was written to (data, and what was relocated and is read-only since) is
    /// nowhere else and must stay.
    /// </summary>
    /// <param name="line">A line of the process's map: <c>start-end permissions offset device inode path</c>.</param>
    /// <returns>Its address and bytes; null for everything else.</returns>
    internal static (nuint Start, nuint Length)? Unwritten(string line)
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
