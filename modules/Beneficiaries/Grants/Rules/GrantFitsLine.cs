namespace InclusionPlatform.Beneficiaries.Grants.Rules;

/// <summary>A line of the budget never assigns more than it holds.</summary>
internal static class GrantFitsLine
{
    /// <summary>All in euro cents.</summary>
    /// <exception cref="FieldException"><c>grant.beyond-line</c>.</exception>
    public static void Check(long lineCents, long assignedCents, long cents)
    {
        // Not the sum, which a hostile amount could overflow.
        if (cents > lineCents - assignedCents)
        {
            throw new FieldException("cents", "grant.beyond-line", new Words(
                "La voce di spesa non basta: restano {0:N2} €. Scegliere un'altra voce o un importo minore.",
                "The budget line does not suffice: {0:N2} € are left. Choose another line or a smaller amount.").With(Math.Max(0, lineCents - assignedCents) / 100m));
        }
    }
}
