namespace InclusionPlatform.Beneficiaries.Plans.Rules;

/// <summary>Something that happened to the person and that an action may be about.</summary>
/// <param name="Kind">The kind of action that it fulfils.</param>
/// <param name="Source">Which module knows it.</param>
/// <param name="State">How it stands.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day, planned or real.</param>
/// <param name="Label">What it is called, if it has a name.</param>
/// <param name="Count">How many times it took place, such as the sessions held of a job search.</param>
/// <param name="Id">The internship or the enrolment, where an action can be tied to it.</param>
/// <param name="CompanyId">Where an internship is.</param>
internal sealed record PlanFact(
    ActionKind Kind, StepSource Source, StepState State, DateOnly StartsOn, DateOnly EndsOn, string? Label = null, int? Count = null, Guid? Id = null, Guid? CompanyId = null);

/// <summary>What somebody of the équipe wrote of an action that no module knows, or which fact they chose for one that a module knows.</summary>
internal sealed record WrittenStep(Guid ActionId, int Version, StepState State, DateOnly On, string? Note, Guid? FactId = null);

/// <summary>How an action stands.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="State">How it stands.</param>
/// <param name="Source">Where that is known from.</param>
/// <param name="On">Since when, or on which day.</param>
/// <param name="Label">What the fact is called.</param>
/// <param name="Count">How many times it took place, for what is counted.</param>
/// <param name="Note">What was written of it.</param>
/// <param name="Version">Of what was written; 0 when nothing was.</param>
/// <param name="FactId">The internship or enrolment that it follows, chosen or found.</param>
/// <param name="Chosen">Whether the équipe chose it.</param>
internal sealed record ActionStep(
    Guid ActionId, StepState State, StepSource Source, DateOnly? On, string? Label, int? Count, string? Note, int Version, Guid? FactId = null, bool Chosen = false);

/// <summary>
/// Progress is computed from facts and never typed where a fact exists: an internship that ended closes its action, a course too; accompaniments and group meetings are counted
/// from appointments that were held and group activities at which the person was; a job search is what its path says, and what is written only while there is none. An action takes the facts of its kind that were not over when it entered the plan, in the order
/// of both; what was interrupted is taken up again by the next of its kind. Where the équipe chose an internship or a course for an action, it follows that one alone, and no other action does.
/// </summary>
internal static class ActionProgress
{
    /// <summary>Kinds of which another module, or another part of this one, knows how they stand.</summary>
    public static bool KnownByFacts(ActionKind kind) => kind is ActionKind.Internship or ActionKind.Course || IsCounted(kind);

    /// <summary>Kinds for which one internship or one place in a course can be chosen.</summary>
    public static bool IsChosen(ActionKind kind) => kind is ActionKind.Internship or ActionKind.Course;

    /// <summary>Refuses to write what is known; that an action is given up is a decision, which no fact tells.</summary>
    public static void CheckWritable(ActionKind kind, StepState state)
    {
        if (KnownByFacts(kind) && state is not (StepState.Dropped or StepState.NotStarted))
        {
            throw new FieldException("state", "plan.known-by-facts", new(
                "Come va questa azione si legge dai tirocini, dai corsi, dagli appuntamenti e dalle attività di gruppo: non si scrive a mano.",
                "How this action stands is read from internships, courses, appointments and group activities: it is not written by hand."));
        }
    }

    /// <summary>How each action stands, in the order of the plan.</summary>
    /// <param name="actions">The plan's actions.</param>
    /// <param name="facts">What happened, in any order.</param>
    /// <param name="written">What was written.</param>
    /// <param name="until">The last day of the plan, if it is over: what began later is not of this plan.</param>
    public static IReadOnlyList<ActionStep> Of(IEnumerable<PlanAction> actions, IEnumerable<PlanFact> facts, IEnumerable<WrittenStep> written, DateOnly? until = null)
    {
        var all = actions.ToArray();
        var steps = written.ToDictionary(step => step.ActionId);
        var events = facts.Where(fact => until is null || fact.StartsOn <= until).OrderBy(fact => fact.StartsOn).ThenBy(fact => fact.EndsOn).ToArray();
        var chosen = all.Where(action => IsChosen(action.Kind) && steps.GetValueOrDefault(action.Id)?.FactId is not null).ToDictionary(action => steps[action.Id].FactId!.Value, action => action.Id);
        var tied = chosen.Values.ToHashSet();
        var taken = events.Where(fact => fact.Id is { } id && chosen.ContainsKey(id)).ToDictionary(fact => chosen[fact.Id!.Value]);
        foreach (var fact in events.Where(fact => !IsCounted(fact.Kind) && (fact.Id is not { } id || !chosen.ContainsKey(id))))
        {
            var action = all.FirstOrDefault(one => one.Kind == fact.Kind && !tied.Contains(one.Id) && fact.EndsOn >= one.AddedOn && steps.GetValueOrDefault(one.Id)?.State is not StepState.Dropped
                && (!taken.TryGetValue(one.Id, out var has) || has.State is StepState.Interrupted));
            if (action is not null)
            {
                taken[action.Id] = fact;
            }
        }

        return [.. all.Select(action => StepOf(action, taken.GetValueOrDefault(action.Id), events, steps.GetValueOrDefault(action.Id)) with { Chosen = tied.Contains(action.Id) })];
    }

    private static ActionStep StepOf(PlanAction action, PlanFact? fact, PlanFact[] events, WrittenStep? written)
    {
        if (written is { State: StepState.Dropped })
        {
            return new(action.Id, StepState.Dropped, StepSource.Operator, written.On, null, null, written.Note, written.Version);
        }

        if (IsCounted(action.Kind))
        {
            return Counted(action, events, written);
        }

        if (fact is not null)
        {
            var over = fact.State is StepState.Done or StepState.Interrupted;
            return new(action.Id, fact.State, fact.Source, over ? fact.EndsOn : fact.StartsOn, fact.Label, fact.Count, written?.Note, written?.Version ?? 0, fact.Id);
        }

        return written is null || KnownByFacts(action.Kind)
            ? new(action.Id, StepState.NotStarted, StepSource.None, null, null, null, written?.Note, written?.Version ?? 0)
            : new(action.Id, written.State, StepSource.Operator, written.On, null, null, written.Note, written.Version);
    }

    /// <summary>Done when it took place as many times as planned, once where nothing is said.</summary>
    private static ActionStep Counted(PlanAction action, PlanFact[] events, WrittenStep? written)
    {
        var held = events.Where(fact => fact.Kind == action.Kind && fact.StartsOn >= action.AddedOn).ToArray();
        var wanted = action.Times ?? 1;
        var (state, on) = held.Length == 0 ? (StepState.NotStarted, (DateOnly?)null)
            : held.Length >= wanted ? (StepState.Done, held[wanted - 1].StartsOn)
            : (StepState.Running, held[0].StartsOn);
        return new(action.Id, state, held.Length == 0 ? StepSource.None : held[0].Source, on, null, held.Length, written?.Note, written?.Version ?? 0);
    }

    private static bool IsCounted(ActionKind kind) => kind is ActionKind.Accompaniment or ActionKind.GroupMeeting;
}
