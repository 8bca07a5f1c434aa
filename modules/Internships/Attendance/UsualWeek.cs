using System.Globalization;
using System.Text.Json.Serialization;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>The minutes of a usual week.</summary>
/// <param name="Monday">Minutes.</param>
/// <param name="Tuesday">Minutes.</param>
/// <param name="Wednesday">Minutes.</param>
/// <param name="Thursday">Minutes.</param>
/// <param name="Friday">Minutes.</param>
/// <param name="Saturday">Minutes.</param>
/// <param name="Sunday">Minutes.</param>
internal sealed record UsualWeek(int Monday, int Tuesday, int Wednesday, int Thursday, int Friday, int Saturday, int Sunday)
{
    private const int WorkingDays = 5;

    /// <summary>Until somebody says otherwise, the weekly hours from Monday to Friday; what does not divide goes to the first days.</summary>
    public static UsualWeek Spread(int weeklyHours)
    {
        var (each, rest) = Math.DivRem(weeklyHours * TimeUnits.MinutesInAnHour, WorkingDays);
        int On(int day) => each + (day < rest ? 1 : 0);
        return new(On(0), On(1), On(2), On(3), On(4), 0, 0);
    }

    /// <summary>As the project says, day by day.</summary>
    public static UsualWeek Of(WeekHours hours) => new(
        hours.MinutesOn(DayOfWeek.Monday), hours.MinutesOn(DayOfWeek.Tuesday), hours.MinutesOn(DayOfWeek.Wednesday), hours.MinutesOn(DayOfWeek.Thursday), hours.MinutesOn(DayOfWeek.Friday),
        hours.MinutesOn(DayOfWeek.Saturday), hours.MinutesOn(DayOfWeek.Sunday));

    /// <summary>As the project says; where it does not, spread over the working days.</summary>
    public static UsualWeek Of(string? weekHours, int weeklyHours) => WeekHours.Read(weekHours) is { } hours ? Of(hours) : Spread(weeklyHours);

    /// <summary>As an amendment keeps it: minutes from Monday to Sunday.</summary>
    [JsonIgnore]
    public string Text => string.Join(' ', new[] { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }.Select(minutes => minutes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What <see cref="Text"/> wrote.</summary>
    public static UsualWeek? Read(string? text) =>
        text?.Split(' ').Select(minutes => int.Parse(minutes, CultureInfo.InvariantCulture)).ToArray() is [var monday, var tuesday, var wednesday, var thursday, var friday, var saturday, var sunday]
            ? new(monday, tuesday, wednesday, thursday, friday, saturday, sunday)
            : null;

    /// <summary>Minutes of the whole week.</summary>
    [JsonIgnore]
    public int Sum => Monday + Tuesday + Wednesday + Thursday + Friday + Saturday + Sunday;

    /// <summary>Minutes of the longest day.</summary>
    [JsonIgnore]
    public int Longest => Math.Max(Math.Max(Math.Max(Monday, Tuesday), Math.Max(Wednesday, Thursday)), Math.Max(Math.Max(Friday, Saturday), Sunday));

    /// <summary>
    /// The hours that the project promises, on which pay depends: on its own days where it says them, else its weekly hours on the days of the usual week, in proportion. However somebody writes
    /// the usual week, the week adds up to the project.
    /// </summary>
    public static UsualWeek Planned(string? weekHours, int weeklyHours, UsualWeek usual) => WeekHours.Read(weekHours) is { } hours ? Of(hours) : usual.ScaledTo(weeklyHours * TimeUnits.MinutesInAnHour);

    private UsualWeek ScaledTo(int minutes)
    {
        if (Sum == minutes)
        {
            return this;
        }

        if (Sum == 0)
        {
            return Spread(minutes / TimeUnits.MinutesInAnHour);
        }

        // Each day is the difference of two rounded running totals: together they are the whole.
        var (before, placed) = (0, 0);
        int On(int usual)
        {
            before += usual;
            var until = (int)((long)before * minutes / Sum);
            var day = until - placed;
            placed = until;
            return day;
        }

        return new(On(Monday), On(Tuesday), On(Wednesday), On(Thursday), On(Friday), On(Saturday), On(Sunday));
    }

    /// <summary>As it is written to the table.</summary>
    public object For(Guid internshipId) => new { InternshipId = internshipId, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

    /// <summary>Minutes of a day, none on a holiday.</summary>
    public int On(DateOnly day, PatronDay? patron) => Holidays.Of(day, patron) is not null ? 0 : day.DayOfWeek switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}

/// <summary>The usual week of an internship with the patron saint of its place.</summary>
/// <param name="Week">Minutes by weekday.</param>
/// <param name="Patron">The patron saint, if it was said.</param>
/// <param name="Version">0 while nobody changed it.</param>
internal sealed record UsualDays(UsualWeek Week, PatronDay? Patron, int Version)
{
    /// <summary>The weeks that follow one another; empty where nothing was amended.</summary>
    [JsonIgnore]
    public IReadOnlyList<DatedWeek> Weeks { get; init; } = [];

    /// <summary>The hours that the project promises.</summary>
    [JsonIgnore]
    public UsualWeek Planned { get; init; } = Week;

    /// <summary>The day from which the week holds, where an amendment changed what stood before.</summary>
    public DateOnly? Since => Weeks.LastOrDefault(week => week.Week == Week)?.From is { } from && from > DateOnly.MinValue ? from : null;

    /// <summary>The usual week with its patron saint, and those of before and after.</summary>
    public static UsualDays Of(string? weekHours, int weeklyHours, WrittenUsualWeek? written, IReadOnlyCollection<AmendedWeek> amended)
    {
        var week = written?.Week ?? UsualWeek.Of(weekHours, weeklyHours);
        var planned = UsualWeek.Planned(weekHours, weeklyHours, week);
        return new(week, written?.Patron, written?.Version ?? 0) { Planned = planned, Weeks = amended.Count == 0 ? [] : DatedWeek.Of(week, planned, weeklyHours, amended) };
    }

    /// <summary>Minutes of a day in the week in force on it.</summary>
    public int MinutesOn(DateOnly day) => (On(day)?.Week ?? Week).On(day, Patron);

    /// <summary>Minutes of a day by the project in force on it: what presence is measured by.</summary>
    public int PlannedOn(DateOnly day) => (On(day)?.Planned ?? Planned).On(day, Patron);

    /// <summary>Minutes a week that the project had on a day.</summary>
    public int WeeklyMinutesOn(DateOnly day) => (On(day)?.Planned ?? Planned).Sum;

    /// <summary>Minutes of the longest day of the week that the project had on a day.</summary>
    public int LongestDayOn(DateOnly day) => (On(day)?.Planned ?? Planned).Longest;

    /// <summary>Whole hours a week that the project had on a day: what a step that begins at whole hours is reached by.</summary>
    public int WeeklyHoursOn(DateOnly day, int today) => On(day)?.WeeklyHours ?? today;

    // Asked of every day of every register; most internships were never amended.
    private DatedWeek? On(DateOnly day) => Weeks.Count == 0 ? null : Weeks.LastOrDefault(week => week.From <= day);
}

/// <summary>A usual week that somebody wrote.</summary>
internal sealed record WrittenUsualWeek(int Monday, int Tuesday, int Wednesday, int Thursday, int Friday, int Saturday, int Sunday, int? PatronMonth, int? PatronDay, int Version)
{
    public UsualWeek Week => new(Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday);

    public PatronDay? Patron => PatronMonth is { } month && PatronDay is { } day ? new(month, day) : null;
}
