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

    /// <summary>Hours a week as they are promised: a begun hour counts.</summary>
    public int Hours => (Minutes + 59) / 60;

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
            TimeOnly.ParseExact(one.AsSpan(2, 5), "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(one.AsSpan(8, 5), "HH:mm", CultureInfo.InvariantCulture)))]);
    }

    public int MinutesOn(DayOfWeek day) => Slots.Where(slot => slot.Day == day).Sum(slot => slot.Minutes);

    /// <summary>The hours of both that fall together.</summary>
    public IReadOnlyList<DayHours> Shared(IEnumerable<DayHours> others) =>
        [.. Slots.SelectMany(slot => others.Where(slot.Clashes).Select(other => new DayHours(slot.Day, slot.From > other.From ? slot.From : other.From, slot.To < other.To ? slot.To : other.To)))];

    private static int Place(DayOfWeek day) => day is DayOfWeek.Sunday ? 7 : (int)day;
}
