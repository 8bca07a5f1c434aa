using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>What is said when a number or an address is wrong.</summary>
internal static class IdentifierWords
{
    public static Words Phone { get; } = new(
        "Questo numero di telefono non torna: scrivere un solo numero, con prefisso.",
        "This phone number is not right: write one number only, with its prefix.");

    public static Words Email { get; } = new(
        "Questo indirizzo e-mail non torna: controllare la chiocciola e quello che segue.",
        "This e-mail address is not right: check the @ and what follows.");

    public static Words OfTaxCode { get; } = new(
        "Il codice fiscale non torna: 16 caratteri per una ditta individuale, 11 cifre per un ente.",
        "The tax code is not right: 16 characters for a sole trader, 11 digits for a body.");

    public static Words OfVatNumber(string problem) => problem switch
    {
        VatNumberProblems.Length => new("La partita IVA ha 11 cifre: qui ce ne sono di più o di meno.", "A VAT number has 11 digits: here there are more or fewer."),
        VatNumberProblems.CheckDigit => new("La partita IVA non torna: l'ultima cifra è di controllo e non corrisponde alle altre. Forse c'è un errore di battitura.", "The VAT number is not right: its last digit does not follow from the others. Perhaps it was mistyped."),
        _ => new("La partita IVA è fatta di sole cifre.", "A VAT number is made of digits only."),
    };
}
