namespace InclusionPlatform.Shared.Documents;

/// <summary>Whether a document still counts.</summary>
public enum DocumentState
{
    /// <summary>Without an end, or with one that is far.</summary>
    Valid,

    /// <summary>Ends within thirty days.</summary>
    Expiring,

    /// <summary>Has ended.</summary>
    Expired,

    /// <summary>A later one of its kind has taken its place.</summary>
    Replaced,
}

/// <summary>A document is told of thirty days before it ends, unless a later one of its kind is there.</summary>
public static class DocumentValidity
{
    /// <summary>Days of warning.</summary>
    public const int DaysBefore = 30;

    /// <summary>How a document stands.</summary>
    /// <param name="validUntil">Its last day; null where it does not end.</param>
    /// <param name="others">The last days of the others of its kind; none for documents of which each counts by itself.</param>
    /// <param name="today">The day of asking.</param>
    public static DocumentState Of(DateOnly? validUntil, IEnumerable<DateOnly?> others, DateOnly today) => validUntil switch
    {
        null => DocumentState.Valid,
        { } until when others.Any(other => other is null || other > until) => DocumentState.Replaced,
        { } until when until < today => DocumentState.Expired,
        { } until when until <= today.AddDays(DaysBefore) => DocumentState.Expiring,
        _ => DocumentState.Valid,
    };
}
