namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>
/// Two records become one only if what then belongs to one person could have been written of one: there is one open case at a time, and one candidature of a person in a selection.
/// Which of two open cases goes on is decided by who follows them, by closing one, never by a merge.
/// </summary>
internal static class PeopleCanBeMerged
{
    public static void Check(Guid survivorId, Guid absorbedId)
    {
        if (survivorId == absorbedId)
        {
            throw new RuleBrokenException("merge.itself", new("Una scheda non si può unire a se stessa: scegliere l'altra.", "A record cannot be merged with itself: choose the other one."));
        }
    }

    /// <summary>The rules that say no, in the order in which they are to be mended.</summary>
    public static IReadOnlyList<RuleBrokenException> Broken(bool bothOpen, bool bothCandidates)
    {
        var broken = new List<RuleBrokenException>();
        if (bothOpen)
        {
            broken.Add(new("merge.two-open-cases", new(
                "Tutte e due le schede hanno una presa in carico aperta, e una persona ne ha una sola: chi le segue decida quale continua e chiuda l'altra, poi si unisce.",
                "Both records have an open case, and a person has only one: who follows them decides which goes on and closes the other one, then merge.")));
        }

        if (bothCandidates)
        {
            broken.Add(new("merge.both-candidates", new(
                "Tutte e due le schede sono candidate alla stessa selezione: toglierne prima una dalla selezione, e unire quella nell'altra.",
                "Both records are candidates of the same selection: take one of them out first, and merge that one into the other.")));
        }

        return broken;
    }
}
