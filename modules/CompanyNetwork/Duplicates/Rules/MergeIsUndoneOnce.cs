namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>A merge is undone once, and not under a company that has itself become part of another or was archived.</summary>
internal static class MergeIsUndoneOnce
{
    public const string AlreadyCode = "merge.already-undone";
    public const string LaterCode = "merge.later-first";

    public static void Check(bool undone, bool survivorWasMerged)
    {
        if (undone)
        {
            throw new RuleBrokenException(AlreadyCode, new(
                "Questa unione è già stata annullata: non c'è altro da fare.",
                "This merge was undone already: there is nothing left to do."));
        }

        if (survivorWasMerged)
        {
            throw new RuleBrokenException(LaterCode, new(
                "Questa azienda è poi stata unita a un'altra: annullare prima quell'unione.",
                "This company was later merged into another one: undo that merge first."));
        }
    }
}
