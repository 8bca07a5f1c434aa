namespace InclusionPlatform.Api.Hosting;

/// <summary>A folder that the platform cannot write to is told in one line, before anything else is tried.</summary>
internal static class WritableFolder
{
    /// <summary>Makes the folder if it is missing and writes into it.</summary>
    /// <exception cref="StartUpException">It cannot be made or written.</exception>
    public static void Require(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"Nella cartella dati «{folder}» non si può scrivere: indicarne un'altra con --data o correggere i permessi.");
        }
    }
}
