namespace InclusionPlatform.Beneficiaries.Assessments.Rules;

/// <summary>Only what says something is sent to be signed.</summary>
internal static class AssessmentIsComplete
{
    public static void Check(AssessmentKind kind, AssessmentContent content)
    {
        var broken = Broken(kind, content).ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException("assessment.incomplete", new("Alla valutazione manca qualcosa per poterla firmare.", "Something is missing before the assessment can be signed."), broken);
        }
    }

    /// <summary>What is missing.</summary>
    public static IEnumerable<BrokenRule> Broken(AssessmentKind kind, AssessmentContent content)
    {
        switch (kind)
        {
            case AssessmentKind.WorkNeed when content.WorkNeed is null || (content.WorkNeed.Experience is null && content.WorkNeed.Wishes is null):
                yield return new("assessment.work-need", new("Scrivere almeno le esperienze o i desideri della persona.", "Write at least the person's experience or wishes."), null);
                break;
            case AssessmentKind.Skills when content.Skills?.Skills.All(skill => skill.Level is null) ?? true:
                yield return new("assessment.no-level", new("Indicare il livello di almeno una competenza.", "Give the level of at least one skill."), null);
                break;
            case AssessmentKind.Icf when content.Icf is not { Count: > 0 }:
                yield return new("assessment.no-code", new("Scrivere almeno un codice ICF.", "Write at least one ICF code."), null);
                break;
            case AssessmentKind.Multidimensional when content.Parts is null || content.Parts.Select(part => part.Dimension).Distinct().Count() < 2:
                yield return new("assessment.one-dimension", new("Servono almeno due dimensioni: una sola non è una valutazione multidimensionale.", "At least two dimensions are needed: one alone is no multidimensional evaluation."), null);
                break;
        }

        if (content.Conclusion is null)
        {
            yield return new("assessment.conclusion", new("Scrivere le conclusioni: che cosa ne segue per il lavoro insieme.", "Write the conclusion: what follows for the work together."), null);
        }
    }
}
