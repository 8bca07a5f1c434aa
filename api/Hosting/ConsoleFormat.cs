using Microsoft.Extensions.Logging.Console;

namespace InclusionPlatform.Api.Hosting;

/// <summary>The form of the log lines. The framework takes a name that it does not know for <c>simple</c> without a word, and a collector that waits for JSON would be given plain lines.</summary>
internal static class ConsoleFormat
{
    private const string Setting = "Logging:Console:FormatterName";

    private static readonly string[] Known = [ConsoleFormatterNames.Simple, ConsoleFormatterNames.Json, ConsoleFormatterNames.Systemd];

    /// <exception cref="StartUpException">The name is none of the known ones; the framework, and we, look at no capitals.</exception>
    public static void Require(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } name && !Known.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartUpException($"{Setting} «{name}» non è previsto: usare simple (righe di testo), json (un oggetto per riga) o systemd.");
        }
    }
}
