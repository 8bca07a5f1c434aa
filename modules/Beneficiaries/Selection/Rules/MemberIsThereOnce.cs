using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.Selection.Rules;

/// <summary>Who was there when a ranking was fixed is named once, however the name is written. Two of the same name sit there for two bodies, and both are said.</summary>
internal static class MemberIsThereOnce
{
    public const string Code = "ranking.member-twice";

    public static Words Refusal { get; } = new(
        "Questa persona è già tra i presenti: toglierla, o scrivere l'ente di ciascuna se sono due.",
        "This person is among those present already: take it out, or give the body of each if they are two.");

    /// <summary>Where the first that is there already stands, or null.</summary>
    public static int? Repeated(IReadOnlyList<MinutesMember> members)
    {
        for (var at = 1; at < members.Count; at++)
        {
            if (members.Take(at).Any(before => AreTheSame(before, members[at])))
            {
                return at;
            }
        }

        return null;
    }

    private static bool AreTheSame(MinutesMember? one, MinutesMember? other)
    {
        var name = SearchText.Normalize(other?.Name);
        var (body, otherBody) = (SearchText.Normalize(one?.Body), SearchText.Normalize(other?.Body));
        return name.Length > 0 && name == SearchText.Normalize(one?.Name) && (body == otherBody || body.Length == 0 || otherBody.Length == 0);
    }
}
