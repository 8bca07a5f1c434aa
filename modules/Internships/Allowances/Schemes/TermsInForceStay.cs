using InclusionPlatform.Internships.Allowances.Reckoning;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>
/// What has begun to pay somebody is never rewritten: months were reckoned and people were told by it. Of a scheme that is in use region, kind, hours of a day and terms up to today stay; new terms begin tomorrow
/// at the earliest. The act that is named and the marks "to be verified" change no amount and may be corrected.
/// </summary>
internal static class TermsInForceStay
{
    /// <exception cref="FieldException"><c>scheme.terms-in-force</c>, <c>scheme.region-in-use</c>, <c>scheme.kind-in-use</c> or <c>scheme.daily-hours-in-use</c> (422).</exception>
    public static void Check(AllowanceScheme before, SchemeData written, string? region, DateOnly today)
    {
        if (region != SchemeFits.RegionOf(before))
        {
            throw new FieldException("region", "scheme.region-in-use", new(
                "Ci sono tirocini pagati con questo schema: la regione non si cambia più. Per un'altra regione fare un nuovo schema.",
                "Internships are paid by this scheme: its region is not changed any more. For another region make a new scheme."));
        }

        if (written.Kind != before.Kind)
        {
            throw new FieldException("kind", "scheme.kind-in-use", new(
                "Ci sono tirocini pagati con questo schema: il tipo di tirocinio non si cambia più. Per un altro tipo fare un nuovo schema.",
                "Internships are paid by this scheme: its kind of internship is not changed any more. For another kind make a new scheme."));
        }

        if (written.MaxDailyHours != before.MaxDailyHours)
        {
            throw new FieldException("maxDailyHours", "scheme.daily-hours-in-use", new(
                "Ci sono tirocini pagati con questo schema: le ore al giorno che ammette non si cambiano più. Per altre giornate fare un nuovo schema.",
                "Internships are paid by this scheme: the hours a day that it admits are not changed any more. For other days make a new scheme."));
        }

        var fixedTerms = before.Terms.Where(terms => terms.ValidFrom <= today).ToDictionary(terms => terms.ValidFrom!.Value, Meaning.Of);
        for (var index = 0; index < written.Terms!.Count; index++)
        {
            var terms = written.Terms[index];
            if (terms.ValidFrom <= today && (!fixedTerms.Remove(terms.ValidFrom.Value, out var stands) || stands != Meaning.Of(terms)))
            {
                throw new FieldException($"terms[{index}].validFrom", "scheme.terms-in-force", Said(today));
            }
        }

        if (fixedTerms.Count > 0)
        {
            throw new FieldException("terms", "scheme.terms-in-force", Said(today));
        }
    }

    private static Words Said(DateOnly today) => new Words(
        "Ci sono tirocini pagati con questo schema: le regole che valgono già non si riscrivono e non si tolgono. Per cambiare un valore aggiungere una regola che comincia dal {0:d} in poi; per i mesi passati non ancora in lista fare un nuovo schema e assegnarlo a quei tirocini.",
        "Internships are paid by this scheme: terms that hold already are neither rewritten nor taken away. To change a figure add terms that begin on {0:d} or later; for past months that are on no list yet make a new scheme and assign it to those internships.")
        .With(today.AddDays(1));

    /// <summary>All on which an amount depends.</summary>
    private sealed record Meaning(
        AllowanceMethod? Method, long Cents, long? CentsWithMeals, int? ThresholdPercent, bool Above, BelowThreshold Below, long? FloorCents, long? TotalCents, DayShare DayShare, string Steps)
    {
        public static Meaning Of(TermsData terms) => new(
            terms.Method, terms.Cents ?? 0, terms.CentsWithMeals, terms.ThresholdPercent, terms.ThresholdAbove ?? false, terms.Below ?? BelowThreshold.Nothing, terms.FloorCents, terms.TotalCents,
            terms.DayShare ?? DayShare.CalendarDays, string.Join(' ', (terms.Steps ?? []).OrderBy(step => step.ReachedAt).Select(step => FormattableString.Invariant($"{step.ReachedAt}={step.Cents}"))));
    }
}
