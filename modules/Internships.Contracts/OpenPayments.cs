using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>What programmes still owe a person for internships, for who must know whether the person can be forgotten. Sums only, no list and no programme. Whoever sends this has let the asker in already.</summary>
/// <param name="BeneficiaryId">The person.</param>
public sealed record OpenPaymentsOfPerson(Guid BeneficiaryId) : IQuery<OpenPayments>;

/// <summary>What is still owed.</summary>
/// <param name="Cents">Euro cents that wait on a list or at the bank, came back and were not paid again, or are kept of a dowry.</param>
/// <param name="Months">Months with a signed register that are on no list yet: what is due for them is not reckoned.</param>
public sealed record OpenPayments(long Cents, int Months)
{
    /// <summary>Nothing is owed.</summary>
    public static OpenPayments None { get; } = new(0, 0);
}
