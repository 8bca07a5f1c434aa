using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.Participation.Rules;

/// <summary>At the entry everything that FSE+ asks is known, from the file or from an answer, and the file is not contradicted (Reg. EU 2021/1057, annex I; Reg. EU 2021/1060 art. 69).</summary>
internal static class EntryIsComplete
{
    // Member states of the Union, on 1 February 2020 and since.
    private static readonly HashSet<string> Union =
        ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"];

    /// <summary>Whether a citizenship is of a third country; null where it is not known.</summary>
    public static Answer? ThirdCountry(string? citizenship) => citizenship is null ? null : Union.Contains(citizenship) ? Answer.No : Answer.Yes;

    /// <summary>What is known and what was answered, together.</summary>
    /// <exception cref="FieldException"><c>participation.missing</c> or <c>participation.known-by-file</c>, at the field.</exception>
    public static KnownEntry Check(KnownEntry known, EntryAnswers asked)
    {
        var since = asked.Employment is EntryEmployment.Unemployed ? Of("unemployedSince", known.UnemployedSince, asked.UnemployedSince) : known.UnemployedSince;
        if (since > asked.EnteredOn && asked.Employment is EntryEmployment.Unemployed)
        {
            throw new FieldException("unemployedSince", "participation.unemployed-later", new(
                "È dopo l'ingresso nel programma: controllare le due date.", "It is after the entry into the programme: check the two dates."));
        }

        return new(
            since, OfText("education", known.Education, asked.Education), Of("disability", known.Disability, asked.Disability), Of("thirdCountry", known.ThirdCountry, asked.ThirdCountry),
            Of("foreignBackground", known.ForeignBackground, asked.ForeignBackground), Of("minority", known.Minority, asked.Minority), Of("housingExclusion", known.HousingExclusion, asked.HousingExclusion));
    }

    private static T Of<T>(string field, T? known, T? asked) where T : struct, IEquatable<T>
    {
        if (known is { } fact && asked is { } answer && !fact.Equals(answer))
        {
            throw Contradicts(field);
        }

        return known ?? asked ?? throw Missing(field);
    }

    private static Answer Of(string field, Answer? known, Answer? asked)
    {
        if (known is { } fact && asked is { } answer && fact != answer)
        {
            throw Contradicts(field);
        }

        return known ?? asked ?? throw Missing(field);
    }

    private static string OfText(string field, string? known, string? asked)
    {
        if (known is not null && asked is not null && known != asked)
        {
            throw Contradicts(field);
        }

        return known ?? asked ?? throw Missing(field);
    }

    private static FieldException Missing(string field) => new(field, "participation.missing", new(
        "La scheda della persona non lo dice: chiederlo adesso, si chiede una volta sola.", "The person's file does not say it: ask it now, it is asked once only."));

    private static FieldException Contradicts(string field) => new(field, "participation.known-by-file", new(
        "La scheda della persona dice altro: correggere là quello che non è giusto.", "The person's file says otherwise: put right there what is wrong."));
}
