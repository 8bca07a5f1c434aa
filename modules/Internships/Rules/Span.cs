namespace InclusionPlatform.Internships.Rules;

/// <summary>Days from the first to the last, both included.</summary>
internal sealed record Span(DateOnly First, DateOnly Last)
{
    public bool Overlaps(Span other) => First <= other.Last && other.First <= Last;

    /// <summary>The most spans that run on one and the same day of this one.</summary>
    public int PeakOf(IReadOnlyList<Span> spans)
    {
        // The count grows on the day on which one of them begins, and falls on the day after its last one.
        var starts = spans.Where(Overlaps).Select(span => span.First < First ? First : span.First).Order().ToArray();
        var ends = spans.Where(Overlaps).Select(span => span.Last).Order().ToArray();
        var (most, ended) = (0, 0);
        for (var begun = 0; begun < starts.Length; begun++)
        {
            while (ends[ended] < starts[begun])
            {
                ended++;
            }

            most = Math.Max(most, begun + 1 - ended);
        }

        return most;
    }
}
