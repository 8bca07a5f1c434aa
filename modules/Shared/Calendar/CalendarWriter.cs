using System.Globalization;
using System.Text;

namespace InclusionPlatform.Shared.Calendar;

/// <summary>
/// Writes iCalendar (RFC 5545) as far as a read-only feed needs it: times in UTC, so that no time zone has to be described, and whole days.
/// </summary>
public static class CalendarWriter
{
    /// <summary>Octets of a line without its line break (RFC 5545, 3.1).</summary>
    public const int LineOctets = 75;

    private const string LineBreak = "\r\n";

    /// <summary>The whole calendar. The same entries always give the same text.</summary>
    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="entries">In any order; an entry whose end is not after its beginning lasts an hour.</param>
    public static string Write(string name, IEnumerable<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//Inclusion Platform//Calendar//IT");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "X-WR-CALNAME", Escape(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        Line(text, "X-PUBLISHED-TTL", "PT1H");
        foreach (var entry in entries)
        {
            Write(text, entry);
        }

        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEntry entry)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escape(entry.Uid));

        // Without a METHOD this is when the entry was last revised (3.8.7.2), which is also why the text does not change by itself.
        Line(text, "DTSTAMP", Instant(entry.ModifiedAt));
        Line(text, "LAST-MODIFIED", Instant(entry.ModifiedAt));
        Line(text, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        if (entry.Day is { } day)
        {
            Line(text, "DTSTART;VALUE=DATE", Date(day));
            Line(text, "DTEND;VALUE=DATE", Date(day < DateOnly.MaxValue ? day.AddDays(1) : day));
            Line(text, "TRANSP", "TRANSPARENT");
        }
        else
        {
            Line(text, "DTSTART", Instant(entry.Start));
            Line(text, "DTEND", Instant(entry.End > entry.Start ? entry.End : entry.Start.AddHours(1)));
        }

        Line(text, "SUMMARY", Escape(entry.Summary));
        if (!string.IsNullOrWhiteSpace(entry.Location))
        {
            Line(text, "LOCATION", Escape(entry.Location));
        }

        if (Uri.TryCreate(entry.Url, UriKind.Absolute, out var url))
        {
            Line(text, "URL", url.AbsoluteUri);
        }

        Line(text, "STATUS", entry.IsCancelled ? "CANCELLED" : "CONFIRMED");
        Line(text, "END", "VEVENT");
    }

    /// <summary>TEXT values (3.3.11): backslash, semicolon, comma and line breaks are escaped, other control characters are left out.</summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            switch (value[at])
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(value[at]);
                    break;
                case '\r' when at + 1 < value.Length && value[at + 1] == '\n':
                    break;
                case '\r' or '\n':
                    escaped.Append(@"\n");
                    break;
                case '\t':
                    escaped.Append('\t');
                    break;
                case var other when !char.IsControl(other):
                    escaped.Append(other);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Folds where the next character would no longer fit, never within a character of several octets.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append(LineBreak).Append(' ');
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append(LineBreak);
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
