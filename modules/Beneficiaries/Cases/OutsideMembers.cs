using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Who a professional without an account is. Kept as one encrypted text.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="BodyId">The body, if it is of the network.</param>
/// <param name="BodyName">The body's name as it was.</param>
/// <param name="BodyPersonId">Who they are among the people of the network's bodies; none if written by hand.</param>
internal sealed record OutsideProfessional(string Name, Guid? BodyId, string BodyName, Guid? BodyPersonId)
{
    /// <summary>As the équipe reads it.</summary>
    public string Called => $"{Name} ({BodyName})";
}

/// <summary>A membership without an account, opened.</summary>
internal sealed record OutsideMembership(
    Guid Id, OutsideProfessional Who, string SubjectHash, MemberRole Role, DateOnly FromOn, DateOnly? ToOn, Guid? AccountId, DateOnly? AccountFrom);

/// <summary>
/// The members of an équipe who have no account (ADR 46). They are named wherever the équipe is, by the id of their membership; nobody is let in by it. Whoever asks was let into the case.
/// </summary>
internal sealed class OutsideMembers(IDbSession db, SensitiveFields sensitive, IKeyedHash hash)
{
    private const string Select = """
        select id as Id, details_cipher as Details, subject_hash as SubjectHash, role as Role, from_on as FromOn, to_on as ToOn, account_id as AccountId, account_from as AccountFrom
        from   beneficiaries_outside_member
        where  case_id = @CaseId
        order by from_on, id
        """;

    /// <summary>All that were ever on the équipe. One statement.</summary>
    public async Task<IReadOnlyList<OutsideMembership>> OfAsync(Guid caseId, CancellationToken ct) =>
        [.. (await db.QueryAsync<Row>(Select, new { CaseId = caseId }, ct)).Select(row => new OutsideMembership(
            row.Id, sensitive.Open<OutsideProfessional>(row.Details)!, row.SubjectHash, row.Role, row.FromOn, row.ToOn, row.AccountId, row.AccountFrom))];

    /// <summary>The membership.</summary>
    /// <exception cref="NotFoundException">Not of this case.</exception>
    public async Task<OutsideMembership> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        (await OfAsync(caseId, ct)).SingleOrDefault(one => one.Id == id) ?? throw new NotFoundException("member", id);

    /// <summary>Names of colleagues, and of this équipe's members without an account by the id of their membership.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Guid caseId, IReadOnlyDictionary<Guid, string> colleagues, CancellationToken ct)
    {
        var outside = await OfAsync(caseId, ct);
        return outside.Count == 0 ? colleagues : colleagues.Concat(outside.Select(one => KeyValuePair.Create(one.Id, one.Who.Called))).ToDictionary();
    }

    /// <summary>Equal for the same name at the same body, however capitals and accents are written.</summary>
    public string HashOf(OutsideProfessional who) =>
        hash.Of("outside-member", $"{Words(who.Name)} {who.BodyId?.ToString("N") ?? SearchText.Normalize(who.BodyName)}");

    /// <summary>Encrypts it under the person's key.</summary>
    public string Seal(Guid personId, OutsideProfessional who) => sensitive.Seal(personId, who)!;

    /// <summary>Nobody is on the same équipe twice at the same time, with or without an account.</summary>
    public static void CheckRoom(IEnumerable<OutsideMembership> others, Guid id, string subjectHash, DateOnly fromOn, DateOnly? toOn) => MembershipHasRoom.Check(
        others.Where(one => one.SubjectHash == subjectHash).Select(one => new MembershipSpan(one.Id, Guid.Empty, one.FromOn, one.ToOn)), new(id, Guid.Empty, fromOn, toOn));

    /// <summary>The words of a name in whatever order, capitals and accents.</summary>
    public static string Words(string name) => string.Join(' ', SearchText.Normalize(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private sealed record Row(Guid Id, string Details, string SubjectHash, MemberRole Role, DateOnly FromOn, DateOnly? ToOn, Guid? AccountId, DateOnly? AccountFrom);
}
