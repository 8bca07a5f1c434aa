using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// What the mandatory communication asks of the person of a case. Answers only to the case's équipe: for the others nothing is known here. Tax code and address are masked data: they are told
/// only when they are opened, and the opening is written into the access log. Never answered as it is to a list.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Opens">Whether masked data are opened.</param>
public sealed record FindWorker(Guid CaseId, bool Opens) : IQuery<Worker>
{
    /// <summary>Whether the address is opened with the tax code: only for whom it is needed too.</summary>
    public bool OpensAddress { get; init; } = true;
}

/// <summary>Somebody whose communication is to be sent.</summary>
/// <param name="MayBeOpened">Whether whoever asks may open masked data: only the équipe.</param>
/// <param name="HasTaxCode">A tax code is known.</param>
/// <param name="HasAddress">An address is known.</param>
/// <param name="Woman">By the civil register; null where it may not be told.</param>
/// <param name="Birthplace">Municipality or country of birth, with its code, or null.</param>
/// <param name="Citizenship">Name of the country, or null.</param>
/// <param name="Education">Level of education in the words of ISCED, or null.</param>
/// <param name="TaxCode">When opened.</param>
/// <param name="Address">When opened: domicile before residence, as one line with postal code and municipality.</param>
/// <param name="MunicipalityIstat">When opened: ISTAT code of the address's municipality.</param>
public sealed record Worker(
    bool MayBeOpened, bool HasTaxCode, bool HasAddress, bool? Woman, string? Birthplace, string? Citizenship, Words? Education, string? TaxCode, string? Address, string? MunicipalityIstat)
{
    /// <summary>Another one when tax code, sex or birthplace change: a paper that names them is compared without opening them. A digest that is never shown or answered; empty where nothing may be told.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Of whom nothing may be told.</summary>
    public static Worker Unknown { get; } = new(false, false, false, null, null, null, null, null, null, null);
}
