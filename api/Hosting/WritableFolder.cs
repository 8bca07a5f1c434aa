namespace InclusionPlatform.Api.Hosting;

/// <summary>A folder that the platform cannot write to is told in one line, before anything else is tried.</summary>
internal static class WritableFolder
{
    /// <summary>Makes the folder if it is missing and writes into it.</summary>
    /// <exception cref="StartUpException">It cannot be made or written.</exception>
    /// <param name="folder">The folder.</param>
    /// <param name="what">What is kept there, as «cartella dati».</param>
    /// <param name="way">How another one is chosen.</param>
    public static void Require(string folder, string what, string way)
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
            throw new StartUpException($"Nella {what} «{folder}» non si può scrivere: indicarne un'altra con {way} o correggere i permessi.");
        }
    }
}
