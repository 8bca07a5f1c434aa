using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Training.Enrolments.Rules;

/// <summary>
/// Nobody is enrolled twice in an edition. The very same code, or the very same name and date of birth, is refused. Two codes that differ by omocodia only, or a name whose date of birth
/// does not tell it apart where a code is missing, may be one person or two: whoever enrols is asked, because omocodia exists precisely where two people are so alike (DM 12-3-1974, art. 6).
/// </summary>
internal static class SamePersonIsEnrolledOnce
{
    public const string AlreadyCode = "enrolment.already", MaybeCode = "enrolment.maybe-already";

    public static void Check(Person person, string key, IEnumerable<(Person Person, string Key)> others)
    {
        var isAlike = false;
        foreach (var (other, otherKey) in others)
        {
            // The key's own refusal is the surer one.
            if (otherKey == key)
            {
                throw Already();
            }

            isAlike |= MayBeOne(person, other);
        }

        if (isAlike)
        {
            throw new ConflictException(MaybeCode, new(
                "A questa edizione è già iscritta una persona che potrebbe essere la stessa: controllare nome, data di nascita e codice fiscale. Se è un'altra persona, confermarlo e iscriverla.",
                "Somebody who may be the same person is enrolled in this edition already: check name, date of birth and tax code. If it is somebody else, confirm it and enrol them."));
        }
    }

    /// <summary>The refusal of who is enrolled for certain.</summary>
    public static ConflictException Already() => new(AlreadyCode, new(
        "Questa persona è già iscritta a questa edizione. Se è un omonimo, indicare la data di nascita o il codice fiscale.",
        "This person is enrolled in this edition already. If it is somebody else of the same name, give the date of birth or the tax code."));

    /// <summary>Whether two participants may be one person.</summary>
    public static bool MayBeOne(Person one, Person other)
    {
        var (code, otherCode) = (CodeOf(one), CodeOf(other));
        return code is not null && otherCode is not null
            ? code.WithoutOmocodia == otherCode.WithoutOmocodia
            : SearchText.Normalize(one.DisplayName) == SearchText.Normalize(other.DisplayName) && AreBornAlike(one.BirthDate, code, other.BirthDate, otherCode);
    }

    // A provisional code says nothing of the person: the final one is another.
    private static TaxCode? CodeOf(Person person) => TaxCode.TryParse(person.TaxCode, out var code, out _) && !code.IsTemporary ? code : null;

    // Who told no date of birth but a code is born on the day in it.
    private static bool AreBornAlike(DateOnly? one, TaxCode? code, DateOnly? other, TaxCode? otherCode) => (one, other) switch
    {
        ({ } day, { } otherDay) => day == otherDay,
        ({ } day, null) => otherCode is not null && IsBornOn(otherCode, day),
        (null, { } otherDay) => code is not null && IsBornOn(code, otherDay),
        _ => false,
    };

    private static bool IsBornOn(TaxCode code, DateOnly day) => code.Mismatches(null, null, day, null, null).Count == 0;
}
