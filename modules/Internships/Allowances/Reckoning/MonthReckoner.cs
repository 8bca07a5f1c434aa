using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Allowances.Reckoning;

/// <summary>From this day on, these terms.</summary>
internal sealed record TermsFrom(DateOnly From, AllowanceTerms? Terms);

/// <summary>All that a month's allowance follows from.</summary>
/// <param name="Month">The month.</param>
/// <param name="FirstDay">First day of the internship.</param>
/// <param name="LastDay">Last day, as planned or as it ended.</param>
/// <param name="WeeklyHours">Of the project.</param>
/// <param name="MealsProvided">The host gives meals.</param>
/// <param name="ProjectCents">The amount that the project sets.</param>
/// <param name="WorkedMinutes">Of the closed register, on days that are not suspended.</param>
/// <param name="PlannedOn">Minutes that the project plans on a day.</param>
/// <param name="Suspended">Days of suspension.</param>
/// <param name="Terms">The terms in force, by their first day.</param>
/// <param name="DowryKept">The dowry is kept until the end.</param>
/// <param name="DowryBefore">What of the dowry was reckoned before this month.</param>
/// <param name="WeeklyHoursOn">The hours a week that the project had on a day, where an amendment changed them.</param>
/// <param name="PlannedMinutes">Of the days that count, as they were planned when the register was signed; null: as they are planned now.</param>
/// <param name="LongestDayOn">Minutes of the longest day of the week that the project had on a day; null: nobody looks.</param>
internal sealed record MonthFacts(
    RegisterMonth Month, DateOnly FirstDay, DateOnly LastDay, int WeeklyHours, bool MealsProvided, long ProjectCents, int WorkedMinutes, Func<DateOnly, int> PlannedOn,
    IReadOnlySet<DateOnly> Suspended, IReadOnlyList<TermsFrom> Terms, bool DowryKept = false, long DowryBefore = 0, Func<DateOnly, int>? WeeklyHoursOn = null,
    int? PlannedMinutes = null, Func<DateOnly, int>? LongestDayOn = null);

/// <summary>What is due for a month.</summary>
/// <param name="Cents">To be paid now.</param>
/// <param name="KeptCents">Of a dowry, put aside.</param>
/// <param name="WorkedMinutes">Of the days that count.</param>
/// <param name="PlannedMinutes">Of the days that count.</param>
/// <param name="Lines">The reckoning.</param>
internal sealed record ReckonedMonth(long Cents, long KeptCents, int WorkedMinutes, int PlannedMinutes, IReadOnlyList<ReckonedLine> Lines);

/// <summary>
/// Reckons a month, line by line. The presence is that of the whole month; each day that counts takes its share of the amount of the terms in force on it, by calendar days or in thirtieths.
/// Shares are differences of rounded running totals, so that they add up to the cent however a month is split.
/// </summary>
internal static class MonthReckoner
{
    private const int Hundred = 100, Thirty = 30, MostShares = 120;

    public static ReckonedMonth Reckon(MonthFacts facts)
    {
        var lines = new List<ReckonedLine>();
        DateOnly[] inside = [.. DaysOf(facts)];
        DateOnly[] counted = [.. inside.Where(day => !facts.Suspended.Contains(day))];
        var daysInMonth = facts.Month.Last.Day;
        if (inside.Length > 0)
        {
            lines.Add(new(ReckonedStep.Days) { Days = counted.Length, OfDays = daysInMonth, From = inside[0], To = inside[^1] });
        }

        if (counted.Length < inside.Length)
        {
            lines.Add(new(ReckonedStep.Suspended) { Days = inside.Length - counted.Length });
        }

        if (counted.Length == 0)
        {
            return new(0, 0, 0, 0, lines);
        }

        var planned = facts.PlannedMinutes ?? counted.Sum(facts.PlannedOn);
        var presence = new Presence(facts.WorkedMinutes, planned);
        lines.Add(new(ReckonedStep.Hours) { WorkedMinutes = presence.Worked, PlannedMinutes = presence.Planned });
        if (presence is { Worked: <= 0, Planned: > 0 })
        {
            // Whatever the scheme: who was never there took no part in the internship that month.
            lines.Add(new(ReckonedStep.NoPresence) { Cents = 0 });
            return new(0, 0, presence.Worked, presence.Planned, lines);
        }

        var (paid, kept) = (0L, 0L);
        var done = 0;
        var said = new HashSet<AllowanceTerms>();
        foreach (var part in PartsOf(facts, counted))
        {
            var (from, to) = (done, done + part.Days);
            done = to;
            if (part.Terms is not { } terms)
            {
                lines.Add(new(ReckonedStep.NoTerms) { From = part.From, To = part.To });
                continue;
            }

            var (amount, why) = Amount(facts, terms, presence, part.Step);
            if (said.Add(terms) || terms.Method is AllowanceMethod.DurationSteps or AllowanceMethod.WeeklyHourSteps)
            {
                lines.AddRange(why);
            }

            // Bands are reached by hours, of which a part of a month has fewer already: the month is not shortened twice.
            var inThirtieths = terms is { DayShare: DayShare.Thirtieths, Method: not AllowanceMethod.MonthlyHourBands };
            var ofDays = terms.Method is AllowanceMethod.MonthlyHourBands ? counted.Length : inThirtieths ? Thirty : daysInMonth;
            var (worthFrom, worthTo) = inThirtieths ? (Thirtieths(from, daysInMonth), Thirtieths(to, daysInMonth)) : (from, to);
            var share = Share(amount, worthTo, ofDays) - Share(amount, worthFrom, ofDays);
            if (terms.Method is AllowanceMethod.Dowry)
            {
                var left = Math.Max(0, (terms.TotalCents ?? long.MaxValue) - facts.DowryBefore - paid - kept);
                if (share < left && counted.Length == inside.Length && CompletesTheDowry(facts, terms, amount))
                {
                    lines.Add(new(ReckonedStep.DowrySettled) { MonthCents = left });
                    share = left;
                }
                else if (share > left)
                {
                    share = left;
                    lines.Add(new(ReckonedStep.DowryTotal) { MonthCents = left });
                }
            }

            var keeps = terms.Method is AllowanceMethod.Dowry && facts.DowryKept;
            lines.Add(new(inThirtieths ? ReckonedStep.PartInThirtieths : ReckonedStep.Part) { From = part.From, To = part.To, Days = worthTo - worthFrom, OfDays = ofDays, MonthCents = amount, Cents = keeps ? 0 : share, Act = terms.Act });
            if (keeps)
            {
                lines.Add(new(ReckonedStep.DowryKept) { MonthCents = share, Cents = 0 });
                kept += share;
            }
            else
            {
                paid += share;
            }
        }

        lines.AddRange(TooLong(facts, counted));
        return new(paid, kept, presence.Worked, presence.Planned, lines);
    }

    /// <summary>Where the terms are for shorter days than the project had: the amount stays that of the scheme that was chosen, and is to be looked at.</summary>
    private static IEnumerable<ReckonedLine> TooLong(MonthFacts facts, DateOnly[] counted)
    {
        if (facts.LongestDayOn is not { } longestOn || facts.Terms.All(terms => terms.Terms?.MaxDailyHours is null))
        {
            yield break;
        }

        ReckonedLine? open = null;
        foreach (var day in counted)
        {
            var most = TermsOn(facts, day)?.MaxDailyHours;
            var longest = longestOn(day);
            if (open is not null && open.Threshold == most && open.PlannedMinutes == longest)
            {
                open = open with { To = day };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = SchemeFits.FitsDays(most, longest) ? null : new(ReckonedStep.DaysTooLong) { From = day, To = day, Threshold = most, PlannedMinutes = longest };
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>
    /// The last month of a path as long as the dowry has shares, each of which was whole: the days of its first and last month, counted by months of different lengths, make less than a month together,
    /// and the total is promised to who does it all.
    /// </summary>
    private static bool CompletesTheDowry(MonthFacts facts, AllowanceTerms terms, long amount)
    {
        var full = facts.MealsProvided ? terms.CentsWithMeals ?? terms.Cents : terms.Cents;
        if (facts.LastDay > facts.Month.Last || amount != full || full <= 0 || terms.TotalCents is not { } total || total % full != 0 || total / full > MostShares
            || facts.FirstDay.AddMonths((int)(total / full)) > facts.LastDay.AddDays(1) || facts.Terms.Any(other => other.Terms != terms && other.From <= facts.LastDay))
        {
            return false;
        }

        var before = 0L;
        for (var month = RegisterMonth.Of(facts.FirstDay); month.First < facts.Month.First; month = month.Next)
        {
            var (days, inMonth) = (month.Last.DayNumber - (month.First < facts.FirstDay ? facts.FirstDay : month.First).DayNumber + 1, month.Last.Day);
            before += terms.DayShare is DayShare.Thirtieths ? Share(full, Thirtieths(days, inMonth), Thirty) : Share(full, days, inMonth);
        }

        return facts.DowryBefore == before;
    }

    /// <summary>The share of so many days, rounded half up: the whole of a month is the whole amount.</summary>
    private static long Share(long cents, int days, int ofDays) => ((2 * cents * days) + ofDays) / (2L * ofDays);

    /// <summary>So many days in thirtieths: each is one, a whole month is thirty of them however short, and none is more.</summary>
    private static int Thirtieths(int days, int daysInMonth) => days >= daysInMonth ? Thirty : Math.Min(days, Thirty);

    private static AllowanceTerms? TermsOn(MonthFacts facts, DateOnly day)
    {
        for (var at = facts.Terms.Count - 1; at >= 0; at--)
        {
            if (facts.Terms[at].From <= day)
            {
                return facts.Terms[at].Terms;
            }
        }

        return null;
    }

    private static IEnumerable<DateOnly> DaysOf(MonthFacts facts)
    {
        for (var day = facts.Month.First < facts.FirstDay ? facts.FirstDay : facts.Month.First; day <= facts.Month.Last && day <= facts.LastDay; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>Consecutive days that count, under the same terms and the same step by duration or by weekly hours.</summary>
    private static IEnumerable<Part> PartsOf(MonthFacts facts, DateOnly[] counted)
    {
        for (var at = 0; at < counted.Length;)
        {
            var from = at;
            var terms = TermsOn(facts, counted[at]);
            var step = StepOn(facts, terms, counted[at]);
            while (++at < counted.Length && TermsOn(facts, counted[at]) is var next && next == terms && StepOn(facts, next, counted[at]) == step)
            {
            }

            yield return new(terms, step, counted[from], counted[at - 1], at - from);
        }
    }

    private static (long Cents, ReckonedLine[] Why) Amount(MonthFacts facts, AllowanceTerms terms, Presence presence, AmountStep? step) => terms.Method switch
    {
        AllowanceMethod.PresenceSteps => Stepped(terms, ReckonedStep.StepReached, one => presence.Reaches(one.ReachedAt)),
        AllowanceMethod.MonthlyHourBands => Stepped(terms, ReckonedStep.BandReached, one => presence.IsInHour(one.ReachedAt)),
        AllowanceMethod.WeeklyHourSteps or AllowanceMethod.DurationSteps => ByPresence(terms, presence, step?.Cents ?? 0),
        AllowanceMethod.SetInProject => ByPresence(terms, presence, facts.ProjectCents),
        _ => ByPresence(terms, presence, facts.MealsProvided ? terms.CentsWithMeals ?? terms.Cents : terms.Cents),
    };

    private static (long Cents, ReckonedLine[] Why) Stepped(AllowanceTerms terms, ReckonedStep said, Func<AmountStep, bool> reached)
    {
        var step = Reached(terms, reached);
        return (step?.Cents ?? 0, [new(said) { Threshold = step?.ReachedAt ?? 0, MonthCents = step?.Cents ?? 0, Act = terms.Act }]);
    }

    private static (long Cents, ReckonedLine[] Why) ByPresence(AllowanceTerms terms, Presence presence, long full)
    {
        bool? above = terms.ThresholdAbove && terms.ThresholdPercent is not null ? true : null;
        if (terms.ThresholdPercent is not { } threshold || (above is true ? presence.IsAbove(threshold) : presence.Reaches(threshold)))
        {
            return (full, [new(ReckonedStep.FullAmount) { Threshold = terms.ThresholdPercent, Above = above, MonthCents = full, Act = terms.Act }]);
        }

        if (terms.Below is BelowThreshold.Nothing && terms.Method is not AllowanceMethod.ProRataWithFloor)
        {
            return (0, [new(ReckonedStep.BelowThreshold) { Threshold = threshold, Above = above, MonthCents = 0, Act = terms.Act }]);
        }

        var proportional = presence.Of(full);
        var said = new ReckonedLine(ReckonedStep.InProportion) { Threshold = threshold, Above = above, MonthCents = proportional, Act = terms.Act };
        return terms.FloorCents is { } floor && presence.Worked > 0 && proportional < Math.Min(floor, full)
            ? (Math.Min(floor, full), [said, new(ReckonedStep.Floor) { MonthCents = Math.Min(floor, full), Act = terms.Act }])
            : (proportional, [said]);
    }

    private static AmountStep? Reached(AllowanceTerms terms, Func<AmountStep, bool> reached) => terms.Steps.OrderBy(step => step.ReachedAt).LastOrDefault(reached);

    // The seventh month begins on the day after the sixth ends, as months are counted wherever an internship is (art. 2963 of the civil code).
    private static AmountStep? StepOn(MonthFacts facts, AllowanceTerms? terms, DateOnly day) => terms?.Method switch
    {
        AllowanceMethod.DurationSteps => Reached(terms, step => step.ReachedAt <= 1 || day > InternshipMonths.LastDay(facts.FirstDay, step.ReachedAt - 1)),
        AllowanceMethod.WeeklyHourSteps => Reached(terms, step => (facts.WeeklyHoursOn?.Invoke(day) ?? facts.WeeklyHours) >= step.ReachedAt),
        _ => null,
    };

    private sealed record Part(AllowanceTerms? Terms, AmountStep? Step, DateOnly From, DateOnly To, int Days);

    /// <summary>Hours done of hours planned. Where nothing was planned nothing was missed; more than all is all.</summary>
    private sealed record Presence(int Worked, int Planned)
    {
        public bool Reaches(int percent) => (long)Worked * Hundred >= (long)Planned * percent;

        /// <summary>Whether it is more than the percentage, which its own minute is not. Where nothing was planned nothing was missed.</summary>
        public bool IsAbove(int percent) => Planned == 0 || (long)Worked * Hundred > (long)Planned * percent;

        /// <summary>Whether the presence went into the so-manieth hour: beyond 50:00 is in the fifty-first, so that a band "up to 50 hours" ends at 50:00.</summary>
        public bool IsInHour(int hour) => hour == 0 || Worked > (hour - 1) * TimeUnits.MinutesInAnHour;

        public long Of(long cents) => Planned == 0 || Worked >= Planned ? cents : ((2 * cents * Worked) + Planned) / (2L * Planned);
    }
}
