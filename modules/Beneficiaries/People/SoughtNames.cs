using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>
/// The beginnings of names that somebody typed, at most three, and how to go and find them. A whole tax code, STP or ENI code is looked up by its keyed hash instead, one look-up in
/// the index of the hashes; what was typed goes no further.
/// </summary>
internal sealed class SoughtNames
{
    /// <summary>
    /// Up to so many people with a word they are fetched by it and then ordered; a more frequent word is met so often along the list's own order that a page fills at once.
    /// Measured over 200,000 people: the two ways cost the same here.
    /// </summary>
    private const int Rare = 1_200;

    // Sorts after the letters of every alphabet that names are written in here, on both engines.
    private const char AfterEveryLetter = '\u9fa5';

    private static readonly string[] Counts =
    [
        "select count(*) from beneficiaries_name_word w where w.word >= @Word1 and w.word < @Word1End",
        "select count(*) from beneficiaries_name_word w where w.word >= @Word2 and w.word < @Word2End",
        "select count(*) from beneficiaries_name_word w where w.word >= @Word3 and w.word < @Word3End",
    ];

    private readonly string[] words;
    private readonly IdentifierHashes? code;

    public SoughtNames(string? text, SensitiveFields sensitive)
    {
        code = Identifier(text) is { } identifiers ? sensitive.HashesOf(identifiers) : null;
        words = code is null ? [.. SearchText.Words(text).Take(3)] : [];
    }

    /// <summary>Whether a whole tax code was typed.</summary>
    public bool IsTaxCode => code?.TaxCode is not null;

    /// <summary>Whether a whole STP or ENI code was typed.</summary>
    public bool IsHealthCode => code?.HealthCode is not null;

    /// <summary>Whether nothing was typed that can be looked for.</summary>
    public bool IsEmpty => words.Length == 0 && code is null;

    public int Count => words.Length;

    /// <summary>Which word people are fetched by; null when each person at hand is looked at instead, as for whoever sees only few.</summary>
    public int? FetchedBy { get; private set; }

    /// <summary>Adds the parameters of the pieces.</summary>
    public void AddTo(Dictionary<string, object?> args)
    {
        args["TaxCodeHash"] = code?.TaxCodeFamily;
        args["HealthCodeHash"] = code?.HealthCode;
        for (var i = 0; i < words.Length; i++)
        {
            args[$"Word{i + 1}"] = words[i];
            args[$"Word{i + 1}End"] = words[i] + AfterEveryLetter;
        }
    }

    /// <summary>Decides by which word, if it is rare enough, people are fetched.</summary>
    public Task ChooseAsync(IDbSession db, Dictionary<string, object?> args, CancellationToken ct) => ChooseAsync(db, args, Rare, ct);

    /// <summary>Decides by which word people are fetched, however frequent it is.</summary>
    public Task ChooseRarestAsync(IDbSession db, Dictionary<string, object?> args, CancellationToken ct) => FetchedBy is null ? ChooseAsync(db, args, int.MaxValue, ct) : Task.CompletedTask;

    private static PersonIdentifiers? Identifier(string? text) =>
        text is { Length: < 40 } && SensitiveFields.Canonical(new(text, text, false)) is { } found && (found.TaxCode ?? found.HealthCode) is not null ? found : null;

    private async Task ChooseAsync(IDbSession db, Dictionary<string, object?> args, int fewest, CancellationToken ct)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (await db.ScalarAsync<int>(Counts[i], args, ct) is var count && count < fewest)
            {
                (fewest, FetchedBy) = (count, i);
            }
        }
    }
}

/// <summary>Finding people by the words of their names inside the query of a list. The person's row is called <c>p</c>.</summary>
internal static class SoughtNamesSql
{
    private const string Fetched1 = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word1 and w.word < @Word1End)";
    private const string Fetched2 = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word2 and w.word < @Word2End)";
    private const string Fetched3 = "and p.id in (select w.beneficiary_id from beneficiaries_name_word w where w.word >= @Word3 and w.word < @Word3End)";
    private const string LookedAt1 = "and exists (select 1 from beneficiaries_name_word w where w.beneficiary_id = p.id and w.word >= @Word1 and w.word < @Word1End)";
    private const string LookedAt2 = "and exists (select 1 from beneficiaries_name_word w where w.beneficiary_id = p.id and w.word >= @Word2 and w.word < @Word2End)";
    private const string LookedAt3 = "and exists (select 1 from beneficiaries_name_word w where w.beneficiary_id = p.id and w.word >= @Word3 and w.word < @Word3End)";

    private const string OfTaxCode = "and p.id in (select coalesce(a.merged_into, a.id) from beneficiaries_person a where a.tax_code_family_hash = @TaxCodeHash)";
    private const string OfHealthCode = "and p.id in (select coalesce(a.merged_into, a.id) from beneficiaries_person a where a.health_code_hash = @HealthCodeHash)";

    private const string First = "and p.sort_name >= @Word1 and p.sort_name < @Word1End";
    private const string NotFirst = "and (p.sort_name < @Word1 or p.sort_name >= @Word1End)";

    /// <summary>Only those whose surname begins with the first word: a piece of the index of names.</summary>
    public static ListSql SurnameFirst(this ListSql sql, SoughtNames names) => sql.When(true, First).When(names.Count > 1, LookedAt2).When(names.Count > 2, LookedAt3);

    /// <summary>The others.</summary>
    public static ListSql SurnameElsewhere(this ListSql sql, SoughtNames names) => sql.When(true, NotFirst).Called(names);

    /// <summary>Adds a piece for each word, or the one of the code.</summary>
    public static ListSql Called(this ListSql sql, SoughtNames names) => sql
        .When(names.IsTaxCode, OfTaxCode)
        .When(names.IsHealthCode, OfHealthCode)
        .When(names.Count > 0 && names.FetchedBy is 0, Fetched1).When(names.Count > 0 && names.FetchedBy is not 0, LookedAt1)
        .When(names.Count > 1 && names.FetchedBy is 1, Fetched2).When(names.Count > 1 && names.FetchedBy is not 1, LookedAt2)
        .When(names.Count > 2 && names.FetchedBy is 2, Fetched3).When(names.Count > 2 && names.FetchedBy is not 2, LookedAt3);
}
