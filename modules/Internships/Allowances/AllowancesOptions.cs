using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>Settings of the pay lists, section <c>Allowances</c>.</summary>
internal sealed class AllowancesOptions : ICheckedSettings
{
    /// <summary>Who pays, as the bank must read it.</summary>
    public PayerOptions Payer { get; set; } = new();

    /// <summary>The file that the bank takes.</summary>
    public TransferFormat TransferFormat { get; set; } = TransferFormat.Cbi;

    /// <summary>ISO 20022 category of the payments (<c>CtgyPurp</c>), in each transaction's payment type.</summary>
    public string CategoryPurpose { get; set; } = "OTHR";

    /// <inheritdoc/>
    /// <remarks>The account is not repeated.</remarks>
    public string? WhatIsWrong() => Payer.Iban.Length > 0 && !Iban.TryParse(Payer.Iban, out _, out _) ? "Allowances:Payer:Iban non è un IBAN valido: controllare le cifre." : null;
}

/// <summary>Which credit transfer file.</summary>
internal enum TransferFormat
{
    /// <summary>CBI's wrapper, as Italian banks take it: <c>CBIPaymentRequest.00.04.01</c>.</summary>
    Cbi,

    /// <summary>The plain ISO message: <c>pain.001.001.09</c>.</summary>
    Pain,
}

/// <summary>Who pays.</summary>
internal sealed class PayerOptions
{
    /// <summary>Name of the body.</summary>
    public string Name { get; set; } = "";

    /// <summary>The account that is charged.</summary>
    public string Iban { get; set; } = "";

    /// <summary>Town.</summary>
    public string Town { get; set; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>ISO code of the country.</summary>
    public string Country { get; set; } = "IT";

    /// <summary>Tax code of the body.</summary>
    public string TaxCode { get; set; } = "";

    /// <summary>The eight characters by which CBI knows the body (CUC); only CBI's file needs them.</summary>
    public string CbiCode { get; set; } = "";
}
