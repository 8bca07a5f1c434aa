namespace InclusionPlatform.Beneficiaries.Selection.Rules;

/// <summary>A candidate as freezing looks at it.</summary>
internal sealed record CandidateToFreeze(int Number, bool? Eligible, IReadOnlyList<ScoreLine> Lines);

/// <summary>A ranking is fixed once it is whole: criteria declared, everybody eligible, nothing left to be judged. Whoever is named is named by number.</summary>
internal static class RankingCanBeFrozen
{
    public static void Check(int criteria, IReadOnlyList<CandidateToFreeze> candidates)
    {
        var broken = Broken(criteria, candidates).ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException("ranking.cannot-freeze", new("La graduatoria non si può ancora chiudere.", "The ranking cannot be closed yet."), broken);
        }
    }

    /// <summary>What is missing.</summary>
    public static IEnumerable<BrokenRule> Broken(int criteria, IReadOnlyList<CandidateToFreeze> candidates)
    {
        if (criteria == 0)
        {
            yield return new("ranking.no-criteria", new("Prima vanno dichiarati i criteri con i loro punti.", "The criteria with their points have to be declared first."), null);
        }

        if (candidates.Count == 0)
        {
            yield return new("ranking.no-candidates", new("Nessun candidato è in graduatoria.", "No candidate is on the ranking."), null);
        }

        if (Numbers(candidates.Where(one => one.Eligible != true)) is { Length: > 0 } outside)
        {
            yield return new("ranking.not-eligible", new Words(
                "Senza un'attestazione valida nelle categorie ammesse dal programma: candidati {0}. Registrare l'attestazione oppure escluderli con il motivo.",
                "Without a valid attestation in the programme's categories: candidates {0}. Record the attestation, or exclude them with the reason.").With(outside), null);
        }

        if (Numbers(candidates.Where(one => one.Lines.Any(line => line.Criterion is SelectionCriterion.Judged && line.Basis is ScoreBasis.Unknown))) is { Length: > 0 } open)
        {
            yield return new("ranking.points-missing", new Words(
                "Mancano i punti da dare a mano: candidati {0}.", "Points by hand are missing: candidates {0}.").With(open), null);
        }
    }

    private static string Numbers(IEnumerable<CandidateToFreeze> candidates) => string.Join(", ", candidates.Select(one => one.Number).Order());
}
