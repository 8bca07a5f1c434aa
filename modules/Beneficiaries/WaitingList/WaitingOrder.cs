using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;

namespace InclusionPlatform.Beneficiaries.WaitingList;

/// <summary>The criteria in force on a day.</summary>
internal sealed record CriteriaInForce(Guid Id, DateOnly ValidFrom, string Note, Guid DeclaredBy, DateTimeOffset DeclaredAt, IReadOnlyList<WaitingPoints> Items);

/// <summary>A referral in its place on the list.</summary>
internal sealed record WaitingPlace(Guid ReferralId, int Position, int Points, IReadOnlyList<WaitingPoints> Why, ReferralContent Content, string BodyCipher, bool Restricted, DateOnly WaitingSince);

/// <summary>Puts who waits in the order of the criteria in force. The facts are encrypted, so the order is made here and not in the query: a list of hundreds at most.</summary>
internal sealed class WaitingOrder(IDbSession db, ReferralDesk desk, TimeProvider clock)
{
    private const int Most = 500;

    private const string SelectCriteria = """
        select id as Id, valid_from as ValidFrom, note as Note, declared_by as DeclaredBy, declared_at as DeclaredAt
        from   beneficiaries_waiting_criteria
        where  valid_from <= @Today
        order by valid_from desc, declared_at desc, id desc
        """;

    private const string SelectItems = """
        select criterion as Criterion, points as Points
        from   beneficiaries_waiting_criterion
        where  criteria_id = @Id
        order by position
        """;

    private const string SelectWaiting = """
        select r.id as Id, r.content_cipher as Content, r.urgency as Urgency, r.waiting_since as WaitingSince, r.restricted as Restricted, r.referring_body_cipher as Body
        from   beneficiaries_referral r
        where  r.state = 'waitingList'
        order by r.waiting_since, r.id
        """;

    /// <summary>The criteria that hold today, or null while none were declared.</summary>
    public async Task<CriteriaInForce?> CriteriaAsync(CancellationToken ct)
    {
        var row = (await db.TopAsync<CriteriaRow>(SelectCriteria, new { Today = clock.Today() }, 1, ct)).SingleOrDefault();
        return row is null ? null : new(row.Id, row.ValidFrom, row.Note, row.DeclaredBy, row.DeclaredAt, await db.QueryAsync<WaitingPoints>(SelectItems, new { row.Id }, ct));
    }

    /// <summary>Everybody who waits: most points first, among equals who waits longest. Without criteria the order is that of waiting alone.</summary>
    public async Task<IReadOnlyList<WaitingPlace>> PlacesAsync(CriteriaInForce? criteria, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await db.TopAsync<Row>(SelectWaiting, null, Most, ct);
        var scored = rows.Select(row =>
        {
            var content = desk.Open(row.Content);
            var person = content.Person;
            var facts = new WaitingFacts(row.Urgency, person.MinorChildren, person.SingleParent, content.NoIncome, person.UnemployedSince, person.BirthDate!.Value, row.WaitingSince);
            return (Row: row, Content: content, Why: WaitingScore.Of(facts, criteria?.Items ?? [], today));
        });
        return [.. scored
            .OrderByDescending(one => one.Why.Sum(points => points.Points)).ThenBy(one => one.Row.WaitingSince).ThenBy(one => one.Row.Id)
            .Select((one, index) => new WaitingPlace(one.Row.Id, index + 1, one.Why.Sum(points => points.Points), one.Why, one.Content, one.Row.Body, one.Row.Restricted, one.Row.WaitingSince))];
    }

    private sealed record CriteriaRow(Guid Id, DateOnly ValidFrom, string Note, Guid DeclaredBy, DateTimeOffset DeclaredAt);

    private sealed record Row(Guid Id, string Content, ReferralUrgency Urgency, DateOnly WaitingSince, bool Restricted, string Body);
}
