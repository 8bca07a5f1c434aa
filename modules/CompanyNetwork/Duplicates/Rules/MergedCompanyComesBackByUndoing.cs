namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>A merged company is not restored by itself: what was its is elsewhere, and comes back by undoing the merge.</summary>
internal static class MergedCompanyComesBackByUndoing
{
    public const string Code = "company.merged";

    public static void Check(bool merged)
    {
        if (merged)
        {
            throw new RuleBrokenException(Code, new(
                "Questa azienda è stata unita a un'altra: per riaverla va annullata l'unione.",
                "This company was merged into another one: undo the merge to have it back."));
        }
    }
}
