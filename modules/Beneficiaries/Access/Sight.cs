namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>How much of a person or case somebody sees.</summary>
internal enum Sight
{
    /// <summary>Nothing, not even that it exists.</summary>
    None,

    /// <summary>Who the person is and how the case stands; no notes, attestations, identifiers or addresses.</summary>
    Registry,

    /// <summary>All.</summary>
    Full,
}

/// <summary>What decides how much somebody sees.</summary>
/// <param name="Restricted">The person has a case that only its équipe may see.</param>
/// <param name="IsMember">On the équipe today.</param>
/// <param name="BrokeTheGlass">Has an emergency access that has not expired.</param>
/// <param name="RegisteredWithoutCase">Registered the person, who has no case yet.</param>
/// <param name="IsCoordinator">Coordinates the service.</param>
/// <param name="IsPlatform">The platform itself.</param>
internal sealed record SightFacts(bool Restricted, bool IsMember, bool BrokeTheGlass, bool RegisteredWithoutCase, bool IsCoordinator, bool IsPlatform)
{
    /// <summary>
    /// Need to know (GDPR art. 5(1)(c), 9): the équipe sees all; a coordinator sees the registry of what is not restricted, and the rest only by breaking
    /// the glass; whoever registered a person sees it until a case gives it an équipe; everybody else sees nothing.
    /// </summary>
    public Sight Sight =>
        IsPlatform || IsMember || BrokeTheGlass || RegisteredWithoutCase ? Sight.Full
        : IsCoordinator && !Restricted ? Sight.Registry
        : Sight.None;
}
