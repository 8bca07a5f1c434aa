using InclusionPlatform.CompanyNetwork.Duplicates;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>What the company operator has to do: calls that are due, availability to ask again, imports left half way.</summary>
internal sealed class CompanyWork(IDbSession db, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 10;

    private const string SelectDue = """
        select id as Id, name as Name, next_contact_on as DueOn
        from   company_network_company
        where  next_contact_on <= @Today and next_contact_on is not null and archived_at is null and do_not_call = 0
        order by next_contact_on, id
        """;

    private const string CountDue = """
        select coalesce(sum(case when next_contact_on < @Today then 1 else 0 end), 0) as Late, coalesce(sum(case when next_contact_on = @Today then 1 else 0 end), 0) as Today
        from   company_network_company
        where  next_contact_on <= @Today and next_contact_on is not null and archived_at is null and do_not_call = 0
        """;

    private const string CountUnreached = "select count(*) from company_network_company where unreached_in_a_row >= 3 and archived_at is null and do_not_call = 0";

    private const string CountStale = """
        select count(*)
        from   company_network_company
        where  available_until < @Today and available_until is not null and archived_at is null
        """;

    private const string SelectOpenImports = """
        select id as Id, file_name as FileName, created_at as CreatedAt
        from   company_network_import
        where  owner_id = @Owner and confirmed_at is null and expires_at > @Now
        order by created_at, id
        """;

    private const string CountOpenImports = "select count(*) from company_network_import where owner_id = @Owner and confirmed_at is null and expires_at > @Now";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.WriteCompanies))
        {
            return DueWork.None;
        }

        var own = new { Owner = user.Id, Now = clock.GetUtcNow() };
        var imports = await db.TopAsync<OpenImport>(SelectOpenImports, own, Most, ct);
        var tasks = imports.Select(import => new DueTask(
            "company-import.open", import.FileName, null, import.CreatedAt.InItaly(), import.CreatedAt.InItaly() < today ? Urgency.Late : Urgency.Today, $"/companies/import/{import.Id}")).ToList();
        var counters = new List<DueCounter>();
        if (imports.Count > 0)
        {
            var open = imports.Count < Most ? imports.Count : await db.ScalarAsync<int>(CountOpenImports, own, ct);
            counters.Add(new("company-import.open", open, tasks.Min(task => task.Urgency), "/companies/import?open=true", "companies"));
        }

        if (!user.Roles.Contains(Role.CompanyOperator))
        {
            return new(tasks, counters);
        }

        var due = await db.TopAsync<DueCompany>(SelectDue, new { Today = today }, Most, ct);
        tasks.AddRange(due.Select(company => new DueTask(
            "company.contact-due", company.Name, null, company.DueOn, company.DueOn < today ? Urgency.Late : Urgency.Today, $"/companies/calls?company={company.Id}")));
        var counts = (await db.FindAsync<DueCounts>(CountDue, new { Today = today }, ct))!;
        if (counts.Late > 0)
        {
            counters.Add(new("company.call-overdue", counts.Late, Urgency.Late, "/companies/calls?reason=overdue", "companies"));
        }

        if (counts.Today > 0)
        {
            counters.Add(new("company.call-today", counts.Today, Urgency.Today, "/companies/calls?reason=dueToday", "companies"));
        }

        if (await db.ScalarAsync<int>(CountUnreached, null, ct) is var unreached and > 0)
        {
            counters.Add(new("company.unreached", unreached, Urgency.Week, "/companies/calls?reason=unreached", "companies"));
        }

        if (await db.ScalarAsync<int>(CountStale, new { Today = today }, ct) is var stale and > 0)
        {
            counters.Add(new("company.availability-stale", stale, Urgency.Week, "/companies?staleAvailability=true", "companies"));
        }

        if (await db.ScalarAsync<int>(ListDuplicatesHandler.Count, null, ct) is var pairs and > 0)
        {
            counters.Add(new("company.duplicates", pairs, Urgency.Week, "/companies/duplicates", "companies"));
        }

        return new(tasks, counters);
    }

    private sealed record DueCompany(Guid Id, string Name, DateOnly DueOn);

    private sealed record DueCounts(int Late, int Today);

    private sealed record OpenImport(Guid Id, string FileName, DateTimeOffset CreatedAt);
}
