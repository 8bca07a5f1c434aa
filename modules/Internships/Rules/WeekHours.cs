using System.Globalization;

namespace InclusionPlatform.Internships.Rules;

/// <summary>Hours of one weekday, from one time to another of the same day.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends.</param>
internal sealed record DayHours(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    public int Minutes => (int)(To - From).TotalMinutes;

    public bool Clashes(DayHours other) => Day == other.Day && From < other.To && other.From < To;

    /// <summary>As it is said: <c>martedì 9:00–13:00</c>.</summary>
    public Words Said => new(Say("it"), Say("en"));

    private string Say(string language) => string.Create(
        CultureInfo.InvariantCulture, $"{CultureInfo.GetCultureInfo(language).DateTimeFormat.GetDayName(Day)} {From:H\\:mm}–{To:H\\:mm}");
}

/// <summary>The hours of a project by weekday, Monday first.</summary>
internal sealed class WeekHours
{
    private const char Between = ';';

    private WeekHours(IReadOnlyList<DayHours> slots) => Slots = slots;

    public IReadOnlyList<DayHours> Slots { get; }

    public int Minutes => Slots.Sum(slot => slot.Minutes);

    /// <summary>Hours a week, exact to the minute: 22 hours and a half are 22.5, and count as such wherever hours count.</summary>
    public decimal Hours => Math.Round(Minutes / 60m, 2);

    /// <summary>As it is stored.</summary>
    public string Text => string.Join(Between, Slots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"{Place(slot.Day)} {slot.From:HH\\:mm}-{slot.To:HH\\:mm}")));

    /// <summary>The same hours in order; null for none.</summary>
    public static WeekHours? Of(IReadOnlyList<DayHours>? slots) => slots is null or [] ? null : new([.. slots.OrderBy(slot => Place(slot.Day)).ThenBy(slot => slot.From)]);

    /// <summary>What <see cref="Text"/> wrote.</summary>
    public static WeekHours? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return new([.. text.Split(Between).Select(one => new DayHours(
            (DayOfWeek)(int.Parse(one.AsSpan(0, 1), CultureInfo.InvariantCulture) % 7),
            TimeAt(one, 2), TimeAt(one, 8)))]);
    }

    private static TimeOnly TimeAt(string slot, int at) => new(int.Parse(slot.AsSpan(at, 2), CultureInfo.InvariantCulture), int.Parse(slot.AsSpan(at + 3, 2), CultureInfo.InvariantCulture));

    public int MinutesOn(DayOfWeek day) => Slots.Where(slot => slot.Day == day).Sum(slot => slot.Minutes);

    /// <summary>The hours of both that fall together.</summary>
    public IReadOnlyList<DayHours> Shared(IEnumerable<DayHours> others) =>
        [.. Slots.SelectMany(slot => others.Where(slot.Clashes).Select(other => new DayHours(slot.Day, slot.From > other.From ? slot.From : other.From, slot.To < other.To ? slot.To : other.To)))];

    private static int Place(DayOfWeek day) => day is DayOfWeek.Sunday ? 7 : (int)day;
}

/// <summary>Hours a week with their minutes: as they are kept beside the hours of the days, and as they are said.</summary>
internal static class WeeklyTime
{
    /// <summary>The whole hours, which are kept where nobody says the hours of the days; the minutes are those of the days alone.</summary>
    public static int Whole(decimal hours) => (int)Math.Floor(hours);

    private const int HoursInAWeek = 168;

    /// <summary>To the minute, though a third of an hour has no end when it is written with a point. Hours that no week has are refused elsewhere, and said as the most that one has.</summary>
    public static int Minutes(decimal hours) => (int)Math.Round(Math.Clamp(hours, -HoursInAWeek, HoursInAWeek) * TimeUnits.MinutesInAnHour, MidpointRounding.AwayFromZero);

    /// <summary>Minutes can be told only day by day: the register, the signatures and INAIL go by the hours of the days.</summary>
    public static bool NeedsDays(decimal? hours) => hours is { } said && Minutes(said) % TimeUnits.MinutesInAnHour != 0;

    /// <summary><c>25</c>, or <c>22 h 30</c>.</summary>
    public static string Short(decimal hours)
    {
        var (whole, rest) = Math.DivRem(Minutes(hours), TimeUnits.MinutesInAnHour);
        return rest == 0 ? whole.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{whole} h {rest:00}");
    }

    /// <summary>The minutes of a day as a clock shows them: <c>4:30</c>.</summary>
    public static string OfDay(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, TimeUnits.MinutesInAnHour);
        return string.Create(CultureInfo.InvariantCulture, $"{hours}:{rest:00}");
    }

    /// <summary><c>25 ore</c>, or <c>22 h 30</c>.</summary>
    public static Words Said(decimal hours) => NeedsDays(hours) ? new(Short(hours), Short(hours)) : hours == 1 ? new("1 ora", "1 hour") : new($"{Short(hours)} ore", $"{Short(hours)} hours");

    /// <summary>As rules count them: minutes only where there are some, so that what was set aside for whole hours stays set aside.</summary>
    public static Dictionary<string, long> Numbers(decimal hours)
    {
        var (whole, rest) = Math.DivRem(Minutes(hours), TimeUnits.MinutesInAnHour);
        var numbers = new Dictionary<string, long> { ["hours"] = whole };
        if (rest > 0)
        {
            numbers["restMinutes"] = rest;
        }

        return numbers;
    }
}
