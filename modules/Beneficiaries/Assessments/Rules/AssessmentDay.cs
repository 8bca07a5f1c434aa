namespace InclusionPlatform.Beneficiaries.Assessments.Rules;

/// <summary>An assessment is of its case, and T1 is not before T0: the comparison over time reads them in that order.</summary>
internal static class AssessmentDay
{
    /// <exception cref="FieldException">At the field <c>heldOn</c>.</exception>
    public static void Check(DateOnly heldOn, DateOnly openedOn, int? formerMoment, DateOnly? formerHeldOn)
    {
        if (heldOn < openedOn)
        {
            throw new FieldException("heldOn", "assessment.before-case", new Words(
                "La presa in carico è del {0:dd/MM/yyyy}: la valutazione è da quel giorno in poi.", "The case opened on {0:dd/MM/yyyy}: the assessment is on that day or later.").With(openedOn));
        }

        if (heldOn < formerHeldOn)
        {
            throw new FieldException("heldOn", "assessment.before-former", new Words(
                "La valutazione T{0} è del {1:dd/MM/yyyy}: questa viene dopo.", "Assessment T{0} is of {1:dd/MM/yyyy}: this one comes after.").With(formerMoment!.Value, formerHeldOn.Value));
        }
    }
}
