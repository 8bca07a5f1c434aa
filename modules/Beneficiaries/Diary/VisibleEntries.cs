using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>
/// Who reads which entry of a case that they see in full, inside the queries. The entry's row is called <c>e</c>. A draft is its author's; a limited entry is its
/// author's and its readers'; an emergency access opens what the équipe reads, not what was left to some of it (ADR 22).
/// </summary>
internal static class VisibleEntries
{
    private const string OfMine = """
        and (e.written_by = @Me
             or (e.signed_at is not null and (e.limited = 0 or e.id in (select v.entry_id from beneficiaries_diary_reader v where v.user_id = @Me))))
        """;

    /// <summary>Adds the condition; none for the platform itself.</summary>
    public static ListSql OnlyVisibleEntries(this ListSql sql, NeedToKnow needToKnow) => sql.When(!needToKnow.IsPlatform, OfMine);
}
