using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>The beginnings of names that somebody typed: at most three, each looked up in the index of words.</summary>
internal sealed class SoughtNames(string? text)
{
    // Sorts after the letters of every alphabet that names are written in here, on both engines.
    private const char AfterEveryLetter = '\u9fa5';

    private readonly string[] words = [.. SearchText.Words(text).Take(3)];

    public int Count => words.Length;

    /// <summary>Adds the parameters of the pieces.</summary>
    public void AddTo(Dictionary<string, object?> args)
    {
        for (var i = 0; i < words.Length; i++)
        {
            args[$"Word{i + 1}"] = words[i];
            args[$"Word{i + 1}End"] = words[i] + AfterEveryLetter;
        }
    }
}

/// <summary>Finding people by the words of their names inside the query of a list. The person's row is called <c>p</c>.</summary>
internal static class SoughtNamesSql
{
    private const string First = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word1 and w.word < @Word1End)";
    private const string Second = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word2 and w.word < @Word2End)";
    private const string Third = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word3 and w.word < @Word3End)";

    /// <summary>Adds a piece for each word.</summary>
    public static ListSql Called(this ListSql sql, SoughtNames words) => sql.When(words.Count > 0, First).When(words.Count > 1, Second).When(words.Count > 2, Third);
}
