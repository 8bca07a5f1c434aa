namespace InclusionPlatform.Shared.Identifiers;

/// <summary>Stable codes of what can be wrong with a codice fiscale; the client has the words for each.</summary>
public static class TaxCodeProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "tax-code.empty";

    /// <summary>Neither 16 characters nor, for a provisional code, 11 digits.</summary>
    public const string Length = "tax-code.length";

    /// <summary>A letter stands where a digit must be, or the other way round.</summary>
    public const string Characters = "tax-code.characters";

    /// <summary>The letters of surname or name are in an order that no name gives.</summary>
    public const string Letters = "tax-code.letters";

    /// <summary>The letter of the month, or the day, is not one of the calendar.</summary>
    public const string BirthDate = "tax-code.birth-date";

    /// <summary>The birthplace is not shaped like a Belfiore code.</summary>
    public const string Birthplace = "tax-code.birthplace";

    /// <summary>The last character does not follow from the others: somewhere there is a slip.</summary>
    public const string CheckCharacter = "tax-code.check-character";

    /// <summary>The surname gives other letters.</summary>
    public const string SurnameMismatch = "tax-code.surname-mismatch";

    /// <summary>The name gives other letters.</summary>
    public const string NameMismatch = "tax-code.name-mismatch";

    /// <summary>The date of birth is another.</summary>
    public const string BirthDateMismatch = "tax-code.birth-date-mismatch";

    /// <summary>The sex is the other.</summary>
    public const string SexMismatch = "tax-code.sex-mismatch";

    /// <summary>The birthplace is another.</summary>
    public const string BirthplaceMismatch = "tax-code.birthplace-mismatch";
}
