namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>An open case of one of the two.</summary>
internal sealed record OpenCase(Guid Id, Guid PersonId, DateOnly OpenedOn, Guid ManagerId, int OpenInternships);

/// <summary>
/// Two records become one only if what then belongs to one person could have been written of one: there is one open case at a time, and one candidature of a person in a selection.
/// Which of two open cases goes on is chosen, never guessed; the other one ends with the merge, without an outcome, because the person goes on being followed.
/// </summary>
internal static class PeopleCanBeMerged
{
    /// <param name="field">The field that names the other record; null where the address does.</param>
    public static void Check(Guid survivorId, Guid absorbedId, string? field = null)
    {
        if (survivorId == absorbedId)
        {
            throw new RuleBrokenException("merge.itself", new("Una scheda non si può unire a se stessa: scegliere l'altra.", "A record cannot be merged with itself: choose the other one.")) { Field = field };
        }
    }

    /// <summary>Which of two open cases would end: the other record's, unless an internship runs on it; null where there is nothing to choose.</summary>
    public static Guid? SuggestedEnd(IReadOnlyList<OpenCase> open, Guid survivorId) =>
        open.Count < 2 ? null : open.OrderBy(one => one.OpenInternships > 0).ThenBy(one => one.PersonId == survivorId).First().Id;

    /// <summary>The rules that say no, in the order in which they are to be mended.</summary>
    /// <param name="open">The open cases of both.</param>
    /// <param name="ending">The case that ends with the merge.</param>
    /// <param name="bothCandidates">Both are candidates of one selection.</param>
    public static IReadOnlyList<RuleBrokenException> Broken(IReadOnlyList<OpenCase> open, Guid? ending, bool bothCandidates)
    {
        var broken = new List<RuleBrokenException>();
        var chosen = open.FirstOrDefault(one => one.Id == ending);
        if (open.Count > 1 && open.All(one => one.OpenInternships > 0))
        {
            broken.Add(new("merge.two-internships", new(
                "Tutte e due le schede hanno un tirocinio in corso, e una persona ha una presa in carico sola: registrare prima la conclusione di uno dei due.",
                "Both records have a running internship, and a person has a single case: record the end of one of the two first.")));
        }
        else if (open.Count > 1 && ending is null)
        {
            broken.Add(new("merge.two-open-cases", new(
                "Tutte e due le schede hanno una presa in carico aperta, e una persona ne ha una sola: scegliere quale continua. L'altra finisce con l'unione, senza esito.",
                "Both records have an open case, and a person has only one: choose which goes on. The other one ends with the merge, without an outcome.")));
        }
        else if (ending is not null && (open.Count < 2 || chosen is null))
        {
            broken.Add(new("merge.case-not-open", new(
                "La presa in carico scelta non è tra quelle aperte di queste due schede: rileggere e scegliere di nuovo.",
                "The chosen case is not one of the open ones of these two records: read them again and choose anew.")));
        }
        else if (chosen?.OpenInternships > 0)
        {
            broken.Add(new("case.internship-running", new(
                "Sulla presa in carico che finirebbe c'è un tirocinio in corso: scegliere di continuare quella.",
                "On the case that would end an internship is running: choose to go on with that one.")));
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
