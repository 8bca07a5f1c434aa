using InclusionPlatform.Training.Editions;

namespace InclusionPlatform.Training.Sessions;

/// <summary>A lesson is within its edition, and no two lessons of an edition are at the same time.</summary>
internal static class SessionFits
{
    public static void WithinEdition(DateOnly day, DateOnly startsOn, DateOnly endsOn, EditionState state)
    {
        if (state == EditionState.Cancelled)
        {
            throw new RuleBrokenException("edition.cancelled", new(
                "L'edizione è annullata: rimetterla in preparazione prima di aggiungere lezioni.", "The edition is cancelled: put it back to planned before adding lessons."));
        }

        if (day < startsOn || day > endsOn)
        {
            throw new FieldException("day", "session.outside-edition", new Words(
                "Il giorno è fuori dalle date dell'edizione (dal {0:d MMMM yyyy} al {1:d MMMM yyyy}): cambiarlo o allungare l'edizione.",
                "The day is outside the edition's dates ({0:d MMMM yyyy} to {1:d MMMM yyyy}): change it or lengthen the edition.").With(startsOn, endsOn));
        }
    }

    public static void WithoutOverlap(int fromMinute, int toMinute, IEnumerable<(int From, int To)> sameDay)
    {
        foreach (var other in sameDay)
        {
            if (other.From < toMinute && fromMinute < other.To)
            {
                throw new FieldException("from", "session.overlaps", new Words(
                    "In quel giorno c'è già una lezione dalle {0} alle {1}: cambiare l'orario o annullare l'altra.",
                    "On that day there is a lesson from {0} to {1} already: change the time or cancel the other.").With(TimeOfDay.Write(other.From), TimeOfDay.Write(other.To)));
            }
        }
    }
}
