using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>What is said at the fields of a person. None of them quotes what was written.</summary>
internal static class Sentences
{
    public static Words BirthDate { get; } = new(
        "La data di nascita deve essere di una persona tra 14 e 110 anni: controllare l'anno.",
        "The date of birth must be of somebody between 14 and 110: check the year.");

    public static Words Birthplace { get; } = new(
        "Il luogo di nascita non si riconosce: sceglierlo dall'elenco dei comuni o dei paesi.",
        "The birthplace is not recognised: choose it from the list of municipalities or countries.");

    public static Words Citizenship { get; } = new("Scegliere la cittadinanza dall'elenco dei paesi.", "Choose the citizenship from the list of countries.");

    public static Words Choice { get; } = new("Scegliere uno dei valori dell'elenco.", "Choose one of the values of the list.");

    public static Words NotInFuture { get; } = new("La data non può essere nel futuro.", "The date cannot be in the future.");

    public static Words HealthCode { get; } = new(
        "Il codice deve essere STP oppure ENI seguito da 13 cifre, come sulla tessera.",
        "The code must be STP or ENI followed by 13 digits, as on the card.");

    public static Words Phone { get; } = new("Il numero di telefono non è completo o contiene altro: scriverne uno solo.", "The phone number is incomplete or has something else in it: write a single one.");

    public static Words Email { get; } = new("L'indirizzo e-mail non è completo: serve qualcosa come nome@esempio.it.", "The e-mail address is not complete: something like name@example.com is needed.");

    public static Words PostalCode { get; } = new("Il CAP ha cinque cifre.", "The postal code has five digits.");

    public static Words TaxCodeTaken { get; } = new(
        "Una persona con questo codice è già nota al servizio: chi coordina può dire da chi è seguita. Nulla è stato salvato.",
        "A person with this code is already known to the service: whoever coordinates can say who follows them. Nothing was saved.");

    /// <summary>What is wrong with a tax code, alone or against the other data.</summary>
    public static Words OfTaxCode(string problem) => problem switch
    {
        TaxCodeProblems.Length => new("Il codice fiscale ha 16 caratteri (11 cifre se provvisorio): controllare se ne manca uno.", "A tax code has 16 characters (11 digits if provisional): check whether one is missing."),
        TaxCodeProblems.Characters => new("Nel codice fiscale c'è una lettera al posto di una cifra, o viceversa.", "In the tax code a letter stands in place of a digit, or the other way round."),
        TaxCodeProblems.Letters => new("Le prime sei lettere non possono venire da un cognome e un nome.", "The first six letters cannot come from a surname and a name."),
        TaxCodeProblems.BirthDate => new("La data scritta nel codice fiscale non esiste.", "The date in the tax code does not exist."),
        TaxCodeProblems.Birthplace => new("Il luogo scritto nel codice fiscale non ha la forma giusta.", "The place in the tax code has not the right form."),
        TaxCodeProblems.CheckCharacter => new("L'ultimo carattere non torna: da qualche parte c'è un errore di battitura.", "The last character does not add up: there is a slip somewhere."),
        TaxCodeProblems.SurnameMismatch => new("Il codice fiscale non corrisponde al cognome.", "The tax code does not match the surname."),
        TaxCodeProblems.NameMismatch => new("Il codice fiscale non corrisponde al nome.", "The tax code does not match the name."),
        TaxCodeProblems.BirthDateMismatch => new("Il codice fiscale non corrisponde alla data di nascita.", "The tax code does not match the date of birth."),
        TaxCodeProblems.SexMismatch => new("Il codice fiscale non corrisponde al sesso.", "The tax code does not match the sex."),
        TaxCodeProblems.BirthplaceMismatch => new("Il codice fiscale non corrisponde al luogo di nascita.", "The tax code does not match the birthplace."),
        _ => new("Il codice fiscale non è valido.", "The tax code is not valid."),
    };
}
