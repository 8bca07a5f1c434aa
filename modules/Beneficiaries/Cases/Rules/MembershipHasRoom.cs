namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>A span of somebody's membership of an équipe.</summary>
internal sealed record MembershipSpan(Guid Id, Guid UserId, DateOnly FromOn, DateOnly? ToOn);

/// <summary>Nobody is on the same équipe twice at the same time.</summary>
internal static class MembershipHasRoom
{
    public static void Check(IEnumerable<MembershipSpan> others, MembershipSpan span)
    {
        if (span.ToOn < span.FromOn)
        {
            throw new FieldException("toOn", "member.ends-before-start", new("La fine non può essere prima dell'inizio.", "The end cannot be before the beginning."));
        }

        if (others.Any(other => other.Id != span.Id && other.UserId == span.UserId && other.FromOn <= (span.ToOn ?? DateOnly.MaxValue) && span.FromOn <= (other.ToOn ?? DateOnly.MaxValue)))
        {
            throw new RuleBrokenException("member.overlaps", new(
                "Questa persona fa già parte dell'équipe in quel periodo.",
                "This person is already on the team in that period."));
        }
    }
}
