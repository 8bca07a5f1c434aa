namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Nobody is offered a place for a need that was closed.</summary>
internal static class ClosedNeedIsNotAnswered
{
    public const string Code = "need.closed";

    public static void Check(DateTimeOffset? closedAt)
    {
        if (closedAt is not null)
        {
            throw new ConflictException(Code, new(
                "Questo bisogno è già stato chiuso da chi l'aveva aperto.",
                "This need was closed already by whoever had opened it."));
        }
    }
}
