using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>Why two records may be of one person, or a sign that they are not.</summary>
internal enum LikenessReason
{
    /// <summary>The same tax code, omocodia apart.</summary>
    SameTaxCode,

    /// <summary>The same names.</summary>
    SameNames,

    /// <summary>Surname and name stand in each other's place.</summary>
    NamesSwapped,

    /// <summary>The names sound alike.</summary>
    NamesAlike,

    /// <summary>The same day of birth.</summary>
    SameBirth,

    /// <summary>Day and month of birth stand in each other's place.</summary>
    BirthSwapped,

    /// <summary>One digit of the day of birth differs.</summary>
    BirthOneDigit,

    /// <summary>Both have a tax code, and they differ: they may be two people.</summary>
    TaxCodesDiffer,
}

/// <summary>What is compared of a person.</summary>
internal sealed record ComparedPerson(string Surname, string Name, DateOnly BirthDate, string? TaxCodeFamilyHash);

/// <summary>Two records compared.</summary>
/// <param name="Weight">1 is the surest; 0 that nothing says they are one.</param>
/// <param name="Reasons">Why.</param>
internal sealed record Likeness(int Weight, IReadOnlyList<LikenessReason> Reasons);

/// <summary>Whether two records may be of one person: the same code; or names that are the same, swapped or sound alike with a day of birth that is the same or nearly so.</summary>
internal static class PersonLikeness
{
    public static Likeness Of(ComparedPerson one, ComparedPerson other)
    {
        var reasons = new List<LikenessReason>();
        var sameCode = one.TaxCodeFamilyHash is not null && one.TaxCodeFamilyHash == other.TaxCodeFamilyHash;
        if (sameCode)
        {
            reasons.Add(LikenessReason.SameTaxCode);
        }

        var names = Names(one, other);
        var birth = NearBirth.Of(one.BirthDate, other.BirthDate);
        if (names is { } alike)
        {
            reasons.Add(alike);
        }

        if (birth is not BirthLikeness.None)
        {
            reasons.Add(birth switch
            {
                BirthLikeness.Same => LikenessReason.SameBirth,
                BirthLikeness.Swapped => LikenessReason.BirthSwapped,
                _ => LikenessReason.BirthOneDigit,
            });
        }

        if (!sameCode && one.TaxCodeFamilyHash is not null && other.TaxCodeFamilyHash is not null)
        {
            reasons.Add(LikenessReason.TaxCodesDiffer);
        }

        return new(Weigh(sameCode, names, birth), reasons);
    }

    private static int Weigh(bool sameCode, LikenessReason? names, BirthLikeness birth) => (sameCode, names, birth) switch
    {
        (true, _, _) => 1,
        (_, null, _) or (_, _, BirthLikeness.None) => 0,
        (_, LikenessReason.NamesAlike, BirthLikeness.Same) => 3,
        (_, LikenessReason.NamesAlike, _) => 5,
        (_, _, BirthLikeness.Same) => 2,
        _ => 4,
    };

    private static LikenessReason? Names(ComparedPerson one, ComparedPerson other)
    {
        var (surname, name) = (SearchText.Normalize(one.Surname), SearchText.Normalize(one.Name));
        var (otherSurname, otherName) = (SearchText.Normalize(other.Surname), SearchText.Normalize(other.Name));
        return surname == otherSurname && name == otherName ? LikenessReason.SameNames
            : surname == otherName && name == otherSurname ? LikenessReason.NamesSwapped
            : PhoneticName.Key(one.Surname, one.Name) == PhoneticName.Key(other.Surname, other.Name) ? LikenessReason.NamesAlike
            : null;
    }
}
