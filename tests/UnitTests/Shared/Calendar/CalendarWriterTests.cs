using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Calendar;

namespace InclusionPlatform.UnitTests.Shared.Calendar;

internal sealed class CalendarWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(1));

    private static CalendarEntry Meeting(string summary = "Tavolo", string? location = null) => new()
    {
        Uid = "meeting-1@inclusion-platform", Summary = summary, Location = location, ModifiedAt = Noon, Sequence = 3, Start = Noon, End = Noon.AddHours(2), Url = "https://servizio.example/partner-bodies/tables/1",
    };

    [Test]
    public void Write_WhenAnEntryHasHours_TellsThemInUtc() => Assert.That(CalendarWriter.Write("Rete", [Meeting("Tavolo, prima; \\ seduta", "Sala 1\nPiano 2")]), Is.EqualTo(string.Join("\r\n",
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Inclusion Platform//Calendar//IT", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Rete", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VEVENT", "UID:meeting-1@inclusion-platform", "DTSTAMP:20261123T110000Z", "LAST-MODIFIED:20261123T110000Z", "SEQUENCE:3", "DTSTART:20261123T110000Z", "DTEND:20261123T130000Z",
        @"SUMMARY:Tavolo\, prima\; \\ seduta", @"LOCATION:Sala 1\nPiano 2", "URL:https://servizio.example/partner-bodies/tables/1", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", "",
    ])));

    [Test]
    public void Write_WhenAnEntryIsAWholeDay_EndsOnTheNextDayAndBlocksNoTime()
    {
        var text = CalendarWriter.Write("Rete", [Meeting() with { Day = new DateOnly(2026, 12, 31), IsCancelled = true }]);

        Assert.That(text, Does.Contain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n").And.Contain("STATUS:CANCELLED\r\n"));
    }

    [Test]
    public void Write_WhenTheEndIsNotAfterTheBeginning_LastsAnHour() =>
        Assert.That(CalendarWriter.Write("Rete", [Meeting() with { End = Noon }]), Does.Contain("DTSTART:20261123T110000Z\r\nDTEND:20261123T120000Z\r\n"));

    [Test]
    public void Write_WhenThereIsNothing_IsStillACalendar() => Assert.That(CalendarWriter.Write("Rete", []), Does.StartWith("BEGIN:VCALENDAR\r\n").And.EndsWith("END:VCALENDAR\r\n"));

    [Test]
    public void Write_WhateverIsWritten_FoldsAt75OctetsAndNeverInsideACharacter() => Prop.ForAll(Texts, text =>
    {
        var bytes = Encoding.UTF8.GetBytes(CalendarWriter.Write(text, [Meeting(text, text)]));
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        return Lines(bytes).All(line => line.Length <= CalendarWriter.LineOctets && strict.GetString(line) is not null && !line.Contains((byte)'\r') && !line.Contains((byte)'\n'));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Write_WhateverIsWritten_IsReadBackAsItWas() => Prop.ForAll(Texts, text =>
    {
        var lines = Unfolded(CalendarWriter.Write("Rete", [Meeting(text)]));
        return Unescaped(lines.Single(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal))["SUMMARY:".Length..]) == Readable(text);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Write_WhateverIsWritten_AddsNoLineOfItsOwn() => Prop.ForAll(Texts, text =>
    {
        var lines = Unfolded(CalendarWriter.Write(text, [Meeting(text, $"x{text}") with { Uid = text, Url = text }]));
        return lines.Count(line => line == "BEGIN:VEVENT") == 1 && lines.Count(line => line == "END:VEVENT") == 1 && lines.Count(line => line.StartsWith("UID:", StringComparison.Ordinal)) == 1 && lines.Length is 19 or 20;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts => Gen.ListOf(Gen.Elements(
        "a", "è", "€", "😀", " ", ",", ";", "\\", "\n", "\r\n", "\r", "\t", "\u0001", "\u2028", "\ud800", "END:VEVENT", "\r\nBEGIN:VEVENT", "Tavolo di lavoro per l'inclusione ", "ATTENDEE;CN=\"x\":mailto:a@b"))
        .Select(parts => string.Concat(parts)).ToArbitrary();

    private static IEnumerable<byte[]> Lines(byte[] bytes)
    {
        var start = 0;
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n')
            {
                yield return bytes[start..at];
                start = at + 2;
            }
        }
    }

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Unescaped(string value)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            plain.Append(value[at] != '\\' ? value[at] : value[++at] == 'n' ? '\n' : value[at]);
        }

        return plain.ToString();
    }

    /// <summary>What can be read of a text: one kind of line break, no control characters, no half characters.</summary>
    private static string Readable(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.Concat(lines.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t').Select(rune => rune.ToString()));
    }
}
