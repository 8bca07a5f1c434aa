using System.Linq.Expressions;
using FluentValidation;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>A fact about a person that has no place among the constraints of a duty.</summary>
internal enum PersonalFact
{
    /// <summary>GDPR art. 10.</summary>
    Penal,

    /// <summary>GDPR art. 9.</summary>
    Health,
}

/// <summary>
/// A constraint says what the duty asks, never what a person may be or have been: "no penal measures" and the like are not storable, and the refusal says which constraint to ask for instead.
/// It knows words, not meanings: whoever writes must still think.
/// </summary>
internal static class ConstraintSpeaksOfTheDuty
{
    public const string PenalCode = "availability.speaks-of-penal-facts";
    public const string HealthCode = "availability.speaks-of-health";

    private static readonly Words Penal = new(
        "Qui non si registrano fatti penali delle persone. Si chieda che cosa serve alla mansione e lo si indichi nei vincoli: giorni e fasce orarie, turni, patente, tolleranza per le interruzioni.",
        "Penal facts about people are not recorded here. Ask what the duty needs and say it as a constraint: days and parts of the day, shifts, driving licence, tolerance for interruptions.");

    private static readonly Words Health = new(
        "Qui non si registrano fatti di salute delle persone. Si chieda che cosa serve alla mansione e lo si indichi nei vincoli: sforzo fisico, turni, giorni e fasce orarie, tolleranza per le interruzioni.",
        "Health facts about people are not recorded here. Ask what the duty needs and say it as a constraint: physical effort, shifts, days and parts of the day, tolerance for interruptions.");

    // Beginnings of words as the search text writes them: lower case, no accents.
    private static readonly string[] PenalWords =
        ["penal", "carcer", "detenut", "detenzion", "condannat", "condanne", "arrest", "uepe", "pregiudicat", "fedina", "casellario", "reati", "semiliberta", "galera", "prigion", "scarcerat", "criminal", "convict", "prison", "detention"];

    private static readonly string[] HealthWords =
        ["tossic", "drog", "alcolist", "alcolism", "alcol", "psichiatr", "psichic", "schizofren", "depress", "epiless", "hiv", "aids", "metadon", "serd", "sert", "diagnos", "disabil", "invalid", "malat", "addict", "disease", "illness"];

    private static readonly string[] PenalPhrases = ["misura alternativa", "misure alternative", "messa alla prova", "affidamento in prova", "affidati in prova", "affidato in prova", "affidate in prova", "affidata in prova", "affidati ai servizi", "arresti domiciliari", "precedenti giudiziari", "senza precedenti", "criminal record"];

    // "No drug users" is refused where "assistance to sick people" is a duty like another: what matters is that people are kept out.
    private static readonly string[] Negations = ["no", "non", "niente", "nessun", "nessuno", "nessuna", "senza", "esclusi", "escluse", "escluso", "esclusa", "tranne", "without", "not", "never", "except"];
    private const int Reach = 5;

    // Of people only: a shop may well sell no alcohol.
    private static readonly string[] KeptOut =
        ["tossic", "drogat", "alcolist", "alcolism", "alcolizz", "psichiatr", "psichic", "schizofren", "depress", "epilet", "epiless", "hiv", "aids", "metadon", "serd", "disabil", "invalid", "malat", "addict"];

    /// <summary>Whether a text keeps people out for their health, such as «no tossicodipendenti».</summary>
    public static bool KeepsOutForHealth(string? text)
    {
        var words = SearchText.Normalize(text).Split(' ');
        return words.Where((word, at) => Array.Exists(KeptOut, begin => word.StartsWith(begin, StringComparison.Ordinal))
            && words[Math.Max(0, at - Reach)..at].Any(before => Negations.Contains(before))).Any();
    }

    /// <summary>Refuses a text that speaks of penal facts, or keeps people out for their health.</summary>
    public static void SpeaksOfNoExclusion<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> field)
    {
        validator.SpeaksOfTheDuty(field, PersonalFact.Penal);
        validator.RuleFor(field).Must(text => !KeepsOutForHealth(text)).WithErrorCode(HealthCode).WithMessage(_ => Health.ToString());
    }

    /// <summary>The same for words such as tags.</summary>
    public static void SpeakOfNoExclusion<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>>> field)
    {
        validator.RuleFor(field).Must(texts => texts.All(text => Of(text, PersonalFact.Penal) is null)).WithErrorCode(PenalCode).WithMessage(_ => Penal.ToString());
        validator.RuleFor(field).Must(texts => !texts.Any(KeepsOutForHealth)).WithErrorCode(HealthCode).WithMessage(_ => Health.ToString());
    }

    /// <summary>The fact that a text speaks of, or null.</summary>
    public static PersonalFact? Of(string? text, params ReadOnlySpan<PersonalFact> refused)
    {
        var normalized = SearchText.Normalize(text);
        if (normalized.Length == 0)
        {
            return null;
        }

        var words = normalized.Split(' ');
        foreach (var fact in refused)
        {
            var begins = fact is PersonalFact.Penal ? PenalWords : HealthWords;
            if (Array.Exists(words, word => Array.Exists(begins, begin => word.StartsWith(begin, StringComparison.Ordinal)))
                || (fact is PersonalFact.Penal && Array.Exists(PenalPhrases, phrase => normalized.Contains(phrase, StringComparison.Ordinal))))
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>Refuses a text that speaks of one of these facts.</summary>
    public static void SpeaksOfTheDuty<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> field, params PersonalFact[] refused)
    {
        foreach (var fact in refused)
        {
            validator.RuleFor(field).Must(text => Of(text, fact) is null)
                .WithErrorCode(fact is PersonalFact.Penal ? PenalCode : HealthCode)
                .WithMessage(_ => (fact is PersonalFact.Penal ? Penal : Health).ToString());
        }
    }
}
