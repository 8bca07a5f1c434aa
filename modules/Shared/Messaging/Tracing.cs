using System.Diagnostics;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>
/// Where the platform's own spans come from: commands, queries and jobs, by the name of their type and nothing of what is in them. Without a listener nothing is made.
/// </summary>
public static class Tracing
{
    /// <summary>Name of the source, for whoever listens.</summary>
    public const string Name = "InclusionPlatform";

    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
