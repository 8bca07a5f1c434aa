using System.Globalization;

namespace InclusionPlatform.Shared.Reference;

/// <summary>The divisions (two digits) of ATECO 2025 and the section of each: those of NACE Rev. 2.1, Reg. (UE) 2023/137, which replaced 45 by 46, 47 and 95.3.</summary>
public static class AtecoDivisions
{
    private static readonly (int First, int Last, string Section)[] Ranges =
    [
        (1, 3, "A"), (5, 9, "B"), (10, 33, "C"), (35, 35, "D"), (36, 39, "E"), (41, 43, "F"), (46, 47, "G"), (49, 53, "H"), (55, 56, "I"), (58, 60, "J"), (61, 63, "K"), (64, 66, "L"),
        (68, 68, "M"), (69, 75, "N"), (77, 82, "O"), (84, 84, "P"), (85, 85, "Q"), (86, 88, "R"), (90, 93, "S"), (94, 96, "T"), (97, 98, "U"), (99, 99, "V"),
    ];

    /// <summary>The section of a code by its first two digits; null when no such division exists.</summary>
    /// <param name="code">A code of any length, such as <c>56.11.11</c>.</param>
    public static string? SectionOf(string? code)
    {
        if (code is null || code.Length < 2 || !int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var division))
        {
            return null;
        }

        return Ranges.Where(range => division >= range.First && division <= range.Last).Select(range => range.Section).FirstOrDefault();
    }
}
