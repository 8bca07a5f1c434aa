namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>The switchboard of a consortium or an accountant's mail is on many companies: what ten share makes none of them a double.</summary>
internal static class KeySharedByManyTellsNothing
{
    public const int Most = 10;

    public static bool Tells(int others) => others < Most;
}
