namespace InclusionPlatform.Beneficiaries.Readings.Rules;

/// <summary>
/// Whoever decides that a person is taken on does not name themself case manager, because the sight of an équipe is given by others (GDPR art. 5(1)(f), 25(2)). Only where the service has no
/// other coordinator may they: then administrators and auditors are told.
/// </summary>
internal static class NobodyGivesThemselfACase
{
    /// <summary>Looks whether a colleague could decide instead.</summary>
    /// <exception cref="ForbiddenException"><c>case.not-to-oneself</c>.</exception>
    public static void Check(IReadOnlyList<Colleague> everybody, Guid decider)
    {
        if (everybody.Any(colleague => colleague.Id != decider && colleague.IsActive && colleague.Roles.Contains(Role.Coordinator)))
        {
            throw new ForbiddenException("case.not-to-oneself", new(
                "Chi registra la decisione non affida a sé la presa in carico: scegliere un collega, oppure far registrare la decisione a un altro coordinatore.",
                "Whoever records the decision does not give the case to themself: choose a colleague, or have another coordinator record the decision."));
        }
    }
}
