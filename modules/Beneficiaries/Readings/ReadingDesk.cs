using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>A meeting as far as whoever asks may see it.</summary>
internal sealed record SeenReading(Guid Id, int Version, ReadingState State, DateOnly HeldOn, string? StartsAt, string? Place);

/// <summary>The one door to a meeting by id: coordinators and the colleagues who are in it; for everybody else it does not exist.</summary>
internal sealed class ReadingDesk(IDbSession db, IMediator mediator, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
{
    /// <summary>For whoever is not a coordinator. The meeting's row is called <c>g</c>.</summary>
    public const string OnlyMine = "and g.id in (select m.reading_id from beneficiaries_reading_member m where m.user_id = @Me)";

    private const string Select = """
        select g.id as Id, g.version as Version, g.state as State, g.held_on as HeldOn, g.starts_at as StartsAt, g.place as Place
        from   beneficiaries_reading g
        where  g.id = @Id
        """;

    private const string DeleteMembers = "delete from beneficiaries_reading_member where reading_id = @Id";

    private const string InsertMember = """
        insert into beneficiaries_reading_member (id, reading_id, user_id, name, body_id)
        values (@MemberId, @Id, @UserId, @Name, @BodyId)
        """;

    /// <summary>Whether the list must be narrowed to the meetings that one is in.</summary>
    public bool SeesOnlyMine => user.Kind != ActorKind.Platform && !user.Has(BeneficiariesModule.DecideReferrals);

    /// <summary>The meeting.</summary>
    /// <exception cref="NotFoundException">No such meeting, or none that may be seen.</exception>
    public async Task<SeenReading> FindAsync(Guid id, CancellationToken ct) =>
        await db.FindAsync<SeenReading>(new ListSql(Select).When(SeesOnlyMine, OnlyMine).ToString(), new { Id = id, Me = user.Id }, ct) ?? throw new NotFoundException("reading");

    /// <summary>The meeting, to be changed.</summary>
    /// <exception cref="RuleBrokenException"><c>reading.closed</c>: its minutes are frozen.</exception>
    public async Task<SeenReading> FindOpenAsync(Guid id, CancellationToken ct)
    {
        var seen = await FindAsync(id, ct);
        Rules.MinutesAreFrozen.Check(seen.State);
        return seen;
    }

    /// <summary>Replaces the équipe of a meeting.</summary>
    public async Task WriteMembersAsync(Guid id, IReadOnlyList<ReadingMemberData> members, CancellationToken ct)
    {
        var known = await colleagues.AllAsync(ct);
        if (members.Any(member => member.UserId is { } userId && !known.Any(colleague => colleague.Id == userId && Team.MayJoin(colleague))))
        {
            throw new FieldException("members", "member.unknown", new(
                "Nell'équipe possono entrare educatori e coordinatori con un account attivo: scegliere dall'elenco.",
                "Educators and coordinators with an active account can join the team: choose from the list."));
        }

        var bodies = members.Where(member => member.BodyId is not null).Select(member => member.BodyId!.Value).Distinct().ToArray();
        if (bodies.Length > 0 && (await mediator.Send(new DescribePartnerBodies(bodies), ct)).Count < bodies.Length)
        {
            throw new FieldException("members", "reading.unknown-body", new(
                "Uno degli enti non si trova nella rete: sceglierlo dall'elenco o aggiungerlo prima.",
                "One of the bodies is not in the network: choose it from the list or add it first."));
        }

        var now = clock.GetUtcNow();
        await db.ExecuteAsync(DeleteMembers, new { Id = id }, ct);
        await db.ExecuteAsync(
            InsertMember,
            members.Select(member => new { MemberId = Guid.CreateVersion7(now), Id = id, member.UserId, Name = member.UserId is null ? member.Name!.Trim() : null, member.BodyId }).ToArray(), ct);
    }
}
