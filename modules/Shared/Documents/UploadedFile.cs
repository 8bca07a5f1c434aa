using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Shared.Documents;

/// <summary>A file that somebody hands in with a form.</summary>
/// <param name="Name">As its sender called it, without a folder.</param>
/// <param name="Content">Its bytes; one more than are allowed where it is too large, so that the store refuses it.</param>
public sealed record UploadedFile(string Name, byte[] Content)
{
    /// <summary>Reads the file of a form. What is too large is refused before it is read.</summary>
    public static async Task<UploadedFile> ReadAsync(IFormFile file, DocumentOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file";
        if (file.Length > options.Megabytes * 1024L * 1024L)
        {
            return new(name, new byte[(options.Megabytes * 1024 * 1024) + 1]);
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return new(name, memory.ToArray());
    }

    /// <summary>The title that was given, or the file's name without its ending.</summary>
    public string TitleOr(string? given) => string.IsNullOrWhiteSpace(given) ? Path.GetFileNameWithoutExtension(Name) : given;

    /// <summary>A day of a form, written <c>2026-11-21</c>; null where the field is empty.</summary>
    /// <exception cref="FieldException"><c>request.field-form</c> (422) if it is no day.</exception>
    public static DateOnly? Day(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FieldException(field, "request.field-form", new("Questa data non torna: scriverla come giorno, mese e anno.", "This date is not right."));
}
