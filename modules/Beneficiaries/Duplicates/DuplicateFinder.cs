using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>
/// Keeps the pairs of people who may be one: at each writing a person is compared with those who have the same code, or names that sound the same and a day of birth that is
/// the same or nearly so, found by index. Nobody ever compares everybody with everybody.
/// </summary>
internal sealed class DuplicateFinder(IDbSession db)
{
    // A code or a name that more people share tells nothing.
    private const int Most = 20;

    private const string SelectPerson = """
        select surname as Surname, name as Name, birth_date as BirthDate, tax_code_family_hash as TaxCodeFamilyHash
        from   beneficiaries_person
        where  id = @Id and merged_into is null and anonymised_at is null
        """;

    private const string WriteKey = "update beneficiaries_person set phonetic_key = @Key, phonetic_version = @Version where id = @Id";

    private const string SelectSameCode = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.birth_date as BirthDate, p.tax_code_family_hash as TaxCodeFamilyHash
        from   beneficiaries_person p
        where  p.tax_code_family_hash = @Family and p.id <> @Id and p.merged_into is null and p.anonymised_at is null
        order by p.id
        """;

    private const string SelectAlike = $"""
        select p.id as Id, p.surname as Surname, p.name as Name, p.birth_date as BirthDate, p.tax_code_family_hash as TaxCodeFamilyHash
        from   beneficiaries_person p
        where  p.phonetic_key = @Key and p.id <> @Id and p.merged_into is null and p.anonymised_at is null and p.birth_date in {Batches.Keys}
        """;

    private const string InsertPair = """
        insert into beneficiaries_duplicate_person (first_id, second_id, weight, dismissed_at, dismissed_by)
        select @First, @Second, @Weight, null, null
        where  not exists (
            select 1 from beneficiaries_duplicate_person where (first_id = @First and second_id = @Second) or (first_id = @Second and second_id = @First))
        """;

    private const string DeleteOpenPairs = "delete from beneficiaries_duplicate_person where (first_id = @Id or second_id = @Id) and dismissed_at is null";

    private const string BlankKey = "update beneficiaries_person set phonetic_key = null, phonetic_version = @Version where id = @Id";

    /// <summary>Of a person who was registered, changed or is there again: what is no more alike leaves the list, what was told apart stays so.</summary>
    public async Task SeekAsync(Guid id, CancellationToken ct)
    {
        await db.ExecuteAsync(DeleteOpenPairs, new { Id = id }, ct);
        if (await db.FindAsync<ComparedPerson>(SelectPerson, new { Id = id }, ct) is not { } person)
        {
            await db.ExecuteAsync(BlankKey, new { Id = id, PhoneticName.Version }, ct);
            return;
        }

        var key = PhoneticName.Key(person.Surname, person.Name);
        await db.ExecuteAsync(WriteKey, new { Id = id, Key = key, PhoneticName.Version }, ct);
        var others = new Dictionary<Guid, Row>();
        if (person.TaxCodeFamilyHash is not null)
        {
            foreach (var row in await db.TopAsync<Row>(SelectSameCode, new { Id = id, Family = person.TaxCodeFamilyHash }, Most, ct))
            {
                others.TryAdd(row.Id, row);
            }
        }

        foreach (var row in (await db.QueryInBatchesAsync<DateOnly, Row>(SelectAlike, NearBirth.All(person.BirthDate), new { Id = id, Key = key }, ct)).Take(Most))
        {
            others.TryAdd(row.Id, row);
        }

        foreach (var other in others.Values)
        {
            var likeness = PersonLikeness.Of(person, other.Compared);
            if (likeness.Weight > 0)
            {
                // The order only keeps a pair from being written twice; engines sort ids differently.
                var otherFirst = string.CompareOrdinal(other.Id.ToString("N"), id.ToString("N")) < 0;
                await db.ExecuteAsync(InsertPair, new { First = otherFirst ? other.Id : id, Second = otherFirst ? id : other.Id, likeness.Weight }, ct);
            }
        }
    }

    /// <summary>Of a person who became part of another: no more to be found, and in no pair.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken ct)
    {
        await db.ExecuteAsync(DeleteOpenPairs, new { Id = id }, ct);
        await db.ExecuteAsync(BlankKey, new { Id = id, PhoneticName.Version }, ct);
    }

    private sealed record Row(Guid Id, string Surname, string Name, DateOnly BirthDate, string? TaxCodeFamilyHash)
    {
        public ComparedPerson Compared => new(Surname, Name, BirthDate, TaxCodeFamilyHash);
    }
}

/// <summary>Looks for likely duplicates of people from before the rule, or from before its latest version, a few at a time.</summary>
internal sealed record SeekDuplicates : ICommand<int>;

internal sealed class SeekDuplicatesHandler(IDbSession db, DuplicateFinder finder) : IRequestHandler<SeekDuplicates, int>
{
    private const int AtOnce = 300;

    private const string Select = """
        select id from beneficiaries_person
        where  phonetic_version < @Version
        order by phonetic_version, id
        """;

    public async Task<int> Handle(SeekDuplicates request, CancellationToken cancellationToken)
    {
        var ids = await db.TopAsync<Guid>(Select, new { PhoneticName.Version }, AtOnce, cancellationToken);
        foreach (var id in ids)
        {
            await finder.SeekAsync(id, cancellationToken);
        }

        return ids.Count;
    }
}
