namespace InclusionPlatform.Demo;

/// <summary>The system's clock, which can travel while the demo year is made so that commands run on the days on which things happened.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? elsewhere;

    /// <summary>Whether the clock shows another day than today.</summary>
    public bool Travels => elsewhere is not null;

    /// <summary>Shows the instant until told otherwise.</summary>
    public void TravelTo(DateTimeOffset instant) => elsewhere = instant;

    /// <summary>Shows the present again.</summary>
    public void Return() => elsewhere = null;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => elsewhere ?? System.GetUtcNow();
}
