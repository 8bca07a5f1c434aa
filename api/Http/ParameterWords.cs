using System.Text.Json;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Api.Http;

/// <summary>What the parameters of addresses mean, for the API's document. A name means the same thing everywhere.</summary>
internal static partial class ParameterWords
{
    /// <summary>How the hour of a day is written.</summary>
    public const string TimeOfDay = "Time of day in Italy, as HH:mm.";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["actor"] = "Id of the account or system that acted.",
        ["after"] = "Id of the internship after whose row the page begins.",
        ["alert"] = "Only internships with this alert.",
        ["archived"] = "Archived ones in place of those in use.",
        ["author"] = "Who evaluates.",
        ["awaiting"] = "Only programmes in which something waits for whoever asks.",
        ["block"] = "Only internships that this blocks.",
        ["byOthers"] = "Only lists that somebody else prepared, and that whoever asks may approve.",
        ["category"] = "Code of the disadvantage category.",
        ["closed"] = "Closed ones in place of open ones.",
        ["code"] = "Stable code of the thing.",
        ["contactDue"] = "Only companies whose next contact is due.",
        ["course"] = "Only editions of this course.",
        ["cursor"] = "Where the page begins: `nextCursor` of the page before; left out for the first. When `nextCursor` is null there are no more pages.",
        ["days"] = "How many days ahead to look.",
        ["deadlineTo"] = "Only those whose deadline is on this day or before.",
        ["documentsExpiring"] = "Only companies with papers that expire soon.",
        ["done"] = "Only those called already, or only those still to call.",
        ["due"] = "Only what is due in this sense.",
        ["endsBefore"] = "Only those that end before this day.",
        ["everybody"] = "Everybody's, not only those of whoever asks.",
        ["everywhere"] = "Also outside the area that the person looks in.",
        ["flag"] = "Only cases with this mark.",
        ["form"] = "Name of the form.",
        ["format"] = "The file's format.",
        ["from"] = "First day, included.",
        ["hasAvailability"] = "Only companies that offer something now.",
        ["held"] = "Only people whose data are kept longer for a reason.",
        ["id"] = "Its id.",
        ["inBulletin"] = "Only those that never went out in a number of the bulletin, or only those that did: `never` or `sent`.",
        ["kind"] = "Only those of this kind; in a path, which kind.",
        ["lane"] = "The lane of the board.",
        ["leftOn"] = "Day on which the person left.",
        ["limit"] = "How many rows at the most on one page; 25 if nothing is said, and never more than 200.",
        ["list"] = "Name of the list.",
        ["lookedAfterBy"] = "Only companies looked after by this colleague.",
        ["mine"] = "Only what belongs to whoever asks.",
        ["month"] = "Month as yyyy-MM.",
        ["most"] = "How many at the most; twelve if nothing is said, and never more than 200.",
        ["municipality"] = "ISTAT code of the municipality.",
        ["number"] = "Its number.",
        ["obligationNotCovered"] = "Only companies that have not covered their quota of L. 68/1999.",
        ["of"] = "Which of the internship's communications.",
        ["on"] = "The day for which it is asked.",
        ["onlyAvailable"] = "Only companies that offer something now.",
        ["open"] = "Only open ones.",
        ["paying"] = "Only programmes that have money for allowances.",
        ["past"] = "Past ones in place of those to come.",
        ["place"] = "The place, as the map names it.",
        ["problems"] = "Only payments with a problem.",
        ["province"] = "Code of the province, two letters.",
        ["q"] = "Text to look for; case and accents do not matter.",
        ["reason"] = "Only companies on the list for this reason.",
        ["record"] = "Only entries on this kind of record.",
        ["region"] = "Name of the region.",
        ["role"] = "Only accounts with this role.",
        ["sector"] = "Code of the sector.",
        ["show"] = "Which of them to show.",
        ["signedOn"] = "Day of the signature.",
        ["signer"] = "Who signs.",
        ["signers"] = "Who signed, by code.",
        ["solidarityNetwork"] = "Only companies of the network of solidarity enterprises.",
        ["sort"] = "Order of the list.",
        ["source"] = "Where it comes from.",
        ["stage"] = "At which stage.",
        ["staleAvailability"] = "Only companies whose availability has not been verified for long.",
        ["state"] = "Only those in this state.",
        ["suppressed"] = "Also municipalities that there are no more, as birthplaces are.",
        ["tag"] = "Only those with this tag.",
        ["to"] = "Last day, included.",
        ["toAnswer"] = "Only those that wait for an answer.",
        ["token"] = "The secret of the link.",
        ["topic"] = "Only courses on this topic.",
        ["total"] = "Whether to count all rows into `total`; it costs time, and once is enough.",
        ["unanswered"] = "Only needs that nobody has answered.",
        ["unreached"] = "Only companies that did not answer the last calls.",
        ["unread"] = "Only those not read yet.",
        ["unsettled"] = "Only lists that still wait for something.",
        ["urgency"] = "Only those of this urgency.",
        ["validOn"] = "Only those valid on this day.",
        ["withinDays"] = "Also what falls due within so many days.",
        ["withoutCase"] = "Only people who were never taken charge of.",
        ["year"] = "Calendar year, from 2000 to 2100.",
        ["zoom"] = "Zoom of the map, which decides how wide an area one point gathers.",
    };

    /// <summary>What a parameter means; null for one that nobody has described.</summary>
    public static string? Of(string name) => Words.GetValueOrDefault(name)
        ?? (name.EndsWith("Id", StringComparison.Ordinal) ? $"Id of the {Capital().Replace(JsonNamingPolicy.CamelCase.ConvertName(name[..^2]), match => $" {match.Value.ToLowerInvariant()}")}." : null);

    /// <summary>What a field of a body means by its name and type alone, where its record says nothing of it: units and forms.</summary>
    public static string? OfField(string name, Type type) => (name, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        ("Id", _) => "Its id.",
        ("Version", _) => "Grows by one with each change; send it back in If-Match.",
        (_, { } id) when id == typeof(Guid) && name.EndsWith("Id", StringComparison.Ordinal) => Of(JsonNamingPolicy.CamelCase.ConvertName(name)),
        (_, { } number) when IsNumber(number) && name.EndsWith("Cents", StringComparison.Ordinal) => "Whole cents of euro.",
        (_, { } number) when IsNumber(number) && name.EndsWith("Minutes", StringComparison.Ordinal) => "Minutes.",
        (_, { } number) when IsNumber(number) && name.EndsWith("Hours", StringComparison.Ordinal) => "Hours.",
        (_, { } instant) when instant == typeof(DateTimeOffset) => "Instant in UTC.",
        (_, { } day) when day == typeof(DateOnly) => "Day, as yyyy-MM-dd.",
        (_, { } time) when time == typeof(TimeOnly) => "Time of day in Italy.",
        _ => null,
    };

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
