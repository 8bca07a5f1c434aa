namespace InclusionPlatform.Beneficiaries.Plans.Rules;

/// <summary>Only a plan in which everybody can read what, who and by when is sent to be signed: objectives measurable and due, actions with somebody and a day.</summary>
internal static class PlanIsComplete
{
    public static void Check(PlanContent content, DateOnly? reviewOn, DateOnly today)
    {
        var broken = Broken(content, reviewOn, today).ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException(
                "plan.incomplete", new("Al progetto manca qualcosa per poterlo firmare: completarlo e riprovare.", "Something is missing before the plan can be signed: complete it and retry."), broken);
        }
    }

    /// <summary>What is missing, each once.</summary>
    public static IEnumerable<BrokenRule> Broken(PlanContent content, DateOnly? reviewOn, DateOnly today)
    {
        if (content.Needs.Count == 0)
        {
            yield return new("plan.no-need", new("Scrivere almeno un bisogno.", "Write at least one need."), null);
        }

        for (var number = 1; number <= content.Needs.Count; number++)
        {
            var need = content.Needs[number - 1];
            if (need.Text.Length == 0)
            {
                yield return new("plan.need-text", new Words("Il bisogno {0} è senza testo.", "Need {0} has no text.").With(number), null);
            }

            if (need.Objectives.Count == 0)
            {
                yield return new("plan.need-without-objective", new Words("Il bisogno {0} è senza obiettivi.", "Need {0} has no objective.").With(number), null);
            }

            for (var second = 1; second <= need.Objectives.Count; second++)
            {
                foreach (var rule in OfObjective(need.Objectives[second - 1], $"{number}.{second}", today))
                {
                    yield return rule;
                }
            }
        }

        if (reviewOn is null || reviewOn <= today || reviewOn > today.AddYears(1))
        {
            yield return new("plan.review-date", new("Indicare la data di verifica: da domani, entro un anno.", "Give the review date: from tomorrow, within a year."), null);
        }
    }

    private static IEnumerable<BrokenRule> OfObjective(PlanObjective objective, string at, DateOnly today)
    {
        if (objective.Text.Length == 0)
        {
            yield return new("plan.objective-text", new Words("L'obiettivo {0} è senza testo.", "Objective {0} has no text.").With(at), null);
        }

        if (objective.Measure.Length == 0)
        {
            yield return new("plan.objective-measure", new Words("L'obiettivo {0} non dice come si capirà che è raggiunto.", "Objective {0} does not say how one will know that it is reached.").With(at), null);
        }

        if (objective.DueOn is null || objective.DueOn < today)
        {
            yield return new("plan.objective-due", new Words("L'obiettivo {0} non ha una data entro cui raggiungerlo, oppure è passata.", "Objective {0} has no date, or one that has passed.").With(at), null);
        }

        if (objective.Actions.Count == 0)
        {
            yield return new("plan.objective-without-action", new Words("L'obiettivo {0} è senza azioni.", "Objective {0} has no action.").With(at), null);
        }

        for (var number = 1; number <= objective.Actions.Count; number++)
        {
            var (action, place) = (objective.Actions[number - 1], $"{at}.{number}");
            if (action.Text.Length == 0)
            {
                yield return new("plan.action-text", new Words("L'azione {0} è senza testo.", "Action {0} has no text.").With(place), null);
            }

            if (action.By is null || (action.By is ActionBy.Member && action.UserId is null) || (action.By is ActionBy.Other && action.Who is null))
            {
                yield return new("plan.action-who", new Words("L'azione {0} non dice chi la fa.", "Action {0} does not say who does it.").With(place), null);
            }

            if (action.DueOn is null)
            {
                yield return new("plan.action-due", new Words("L'azione {0} non ha una data.", "Action {0} has no date.").With(place), null);
            }
            else if (objective.DueOn is not null && action.DueOn > objective.DueOn)
            {
                yield return new("plan.action-after-objective", new Words("L'azione {0} finisce dopo il suo obiettivo.", "Action {0} ends after its objective.").With(place), null);
            }
        }
    }
}
