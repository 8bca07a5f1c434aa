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
            if (Lists.FirstOrDefault(list => list.Page == page) is not (_, { } list))
            {
                continue;
            }

            query = Filters.Aggregate(query, (text, filter) => text.Replace(filter.OfPage, filter.OfList, StringComparison.Ordinal));
            var shown = await user.Get($"{list}?{query}&limit=1&total=true").Expect(200);
            Assert.That(shown["total"]?.GetValue<int>() ?? shown.Items.Count, Is.EqualTo(count), $"{kind}: {link}");
            found.Add(kind, count);
        }

        return found;
    }
}
