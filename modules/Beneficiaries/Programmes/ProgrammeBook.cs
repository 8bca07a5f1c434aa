using InclusionPlatform.Beneficiaries.Grants;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>Reads and writes a programme with all its parts, in a constant number of statements but for its lines.</summary>
internal sealed class ProgrammeBook(IDbSession db, GrantBook grants, IMediator mediator, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select id as Id, version as Version, name as Name, kind as Kind, reference as Reference, lead_body_id as LeadBodyId, starts_on as StartsOn, ends_on as EndsOn,
               last_payment_on as LastPaymentOn, notes as Notes
        from   beneficiaries_programme
        where  id = @Id
        """;

    private const string SelectBodies = "select body_id from beneficiaries_programme_body where programme_id = @Id";
    private const string SelectLines = "select kind as Kind, title as Title, cents as Cents from beneficiaries_programme_line where programme_id = @Id order by place";
    private const string SelectCategories = "select category from beneficiaries_programme_category where programme_id = @Id order by category";
    private const string SelectTargets = "select title as Title, goal as Goal from beneficiaries_programme_target where programme_id = @Id order by place";

    private const string Insert = """
        insert into beneficiaries_programme (id, version, name, sort_name, kind, reference, lead_body_id, starts_on, ends_on, last_payment_on, notes, created_at, created_by, changed_at)
        values (@Id, 1, @Name, @SortName, @Kind, @Reference, @LeadBodyId, @StartsOn, @EndsOn, @LastPaymentOn, @Notes, @At, @By, @At)
        """;

    private const string Update = """
        update beneficiaries_programme
        set    name = @Name, sort_name = @SortName, kind = @Kind, reference = @Reference, lead_body_id = @LeadBodyId, starts_on = @StartsOn, ends_on = @EndsOn,
               last_payment_on = @LastPaymentOn, notes = @Notes, changed_at = @At, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string Count = "select count(*) from beneficiaries_programme where id = @Id";
    private const string DeleteBodies = "delete from beneficiaries_programme_body where programme_id = @Id";
    private const string DeleteLines = "delete from beneficiaries_programme_line where programme_id = @Id";
    private const string DeleteCategories = "delete from beneficiaries_programme_category where programme_id = @Id";
    private const string DeleteTargets = "delete from beneficiaries_programme_target where programme_id = @Id";
    private const string InsertBody = "insert into beneficiaries_programme_body (programme_id, body_id) values (@Id, @BodyId)";
    private const string InsertLine = "insert into beneficiaries_programme_line (programme_id, place, kind, title, cents) values (@Id, @Place, @Kind, @Title, @Cents)";
    private const string InsertCategory = "insert into beneficiaries_programme_category (programme_id, category) values (@Id, @Category)";
    private const string InsertTarget = "insert into beneficiaries_programme_target (programme_id, place, title, goal) values (@Id, @Place, @Title, @Goal)";

    /// <exception cref="NotFoundException"><c>programme.not-found</c>.</exception>
    public async Task<Programme> ReadAsync(Guid id, CancellationToken ct)
    {
        var row = await db.FindAsync<Row>(Select, new { Id = id }, ct) ?? throw new NotFoundException("programme");
        var bodies = await db.QueryAsync<Guid>(SelectBodies, new { Id = id }, ct);
        var lines = await db.QueryAsync<LineRow>(SelectLines, new { Id = id }, ct);
        var categories = await db.QueryAsync<string>(SelectCategories, new { Id = id }, ct);
        var targets = await db.QueryAsync<TargetRow>(SelectTargets, new { Id = id }, ct);
        var names = (await mediator.Send(new DescribePartnerBodies([.. bodies.Append(row.LeadBodyId).Distinct()]), ct)).ToDictionary(body => body.Id, body => body.Name);
        ProgrammeBody Named(Guid body) => new(body, names.GetValueOrDefault(body, ""));
        return new(
            row.Id, row.Version, row.Name, row.Kind, row.Reference, Named(row.LeadBodyId), [.. bodies.Select(Named).OrderBy(body => body.Name, StringComparer.CurrentCulture)], row.StartsOn, row.EndsOn,
            ProgrammeStates.Of(row.StartsOn, row.EndsOn, clock.Today()), row.LastPaymentOn, [.. lines.Select(line => new BudgetLine(line.Kind, line.Title, line.Cents))], lines.Sum(line => line.Cents),
            categories, [.. targets.Select(target => new ProgrammeTarget(target.Title, target.Goal))], row.Notes);
    }

    public async Task<Guid> AddAsync(ProgrammeData data, CancellationToken ct)
    {
        await DemandBodiesAsync(data, ct);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Parameters(id, 0, data), ct, ifTaken: Taken);
        await WritePartsAsync(id, data, ct);
        return id;
    }

    /// <exception cref="StaleVersionException">Somebody changed it meanwhile.</exception>
    public async Task ChangeAsync(Guid id, int version, ProgrammeData data, CancellationToken ct)
    {
        await DemandBodiesAsync(data, ct);
        if (await db.ExecuteAsync(Update, Parameters(id, version, data), ct, ifTaken: Taken) == 0)
        {
            throw await db.ScalarAsync<int>(Count, new { Id = id }, ct) == 0 ? new NotFoundException("programme") : new StaleVersionException();
        }

        foreach (var delete in new[] { DeleteBodies, DeleteLines, DeleteCategories, DeleteTargets })
        {
            await db.ExecuteAsync(delete, new { Id = id }, ct);
        }

        await WritePartsAsync(id, data, ct);
        await grants.DemandLinesSufficeAsync(id, ct);
    }

    private async Task WritePartsAsync(Guid id, ProgrammeData data, CancellationToken ct)
    {
        foreach (var body in (data.PartnerBodyIds ?? []).Distinct().Where(body => body != data.LeadBodyId))
        {
            await db.ExecuteAsync(InsertBody, new { Id = id, BodyId = body }, ct);
        }

        foreach (var (line, place) in (data.Lines ?? []).Select((line, place) => (line, place)))
        {
            await db.ExecuteAsync(InsertLine, new { Id = id, Place = place, Kind = line.Kind!.Value.Code(), Title = line.Title!.Trim(), line.Cents }, ct);
        }

        foreach (var category in (data.Categories ?? []).Distinct())
        {
            await db.ExecuteAsync(InsertCategory, new { Id = id, Category = category }, ct);
        }

        foreach (var (target, place) in (data.Targets ?? []).Select((target, place) => (target, place)))
        {
            await db.ExecuteAsync(InsertTarget, new { Id = id, Place = place, Title = target.Title!.Trim(), target.Goal }, ct);
        }
    }

    private async Task DemandBodiesAsync(ProgrammeData data, CancellationToken ct)
    {
        Guid[] partners = [.. (data.PartnerBodyIds ?? []).Distinct()];
        var known = (await mediator.Send(new DescribePartnerBodies([.. partners.Append(data.LeadBodyId!.Value).Distinct()]), ct)).Select(body => body.Id).ToHashSet();
        if (!known.Contains(data.LeadBodyId.Value) || !partners.All(known.Contains))
        {
            throw new FieldException(known.Contains(data.LeadBodyId.Value) ? "partnerBodyIds" : "leadBodyId", "programme.body-unknown", new(
                "Questo ente non è tra quelli della rete: aggiungerlo prima agli enti.", "This body is not one of the network's: add it to the bodies first."));
        }
    }

    private object Parameters(Guid id, int version, ProgrammeData data) => new
    {
        Id = id,
        Version = version,
        Name = data.Name!.Trim(),
        SortName = SearchText.Normalize(data.Name),
        Kind = data.Kind!.Value.Code(),
        Reference = Trimmed(data.Reference),
        data.LeadBodyId,
        data.StartsOn,
        data.EndsOn,
        data.LastPaymentOn,
        Notes = Trimmed(data.Notes),
        At = clock.GetUtcNow(),
        By = user.Id,
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ConflictException Taken() => new("programme.name-taken", new(
        "C'è già un programma con questo nome: usare quello, oppure distinguerli nel nome.", "There is already a programme of this name: use that one, or tell them apart by name.")) { Field = "name" };

    private sealed record Row(
        Guid Id, int Version, string Name, ProgrammeKind Kind, string? Reference, Guid LeadBodyId, DateOnly StartsOn, DateOnly EndsOn, DateOnly? LastPaymentOn, string? Notes);

    private sealed record LineRow(BudgetKind Kind, string Title, long Cents);

    private sealed record TargetRow(string Title, int Goal);
}
