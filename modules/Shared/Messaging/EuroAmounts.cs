using FluentValidation;

namespace InclusionPlatform.Shared;

/// <summary>Amounts are kept in cents and said in euro: whoever typed 12.000 is told of euro, not of cents.</summary>
public static class EuroAmounts
{
    private const int CentsInAEuro = 100;

    /// <summary>Refuses an amount outside these bounds and names them in euro; no amount at all holds.</summary>
    /// <param name="cents">The amount.</param>
    /// <param name="least">In cents, both included.</param>
    /// <param name="most">In cents, both included.</param>
    public static void IsBetweenEuro<T>(this IRuleBuilder<T, long?> cents, long least, long most) => cents
        .InclusiveBetween(least, most)
        .WithErrorCode("amount.out-of-range")
        .WithMessage(_ => new Words("«{{PropertyName}}» va da {0:N2} a {1:N2} €.", "«{{PropertyName}}» is between {0:N2} and {1:N2} €.").With(least / (decimal)CentsInAEuro, most / (decimal)CentsInAEuro).ToString());
}
