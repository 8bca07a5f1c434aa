using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Skills;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Internships.Papers;

/// <summary>All that the papers of an internship or a convention may say, read in a constant number of statements whatever is made of it.</summary>
internal sealed class PaperReader(IDbSession db, ClosingReader closing, CourseReader course, SkillTable skills, IMediator mediator, IColleagues colleagues, PromoterOptions promoter, IOptions<ServiceOptions> service, TimeProvider clock)
{
    private const string FsePlus = "fsePlus";

    private const string SelectMonths = """
        select month as Month, state as State, minutes as Minutes
        from   internships_attendance_month
        where  internship_id = @Id
        order by month
        """;

    private const string SelectDays = """
        select day as Day, minutes as Minutes, case when absence_cipher is null then 0 else 1 end as IsAbsence
        from   internships_attendance_day
        where  internship_id = @Id
        order by day
        """;

    private const string SelectReckoned = """
        select item.month as Month, item.cents as Cents, item.kept_cents as KeptCents, item.reckoning as Reckoning
        from   internships_allowance_item item
        join   internships_allowance_run run on run.id = item.run_id
        where  item.internship_id = @Id and run.state = 'frozen'
        order by item.month, item.id
        """;

    private const string SelectPatron = """
        select patron_month as Month, patron_day as Day
        from   internships_usual_week
        where  internship_id = @Id
        """;

    /// <summary>The facts of an internship.</summary>
    public async Task<PaperFacts> OfAsync(InternshipRow row, CaseFacts forCase, CancellationToken ct)
    {
        var host = await mediator.Send(new FindHost(row.CompanyId), ct);
        var convention = row.ConventionId is { } id ? await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { Id = id }, ct) : null;
        var assignment = await db.FindAsync<AssignmentRow>(GetAllowanceHandler.Select, new { row.Id }, ct);
        var programme = assignment?.ProgrammeId is { } paying && await mediator.Send(new DescribeProgrammes([paying]), ct) is [var found] ? found : null;
        var patron = await db.FindAsync<PatronRow>(SelectPatron, new { row.Id }, ct);
        var names = await colleagues.NamesAsync(ct);
        return new(Common(host, convention), row, forCase, programme?.Name ?? row.Programme, programme?.Kind == FsePlus)
        {
            Person = await mediator.Send(new FindWorker(row.CaseId, Opens: false), ct),
            PromoterTutor = names.GetValueOrDefault(row.PromoterTutorId) ?? "",
            Amendments = [.. (await course.AmendmentsAsync(row.Id, names, ct)).Where(one => !one.Waits || row.State is InternshipState.Active).OrderBy(one => one.EffectiveOn)],
            Extensions = [.. (await course.ExtensionsAsync(row, names, ct)).Reverse()],
            Months = await db.QueryAsync<MonthRow>(SelectMonths, new { row.Id }, ct),
            Days = await db.QueryAsync<DayRow>(SelectDays, new { row.Id }, ct),
            Reckoned = await db.QueryAsync<ReckonedRow>(SelectReckoned, new { row.Id }, ct),
            Suspended = await db.QueryAsync<Span>(SuspensionBook.SelectDays, new { InternshipId = row.Id, SuspensionBook.Ever }, ct),
            Patron = patron is { Month: { } month, Day: { } day } ? new(month, day) : null,
            Closing = await closing.OfAsync(row, ct),
            Skills = await skills.ReadAsync(ct),
            Today = clock.Today(),
        };
    }

    /// <summary>The facts with the tax code in clear, if the template asks for it and who makes the paper may open it; the opening is logged.</summary>
    public async Task<PaperFacts> OpenedForAsync(DocxTemplate template, PaperFacts facts, CancellationToken ct) =>
        facts is { Row: { } row, Person: { MayBeOpened: true, HasTaxCode: true } } && template.Fields.Contains(PaperFields.TaxCode)
            ? facts with { Person = await mediator.Send(new FindWorker(row.CaseId, Opens: true) { OpensAddress = false }, ct) }
            : facts;

    /// <summary>The facts of a convention.</summary>
    public async Task<PaperFacts> OfAsync(ConventionRow convention, CancellationToken ct)
    {
        var host = await mediator.Send(new FindHost(convention.CompanyId), ct);
        return new(Common(host, convention), null, null, null, false) { Today = clock.Today() };
    }

    private Dictionary<string, string> Common(Host host, ConventionRow? convention) => new(StringComparer.Ordinal)
    {
        ["servizio.nome"] = promoter.Name ?? service.Value.ServiceName,
        ["servizio.codice_fiscale"] = Blank.Or(promoter.TaxCode),
        ["azienda.nome"] = host.Name,
        ["azienda.codice_fiscale"] = Blank.Or(host.TaxCode),
        ["azienda.comune"] = Blank.Or(host.MunicipalityName),
        ["convenzione.numero"] = Blank.Or(convention?.Number),
        ["convenzione.dal"] = Blank.Or(PaperFacts.Day(convention?.ValidFrom)),
        ["convenzione.al"] = Blank.Or(PaperFacts.Day(convention?.ValidTo)),
        ["convenzione.inail"] = Blank.Or(convention?.InailPosition),
        ["convenzione.polizza"] = Blank.Or(convention?.LiabilityPolicy),
        ["convenzione.assicurazione"] = convention?.Insurer ?? "",
    };

    /// <summary>What is not known is a line to be filled by hand, not a gap that nobody sees.</summary>
    internal static class Blank
    {
        private const string Line = "________________";

        public static string Or(string? known) => string.IsNullOrWhiteSpace(known) ? Line : known.Trim();
    }

    internal sealed record MonthRow(string Month, RegisterState State, int Minutes);

    internal sealed record DayRow(DateOnly Day, int? Minutes, int IsAbsence);

    internal sealed record ReckonedRow(string Month, long Cents, long KeptCents, string Reckoning);

    private sealed record PatronRow(int? Month, int? Day);
}
