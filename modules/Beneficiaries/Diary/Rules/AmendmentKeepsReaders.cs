namespace InclusionPlatform.Beneficiaries.Diary.Rules;

/// <summary>
/// An amendment is read by exactly those who read what it amends: wider it would tell of a note that others may not know of, narrower it would leave
/// readers with a text that was taken back.
/// </summary>
internal static class AmendmentKeepsReaders
{
    public static void Check(bool amends, IReadOnlyList<Guid>? asked)
    {
        if (amends && asked is not null)
        {
            throw new FieldException("readerIds", "diary.amendment-readers", new(
                "Una correzione la legge chi legge la nota corretta: qui non si sceglie.",
                "An amendment is read by whoever reads the amended note: there is nothing to choose here."));
        }
    }

    /// <summary>The readers of the amendment besides its author.</summary>
    public static IReadOnlyList<Guid> Of(IEnumerable<Guid> readers, Guid author, Guid amendsBy) => [.. readers.Append(author).Where(reader => reader != amendsBy).Distinct()];
}
