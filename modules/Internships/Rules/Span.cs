namespace InclusionPlatform.Internships.Rules;

/// <summary>Days from the first to the last, both included.</summary>
internal sealed record Span(DateOnly First, DateOnly Last)
{
    public bool Overlaps(Span other) => First <= other.Last && other.First <= Last;

    /// <summary>The most spans that run on one and the same day of this one.</summary>
    public int PeakOf(IReadOnlyList<Span> spans)
    {
        var inside = spans.Where(Overlaps).ToArray();

        // The count only grows on a day on which one of them begins, or on this span's own first day.
        return inside.Length == 0 ? 0 : inside
            .Select(span => span.First < First ? First : span.First)
            .Distinct()
            .Max(day => inside.Count(span => span.First <= day && day <= span.Last));
    }
}
