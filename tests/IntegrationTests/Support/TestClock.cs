namespace InclusionPlatform.IntegrationTests;

/// <summary>A clock that the test sets. It starts on Monday 23 November 2026, 10:00 in Italy.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, ItalianTime.Zone).DateTime);

    public void Advance(TimeSpan by) => Now += by;

    public override DateTimeOffset GetUtcNow() => Now;
}
