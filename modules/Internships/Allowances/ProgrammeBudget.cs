using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using MediatR;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>How the money for allowances of a programme stands. All in euro cents.</summary>
/// <param name="BudgetCents">The budget lines for allowances.</param>
/// <param name="AssignedCents">What the programme assigned to single people out of those lines.</param>
/// <param name="FrozenCents">On frozen lists, dowries that are kept included.</param>
/// <param name="OpenCents">On the list that is still open.</param>
/// <param name="ForecastCents">What the assigned internships will still take, month by month until their end, if everybody is always there.</param>
/// <param name="Internships">How many internships it pays.</param>
internal sealed record BudgetState(long BudgetCents, long AssignedCents, long FrozenCents, long OpenCents, long ForecastCents, int Internships)
{
    /// <summary>What was paid too much and given back: it is of the budget again. What was renounced stays consumed.</summary>
    public long GivenBackCents { get; init; }

    /// <summary>What the internships take.</summary>
    internal long InternshipCents => FrozenCents + OpenCents + ForecastCents - GivenBackCents;

    /// <summary>What is left of the budget after what is assigned, all lists and the forecast; below zero it does not suffice.</summary>
    public long LeftCents => BudgetCents - AssignedCents - InternshipCents;
}

/// <summary>What a programme's lists have taken so far, without what is still to come.</summary>
/// <param name="OpenCents">On the list that is still open.</param>
/// <param name="UnspentCents">What no approved list and no single person has taken yet: an open list must fit into it.</param>
internal sealed record SpentState(long OpenCents, long UnspentCents);

/// <summary>Reckons what a programme's budget for allowances has paid and will have to pay, in a constant number of statements.</summary>
internal sealed class ProgrammeBudget(IDbSession db, SchemeTable schemes, IMediator mediator)
{
    // By the totals of the lists, not by the rows of all years. What was paid before and came back is paid again out of the same money.
    private const string SelectListed = """
        select    run.state as State, sum(run.cents + run.kept_cents - coalesce(again.cents, 0)) as Cents
        from      internships_allowance_run run
        left join (select repaid_in, sum(cents) as cents from internships_allowance_payment where repaid_in is not null group by repaid_in) again on again.repaid_in = run.id
        where     run.programme_id = @ProgrammeId
        group by  run.state
        """;

    private const string SumGivenBack = """
        select coalesce(sum(closing.cents), 0)
        from   internships_allowance_closing closing
        where  closing.programme_id = @ProgrammeId and closing.state = 'closed' and closing.kind = 'givenBack'
        """;

    private const string SelectPlans = """
        select i.id as Id, i.starts_on as StartsOn, coalesce(i.ended_on, i.ends_on) as LastDay, i.weekly_hours as WeeklyHours, i.meals_provided as MealsProvided, i.allowance_cents as AllowanceCents
        from   internships_allowance_assignment a
        join   internships_internship i on i.id = a.internship_id
        where  a.programme_id = @ProgrammeId and i.state <> 'cancelled'
        """;

    private const string SelectMonths = """
        select   item.internship_id as InternshipId, item.month as Month, sum(item.cents + item.kept_cents) as Cents
        from     internships_allowance_item item
        join     internships_allowance_assignment a on a.internship_id = item.internship_id
        where    a.programme_id = @ProgrammeId and item.kind in ('month', 'difference')
        group by item.internship_id, item.month
        """;

    private const string SelectSchemes = """
        select s.internship_id as InternshipId, s.valid_from as ValidFrom, s.scheme_id as SchemeId
        from   internships_allowance_assigned_scheme s
        join   internships_allowance_assignment a on a.internship_id = s.internship_id
        where  a.programme_id = @ProgrammeId
        """;

    // What an amendment changed counts from its day on; one that waits will hold then.
    private const string SelectAmended = """
        select   v.internship_id as InternshipId, v.effective_on as EffectiveOn, v.weekly_hours_before as HoursBefore, v.weekly_hours as Hours, case when v.applied_at is null then 0 else 1 end as IsApplied
        from     internships_amendment v
        join     internships_allowance_assignment a on a.internship_id = v.internship_id
        where    a.programme_id = @ProgrammeId and v.weekly_hours <> v.weekly_hours_before
        order by v.at, v.id
        """;

    private const int WorkingDays = 5;

    private static readonly HashSet<DateOnly> NoDays = [];

    /// <summary>The programme with its budget line.</summary>
    /// <exception cref="FieldException"><c>programme.unknown</c> (422).</exception>
    public async Task<ProgrammeLabel> ProgrammeAsync(Guid programmeId, CancellationToken ct) =>
        (await mediator.Send(new DescribeProgrammes([programmeId]), ct)) is [var found]
            ? found
            : throw new FieldException("programmeId", "programme.unknown", new("Questo programma non esiste: sceglierne uno dall'elenco.", "This programme does not exist: choose one from the list."));

    public async Task<BudgetState> StateAsync(ProgrammeLabel programme, CancellationToken ct)
    {
        var args = new { ProgrammeId = programme.Id };
        var (frozen, open, givenBack) = await ListedAsync(args, ct);
        var plans = await db.QueryAsync<PlanRow>(SelectPlans, args, ct);
        var months = (await db.QueryAsync<MonthRow>(SelectMonths, args, ct)).ToLookup(row => row.InternshipId);
        var assigned = (await db.QueryAsync<SchemeRow>(SelectSchemes, args, ct)).ToLookup(row => row.InternshipId, row => new SchemeFrom(row.ValidFrom, row.SchemeId));
        var amended = (await db.QueryAsync<AmendedHours>(SelectAmended, args, ct)).ToLookup(row => row.InternshipId);
        var book = await schemes.BookAsync(ct);
        var alike = new Dictionary<AlikeMonth, long>();
        var forecast = plans.Sum(plan => Forecast(plan, new(plan.WeeklyHours, amended[plan.Id]), [.. months[plan.Id]], book.Timeline([.. assigned[plan.Id]]), alike));
        return new(programme.AllowanceCents, programme.AssignedCents, frozen, open, forecast, plans.Count) { GivenBackCents = givenBack };
    }

    /// <summary>What there is to spend now: asked at each step of a list, where nothing of the months to come matters.</summary>
    public async Task<SpentState> SpentAsync(ProgrammeLabel programme, CancellationToken ct)
    {
        var (frozen, open, givenBack) = await ListedAsync(new { ProgrammeId = programme.Id }, ct);
        return new(open, programme.AllowanceCents - programme.AssignedCents - frozen + givenBack);
    }

    private async Task<(long Frozen, long Open, long GivenBack)> ListedAsync(object args, CancellationToken ct)
    {
        var listed = (await db.QueryAsync<ListedRow>(SelectListed, args, ct)).ToLookup(row => row.State is RunStateCode.Frozen, row => row.Cents);
        return (listed[true].Sum(), listed[false].Sum(), await db.ScalarAsync<long>(SumGivenBack, args, ct));
    }

    /// <summary>
    /// What the months that are on no list yet will take, if the person is always there. Months that are alike are reckoned once: five thousand internships have few different ones.
    /// </summary>
    private static long Forecast(PlanRow plan, HoursByDay weekly, MonthRow[] listed, IReadOnlyList<TermsFrom> timeline, Dictionary<AlikeMonth, long> alike)
    {
        var done = listed.Select(row => row.Month).ToHashSet();
        var reckoned = listed.Sum(row => row.Cents);
        var due = 0L;
        int PlannedOn(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : weekly.On(day) * TimeUnits.MinutesInAnHour / WorkingDays;
        for (var month = RegisterMonth.Of(plan.StartsOn); month.First <= plan.LastDay; month = month.Next)
        {
            if (!done.Contains(month.Text))
            {
                var key = AlikeMonth.Of(plan, weekly, month, timeline);
                if (key is not null && alike.TryGetValue(key, out var known))
                {
                    due += known;
                    continue;
                }

                var hours = Enumerable.Range(0, month.Last.Day).Select(day => month.First.AddDays(day)).Where(day => day >= plan.StartsOn && day <= plan.LastDay).Sum(PlannedOn);
                var facts = new MonthFacts(
                    month, plan.StartsOn, plan.LastDay, weekly.On(month.Last), plan.MealsProvided, plan.AllowanceCents, hours, PlannedOn, NoDays, timeline, DowryBefore: reckoned + due, WeeklyHoursOn: weekly.On);
                var cents = MonthReckoner.Reckon(facts).Cents;
                due += cents;
                if (key is not null)
                {
                    alike[key] = cents;
                }
            }
        }

        return due;
    }

    /// <summary>All that the allowance of a month of full presence follows from, where one terms hold all month and neither its place in the internship nor a total counts.</summary>
    private sealed record AlikeMonth(DateOnly From, DateOnly To, int WeeklyHours, bool MealsProvided, long AllowanceCents, AllowanceTerms? Terms)
    {
        public static AlikeMonth? Of(PlanRow plan, HoursByDay weekly, RegisterMonth month, IReadOnlyList<TermsFrom> timeline)
        {
            var (from, to) = (plan.StartsOn > month.First ? plan.StartsOn : month.First, plan.LastDay < month.Last ? plan.LastDay : month.Last);
            var terms = timeline.LastOrDefault(one => one.From <= from)?.Terms;
            return timeline.Any(one => one.From > from && one.From <= to) || weekly.ChangesWithin(from, to) || terms?.Method is AllowanceMethod.DurationSteps or AllowanceMethod.Dowry
                ? null
                : new(from, to, weekly.On(from), plan.MealsProvided, plan.AllowanceCents, terms);
        }
    }

    /// <summary>The hours a week of each day: those of now, those that amendments had found, and those that one which waits will bring.</summary>
    private sealed class HoursByDay
    {
        private readonly List<(DateOnly From, int Hours)> steps = [];

        public HoursByDay(int now, IEnumerable<AmendedHours> amended)
        {
            var (from, waiting) = (DateOnly.MinValue, new List<(DateOnly, int)>());
            foreach (var one in amended)
            {
                if (one.IsApplied == 1)
                {
                    steps.Add((from, one.HoursBefore));
                    from = one.EffectiveOn;
                }
                else
                {
                    waiting.Add((one.EffectiveOn, one.Hours));
                }
            }

            steps.Add((from, now));
            steps.AddRange(waiting);
        }

        public int On(DateOnly day) => steps.FindLast(step => step.From <= day).Hours;

        public bool ChangesWithin(DateOnly from, DateOnly to) => steps.Exists(step => step.From > from && step.From <= to);
    }

    private sealed record AmendedHours(Guid InternshipId, DateOnly EffectiveOn, int HoursBefore, int Hours, int IsApplied);

    private sealed record ListedRow(string State, long Cents);

    private sealed record PlanRow(Guid Id, DateOnly StartsOn, DateOnly LastDay, int WeeklyHours, bool MealsProvided, long AllowanceCents);

    private sealed record MonthRow(Guid InternshipId, string Month, long Cents);

    private sealed record SchemeRow(Guid InternshipId, DateOnly ValidFrom, Guid SchemeId);
}

/// <summary>The state of a list as it is stored.</summary>
internal static class RunStateCode
{
    public const string Frozen = "frozen";
}
