using System.Globalization;

namespace InclusionPlatform.IntegrationTests.Today;

/// <summary>Follows the counters of somebody's home page to the lists behind their links.</summary>
internal static class CounterLists
{
    /// <summary>Pages of the client, and the list of the API that each of them shows with the same filters.</summary>
    private static readonly (string Page, string List)[] Lists =
    [
        ("/companies/calls", "companies/call-list"),
        ("/companies/needs", "placement-needs"),
        ("/companies/referrals", "company-referrals"),
        ("/companies/duplicates", "companies/duplicates"),
        ("/companies/import", "company-imports"),
        ("/companies", "companies"),
        ("/opportunities", "opportunities"),
        ("/outgoing-mail", "outgoing-mails"),
        ("/partner-bodies/decisions", "working-tables/decisions"),
        ("/partner-bodies/protocols", "protocols"),
        ("/internships", "internships"),
        ("/internships/visits", "internship-visits"),
        ("/internships/conventions", "conventions"),
        ("/allowances", "allowance-runs"),
        ("/allowances/registers", "allowance-runs/unlisted-registers"),
        ("/allowances/overpayments", "allowance-overpayments"),
        ("/beneficiaries/appointments", "appointments"),
        ("/beneficiaries/caseload", "caseload"),
        ("/beneficiaries/duplicates", "duplicate-people"),
        ("/beneficiaries/follow-ups", "follow-ups"),
        ("/beneficiaries/referrals", "referrals"),
        ("/beneficiaries/retention", "retention"),
        ("/job-search/applications", "job-applications"),
        ("/programmes", "programmes"),
        ("/training/editions", "course-editions"),
    ];

    /// <summary>Filters that a page calls otherwise than its list.</summary>
    private static readonly (string OfPage, string OfList)[] Filters = [("manager=", "managerId="), ("show=never", "withoutCase=true")];

    /// <summary>The kinds and numbers of the counters; each was compared with the total of the list that its link opens.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> ThatAgree(ApiUser user)
    {
        var found = new Dictionary<string, int>();
        foreach (var counter in (await user.Get("today").Expect(200))["counters"]!.AsArray())
        {
            var (kind, link, count) = (counter!["kind"]!.ToString(), counter["link"]!.ToString(), counter["count"]!.GetValue<int>());
            var (page, query) = link.Split('?') is [var path, var filters] ? (path, filters) : (link, "");
            if (page.Split('/') is ["", "bulletin", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out _))
            {
                Assert.That((await user.Get($"bulletin/editions/{number}/progress").Expect(200))["uncertain"]!.GetValue<int>(), Is.EqualTo(count), $"{kind}: {link}");
            }
            else
            {
                Assert.That(Lists.Select(known => known.Page), Does.Contain(page), $"{kind}: which list does this page show?");
                query = Filters.Aggregate(query, (text, filter) => text.Replace(filter.OfPage, filter.OfList, StringComparison.Ordinal));
                Assert.That(await TotalOf(user, $"{Lists.Single(known => known.Page == page).List}?{query}"), Is.EqualTo(count), $"{kind}: {link}");
            }

            found.Add(kind, count);
        }

        return found;
    }

    /// <summary>The same for every role that has an account; by role the kinds and numbers.</summary>
    public static async Task<IReadOnlyDictionary<Role, IReadOnlyDictionary<string, int>>> ThatAgreeForEveryRole(Func<Role, Task<ApiUser>> signIn)
    {
        var found = new Dictionary<Role, IReadOnlyDictionary<string, int>>();
        foreach (var role in Enum.GetValues<Role>())
        {
            found[role] = await ThatAgree(await signIn(role));
        }

        return found;
    }

    /// <summary>What a list says it holds; where it does not say, what its pages hold.</summary>
    private static async Task<int> TotalOf(ApiUser user, string list)
    {
        var page = await user.Get($"{list}&limit=1&total=true").Expect(200);
        if (page["total"]?.GetValue<int>() is { } total)
        {
            return total;
        }

        var items = page.Items.Count;
        while (page["nextCursor"]?.ToString() is { } cursor)
        {
            page = await user.Get($"{list}&limit=1&cursor={cursor}").Expect(200);
            items += page.Items.Count;
        }

        return items;
    }
}
