namespace InclusionPlatform.Beneficiaries.Readings.Rules;

/// <summary>A closed meeting is what was decided: nothing of it changes any more.</summary>
internal static class MinutesAreFrozen
{
    public static void Check(ReadingState state)
    {
        if (state is ReadingState.Closed)
        {
            throw new RuleBrokenException("reading.closed", new(
                "Il verbale di questo incontro è chiuso e non si può più cambiare: per una nuova decisione serve un nuovo incontro.",
                "The minutes of this meeting are closed and can no longer be changed: a new decision needs a new meeting."));
        }
    }
}
