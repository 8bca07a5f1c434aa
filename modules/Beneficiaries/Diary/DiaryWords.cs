namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>What an entry tells of.</summary>
internal enum DiaryKind
{
    Note,
    Interview,
    Call,
    Visit,
    Meeting,

    /// <summary>A group activity, written for all its people at once; nobody chooses this kind.</summary>
    Group,
}

/// <summary>What is written in an entry.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="At">HH:mm, or null.</param>
/// <param name="Text">Facts and agreements.</param>
/// <param name="ReaderIds">The members who may read it besides the author; null is the whole équipe.</param>
internal sealed record DiaryEntryData(DiaryKind? Kind, DateOnly? On, string? At, string? Text, IReadOnlyList<Guid>? ReaderIds);
