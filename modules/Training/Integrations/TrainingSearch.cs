using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Finds courses by title and editions by title and code; never participants.</summary>
internal sealed class TrainingSearch(IDbSession db) : ISearchSource
{
    private const string SelectCourses = """
        select c.id as Id, c.title as Title, null as Detail
        from   training_course c
        where  c.sort_title like @Like
        order by c.sort_title, c.id
        """;

    private const string SelectEditions = """
        select e.id as Id, c.title as Title, e.code as Detail
        from   training_course_edition e
        join   training_course c on c.id = e.course_id
        where  c.sort_title like @Like or e.code_key like @CodeLike
        order by e.starts_on desc, e.id desc
        """;

    public async Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        var normal = SearchText.Normalize(text);
        if (!user.Has(TrainingModule.Read) || normal.Length == 0)
        {
            return FoundFew.None;
        }

        var args = new { Like = $"%{normal}%", CodeLike = $"%{normal.ToUpperInvariant().Replace(' ', '-')}%" };
        var courses = await db.TopAsync<Hit>(SelectCourses, args, most + 1, ct);
        var editions = await db.TopAsync<Hit>(SelectEditions, args, most + 1, ct);
        return FoundFew.Of(courses, most, hit => new("course", hit.Title, null, $"/training/courses/{hit.Id}"))
            .And(FoundFew.Of(editions, most, hit => new("course-edition", hit.Title, hit.Detail, $"/training/editions/{hit.Id}")));
    }

    private sealed record Hit(Guid Id, string Title, string? Detail);
}
