using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// Name, account and town of people who are to be paid, only for who has the right of the office that pays, whatever équipes they are on. Each person that is read is
/// written into the access log. Never answered as it is to a screen.
/// </summary>
/// <param name="BeneficiaryIds">However many.</param>
/// <param name="Purpose">Code for the access log, such as <c>pay-list</c>.</param>
public sealed record FindPayees(IReadOnlyList<Guid> BeneficiaryIds, string Purpose) : IQuery<FoundPayees>;

/// <summary>People who are to be paid.</summary>
/// <param name="Payees">Those of them that there are.</param>
/// <param name="Digest">Of all that the answer comes from: see <see cref="DigestPayees"/>.</param>
public sealed record FoundPayees(IReadOnlyList<Payee> Payees, string Digest);

/// <summary>Somebody who is to be paid.</summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="HolderName">Whose the account is, as the bank must read it.</param>
/// <param name="Iban">Upper case without blanks, or null while it is not known.</param>
/// <param name="Town">Town of domicile or residence, or null while it is not known.</param>
/// <param name="PostalCode">Its postal code.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Country">ISO code of the country.</param>
public sealed record Payee(Guid BeneficiaryId, string DisplayName, string HolderName, string? Iban, string? Town, string? PostalCode, string? Street, string Country);

/// <summary>Only the names of people who are on a pay list or whose closed registers wait for one, for who has the right of the office that pays; each is written into the access log.</summary>
/// <param name="BeneficiaryIds">However many.</param>
/// <param name="Purpose">Code for the access log.</param>
public sealed record NamePayees(IReadOnlyList<Guid> BeneficiaryIds, string Purpose) : IQuery<IReadOnlyList<PayeeName>>
{
    /// <summary>Only those in whose name each of these words begins one; null: all of them. Only who is found is written into the log.</summary>
    public string? Matching { get; init; }
}

/// <summary>A name on a pay list.</summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
public sealed record PayeeName(Guid BeneficiaryId, string DisplayName);

/// <summary>
/// A digest of all that <see cref="FindPayees"/> would answer from, for who has the right of the office that pays: as long as it is the same, so is the answer. Nothing is decrypted and nobody is read,
/// so nobody is written into the access log.
/// </summary>
/// <param name="BeneficiaryIds">However many, in any order.</param>
public sealed record DigestPayees(IReadOnlyList<Guid> BeneficiaryIds) : IQuery<string>;
