using System.Globalization;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>What kind of part changed.</summary>
internal enum PlanPart
{
    Wishes,
    Need,
    Objective,
    Action,
}

/// <summary>What became of it.</summary>
internal enum PlanChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One difference between two versions.</summary>
/// <param name="Part">What kind of part.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The part's text, the later one where both have it.</param>
/// <param name="Fields">The fields that differ; none where the part was added or removed.</param>
internal sealed record PlanChange(PlanPart Part, PlanChangeKind Change, string Text, IReadOnlyList<ChangedField> Fields);

/// <summary>A field that differs.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">As it was: a text, a day, a code.</param>
/// <param name="After">As it is.</param>
internal sealed record ChangedField(string Field, string? Before, string? After);

/// <summary>Two versions side by side: parts are the same when their id is, whatever was written in them.</summary>
internal static class PlanComparison
{
    /// <summary>What changed, in the order of the later version, what was removed last.</summary>
    public static IReadOnlyList<PlanChange> Of(PlanContent before, PlanContent after, IReadOnlyDictionary<Guid, string> names)
    {
        List<PlanChange> changes = [];
        if (before.Wishes != after.Wishes)
        {
            changes.Add(new(PlanPart.Wishes, PlanChangeKind.Changed, after.Wishes ?? before.Wishes ?? "", [new("wishes", before.Wishes, after.Wishes)]));
        }

        var (old, now) = (PartsOf(before, names).ToArray(), PartsOf(after, names).ToArray());
        var oldById = old.ToDictionary(part => part.Id);
        var nowIds = now.Select(part => part.Id).ToHashSet();
        foreach (var part in now)
        {
            if (!oldById.TryGetValue(part.Id, out var was))
            {
                changes.Add(new(part.Part, PlanChangeKind.Added, part.Text, []));
            }
            else if (Differences(was, part) is { Count: > 0 } fields)
            {
                changes.Add(new(part.Part, PlanChangeKind.Changed, part.Text, fields));
            }
        }

        changes.AddRange(old.Where(part => !nowIds.Contains(part.Id)).Select(part => new PlanChange(part.Part, PlanChangeKind.Removed, part.Text, [])));
        return changes;
    }

    private static List<ChangedField> Differences(Piece before, Piece after)
    {
        var was = before.Fields.ToDictionary(field => field.Name, field => field.Value);
        return [.. after.Fields.Where(field => was.GetValueOrDefault(field.Name) != field.Value).Select(field => new ChangedField(field.Name, was.GetValueOrDefault(field.Name), field.Value))];
    }

    private static IEnumerable<Piece> PartsOf(PlanContent content, IReadOnlyDictionary<Guid, string> names)
    {
        foreach (var need in content.Needs)
        {
            yield return new(PlanPart.Need, need.Id, need.Text, [("text", need.Text), ("area", need.Area.Code())]);
            foreach (var objective in need.Objectives)
            {
                yield return new(PlanPart.Objective, objective.Id, objective.Text, [("text", objective.Text), ("measure", objective.Measure), ("dueOn", Day(objective.DueOn))]);
                foreach (var action in objective.Actions)
                {
                    var who = action.By switch { ActionBy.Member => names.GetValueOrDefault(action.UserId ?? Guid.Empty), ActionBy.Other => action.Who, _ => null };
                    yield return new(PlanPart.Action, action.Id, action.Text, [
                        ("text", action.Text), ("kind", action.Kind.Code()), ("by", action.By?.Code()), ("who", who), ("dueOn", Day(action.DueOn)),
                        ("times", action.Times?.ToString(CultureInfo.InvariantCulture))]);
                }
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Piece(PlanPart Part, Guid Id, string Text, IReadOnlyList<(string Name, string? Value)> Fields);
}
