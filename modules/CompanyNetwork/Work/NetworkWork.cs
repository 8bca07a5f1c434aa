using InclusionPlatform.CompanyNetwork.Protocols;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>What the network asks for: the decisions that somebody must see to, and the protocols that end soon for whoever coordinates.</summary>
internal sealed class NetworkWork(IDbSession db) : IDueWorkSource
{
    private const int Most = 10;

    private const string SelectDecisions = """
        select d.decided as Decided, t.name as TableName, g.table_id as TableId, g.id as MeetingId, d.due_on as DueOn
        from   company_network_decision d
        join   company_network_meeting g on g.id = d.meeting_id
        join   company_network_working_table t on t.id = g.table_id
        where  d.owner_user_id = @User and d.done_at is null and d.due_on <= @Soon
        order by d.due_on, d.id
        """;

    private const string CountDecisions = "select count(*) from company_network_decision where owner_user_id = @User and done_at is null and due_on <= @Soon";

    private const string SelectProtocols = """
        select id as Id, subject as Subject, valid_to as ValidTo
        from   company_network_protocol
        where  valid_from <= @Today and valid_to >= @Today and valid_to <= @End and valid_to is not null
        order by valid_to, id
        """;

    private const string CountProtocols = """
        select count(*)
        from   company_network_protocol
        where  valid_from <= @Today and valid_to >= @Today and valid_to <= @End and valid_to is not null
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.ReadPartnerBodies))
        {
            return DueWork.None;
        }

        var tasks = new List<DueTask>();
        var counters = new List<DueCounter>();
        var mine = new { User = user.Id, Soon = today.AddDays(7) };
        var decisions = await db.TopAsync<DueDecision>(SelectDecisions, mine, Most, ct);
        if (decisions.Count > 0)
        {
            tasks.AddRange(decisions.Select(decision => new DueTask(
                "network.decision-due", decision.Decided, decision.TableName, decision.DueOn, UrgencyOf(decision.DueOn, today), $"/partner-bodies/tables/{decision.TableId}/meetings/{decision.MeetingId}")));
            counters.Add(new(
                "network.decision-due", await db.ScalarAsync<int>(CountDecisions, mine, ct), UrgencyOf(decisions[0].DueOn, today), "/partner-bodies/decisions?state=due&mine=true", "partner-bodies"));
        }

        if (!user.Roles.Contains(Role.Coordinator))
        {
            return new(tasks, counters);
        }

        var ending = new { Today = today, End = today.AddDays(ProtocolStates.ExpiringDays) };
        var protocols = await db.TopAsync<EndingProtocol>(SelectProtocols, ending, Most, ct);
        if (protocols.Count > 0)
        {
            tasks.AddRange(protocols.Select(protocol => new DueTask(
                "network.protocol-expiring", protocol.Subject, null, protocol.ValidTo, UrgencyOf(protocol.ValidTo, today), $"/partner-bodies/protocols/{protocol.Id}")));
            counters.Add(new(
                "network.protocol-expiring", await db.ScalarAsync<int>(CountProtocols, ending, ct), UrgencyOf(protocols[0].ValidTo, today), "/partner-bodies/protocols?state=expiring", "partner-bodies"));
        }

        return new(tasks, counters);
    }

    private static Urgency UrgencyOf(DateOnly day, DateOnly today) => day < today ? Urgency.Late : day == today ? Urgency.Today : Urgency.Week;

    private sealed record DueDecision(string Decided, string TableName, Guid TableId, Guid MeetingId, DateOnly DueOn);

    private sealed record EndingProtocol(Guid Id, string Subject, DateOnly ValidTo);
}
