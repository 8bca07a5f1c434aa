namespace InclusionPlatform.CompanyNetwork.Sites;

/// <summary>A company keeps its main site: first another one becomes the main site.</summary>
internal static class MainSiteIsNotRemoved
{
    public const string Code = "site.is-main";

    public static void Check(bool isMain)
    {
        if (isMain)
        {
            throw new RuleBrokenException(Code, new(
                "La sede principale non si può togliere: prima indicarne un'altra come principale.",
                "The main site cannot be taken away: make another one the main site first."));
        }
    }
}
