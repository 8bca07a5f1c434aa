using System.Text.Json;
using System.Text.Json.Serialization;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Allowances.Reckoning;

/// <summary>What a line of a reckoning says. Kept with the list for ever: add at the end, never change a name.</summary>
internal enum ReckonedStep
{
    Days,
    Suspended,
    Hours,
    FullAmount,
    BelowThreshold,
    InProportion,
    Floor,
    StepReached,
    NoTerms,
    Part,
    DowryTotal,
    DowryKept,
    DowryReleased,
    Listed,
    Difference,
    PaidAgain,
    PartInThirtieths,
    Carried,
    NoPresence,
    BandReached,
    DowrySettled,
    DaysTooLong,
    GivenBack,
    Renounced,
}

/// <summary>A line of a reckoning: the numbers, from which the sentence is made in the language of whoever reads.</summary>
internal sealed record ReckonedLine(ReckonedStep Step)
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int? Days { get; init; }

    public int? OfDays { get; init; }

    public int? WorkedMinutes { get; init; }

    public int? PlannedMinutes { get; init; }

    /// <summary>Of the terms: percentage or hours, as the step says.</summary>
    public int? Threshold { get; init; }

    /// <summary>The threshold itself is not enough; null where it is.</summary>
    public bool? Above { get; init; }

    /// <summary>The amount of a whole month.</summary>
    public long? MonthCents { get; init; }

    /// <summary>What this line adds to what is due.</summary>
    public long? Cents { get; init; }

    public string? Act { get; init; }
}

/// <summary>How reckonings are kept.</summary>
internal static class ReckonedLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<ReckonedStep>(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = ReckonedJson.Default,
    };

    public static string Write(IReadOnlyList<ReckonedLine> lines) => JsonSerializer.Serialize(lines, Options);

    public static IReadOnlyList<ReckonedLine> Read(string text) => JsonSerializer.Deserialize<IReadOnlyList<ReckonedLine>>(text, Options) ?? [];
}

/// <summary>How lines are written, worked out when the platform is built: the first list of a day has thousands.</summary>
[JsonSerializable(typeof(IReadOnlyList<ReckonedLine>))]
internal sealed partial class ReckonedJson : JsonSerializerContext;

/// <summary>The sentences of a reckoning.</summary>
internal static class ReckonedWords
{
    public static Words Of(ReckonedLine line) => line.Step switch
    {
        ReckonedStep.Days => new Words("Giorni che contano: {0} su {1} del mese, dal {2:d} al {3:d}", "Days that count: {0} of the month's {1}, from {2:d} to {3:d}").With(line.Days, line.OfDays, line.From, line.To),
        ReckonedStep.Suspended => new Words("Giorni di sospensione, che non contano: {0}", "Days of suspension, which do not count: {0}").With(line.Days),
        ReckonedStep.Hours => new Words("Presenza: {0} su {1} ore previste, {2} %", "Presence: {0} of {1} planned hours, {2} %").With(Hours(line.WorkedMinutes), Hours(line.PlannedMinutes), Percent(line)),
        ReckonedStep.FullAmount => line.Threshold is null
            ? new Words("Importo mensile intero: {0:N2} €", "Full monthly amount: {0:N2} €").With(Euro(line.MonthCents))
            : line.Above is true
            ? new Words("Presenza sopra il {1} %: importo mensile intero di {0:N2} €", "Presence above {1} %: full monthly amount of {0:N2} €").With(Euro(line.MonthCents), line.Threshold)
            : new Words("Presenza almeno del {1} %: importo mensile intero di {0:N2} €", "Presence of at least {1} %: full monthly amount of {0:N2} €").With(Euro(line.MonthCents), line.Threshold),
        ReckonedStep.BelowThreshold when line.Above is true => new Words(
            "Presenza non sopra il {0} %, come vuole l'atto: nessuna indennità", "Presence not above {0} %, as the act asks: no allowance").With(line.Threshold),
        ReckonedStep.BelowThreshold => new Words("Presenza sotto il {0} %: nessuna indennità", "Presence below {0} %: no allowance").With(line.Threshold),
        ReckonedStep.InProportion when line.Above is true => new Words(
            "Presenza non sopra il {1} %: in proporzione, {0:N2} € al mese", "Presence not above {1} %: in proportion, {0:N2} € a month").With(Euro(line.MonthCents), line.Threshold),
        ReckonedStep.InProportion => new Words("Presenza sotto il {1} %: in proporzione, {0:N2} € al mese", "Presence below {1} %: in proportion, {0:N2} € a month").With(Euro(line.MonthCents), line.Threshold),
        ReckonedStep.Floor => new Words("Mai meno di {0:N2} € al mese per chi ha frequentato", "Never less than {0:N2} € a month for who attended").With(Euro(line.MonthCents)),
        ReckonedStep.StepReached => new Words("Fascia raggiunta (da {1}): {0:N2} € al mese", "Step reached (from {1}): {0:N2} € a month").With(Euro(line.MonthCents), line.Threshold),
        ReckonedStep.BandReached => line.Threshold is > 1
            ? new Words("Fascia raggiunta (dalla {1}ª ora): {0:N2} € al mese", "Band reached (from hour {1} on): {0:N2} € a month").With(Euro(line.MonthCents), line.Threshold)
            : new Words("Fascia raggiunta (dalla prima ora): {0:N2} € al mese", "Band reached (from the first hour on): {0:N2} € a month").With(Euro(line.MonthCents)),
        ReckonedStep.NoPresence => new Words("Nessuna ora di presenza nei giorni che contano: nessuna indennità", "No hour of presence on the days that count: no allowance"),
        ReckonedStep.NoTerms => new Words("Dal {0:d} al {1:d} lo schema non ha regole: nulla è dovuto", "From {0:d} to {1:d} the scheme has no terms: nothing is due").With(line.From, line.To),
        ReckonedStep.Part => new Words("Dal {0:d} al {1:d}: {2} giorni su {3} di {4:N2} €", "From {0:d} to {1:d}: {2} days of {3} of {4:N2} €").With(line.From, line.To, line.Days, line.OfDays, Euro(line.MonthCents)),
        ReckonedStep.PartInThirtieths => new Words("Dal {0:d} al {1:d}: {2} trentesimi di {3:N2} €", "From {0:d} to {1:d}: {2} thirtieths of {3:N2} €").With(line.From, line.To, line.Days, Euro(line.MonthCents)),
        ReckonedStep.DowryTotal => new Words("La dote finisce: restano {0:N2} € del totale", "The dowry runs out: {0:N2} € are left of the total").With(Euro(line.MonthCents)),
        ReckonedStep.DowrySettled => new Words("Ultimo mese, percorso completo: si paga il resto del totale, {0:N2} €", "Last month of a complete path: the rest of the total is due, {0:N2} €").With(Euro(line.MonthCents)),
        ReckonedStep.DaysTooLong => new Words(
            "Da controllare: dal {0:d} al {1:d} il giorno più lungo è di {2}, e lo schema vale se nessun giorno supera {3} ore", "To be checked: from {0:d} to {1:d} the longest day is of {2}, and the scheme holds where no day is longer than {3} hours")
            .With(line.From, line.To, WeeklyTime.OfDay(line.PlannedMinutes ?? 0), line.Threshold),
        ReckonedStep.DowryKept => new Words("La quota è messa da parte per la fine del percorso: {0:N2} €", "The share is kept for the end of the path: {0:N2} €").With(Euro(line.MonthCents)),
        ReckonedStep.DowryReleased => new Words("Fine del percorso: si paga la dote messa da parte", "End of the path: the dowry that was kept is paid"),
        ReckonedStep.Listed => new Words("Già nelle liste precedenti per questo mese: {0:N2} €", "Already on earlier lists for this month: {0:N2} €").With(Euro(line.MonthCents)),
        ReckonedStep.Difference => new Words("Differenza dopo la riapertura del registro", "Difference after the register was reopened"),
        ReckonedStep.PaidAgain => new Words("Il bonifico precedente è tornato indietro: si paga di nuovo", "The earlier transfer came back: it is paid again"),
        ReckonedStep.Carried => new Words("Non basta per recuperare tutto: restano per la prossima lista {0:N2} €", "Not enough to take all of it back: {0:N2} € are left for the next list").With(Euro(line.MonthCents)),
        ReckonedStep.GivenBack => new Words("Già restituiti: {0:N2} €", "Already given back: {0:N2} €").With(Euro(line.MonthCents)),
        ReckonedStep.Renounced => new Words("Non si chiedono più indietro: {0:N2} €", "Not asked back any more: {0:N2} €").With(Euro(line.MonthCents)),
        _ => new("", ""),
    };

    private static decimal Euro(long? cents) => (cents ?? 0) / 100m;

    private static string Hours(int? minutes)
    {
        var (hours, rest) = Math.DivRem(minutes ?? 0, 60);
        return rest == 0 ? $"{hours}" : $"{hours}:{rest:00}";
    }

    private static decimal Percent(ReckonedLine line) => line.PlannedMinutes is > 0 and var planned ? decimal.Round(100m * (line.WorkedMinutes ?? 0) / planned, 1) : 100;
}
