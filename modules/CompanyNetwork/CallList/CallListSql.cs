using System.Globalization;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>A row of the call list.</summary>
internal sealed record CallRow(
    Guid Id, string Name, string SortName, string Sector, string? Municipality, string? Phone, string? ContactName, string? ContactRole, string? ContactPhone, string? ContactHours,
    DateOnly? NextContactOn, int UnreachedInARow, DateTimeOffset? LastContactAt, string? LastOutcome, DateOnly? AvailabilityVerifiedOn, DateTimeOffset? LastReachedAt);

/// <summary>
/// The texts of the call list. Each reason is a walk along one index that holds only such companies, in their order: by the day of the next contact, by the day of the last
/// verification, or by name. What whoever asks looks after has its own indexes, by name and by the next contact.
/// </summary>
internal sealed record CallListSql(string Text, string CountText, object Arguments, Func<CallRow, string[]> KeyOf)
{
    public const string Columns = """
        c.id as Id, c.name as Name, c.sort_name as SortName, c.sector as Sector, c.municipality as Municipality, c.phone as Phone,
        c.contact_name as ContactName, c.contact_role as ContactRole, c.contact_phone as ContactPhone, c.contact_hours as ContactHours,
        c.next_contact_on as NextContactOn, c.unreached_in_a_row as UnreachedInARow, c.last_contact_at as LastContactAt, c.last_outcome as LastOutcome,
        c.availability_verified_on as AvailabilityVerifiedOn, c.last_reached_at as LastReachedAt
        """;

    private const string FromCallable = """
        from   company_network_company c
        where  c.archived_at is null and c.do_not_call = 0
        """;

    private const string SelectCompanies = $"select {Columns}\n{FromCallable}";
    private const string CountCompanies = $"select count(*)\n{FromCallable}";

    private const string DueToday = "and c.next_contact_on = @Today and c.next_contact_on is not null";
    private const string Overdue = "and c.next_contact_on < @Today and c.next_contact_on is not null";
    private const string Due = "and c.next_contact_on <= @Today and c.next_contact_on is not null";
    private const string Unreached = "and c.unreached_in_a_row >= 3";
    private const string VerifiedLongAgo = "and c.availability_verified_on < @VerifiedBefore and c.availability_verified_on is not null";
    private const string NeverCalled = "and c.last_contact_at is null";
    private const string Reached = "and c.last_reached_at >= @MonthStart and c.last_reached_at is not null";
    private const string Mine = "and c.looked_after_by = @Me and c.looked_after_by is not null";
    private const string BySector = "and c.sector = @Sector";
    private const string ByProvince = "and c.province = @Province";

    private const string AfterNext = "and c.next_contact_on >= @AfterDay and (c.next_contact_on > @AfterDay or c.id > @AfterId)";
    private const string AfterVerified = "and c.availability_verified_on >= @AfterDay and (c.availability_verified_on > @AfterDay or c.id > @AfterId)";
    private const string AfterReached = "and c.last_reached_at >= @AfterAt and (c.last_reached_at > @AfterAt or c.id > @AfterId)";
    private const string AfterName = "and c.sort_name >= @AfterName and (c.sort_name > @AfterName or c.id > @AfterId)";
    private const string OrderByNext = "order by c.next_contact_on, c.id";
    private const string OrderByVerified = "order by c.availability_verified_on, c.id";
    private const string OrderByReached = "order by c.last_reached_at, c.id";
    private const string OrderByName = "order by c.sort_name, c.id";

    /// <summary>What the order goes by.</summary>
    private enum Key
    {
        NextContact,
        Verified,
        Reached,
        Name,
    }

    public static CallListSql Of(GetCallList list, DateOnly today, int staleDays, Guid me)
    {
        var key = list.Reason switch
        {
            CallReason.Unreached or CallReason.NeverCalled or CallReason.Mine => Key.Name,
            CallReason.StaleAvailability => Key.Verified,
            CallReason.ReachedThisMonth => Key.Reached,
            _ => Key.NextContact,
        };
        var after = Paging.Decode(list.Cursor, 2);
        var arguments = new
        {
            Me = me, Today = today, VerifiedBefore = today.AddDays(-(list.Days ?? staleDays)), MonthStart = new DateOnly(today.Year, today.Month, 1).StartInItaly(), list.Sector,
            Province = list.Province?.ToUpperInvariant(), AfterDay = after is not null && key is Key.NextContact or Key.Verified ? DayOf(after?[0]) : null,
            AfterAt = after is not null && key is Key.Reached ? InstantOf(after[0]) : null, AfterName = after?[0], AfterId = after is null ? null : IdOf(after[1]),
        };

        ListSql Filtered(string head) => new ListSql(head)
            .When(list.Reason is CallReason.DueToday, DueToday)
            .When(list.Reason is CallReason.Overdue, Overdue)
            .When(list.Reason is CallReason.Due, Due)
            .When(list.Reason is CallReason.Unreached, Unreached)
            .When(list.Reason is CallReason.NeverCalled, NeverCalled)
            .When(key is Key.Verified, VerifiedLongAgo)
            .When(key is Key.Reached, Reached)
            .When(list.Mine == true || list.Reason is CallReason.Mine, Mine)
            .When(!string.IsNullOrEmpty(list.Sector), BySector)
            .When(!string.IsNullOrEmpty(list.Province), ByProvince);

        var (from, order) = key switch
        {
            Key.Name => (AfterName, OrderByName),
            Key.Verified => (AfterVerified, OrderByVerified),
            Key.Reached => (AfterReached, OrderByReached),
            _ => (AfterNext, OrderByNext),
        };
        return new(Filtered(SelectCompanies).When(after is not null, from).OrderBy(order), Filtered(CountCompanies).ToString(), arguments, row => [KeyOfRow(key, row), row.Id.ToString()]);
    }

    private static string KeyOfRow(Key key, CallRow row) => key switch
    {
        Key.Name => row.SortName,
        Key.Verified => row.AvailabilityVerifiedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Key.Reached => row.LastReachedAt!.Value.ToString("O", CultureInfo.InvariantCulture),
        _ => row.NextContactOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Guid? IdOf(string part) => Guid.TryParse(part, out var id) ? id : throw Invented();

    private static DateOnly? DayOf(string? part) => part is null ? null
        : DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Invented();

    private static DateTimeOffset? InstantOf(string part) => DateTimeOffset.TryParse(part, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : throw Invented();

    private static FieldException Invented() => new("cursor", "paging.cursor", new(
        "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
        "The point to continue the list from is not valid: start again from the first page."));
}
