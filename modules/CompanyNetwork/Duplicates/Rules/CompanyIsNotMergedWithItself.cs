namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>It takes two companies to make one of them.</summary>
internal static class CompanyIsNotMergedWithItself
{
    public const string Code = "merge.itself";

    public static void Check(Guid survivorId, Guid mergedId)
    {
        if (survivorId == mergedId)
        {
            throw new RuleBrokenException(Code, new(
                "Un'azienda non si può unire a se stessa: scegliere l'altra scheda.",
                "A company cannot be merged with itself: choose the other record.")) { Field = "mergedId" };
        }
    }
}
