namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>What was ended is only story: a new offer is a new availability.</summary>
internal static class EndedAvailabilityStaysAsItIs
{
    public const string Code = "availability.ended";

    public static void Check(DateTimeOffset? endedAt)
    {
        if (endedAt is not null)
        {
            throw new ConflictException(Code, new(
                "Questa disponibilità è conclusa: se l'azienda offre di nuovo, se ne registra una nuova.",
                "This availability has ended: if the company offers again, record a new one."));
        }
    }
}
