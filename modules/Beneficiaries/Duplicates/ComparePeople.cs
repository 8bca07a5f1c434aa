using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Puts two records side by side, with what a merge would do and what stands in its way.</summary>
internal sealed record ComparePeople(Guid SurvivorId, Guid AbsorbedId) : IQuery<PeopleComparison>;

/// <summary>Two records side by side.</summary>
/// <param name="Survivor">The one that would stay.</param>
/// <param name="Absorbed">The one that would become part of it.</param>
/// <param name="Reasons">Why they may be one person; empty if nothing says so.</param>
/// <param name="Fields">Field by field.</param>
/// <param name="OpenCases">Where both have an open case: the two, of which one goes on and the other ends with the merge; otherwise empty.</param>
/// <param name="Obstacles">Codes of the rules that say no as things stand, with their sentences.</param>
/// <param name="BecomesRestricted">One of the two is restricted, the other is not: both will be.</param>
/// <param name="ChoosesMasked">Whether whoever asks sees both in full and so chooses also what is masked.</param>
internal sealed record PeopleComparison(
    ComparedRecord Survivor, ComparedRecord Absorbed, IReadOnlyList<LikenessReason> Reasons, IReadOnlyList<ComparedField> Fields, IReadOnlyList<ComparedCase> OpenCases, IReadOnlyList<MergeObstacle> Obstacles, bool BecomesRestricted,
    bool ChoosesMasked) : IVersioned
{
    /// <inheritdoc/>
    public int Version => Survivor.Version;
}

/// <summary>One of the two, the day of birth only where the person is seen in full, with how many cases it has.</summary>
/// <param name="Cases">How many cases the person has had.</param>
/// <param name="HasOpenCase">Whether one of them is open.</param>
internal sealed record ComparedRecord(Guid Id, int Version, string DisplayName, DateOnly? BirthDate, DateOnly RegisteredOn, bool Restricted, int Cases, bool HasOpenCase);

/// <summary>One of two open cases.</summary>
/// <param name="Id">The case.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="OpenedOn">Since when.</param>
/// <param name="ManagerName">Who answers for it.</param>
/// <param name="MustGoOn">An internship runs on it.</param>
/// <param name="EndsByDefault">It ends unless somebody chooses the other one.</param>
internal sealed record ComparedCase(Guid Id, Guid PersonId, DateOnly OpenedOn, string? ManagerName, bool MustGoOn, bool EndsByDefault);

/// <summary>One field of both.</summary>
/// <param name="Code">The field.</param>
/// <param name="Masked">Told only as far as it takes to choose.</param>
/// <param name="Survivor">Of the one that stays; null where nothing is written or nothing may be told.</param>
/// <param name="Absorbed">Of the other.</param>
/// <param name="SurvivorWritten">Whether anything is written; null where that may not be told.</param>
/// <param name="AbsorbedWritten">The same of the other.</param>
/// <param name="Same">Whether both say the same; null where that may not be told.</param>
/// <param name="Suggested">Whether the other's is taken unless somebody chooses: where the survivor has none.</param>
internal sealed record ComparedField(string Code, bool Masked, string? Survivor, string? Absorbed, bool? SurvivorWritten, bool? AbsorbedWritten, bool? Same, bool Suggested);

/// <summary>What stands in the way.</summary>
/// <param name="Code">Stable code of what stands in the way.</param>
/// <param name="Message">What stands in the way, in words.</param>
internal sealed record MergeObstacle(string Code, string Message);

internal static class ComparePeopleEndpoint
{
    public static void MapComparePeople(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/comparison/{otherId:guid}", Handle)
        .WithName("comparePeople")
        .WithSummary("Put two records side by side before merging them; it is logged")
        .RequireRight(BeneficiariesModule.Merge);

    private static async Task<VersionedOk<PeopleComparison>> Handle(Guid id, Guid otherId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new ComparePeople(id, otherId), ct));
}

internal sealed class ComparePeopleHandler(IDbSession db, NeedToKnow needToKnow, MergeDesk desk, MergeRules rules, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<ComparePeople, PeopleComparison>
{
    private const string SelectFacts = """
        select p.registered_at as RegisteredAt, p.tax_code_family_hash as TaxCodeFamilyHash,
               (select count(*) from beneficiaries_case c where c.beneficiary_id = p.id) as Cases,
               (select count(*) from beneficiaries_case c where c.beneficiary_id = p.id and c.closed_on is null) as OpenCases
        from   beneficiaries_person p
        where  p.id = @Id
        """;

    public async Task<PeopleComparison> Handle(ComparePeople request, CancellationToken cancellationToken)
    {
        PeopleCanBeMerged.Check(request.SurvivorId, request.AbsorbedId);
        var first = await needToKnow.PersonAsync(request.SurvivorId, Sight.Registry, cancellationToken);
        var second = await needToKnow.PersonAsync(request.AbsorbedId, Sight.Registry, cancellationToken);
        audit.Reads("beneficiary", first.Id, "compare-for-merge");
        audit.Reads("beneficiary", second.Id, "compare-for-merge");
        var survivor = await desk.ReadAsync(first.Id, cancellationToken);
        var absorbed = await desk.ReadAsync(second.Id, cancellationToken);
        var facts = (await db.FindAsync<Facts>(SelectFacts, new { first.Id }, cancellationToken))!;
        var otherFacts = (await db.FindAsync<Facts>(SelectFacts, new { second.Id }, cancellationToken))!;
        var full = first.Sight is Sight.Full && second.Sight is Sight.Full;
        var open = await rules.OpenAsync(first.Id, second.Id, cancellationToken);
        var names = open.Count < 2 ? new Dictionary<Guid, string>() : await colleagues.NamesAsync(cancellationToken);
        var ending = PeopleCanBeMerged.SuggestedEnd(open, first.Id);
        var likeness = PersonLikeness.Of(Compared(survivor, facts), Compared(absorbed, otherFacts));
        return new(
            Side(survivor, first, facts), Side(absorbed, second, otherFacts), likeness.Weight == 0 ? [] : likeness.Reasons,
            [.. MergeField.All.Select(field => Shown(field, survivor, absorbed, full))],
            open.Count < 2 ? [] : [.. open.Select(one => new ComparedCase(one.Id, one.PersonId, one.OpenedOn, names.GetValueOrDefault(one.ManagerId), one.OpenInternships > 0, one.Id == ending))],
            await rules.ObstaclesAsync(open, first.Id, second.Id, cancellationToken), first.Restricted != second.Restricted, full);
    }

    private static ComparedField Shown(MergeField field, MergeSource survivor, MergeSource absorbed, bool full)
    {
        var (mine, other) = (field.Text(survivor), field.Text(absorbed));
        return field.OfFile && !full
            ? new(field.Code, true, null, null, null, null, null, false)
            : new(field.Code, field.Masked, field.Shown(survivor), field.Shown(absorbed), mine is not null, other is not null, mine == other, mine is null && other is not null);
    }

    private static ComparedRecord Side(MergeSource source, SeenPerson seen, Facts facts) => new(
        source.Id, source.Version, $"{source.Person.Surname} {source.Person.Name}", seen.Sight is Sight.Full ? source.Person.BirthDate : null, facts.RegisteredAt.InItaly(), seen.Restricted, facts.Cases, facts.OpenCases > 0);

    private static ComparedPerson Compared(MergeSource source, Facts facts) => new(source.Person.Surname, source.Person.Name, source.Person.BirthDate!.Value, facts.TaxCodeFamilyHash);

    private sealed record Facts(DateTimeOffset RegisteredAt, string? TaxCodeFamilyHash, int Cases, int OpenCases);
}

/// <summary>Reads what the rules of a merge look at.</summary>
internal sealed class MergeRules(IDbSession db)
{
    private const string SelectOpen = """
        select id as Id, beneficiary_id as PersonId, opened_on as OpenedOn, manager_id as ManagerId, open_internships as OpenInternships
        from   beneficiaries_case
        where  (beneficiary_id = @SurvivorId or beneficiary_id = @AbsorbedId) and closed_on is null
        order by opened_on, id
        """;

    private const string CountCandidates = """
        select count(*)
        from   beneficiaries_candidate a
        join   beneficiaries_candidate b on b.cohort_id = a.cohort_id
        where  a.beneficiary_id = @SurvivorId and b.beneficiary_id = @AbsorbedId and b.state not in ('excluded', 'renounced')
        """;

    /// <summary>Refuses what cannot be one person.</summary>
    public async Task CheckAsync(Guid survivorId, Guid absorbedId, Guid? ending, CancellationToken ct)
    {
        var open = await OpenAsync(survivorId, absorbedId, ct);
        if (PeopleCanBeMerged.Broken(open, ending, await BothCandidatesAsync(survivorId, absorbedId, ct)) is [var broken, ..])
        {
            throw broken;
        }
    }

    /// <summary>The same rules as something to read, as if the suggested case ended.</summary>
    public async Task<IReadOnlyList<MergeObstacle>> ObstaclesAsync(IReadOnlyList<OpenCase> open, Guid survivorId, Guid absorbedId, CancellationToken ct) =>
    [
        .. PeopleCanBeMerged.Broken(open, PeopleCanBeMerged.SuggestedEnd(open, survivorId), await BothCandidatesAsync(survivorId, absorbedId, ct))
            .Select(broken => new MergeObstacle(broken.Code, broken.Sentence.ToString())),
    ];

    /// <summary>The open cases of both.</summary>
    public Task<IReadOnlyList<OpenCase>> OpenAsync(Guid survivorId, Guid absorbedId, CancellationToken ct) =>
        db.QueryAsync<OpenCase>(SelectOpen, new { SurvivorId = survivorId, AbsorbedId = absorbedId }, ct);

    private async Task<bool> BothCandidatesAsync(Guid survivorId, Guid absorbedId, CancellationToken ct) =>
        await db.ScalarAsync<int>(CountCandidates, new { SurvivorId = survivorId, AbsorbedId = absorbedId }, ct) > 0;
}
