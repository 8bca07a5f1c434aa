using System.Globalization;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching.Settings;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>Every reason for a company's place in the list, with the points it gave of the most it could give. What is not known gives none and says so.</summary>
internal static class MatchReasons
{
    /// <summary>Verified within so many days, an availability counts in full; then less and less, down to a half.</summary>
    private const int FreshDays = 14, StaleDays = 60;

    private const int UsualKm = 30, CloseHours = 4, NearHours = 10;

    public static IReadOnlyList<MatchReason> Of(MatchFacts facts, MatchWeights weights) =>
    [.. new[]
    {
        Availability(facts, weights.Availability), Sector(facts, weights.Sector), Distance(facts, weights.Distance), Skills(facts, weights.Skills), Hours(facts, weights.Hours),
        Times(facts, weights.Times), Context(facts, weights.Context), Results(facts, weights.Results), Quota(facts, weights.Quota),
    }.OfType<MatchReason>()];

    public static MatchReason Availability(MatchFacts facts, int most)
    {
        if (facts.Opening is not { } opening)
        {
            return facts.Company.LastVerifiedOn is { } last
                ? Reason("availability.stale", new($"Disponibilità da confermare: l'ultima è del {Day(last, "it-IT")}", $"Availability to be confirmed: the last is of {Day(last, "en-GB")}"), 0, most, Iso(last))
                : Reason("availability.unknown", new("Disponibilità da verificare con una chiamata", "Availability to be verified by a call"), 0, most);
        }

        var age = Math.Max(0, facts.Today.DayNumber - opening.VerifiedOn.DayNumber);
        var share = age <= FreshDays ? 1 : 1 - (0.5 * Math.Min(1, (age - FreshDays) / (double)(StaleDays - FreshDays)));
        return opening.State is AvailabilityState.Future
            ? Reason("availability.future", new($"Disponibile più avanti: verificata il {Day(opening.VerifiedOn, "it-IT")}", $"Available later: verified on {Day(opening.VerifiedOn, "en-GB")}"), share / 2, most, Iso(opening.VerifiedOn))
            : Reason("availability.current", new(
                $"Disponibilità verificata il {Day(opening.VerifiedOn, "it-IT")}: {(opening.Places == 1 ? "1 posto" : $"{opening.Places} posti")}",
                $"Availability verified on {Day(opening.VerifiedOn, "en-GB")}: {(opening.Places == 1 ? "1 place" : $"{opening.Places} places")}"), share, most, Iso(opening.VerifiedOn));
    }

    public static MatchReason? Sector(MatchFacts facts, int most) => facts.Wish.Sectors.Count == 0 ? null
        : facts.Wish.Sectors.Contains(facts.Company.Sector)
            ? Reason("sector.wished", new("Settore desiderato", "Wished sector"), 1, most, facts.Company.Sector)
            : Reason("sector.other", new("Settore diverso da quelli desiderati", "Not one of the wished sectors"), 0, most, facts.Company.Sector);

    public static MatchReason Distance(MatchFacts facts, int most)
    {
        var (far, moving) = (Reach.Km(facts.Wish) ?? UsualKm, Reach.Moving(facts.Wish));
        return facts.Km switch
        {
            null => Reason("distance.unknown", new("Distanza non nota", "Distance not known"), 0, most),
            < 1 => Reason("distance.same", new("Nello stesso comune", "In the same municipality"), 1, most, "0"),
            { } km => Reason(
                "distance.km",
                new($"A {Whole(km)} km in linea d'aria{Comma(moving.It)}", $"{Whole(km)} km away as the crow flies{Comma(moving.En)}"), Math.Max(0, 1 - (km / far)), most, Whole(km)),
        };
    }

    public static MatchReason? Skills(MatchFacts facts, int most)
    {
        if (facts.Opening is not { Skills.Count: > 0 } opening)
        {
            return null;
        }

        var has = facts.Wish.Skills.Select(SearchText.Normalize).ToHashSet();
        var found = opening.Skills.Where(skill => has.Contains(SearchText.Normalize(skill))).ToArray();
        return found.Length == 0
            ? Reason("skills.none", new($"Competenze richieste da costruire: {Listed(opening.Skills)}", $"Skills asked for are still to be learned: {Listed(opening.Skills)}"), 0, most, "0")
            : Reason(
                "skills.found", new($"Competenze presenti: {Listed(found)} ({found.Length} su {opening.Skills.Count})", $"Skills there: {Listed(found)} ({found.Length} of {opening.Skills.Count})"),
                found.Length / (double)opening.Skills.Count, most, Number(found.Length));
    }

    public static MatchReason? Hours(MatchFacts facts, int most)
    {
        if (facts.Opening?.WeeklyHours is not { } offered || facts.Wish.WeeklyHours is not { } wished)
        {
            return null;
        }

        return Math.Abs(offered - wished) switch
        {
            <= CloseHours => Reason("hours.fit", new($"{offered} ore alla settimana: quante se ne cercano", $"{offered} hours a week: as many as sought"), 1, most, Number(offered)),
            <= NearHours => Reason("hours.near", new($"{offered} ore alla settimana invece di {wished}", $"{offered} hours a week instead of {wished}"), 0.5, most, Number(offered)),
            _ => Reason("hours.far", new($"{offered} ore alla settimana, lontane dalle {wished} cercate", $"{offered} hours a week, far from the {wished} sought"), 0, most, Number(offered)),
        };
    }

    public static MatchReason? Times(MatchFacts facts, int most) => facts.Wish.Unavailable.Count == 0 || facts.Opening is not { } opening ? null
        : opening.Times.Count > 0
            ? Reason("times.fit", new("Orario compatibile con i momenti non disponibili", "Its times are compatible with those not available"), 1, most)
            : Reason("times.unknown", new("Orario da concordare: alcuni momenti non sono disponibili", "Times to be agreed: some are not available"), 0, most);

    public static MatchReason? Context(MatchFacts facts, int most) => (facts.Wish.Context, facts.Opening) switch
    {
        (WorkContext.Either, _) => null,
        (_, null) => Reason("context.unknown", new("Contesto protetto o produttivo: da chiedere", "Protected or productive context: to be asked"), 0, most),
        (WorkContext.Protected, { Context: AvailabilityContext.Protected }) => Reason("context.fit", new("Contesto protetto, come serve", "Protected context, as needed"), 1, most, "protected"),
        (WorkContext.Productive, { Context: not AvailabilityContext.Protected }) => Reason("context.fit", new("Contesto produttivo, come si cerca", "Productive context, as sought"), 1, most, "productive"),
        _ => Reason("context.other", new("Contesto diverso da quello cercato", "Not the context sought"), 0, most),
    };

    public static MatchReason Results(MatchFacts facts, int most)
    {
        var similar = facts.SimilarPaths.ToArray();
        var (ended, hired) = (similar.Sum(path => path.Ended), similar.Sum(path => path.Hired));

        // One success of one is not better proof than eight of ten: a company is measured as if it had one more of each.
        return ended == 0
            ? Reason("results.none", new("Nessun percorso simile concluso qui", "No similar path ended here"), 0, most, "0")
            : Reason("results.past", new($"Percorsi simili conclusi: {ended}, con un lavoro dopo: {hired}", $"Similar paths ended: {ended}, with a job afterwards: {hired}"),
                (hired + 1) / (double)(ended + 2), most, $"{Number(hired)}/{Number(ended)}");
    }

    public static MatchReason? Quota(MatchFacts facts, int most) => facts.Quota switch
    {
        null => null,
        { Holds: false } => Reason("quota.free", new("Per questo tipo di tirocinio non c'è un numero massimo", "There is no maximum for this kind of internship"), 1, most),
        { Left: { } left, Allowed: { } allowed } => Reason("quota.left", new($"Posti liberi nel numero massimo di tirocinanti: {left} su {allowed}", $"Room within the maximum of interns: {left} of {allowed}"), left > 0 ? 1 : 0, most, Number(left)),
        _ => Reason("quota.unknown", new("Numero massimo di tirocinanti non noto: chiedere i dipendenti", "Maximum of interns not known: ask for the staff"), 0, most),
    };

    private static MatchReason Reason(string code, Words words, double share, int most, string? value = null) => new(code, words.ToString(), (int)Math.Round(share * most), most, value);

    private static string Day(DateOnly day, string culture) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(culture));

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Whole(double km) => Math.Round(km).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Comma(string words) => words.Length == 0 ? "" : $", {words}";

    private static string Listed(IReadOnlyList<string> skills) => string.Join(", ", skills.Take(4)) + (skills.Count > 4 ? "…" : "");
}
