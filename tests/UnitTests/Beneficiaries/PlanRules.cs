using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class PlanRules
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Dictionary<Guid, string> NoNames = [];

    private static PlanAction Action(ActionKind kind = ActionKind.Internship, int addedDaysAgo = 10, int? times = null) =>
        new(Guid.NewGuid(), kind, "Azione", ActionBy.Person, null, null, Today.AddDays(60), times, Today.AddDays(-addedDaysAgo));

    private static PlanFact Internship(int from, int to, StepState state) => new(ActionKind.Internship, StepSource.Internship, state, Today.AddDays(from), Today.AddDays(to));

    private static PlanContent Complete(Func<PlanAction, PlanAction>? action = null, Func<PlanObjective, PlanObjective>? objective = null)
    {
        var one = new PlanObjective(Guid.NewGuid(), "Trovare un ritmo", "Presente 4 giorni su 5 per un mese", Today.AddDays(90), [(action ?? (same => same))(Action())]);
        return new("Lavorare in cucina", [new(Guid.NewGuid(), NeedArea.Work, "Lavoro stabile", [(objective ?? (same => same))(one)])]);
    }

    private static string[] Codes(PlanContent content, DateOnly? review) => [.. PlanIsComplete.Broken(content, review, Today).Select(rule => rule.Code)];

    [Test]
    public void Plan_WhenEverythingIsSaid_IsComplete() => Assert.That(Codes(Complete(), Today.AddDays(90)), Is.Empty);

    [Test]
    public void Plan_WhenSomethingIsMissing_SaysWhat() => Assert.Multiple(() =>
    {
        Assert.That(Codes(PlanContent.Empty, null), Is.EqualTo(new[] { "plan.no-need", "plan.review-date" }));
        Assert.That(Codes(Complete(), Today), Is.EqualTo(new[] { "plan.review-date" }));
        Assert.That(Codes(Complete(), Today.AddYears(1).AddDays(1)), Is.EqualTo(new[] { "plan.review-date" }));
        var soon = Today.AddDays(30);
        Assert.That(Codes(Complete(objective: one => one with { Measure = "", DueOn = null, Actions = [] }), soon), Is.EqualTo(new[] { "plan.objective-measure", "plan.objective-due", "plan.objective-without-action" }));
        Assert.That(Codes(Complete(objective: one => one with { DueOn = Today.AddDays(-1) }), soon), Is.EqualTo(new[] { "plan.objective-due", "plan.action-after-objective" }));
        Assert.That(Codes(Complete(one => one with { By = null }), soon), Is.EqualTo(new[] { "plan.action-who" }));
        Assert.That(Codes(Complete(one => one with { By = ActionBy.Member }), soon), Is.EqualTo(new[] { "plan.action-who" }));
        Assert.That(Codes(Complete(one => one with { By = ActionBy.Other, Who = "CSM" }), soon), Is.Empty);
        Assert.That(Codes(Complete(one => one with { DueOn = null, Text = "" }), soon), Is.EqualTo(new[] { "plan.action-text", "plan.action-due" }));
        Assert.That(() => PlanIsComplete.Check(PlanContent.Empty, null, Today), Throws.InstanceOf<RulesBrokenException>());
    });

    [Test]
    public void Internship_WhenItEnds_ClosesItsAction()
    {
        var action = Action();
        ActionStep Step(params PlanFact[] facts) => ActionProgress.Of([action], facts, []).Single();

        Assert.Multiple(() =>
        {
            Assert.That(Step().State, Is.EqualTo(StepState.NotStarted));
            Assert.That(Step(Internship(-5, 90, StepState.Running)), Has.Property("State").EqualTo(StepState.Running).And.Property("On").EqualTo(Today.AddDays(-5)));
            Assert.That(Step(Internship(-90, -1, StepState.Done)), Has.Property("State").EqualTo(StepState.Done).And.Property("On").EqualTo(Today.AddDays(-1)));
            Assert.That(Step(Internship(-200, -100, StepState.Done)).State, Is.EqualTo(StepState.NotStarted), "it was over before it was planned");
            Assert.That(Step(Internship(-9, -5, StepState.Interrupted)).State, Is.EqualTo(StepState.Interrupted));
            Assert.That(Step(Internship(-9, -5, StepState.Interrupted), Internship(-3, 60, StepState.Running)).State, Is.EqualTo(StepState.Running), "taken up again by the next one");
            Assert.That(Step(Internship(-9, -5, StepState.Done), Internship(-3, 60, StepState.Running)).State, Is.EqualTo(StepState.Done), "what is done stays done");
            Assert.That(ActionProgress.Of([action], [Internship(-5, 90, StepState.Running)], [], until: Today.AddDays(-6)).Single().State, Is.EqualTo(StepState.NotStarted), "it began after the plan was over");
        });
    }

    [Test]
    public void Facts_WhenTwoActionsOfAKind_GoToThemInOrder()
    {
        PlanAction[] actions = [Action(), Action()];
        var steps = ActionProgress.Of(actions, [Internship(-3, 60, StepState.Running), Internship(-9, -5, StepState.Done)], []);
        Assert.That(steps.Select(step => step.State), Is.EqualTo(new[] { StepState.Done, StepState.Running }));
    }

    [Test]
    public void Fact_WhenChosenForAnAction_IsFollowedByItAloneAndTheOthersGoOnAsBefore()
    {
        PlanAction[] actions = [Action(addedDaysAgo: 2), Action()];
        var (old, current) = (Internship(-40, -20, StepState.Done) with { Id = Guid.NewGuid() }, Internship(-3, 60, StepState.Running) with { Id = Guid.NewGuid() });
        WrittenStep Chosen(PlanAction action, Guid? fact, StepState state = StepState.NotStarted) => new(action.Id, 1, state, Today, null, fact);

        Assert.Multiple(() =>
        {
            Assert.That(ActionProgress.Of(actions, [old, current], []).Select(step => step.State), Is.EqualTo(new[] { StepState.Running, StepState.NotStarted }), "by kind and day alone");
            var steps = ActionProgress.Of(actions, [old, current], [Chosen(actions[1], current.Id)]);
            Assert.That(steps.Select(step => step.State), Is.EqualTo(new[] { StepState.NotStarted, StepState.Running }));
            Assert.That(steps.Select(step => (step.Chosen, step.FactId)), Is.EqualTo(new[] { (false, (Guid?)null), (true, current.Id) }));
            Assert.That(ActionProgress.Of(actions, [old, current], [Chosen(actions[0], old.Id)]).Select(step => step.State), Is.EqualTo(new[] { StepState.Done, StepState.Running }), "chosen, it counts also if it was over before it was planned");
            Assert.That(ActionProgress.Of(actions, [current], [Chosen(actions[0], old.Id)]).Select(step => step.State), Is.EqualTo(new[] { StepState.NotStarted, StepState.Running }), "it is not there any more, and nothing else takes its place");
            Assert.That(ActionProgress.Of(actions, [old, current], [Chosen(actions[0], null, StepState.Dropped)]).Select(step => step.State), Is.EqualTo(new[] { StepState.Dropped, StepState.Running }));
        });
    }

    [Test]
    public void Progress_WhateverWasChosen_NoFactServesTwoActions() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(-60, 20).Select(from => Internship(from, from + 30, StepState.Running) with { Id = Guid.NewGuid() })).ToArbitrary(),
        Gen.ArrayOf(Gen.Choose(0, 40).Select(days => Action(addedDaysAgo: days))).ToArbitrary(),
        (facts, actions) =>
        {
            var written = actions.Zip(facts.Reverse(), (action, fact) => new WrittenStep(action.Id, 1, StepState.NotStarted, Today, null, fact.Id)).Where((_, at) => at % 2 == 0).ToArray();
            var followed = ActionProgress.Of(actions, facts, written).Select(step => step.FactId).Where(id => id is not null).ToArray();
            return followed.Distinct().Count() == followed.Length && written.All(step => followed.Contains(step.FactId));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Meetings_WhenCounted_AreDoneAtTheirNumber()
    {
        var action = Action(ActionKind.GroupMeeting, times: 2);
        PlanFact Meeting(int day) => new(ActionKind.GroupMeeting, StepSource.GroupActivity, StepState.Done, Today.AddDays(day), Today.AddDays(day));
        ActionStep Step(params int[] days) => ActionProgress.Of([action], days.Select(Meeting), []).Single();

        Assert.Multiple(() =>
        {
            Assert.That(Step(-20), Has.Property("State").EqualTo(StepState.NotStarted).And.Property("Count").EqualTo(0), "before it was planned");
            Assert.That(Step(-5), Has.Property("State").EqualTo(StepState.Running).And.Property("Count").EqualTo(1));
            Assert.That(Step(-1, -5, -3), Has.Property("State").EqualTo(StepState.Done).And.Property("Count").EqualTo(3).And.Property("On").EqualTo(Today.AddDays(-3)));
        });
    }

    [Test]
    public void Step_WhenWritten_HoldsOnlyWhereNoFactDoes()
    {
        var (coaching, internship) = (Action(ActionKind.Coaching), Action());
        WrittenStep[] written = [new(coaching.Id, 1, StepState.Done, Today, "Sei incontri"), new(internship.Id, 1, StepState.Dropped, Today, "Ha trovato lavoro")];
        var steps = ActionProgress.Of([coaching, internship], [Internship(-5, 90, StepState.Running)], written);

        Assert.Multiple(() =>
        {
            Assert.That(steps[0], Has.Property("State").EqualTo(StepState.Done).And.Property("Source").EqualTo(StepSource.Operator));
            Assert.That(steps[1].State, Is.EqualTo(StepState.Dropped));
            Assert.That(() => ActionProgress.CheckWritable(ActionKind.Course, StepState.Done), Throws.InstanceOf<FieldException>());
            Assert.That(() => ActionProgress.CheckWritable(ActionKind.GroupMeeting, StepState.Running), Throws.InstanceOf<FieldException>());
            Assert.That(() => ActionProgress.CheckWritable(ActionKind.Course, StepState.Dropped), Throws.Nothing);
            Assert.That(() => ActionProgress.CheckWritable(ActionKind.Coaching, StepState.Done), Throws.Nothing);
        });
    }

    [Test]
    public void Progress_WhateverHappened_NoFactServesTwoActionsAndNoneIsDoneWithoutOne() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(-60, 20).SelectMany(from => Gen.Choose(0, 60).SelectMany(days => Gen.Elements(StepState.Running, StepState.Done, StepState.Interrupted).Select(state => Internship(from, from + days, state))))).ToArbitrary(),
        Gen.ArrayOf(Gen.Choose(0, 40).Select(days => Action(addedDaysAgo: days))).ToArbitrary(),
        (facts, actions) =>
        {
            var steps = ActionProgress.Of(actions, facts, []);
            return steps.Select(step => step.ActionId).SequenceEqual(actions.Select(action => action.Id))
                && steps.Count(step => step.State is not StepState.NotStarted) <= facts.Length
                && steps.Count(step => step.State is StepState.Done) <= facts.Count(fact => fact.State is StepState.Done)
                && steps.Count(step => step.State is StepState.Running) <= facts.Count(fact => fact.State is StepState.Running);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Draft_WhenWritten_KeepsIdsAndTheDayOnWhichAnActionEnteredThePlan()
    {
        var before = Complete(action => action with { AddedOn = new(2026, 9, 1) });
        var kept = before.Actions.Single();
        var draft = new PlanDraft("  ", [new(null, NeedArea.Work, " Lavoro ", [new(null, "Obiettivo", null, null, [
            new(kept.Id, ActionKind.Internship, "Tirocinio in cucina", ActionBy.Person, Guid.NewGuid(), "nessuno", null, null),
            new(kept.Id, ActionKind.Course, "Corso", ActionBy.Other, null, " CPI ", null, null),
            new(null, null, null, null, null, null, null, null)])])], null);
        var content = PlanContent.Of(draft, before, Today, Guid.NewGuid);
        var actions = content.Actions.ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(content.Wishes, Is.Null);
            Assert.That(content.Needs[0].Text, Is.EqualTo("Lavoro"));
            Assert.That(actions[0], Has.Property("Id").EqualTo(kept.Id).And.Property("AddedOn").EqualTo(kept.AddedOn).And.Property("UserId").Null.And.Property("Who").Null);
            Assert.That(actions[1].Id, Is.Not.EqualTo(kept.Id), "an id is given once");
            Assert.That(actions[1], Has.Property("Who").EqualTo("CPI").And.Property("AddedOn").EqualTo(Today));
            Assert.That(actions.Select(action => action.Id), Is.Unique);
        });
    }

    [Test]
    public void Versions_WhenCompared_ShowWhatWasAddedRemovedAndChanged()
    {
        var before = Complete();
        var need = before.Needs[0];
        var objective = need.Objectives[0];
        var added = Action(ActionKind.Course);
        var after = before with { Wishes = "Lavorare in sala", Needs = [need with { Objectives = [objective with { DueOn = Today.AddDays(120), Actions = [added] }] }] };
        var changes = PlanComparison.Of(before, after, NoNames);

        Assert.That(changes.Select(change => (change.Part, change.Change)), Is.EqualTo(new[]
        {
            (PlanPart.Wishes, PlanChangeKind.Changed), (PlanPart.Objective, PlanChangeKind.Changed), (PlanPart.Action, PlanChangeKind.Added), (PlanPart.Action, PlanChangeKind.Removed),
        }));
        Assert.That(changes[1].Fields.Single(), Is.EqualTo(new ChangedField("dueOn", "2027-02-21", "2027-03-23")));
        Assert.That(PlanComparison.Of(after, after, NoNames), Is.Empty);
        Assert.That(PlanComparison.Of(after, before, NoNames), Has.Count.EqualTo(changes.Count));
    }
}
