namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>What a version of the plan says: needs, for each its objectives, for each its actions. Kept as one encrypted text.</summary>
/// <param name="Wishes">What the person wishes, in their own words.</param>
/// <param name="Needs">The needs.</param>
internal sealed record PlanContent(string? Wishes, IReadOnlyList<PlanNeed> Needs)
{
    public static PlanContent Empty { get; } = new(null, []);

    public IEnumerable<PlanObjective> Objectives => Needs.SelectMany(need => need.Objectives);

    public IEnumerable<PlanAction> Actions => Objectives.SelectMany(objective => objective.Actions);

    /// <summary>The colleagues that it names.</summary>
    public IEnumerable<Guid> UserIds => Actions.Select(action => action.UserId).OfType<Guid>().Distinct();

    /// <summary>
    /// What was written as it is kept: texts without spaces around, what is new with an id, each id once. An action keeps the day on which it first entered the plan, so that
    /// what happened before it was planned does not fulfil it.
    /// </summary>
    public static PlanContent Of(PlanDraft draft, PlanContent before, DateOnly today, Func<Guid> newId)
    {
        var added = before.Actions.ToDictionary(action => action.Id, action => action.AddedOn);
        HashSet<Guid> taken = [];
        Guid IdOf(Guid? given) => given is { } id && taken.Add(id) ? id : Keep(newId());
        Guid Keep(Guid id)
        {
            taken.Add(id);
            return id;
        }

        PlanAction Action(ActionDraft action)
        {
            var id = IdOf(action.Id);
            var by = action.By ?? (action.UserId is null ? null : ActionBy.Member);
            return new(
                id, action.Kind ?? ActionKind.Other, Text(action.Text), by, by is ActionBy.Member ? action.UserId : null, by is ActionBy.Other ? TextOrNull(action.Who) : null,
                action.DueOn, action.Times, added.GetValueOrDefault(id, today));
        }

        return new(TextOrNull(draft.Wishes), [.. (draft.Needs ?? []).Select(need => new PlanNeed(
            IdOf(need.Id), need.Area ?? NeedArea.Other, Text(need.Text), [.. (need.Objectives ?? []).Select(objective => new PlanObjective(
                IdOf(objective.Id), Text(objective.Text), Text(objective.Measure), objective.DueOn, [.. (objective.Actions ?? []).Select(Action)]))]))]);
    }

    private static string Text(string? text) => text?.Trim() ?? "";

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A need.</summary>
/// <param name="Text">The need, in words.</param>
internal sealed record PlanNeed(Guid Id, NeedArea Area, string Text, IReadOnlyList<PlanObjective> Objectives);

/// <summary>An objective: what, how one will know, and by when.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Measure">How one will know.</param>
internal sealed record PlanObjective(Guid Id, string Text, string Measure, DateOnly? DueOn, IReadOnlyList<PlanAction> Actions);

/// <summary>An action: what, who and by when.</summary>
/// <param name="Id">Kept through the versions of the plan.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Text">In words.</param>
/// <param name="By">Who does it.</param>
/// <param name="UserId">The colleague, if a member of the équipe does it.</param>
/// <param name="Who">The name, if somebody else does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Times">How many times, for what is done several times.</param>
/// <param name="AddedOn">The day on which it first entered the plan.</param>
internal sealed record PlanAction(Guid Id, ActionKind Kind, string Text, ActionBy? By, Guid? UserId, string? Who, DateOnly? DueOn, int? Times, DateOnly AddedOn);

/// <summary>What is written of a plan; ids are those read before, none for what is new.</summary>
internal sealed record PlanDraft(string? Wishes, IReadOnlyList<NeedDraft>? Needs, DateOnly? ReviewOn);

/// <summary>A need as written.</summary>
/// <param name="Text">The need, in words.</param>
internal sealed record NeedDraft(Guid? Id, NeedArea? Area, string? Text, IReadOnlyList<ObjectiveDraft>? Objectives);

/// <summary>An objective as written.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Measure">How one will know.</param>
internal sealed record ObjectiveDraft(Guid? Id, string? Text, string? Measure, DateOnly? DueOn, IReadOnlyList<ActionDraft>? Actions);

/// <summary>An action as written.</summary>
internal sealed record ActionDraft(Guid? Id, ActionKind? Kind, string? Text, ActionBy? By, Guid? UserId, string? Who, DateOnly? DueOn, int? Times);
