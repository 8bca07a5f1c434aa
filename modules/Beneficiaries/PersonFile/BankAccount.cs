using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Whose account it is. Kept by position: add at the end.</summary>
internal enum AccountHolder
{
    Person,

    /// <summary>Guardian or support administrator (amministratore di sostegno).</summary>
    Guardian,

    /// <summary>Somebody else, by the person's written mandate.</summary>
    Delegate,
}

/// <summary>Where allowances are paid.</summary>
/// <param name="Iban">Upper case without blanks; null to say that there is no account.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="HolderName">Name of the holder where it is not the person.</param>
internal sealed record BankAccountDetails(string? Iban, AccountHolder? Holder, string? HolderName);

/// <summary>What is said of a wrong account; none of it quotes what was written.</summary>
internal static class IbanSentences
{
    public static Words Of(string problem) => problem switch
    {
        IbanProblems.Characters => new(
            "L'IBAN comincia con due lettere e due cifre (in Italia IT e due cifre) e ha solo lettere e cifre.",
            "An IBAN begins with two letters and two digits (IT and two digits in Italy) and has letters and digits only."),
        IbanProblems.Length => new(
            "L'IBAN è troppo corto o troppo lungo: quello italiano ha 27 caratteri. Ricopiarlo per intero.",
            "The IBAN is too short or too long: an Italian one has 27 characters. Copy it whole."),
        IbanProblems.Structure => new(
            "Dopo IT e due cifre, l'IBAN italiano ha una lettera e poi dieci cifre: controllare se una lettera O è al posto di uno zero.",
            "After IT and two digits, an Italian IBAN has one letter and then ten digits: check whether a letter O stands in place of a zero."),
        IbanProblems.CheckDigits => new(
            "L'IBAN non torna: di solito è una sola cifra sbagliata o due cifre scambiate. Rileggerlo dal documento della banca.",
            "The IBAN does not add up: usually a single digit is wrong or two are swapped. Read it again from the bank's paper."),
        _ => new("L'IBAN non è valido.", "The IBAN is not valid."),
    };
}
