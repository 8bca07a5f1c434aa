using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Skills;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.Internships.Papers;

/// <summary>What was read, and what each paper makes of it.</summary>
internal sealed record PaperFacts(IReadOnlyDictionary<string, string> Common, InternshipRow? Row, CaseFacts? Case, string? Programme, bool IsFunded)
{
    private const int Whole = 100, DaysAWeek = 7;

    /// <summary>They tell more of what other fields say already: a paper that was made and signed before they were there still says what is true.</summary>
    private static readonly string[] Telling = ["tirocinio.attestato_il", "tirocinio.proroghe", "tirocinio.modifiche", "percorso.sospensioni"];

    /// <summary>They come of the person's own record: told of by its mark, which changes with them.</summary>
    private static readonly string[] OfThePerson = ["persona.nata", "persona.luogo_nascita", PaperFields.TaxCode];

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> NoLists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> NothingRegistered = [new Dictionary<string, string> { ["mesi.mese"] = "nessun registro" }];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> NothingEvaluated = [new Dictionary<string, string> { ["competenze.nome"] = "nessuna valutazione registrata" }];

    /// <summary>What the person's record tells; nothing to who is not of the équipe.</summary>
    public Worker Person { get; init; } = Worker.Unknown;

    public string PromoterTutor { get; init; } = "";

    public IReadOnlyList<PaperReader.MonthRow> Months { get; init; } = [];

    public IReadOnlyList<PaperReader.DayRow> Days { get; init; } = [];

    public IReadOnlyList<PaperReader.ReckonedRow> Reckoned { get; init; } = [];

    public IReadOnlyList<Span> Suspended { get; init; } = [];

    public PatronDay? Patron { get; init; }

    /// <summary>The first first; one that will never take effect is none.</summary>
    public IReadOnlyList<ShownAmendment> Amendments { get; init; } = [];

    /// <summary>The first first; an end that a suspension moved says so.</summary>
    public IReadOnlyList<ShownExtension> Extensions { get; init; } = [];

    /// <summary>What the internship comes to.</summary>
    public ClosingFacts Closing { get; init; } = ClosingFacts.None(InternshipKind.Extracurricular);

    public SkillBook Skills { get; init; } = SkillBook.Shipped;

    public required DateOnly Today { get; init; }

    private DateOnly LastDay => Row!.EndedOn ?? Row.EndsOn;

    /// <summary>The months of which a paper can be made, the last first.</summary>
    public IReadOnlyList<string> MonthsOf(PaperKind kind)
    {
        if (kind is PaperKind.PayReckoning)
        {
            return [.. Reckoned.Select(line => line.Month).Distinct().OrderDescending()];
        }

        if (Row is not { State: not (InternshipState.Proposed or InternshipState.Cancelled) })
        {
            return [];
        }

        var months = new List<string>();
        for (var month = RegisterMonth.Of(Row.StartsOn); month.First <= LastDay && month.First <= Today; month = month.Next)
        {
            months.Insert(0, month.Text);
        }

        return months;
    }

    /// <summary>Whether the paper can be made: nobody attests what has not ended, or was not attended enough.</summary>
    public bool Has(PaperKind kind, string month) => kind switch
    {
        PaperKind.Convention => Row is null,
        _ when Row is null => false,
        PaperKind.Project => Row.State is not InternshipState.Cancelled,
        PaperKind.Register or PaperKind.PayReckoning => MonthsOf(kind).Contains(month),
        PaperKind.Dossier => Row.State is InternshipState.Active or InternshipState.Ended or InternshipState.EndedEarly,
        _ => Row.IsOver && Closing.SufficesForAttestation,
    };

    /// <summary>The values of a paper.</summary>
    public TemplateValues ValuesOf(PaperKind kind, string month)
    {
        var values = new Dictionary<string, string>(Common, StringComparer.Ordinal) { ["oggi"] = Day(Today) };
        if (Row is not null)
        {
            OfInternship(values);
        }

        // A sheet of a month names the tutors, the hours and the place of then.
        if (kind is PaperKind.Register or PaperKind.PayReckoning && RegisterMonth.Read(month).Last is var last && PlanOn(last < LastDay ? last : LastDay) is { } plan)
        {
            OfPlan(values, plan);
        }

        return kind switch
        {
            PaperKind.Register => OfRegister(values, RegisterMonth.Read(month)),
            PaperKind.PayReckoning => OfReckoning(values, month),
            PaperKind.Dossier or PaperKind.Attestation => OfWhole(values),
            _ => new(values, NoLists),
        };
    }

    /// <summary>
    /// Whether a paper with this digest still says what is true. One that is signed, or that somebody was sent to sign, does so too if it was made when papers did not tell where the person was born
    /// and their tax code.
    /// </summary>
    public bool Says(string digest, PaperKind kind, string month, Guid? template, bool isBound) =>
        digest == DigestOf(kind, month, template) || (isBound && digest == DigestOf(kind, month, template, ofPerson: false));

    /// <summary>Of what a paper says; the day on which it is made does not count.</summary>
    public string DigestOf(PaperKind kind, string month, Guid? template) => DigestOf(kind, month, template, PaperFields.NamesThePerson(kind));

    private string DigestOf(PaperKind kind, string month, Guid? template, bool ofPerson)
    {
        var values = ValuesOf(kind, month);
        var told = values.Values.Where(value => value.Key != "oggi" && !Telling.Contains(value.Key) && !OfThePerson.Contains(value.Key));
        if (ofPerson && Person.Mark.Length > 0)
        {
            told = told.Append(new("persona", Person.Mark));
        }

        // What will change shows in no other field yet.
        if (kind is PaperKind.Project or PaperKind.Dossier && Amendments.Where(one => one.Waits).ToArray() is { Length: > 0 } waiting)
        {
            told = told.Append(new("tirocinio.modifiche", Said(waiting)));
        }

        var ordered = new
        {
            Template = template,
            IsFunded,
            Values = told.OrderBy(value => value.Key, StringComparer.Ordinal).ToArray(),
            Lists = values.Lists.OrderBy(list => list.Key, StringComparer.Ordinal).Select(list => list.Value.Select(item => item.OrderBy(value => value.Key, StringComparer.Ordinal).ToArray()).ToArray()).ToArray(),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ordered)));
    }

    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Hours(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    private static string Euro(long cents) => string.Create(Italian, $"{cents / 100m:N2} €");

    private static string MonthName(string month) => RegisterMonth.Read(month).First.ToString("MMMM yyyy", Italian);

    private void OfInternship(Dictionary<string, string> values)
    {
        var (row, plan) = (Row!, Row!.Plan);
        values["persona.nome"] = Case!.DisplayName;
        values["persona.nascita"] = Day(Case.BirthDate);
        values["persona.nata"] = Person.Woman switch { true => "nata", false => "nato", null => "nata o nato" };
        values["persona.luogo_nascita"] = PaperReader.Blank.Or(Person.Birthplace?.Split(" (")[0]);
        values[PaperFields.TaxCode] = PaperReader.Blank.Or(Person.TaxCode);
        values["tirocinio.tipo"] = row.Kind is InternshipKind.SocialInclusion ? "tirocinio di inclusione sociale" : "tirocinio extracurriculare";
        values["tirocinio.finalita"] = row.Modulation switch
        {
            Modulation.MaintainingSkills => "Mantenimento delle abilità",
            Modulation.SupportToPlacement => "Supporto all'inserimento",
            _ => "Inserimento in azienda",
        };
        values["tirocinio.dal"] = Day(row.StartsOn);
        values["tirocinio.al"] = Day(row.EndsOn);
        values["tirocinio.ore_settimanali"] = WeeklyTime.Short(row.WeeklyHours);
        values["tirocinio.orario"] = string.Join('\n', plan.Hours?.Slots.Select(slot => slot.Said.It) ?? []);
        values["tirocinio.luogo"] = row.Workplace ?? values["azienda.comune"];
        values["tirocinio.attivita"] = row.Duties;
        values["tirocinio.obiettivi"] = row.Objectives;
        values["tirocinio.tutor_aziendale"] = PaperReader.Blank.Or(row.HostTutor);
        values["tirocinio.tutor_servizio"] = PaperReader.Blank.Or(PromoterTutor);
        values["tirocinio.indennita"] = Euro(row.AllowanceCents);
        values["tirocinio.programma"] = Programme ?? "";
        values["tirocinio.attestato_da"] = row.AttestedBy ?? "";
        values["tirocinio.attestato_il"] = Day(row.AttestedOn);
        values["tirocinio.proroghe"] = string.Join('\n', Extensions.Select(one => $"fino al {Day(one.EndsOn)} (prima {Day(one.EndedBefore)}){(one.BySuspension ? ", per i giorni di sospensione" : "")}"));
        values["tirocinio.modifiche"] = Said(Amendments);
        values["tirocinio.referente_caso"] = row.CaseManager ?? "";
        values["sicurezza.rischio"] = PaperReader.Blank.Or(row.SafetyRisk switch { SafetyRisk.Low => "basso", SafetyRisk.Medium => "medio", SafetyRisk.High => "alto", _ => null });
        values["sicurezza.ore_generali"] = PaperReader.Blank.Or(row.SafetyGeneralHours?.ToString(CultureInfo.InvariantCulture));
        values["sicurezza.ore_specifiche"] = PaperReader.Blank.Or(row.SafetySpecificHours?.ToString(CultureInfo.InvariantCulture));
        values["sicurezza.entro"] = PaperReader.Blank.Or(Day(row.SafetyOn));
        values["sicurezza.a_cura_di"] = PaperReader.Blank.Or(row.SafetyBy);
        values["finanziamento"] = IsFunded ? $"Cofinanziato dall'Unione europea, Fondo sociale europeo Plus (FSE+). Programma: {Programme}" : "";
        values["convenzione.inail"] = row.InailPosition ?? values["convenzione.inail"];
        values["convenzione.polizza"] = row.LiabilityPolicy ?? values["convenzione.polizza"];
    }

    /// <summary>A line each, with what stood before.</summary>
    private string Said(IEnumerable<ShownAmendment> amendments) => string.Join('\n', amendments.Select(one => $"dal {Day(one.EffectiveOn)}: {string.Join("; ", ChangesOf(one, Common["azienda.comune"]))}"));

    private static IEnumerable<string> ChangesOf(ShownAmendment amendment, string seat)
    {
        var (before, after) = (amendment.Before, amendment.After);
        (string Name, string Before, string After)[] all =
        [
            ("ore a settimana", WeeklyTime.Short(before.WeeklyHours), WeeklyTime.Short(after.WeeklyHours)),
            ("orario", InShort(before.Hours), InShort(after.Hours)),
            ("luogo", before.Workplace ?? seat, after.Workplace ?? seat),
            ("tutor aziendale", before.HostTutor, after.HostTutor),
            ("tutor del servizio", before.PromoterTutorName ?? "", after.PromoterTutorName ?? ""),
            ("chi segue il caso", before.CaseManager ?? "", after.CaseManager ?? ""),
        ];
        return all.Where(one => one.Before != one.After).Select(one => $"{one.Name} {(one.After.Length > 0 ? one.After : "non indicato")}{(one.Before.Length > 0 ? $" (prima {one.Before})" : "")}");
    }

    /// <summary>Days that follow one another with the same hours are said once: <c>da lunedì a venerdì 8:00–13:00</c>.</summary>
    private static string InShort(IReadOnlyList<DayHours> hours)
    {
        var said = new List<string>();
        var alike = new List<DayHours>();
        foreach (var slot in hours)
        {
            if (alike.Count > 0 && (slot.From != alike[^1].From || slot.To != alike[^1].To || (int)slot.Day % DaysAWeek != ((int)alike[^1].Day + 1) % DaysAWeek))
            {
                said.Add(Said());
                alike.Clear();
            }

            alike.Add(slot);
        }

        return string.Join(", ", alike.Count > 0 ? said.Append(Said()) : said);

        string Said() => alike.Count > 2 ? $"da {Italian.DateTimeFormat.GetDayName(alike[0].Day)} a {alike[^1].Said.It}" : string.Join(", ", alike.Select(slot => slot.Said.It));
    }

    /// <summary>What stood on a day, where an amendment says so; null where what stands now stood then.</summary>
    private AmendedPlan? PlanOn(DateOnly day) => Amendments.LastOrDefault(one => one.EffectiveOn <= day)?.After ?? Amendments.FirstOrDefault(one => one.EffectiveOn > day)?.Before;

    private static void OfPlan(Dictionary<string, string> values, AmendedPlan plan)
    {
        values["tirocinio.ore_settimanali"] = WeeklyTime.Short(plan.WeeklyHours);
        values["tirocinio.orario"] = string.Join('\n', plan.Hours.Select(slot => slot.Said.It));
        values["tirocinio.luogo"] = plan.Workplace ?? values["azienda.comune"];
        values["tirocinio.tutor_aziendale"] = PaperReader.Blank.Or(plan.HostTutor);
        values["tirocinio.tutor_servizio"] = PaperReader.Blank.Or(plan.PromoterTutorName);
        values["tirocinio.referente_caso"] = plan.CaseManager ?? "";
    }

    private TemplateValues OfRegister(Dictionary<string, string> values, RegisterMonth month)
    {
        var written = Days.ToDictionary(day => day.Day);
        var days = new List<IReadOnlyDictionary<string, string>>();
        var (minutes, isEmpty) = (0, true);
        for (var day = month.First; day <= month.Last; day = day.AddDays(1))
        {
            if (day < Row!.StartsOn || day > LastDay)
            {
                continue;
            }

            var one = written.GetValueOrDefault(day);
            minutes += one?.Minutes ?? 0;
            isEmpty &= one is null;
            days.Add(new Dictionary<string, string>
            {
                ["giorni.data"] = Day(day),
                ["giorni.giorno"] = day.ToString("dddd", Italian),
                ["giorni.ore"] = one?.Minutes is { } done ? Hours(done) : "",
                ["giorni.nota"] = one?.IsAbsence == 1 ? "assente" : Suspended.Any(span => span.First <= day && day <= span.Last) ? "sospeso" : Holidays.Of(day, Patron)?.It ?? "",
            });
        }

        values["mese.nome"] = MonthName(month.Text);

        // The sheet of a month in which nothing is written yet is filled by hand, the sum too.
        values["mese.ore"] = isEmpty ? PaperReader.Blank.Or(null) : Hours(minutes);
        return new(values, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> { [PaperFields.Days] = days });
    }

    private TemplateValues OfReckoning(Dictionary<string, string> values, string month)
    {
        var items = Reckoned.Where(item => item.Month == month).ToArray();
        values["mese.nome"] = MonthName(month);
        values["conteggio.totale"] = Euro(items.Sum(item => item.Cents));
        return new(values, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            [PaperFields.Lines] = [.. items.SelectMany(item => ReckonedLines.Read(item.Reckoning)).Select(line => new Dictionary<string, string>
            {
                ["righe.voce"] = ReckonedWords.Of(line).It,
                ["righe.importo"] = line.Cents is { } cents ? Euro(cents) : "",
            })],
        });
    }

    private TemplateValues OfWhole(Dictionary<string, string> values)
    {
        values["percorso.ultimo_giorno"] = Day(Row!.EndedOn);
        values["percorso.ore"] = Hours(Months.Sum(month => month.Minutes));
        // One that nobody knows the end of, or that ends later, rested until today.
        var until = LastDay < Today ? LastDay : Today;
        values["percorso.giorni_sospesi"] = Suspended.Sum(span => Math.Max(0, (span.Last < until ? span.Last : until).DayNumber - span.First.DayNumber + 1)).ToString(CultureInfo.InvariantCulture);
        values["percorso.sospensioni"] = string.Join('\n', Suspended.Where(span => span.First <= LastDay).OrderBy(span => span.First)
            .Select(span => span.Last <= LastDay ? $"dal {Day(span.First)} al {Day(span.Last)}" : Row.IsOver ? $"dal {Day(span.First)} al {Day(LastDay)}" : $"dal {Day(span.First)}, ancora in corso"));
        values["percorso.ore_previste"] = Hours(Closing.PlannedMinutes);
        values["percorso.presenza"] = Math.Min(Whole, Closing.PresencePercent).ToString(CultureInfo.InvariantCulture);
        values["percorso.visite"] = Closing.Visits.ToString(CultureInfo.InvariantCulture);
        values["percorso.colloqui"] = Closing.Interviews.ToString(CultureInfo.InvariantCulture);
        values["percorso.esito"] = Row.Outcome switch
        {
            null => "",
            Outcome.HiredByHost => "Assunzione da parte dell'azienda",
            Outcome.OtherJob => "Altro lavoro",
            Outcome.NewInternship => "Nuovo tirocinio",
            Outcome.CompletedNoJob => "Concluso",
            _ => "Concluso prima del termine",
        };
        return new(values, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            [PaperFields.Months] = Months.Count == 0 ? NothingRegistered : [.. Months.Select(month => new Dictionary<string, string>
            {
                ["mesi.mese"] = MonthName(month.Month),
                ["mesi.ore"] = Hours(month.Minutes),
                ["mesi.registro"] = month.State is RegisterState.Closed ? "firmato" : "aperto",
            })],
            [PaperFields.Skills] = Closing.Skills.Count == 0 ? NothingEvaluated : [.. Closing.Skills.Select(skill => new Dictionary<string, string>
            {
                ["competenze.nome"] = Skills.WordsOf(skill.Code)?.It ?? skill.Code,
                ["competenze.ambito"] = Skills.GroupOf(skill.Code)?.It ?? "",
                ["competenze.livello"] = SkillCatalogue.WordsOf(skill.Level).It,
                ["competenze.valutata_da"] = SkillCatalogue.WordsOf(skill.By).It,
            })],
            [PaperFields.Objectives] = [.. Closing.Objectives.Select(one => new Dictionary<string, string>
            {
                ["obiettivi.obiettivo"] = one.Objective,
                ["obiettivi.livello"] = one.Level is { } level ? SkillCatalogue.WordsOf(level).It : "non ancora valutato",
            })],
        });
    }
}
