using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Internships.Lists;

/// <summary>Internships chosen in a list for one action on all.</summary>
internal static class ChosenInternships
{
    public const int Most = 200;

    public static Words TooMany { get; } = new("Se ne possono scegliere 200 alla volta.", "200 can be chosen at a time.");

    /// <summary>Does something to each, in a transaction of its own, so that one that cannot does not hold up the others.</summary>
    public static async Task<BulkResult> EachAsync(IReadOnlyList<Guid>? ids, Func<Guid, Task<bool>> action)
    {
        if (ids is null or [])
        {
            throw new FieldException("ids", "internships.none-chosen", new("Scegliere almeno un tirocinio.", "Choose at least one internship."));
        }

        if (ids.Count > Most)
        {
            throw new FieldException("ids", "internships.too-many-chosen", TooMany);
        }

        var (done, refused) = (0, new List<BulkRefusal>());
        foreach (var id in ids.Distinct())
        {
            try
            {
                done += await action(id) ? 1 : 0;
            }
            catch (ProblemException problem)
            {
                refused.Add(new(id, problem.Code, ReasonOf(problem)));
            }
        }

        return new(done, refused);
    }

    /// <summary>What the problem itself says of rules and fields: in a list there are no fields at which to show it.</summary>
    private static string ReasonOf(ProblemException problem) => problem switch
    {
        RulesBrokenException rules => string.Join(" ", rules.Rules.Select(rule => rule.Message.ToString())),
        ValidationFailedException shape => string.Join(" ", shape.Errors.Values.SelectMany(field => field).Select(one => one.Message)),
        _ => problem.Sentence.ToString(),
    };
}

/// <summary>What came of an action on many.</summary>
/// <param name="Done">How many it was done to.</param>
/// <param name="Refused">Those to which it could not be done, each with the reason.</param>
internal sealed record BulkResult(int Done, IReadOnlyList<BulkRefusal> Refused);

/// <param name="Id">The internship.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Reason">Why not.</param>
internal sealed record BulkRefusal(Guid Id, string Code, string Reason);
