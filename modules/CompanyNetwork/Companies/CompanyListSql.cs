using System.Globalization;
using Dapper;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.CompanyNetwork.Tags;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A row of the list; <c>Word</c> is the word by which it was found, <c>Spread</c> its place among those of that word.</summary>
internal sealed record CompanyListRow(
    Guid Id, string Name, string SortName, CompanyKind Kind, string Sector, string? Municipality, string? Phone, int AvailablePlaces, DateOnly? AvailableUntil, DateOnly? NextContactOn,
    int UnreachedInARow, DateTimeOffset? LastContactAt, DateTimeOffset? ArchivedAt, string? Word, string? Spread);

/// <summary>
/// The texts of the list. Each order and filter is one seek into an index that already has the order: without words by (filter, sort_name, id); with words by
/// (word, spread, company_id), the longest typed word leading because it is the rarest as a rule, the others asked of each company by its key. Spread is chance: in an
/// alphabetical order all that have both "trattoria" and "girandola" could stand at the end of those that have one of them.
/// </summary>
internal sealed record CompanyListSql(string Text, string CountText, DynamicParameters Arguments, Func<CompanyListRow, string[]> KeyOf, bool FoundByWords = false)
{
    /// <summary>How many there are in each municipality, of the same companies as the list.</summary>
    public string PlacesText { get; private init; } = "";

    private const string Mine = "mine";
    private const string Nobody = "nobody";
    private const int MostWords = 6;
    private const string CountHead = "select count(*)";

    private const string Columns = """
        c.id as Id, c.name as Name, c.sort_name as SortName, c.kind as Kind, c.sector as Sector, c.municipality as Municipality, c.phone as Phone,
        c.available_places as AvailablePlaces, c.available_until as AvailableUntil, c.next_contact_on as NextContactOn,
        c.unreached_in_a_row as UnreachedInARow, c.last_contact_at as LastContactAt, c.archived_at as ArchivedAt
        """;

    private const string FromCompanies = """
        from   company_network_company c
        where  1 = 1
        """;

    // Cross joined, so that the words lead on both engines; a company found by two words of its name appears at the first of them only.
    private const string FromWords = """
        from   company_network_search_word w
               cross join company_network_company c
        where  w.word >= @From0 and w.word < @To0 and c.id = w.company_id
               and not exists (select 1 from company_network_search_word e where e.company_id = w.company_id and e.word >= @From0 and e.word < w.word)
        """;

    private const string SelectCompanies = $"select {Columns}, cast(null as nvarchar(60)) as Word, cast(null as nvarchar(8)) as Spread\n{FromCompanies}";
    private const string CountCompanies = $"{CountHead}\n{FromCompanies}";
    private const string SelectWords = $"select {Columns}, w.word as Word, w.spread as Spread\n{FromWords}";
    private const string CountWords = $"{CountHead}\n{FromWords}";

    private const string PlacesOfCompanies = $"select c.municipality as Municipality, count(*) as [Count]\n{FromCompanies}";
    private const string PlacesOfWords = $"select c.municipality as Municipality, count(*) as [Count]\n{FromWords}";
    private const string ByPlace = "group by c.municipality";

    private static readonly string[] FurtherWords =
    [
        "",
        "and exists (select 1 from company_network_search_word x where x.company_id = w.company_id and x.word >= @From1 and x.word < @To1)",
        "and exists (select 1 from company_network_search_word x where x.company_id = w.company_id and x.word >= @From2 and x.word < @To2)",
        "and exists (select 1 from company_network_search_word x where x.company_id = w.company_id and x.word >= @From3 and x.word < @To3)",
        "and exists (select 1 from company_network_search_word x where x.company_id = w.company_id and x.word >= @From4 and x.word < @To4)",
        "and exists (select 1 from company_network_search_word x where x.company_id = w.company_id and x.word >= @From5 and x.word < @To5)",
    ];

    private const string HasBeginnings = "and (w.signature & @Signature) = @Signature";

    private const string BySector = "and c.sector = @Sector";
    private const string ByMunicipality = "and c.municipality = @Municipality";
    private const string ByProvince = "and c.province = @Province";
    private const string ByKind = "and c.kind = @Kind";
    private const string Available = "and c.available_until >= @Today and c.available_until is not null";
    private const string Stale = "and c.available_until < @Today and c.available_until is not null";
    private const string UnreachedOften = "and c.unreached_in_a_row >= 3";
    private const string ContactDue = "and c.next_contact_on <= @Today and c.next_contact_on is not null";
    private const string Tagged = "and exists (select 1 from company_network_tag t where t.company_id = c.id and t.tag_key = @Tag)";
    private const string ByKeeper = "and c.looked_after_by = @Keeper and c.looked_after_by is not null";
    private const string ByNobody = "and c.looked_after_by is null";
    private const string InSolidarityNetwork = "and c.solidarity_network = 1";

    // The staff as TargetedPlacementQuota counts it: from fifteen on a company is bound.
    private const string NotCovered = """
        and c.targeted_placement = 'notCovered'
        and coalesce(c.obligation_staff, (select sum(s.permanent_staff) from company_network_site s where s.company_id = c.id), c.permanent_staff) >= 15
        """;

    private const string DocumentsExpiring = """
        and exists (
            select 1 from company_network_document d
            where  d.company_id = c.id and d.valid_until <= @DocumentsUntil and d.valid_until is not null
                   and (d.kind = 'other' or not exists (
                       select 1 from company_network_document e
                       where  e.company_id = d.company_id and e.kind = d.kind and e.id <> d.id and (e.valid_until is null or e.valid_until > d.valid_until))))
        """;

    private const string NotArchived = "and c.archived_at is null";
    private const string OnlyArchived = "and c.archived_at is not null";

    private const string AfterName = "and c.sort_name >= @AfterName and (c.sort_name > @AfterName or c.id > @AfterId)";
    private const string BeforeName = "and c.sort_name <= @AfterName and (c.sort_name < @AfterName or c.id < @AfterId)";
    private const string HasNextContact = "and c.next_contact_on is not null";
    private const string AfterNextContact = "and c.next_contact_on >= @AfterDay and (c.next_contact_on > @AfterDay or c.id > @AfterId)";
    private const string AfterWord = "and w.word >= @AfterWord and (w.word > @AfterWord or w.spread > @AfterSpread or (w.spread = @AfterSpread and w.company_id > @AfterId))";

    private const string OrderByName = "order by c.sort_name, c.id";
    private const string OrderByNameDown = "order by c.sort_name desc, c.id desc";
    private const string OrderByNextContact = "order by c.next_contact_on, c.id";
    private const string OrderByWord = "order by w.word, w.spread, w.company_id";

    /// <summary>Another head, such as an insert, for the same companies without an order; theirs is the alias <c>c</c>.</summary>
    public string Under(string head) => head + CountText[CountHead.Length..];

    /// <summary>The texts and arguments of a list that somebody asks for.</summary>
    /// <param name="list">What is asked.</param>
    /// <param name="today">The day in Italy.</param>
    /// <param name="me">Who asks: "mine" is theirs.</param>
    public static CompanyListSql Of(ListCompanies list, DateOnly today, Guid me)
    {
        // The last word may still be being typed; the longest is as a rule the rarest.
        var words = CompanyWords.Sought(list.Q).Distinct().Take(MostWords).OrderByDescending(word => word.Length).ToArray();
        var arguments = new DynamicParameters(new { list.Sector, list.Municipality, Province = list.Province?.ToUpperInvariant(), Kind = QueryCode.Read<CompanyKind>(list.Kind, "kind")?.Code(), Today = today });
        for (var index = 0; index < words.Length; index++)
        {
            arguments.Add($"From{index}", words[index]);
            arguments.Add($"To{index}", CompanyWords.EndOf(words[index]));
        }

        arguments.Add("Tag", TagBook.Key(list.Tag ?? ""));
        arguments.Add("Keeper", KeeperOf(list.LookedAfterBy, me));
        arguments.Add("DocumentsUntil", today.AddDays(DocumentValidity.DaysBefore));
        arguments.Add("Signature", words.Skip(1).Aggregate(0L, (bits, word) => bits | WordSignature.Needed(word)));

        ListSql Filtered(ListSql sql)
        {
            sql.When(words.Length > 1, HasBeginnings);
            for (var index = 1; index < words.Length; index++)
            {
                sql.When(true, FurtherWords[index]);
            }

            return sql
                .When(!string.IsNullOrEmpty(list.Sector), BySector)
                .When(!string.IsNullOrEmpty(list.Municipality), ByMunicipality)
                .When(!string.IsNullOrEmpty(list.Province), ByProvince)
                .When(!string.IsNullOrEmpty(list.Kind), ByKind)
                .When(list.HasAvailability == true, Available)
                .When(list.StaleAvailability == true, Stale)
                .When(list.Unreached == true, UnreachedOften)
                .When(list.ContactDue == true, ContactDue)
                .When(!string.IsNullOrEmpty(list.Tag), Tagged)
                .When(!string.IsNullOrEmpty(list.LookedAfterBy), list.LookedAfterBy == Nobody ? ByNobody : ByKeeper)
                .When(list.SolidarityNetwork == true, InSolidarityNetwork)
                .When(list.ObligationNotCovered == true, NotCovered)
                .When(list.DocumentsExpiring == true, DocumentsExpiring)
                .When(list.Archived != true, NotArchived)
                .When(list.Archived == true, OnlyArchived);
        }

        var count = Filtered(new(words.Length > 0 ? CountWords : CountCompanies)).ToString();
        var places = Filtered(new(words.Length > 0 ? PlacesOfWords : PlacesOfCompanies)).OrderBy(ByPlace);
        var text = words.Length > 0 ? ByWord(list, Filtered(new(SelectWords)), count, arguments)
            : list.Sort == "nextContactOn" ? ByNextContact(list, Filtered(new(SelectCompanies)), count, arguments)
            : ByName(list, Filtered(new(SelectCompanies)), count, arguments);
        return text with { PlacesText = places };
    }

    private static CompanyListSql ByWord(ListCompanies list, ListSql sql, string count, DynamicParameters arguments)
    {
        var after = Paging.Decode(list.Cursor, 3);
        arguments.Add("AfterWord", after?[0]);
        arguments.Add("AfterSpread", after?[1]);
        arguments.Add("AfterId", after is null ? null : IdOf(after[2]));
        return new(sql.When(after is not null, AfterWord).OrderBy(OrderByWord), count, arguments, row => [row.Word!, row.Spread!, row.Id.ToString()], FoundByWords: true);
    }

    private static CompanyListSql ByNextContact(ListCompanies list, ListSql sql, string count, DynamicParameters arguments)
    {
        var after = Paging.Decode(list.Cursor, 2);
        arguments.Add("AfterDay", after is null ? null : DayOf(after[0]));
        arguments.Add("AfterId", after is null ? null : IdOf(after[1]));
        return new(
            sql.When(true, HasNextContact).When(after is not null, AfterNextContact).OrderBy(OrderByNextContact), count, arguments,
            row => [row.NextContactOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Id.ToString()]);
    }

    private static CompanyListSql ByName(ListCompanies list, ListSql sql, string count, DynamicParameters arguments)
    {
        var down = list.Sort == "-name";
        var after = Paging.Decode(list.Cursor, 2);
        arguments.Add("AfterName", after?[0]);
        arguments.Add("AfterId", after is null ? null : IdOf(after[1]));
        return new(
            sql.When(after is not null, down ? BeforeName : AfterName).OrderBy(down ? OrderByNameDown : OrderByName), count, arguments, row => [row.SortName, row.Id.ToString()]);
    }

    private static Guid? KeeperOf(string? text, Guid me) => text switch
    {
        null or "" or Nobody => null,
        Mine => me,
        _ => Guid.TryParse(text, out var id) ? id : throw new FieldException("lookedAfterBy", "request.field-form", new(
            "Chi segue l'azienda si sceglie dall'elenco dei colleghi, oppure si scrive mine o nobody.",
            "Who looks after the company is chosen among the colleagues, or is mine or nobody.")),
    };

    private static Guid IdOf(string part) => Guid.TryParse(part, out var id) ? id : throw Invented();

    private static DateOnly DayOf(string part) => DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Invented();

    private static FieldException Invented() => new("cursor", "paging.cursor", new(
        "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
        "The point to continue the list from is not valid: start again from the first page."));
}
