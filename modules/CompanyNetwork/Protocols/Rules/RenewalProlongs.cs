namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>A renewal moves the end forward, and there must be an end to move.</summary>
internal static class RenewalProlongs
{
    public static void Check(DateOnly? validTo, DateOnly renewedTo)
    {
        if (validTo is not { } end)
        {
            throw new RuleBrokenException("protocol.has-no-end", new("Questo protocollo non ha una scadenza: non c'è nulla da rinnovare.", "This protocol has no end: there is nothing to renew."));
        }

        if (renewedTo <= end)
        {
            throw new FieldException("validTo", "protocol.renewal-does-not-prolong", new(
                $"Il rinnovo deve arrivare oltre il {end:dd/MM/yyyy}, quando il protocollo scade ora.", $"The renewal must go beyond {end:dd/MM/yyyy}, when the protocol ends now."));
        }
    }
}
