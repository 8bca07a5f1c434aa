using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Internships.Attendance.Rules;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>
/// What a signature of a month rests on: the days as they were shown. On the page of a link an absence for one's health is a justified one, and so it is here: the digest says nothing that who
/// signed did not read. What is reckoned besides, such as the usual hours or a holiday's name, is signed by nobody.
/// </summary>
internal static class RegisterDigest
{
    /// <summary>SHA-256, in hexadecimal, of the month and of each of its written days on a line of its own: <c>2026-12-01 300</c> minutes, or <c>2026-12-02 justified</c>.</summary>
    public static string Of(string month, IEnumerable<RegisterDay> days) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', days
        .Select(HealthIsOfTheService.Shown)
        .Where(day => day.Minutes is not null || day.Absence is not null)
        .Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}{(day.Minutes is { } minutes ? $" {minutes}" : "")}{(day.Absence is { } absence ? $" {absence.Code()}" : "")}"))
        .Prepend(month)))));
}
