using FluentValidation;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>Writes a scheme, a new one without id. What is on a frozen list stays as it was reckoned.</summary>
internal sealed record SaveScheme(Guid? Id, int Version, SchemeData Scheme) : ICommand<SavedScheme>;

internal sealed record SavedScheme(Guid Id, int Version);

internal static class SaveSchemeEndpoint
{
    public static void MapSaveScheme(this IEndpointRouteBuilder schemes)
    {
        schemes.MapPost("/", Add).WithName("createAllowanceScheme").WithSummary("Write a new scheme of allowances").RequireRight(InternshipsModule.WriteSchemes);
        schemes.MapPut("/{id:guid}", Change).WithName("changeAllowanceScheme").WithSummary("Change a scheme of allowances").RequireRight(InternshipsModule.WriteSchemes);
    }

    private static async Task<Created<SavedScheme>> Add(SchemeData body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SaveScheme(null, 0, body), ct);
        return TypedResults.Created("/api/v1/allowance-schemes", saved);
    }

    private static async Task<Ok<SavedScheme>> Change(Guid id, SchemeData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SaveScheme(id, match.Version, body), ct));
}

internal sealed class SaveSchemeValidator : AbstractValidator<SaveScheme>
{
    public SaveSchemeValidator() => RuleFor(request => request).Custom((request, context) => SchemeDataValidator.Check(request.Scheme, context.AddFailure));
}

internal sealed class SaveSchemeHandler(IDbSession db, SchemeTable table, IAuditTrail audit, TimeProvider clock) : IRequestHandler<SaveScheme, SavedScheme>
{
    private const string Insert = """
        insert into internships_allowance_scheme (id, version, name, sort_name, region, kind, note, max_daily_hours, changed_at)
        values (@Id, 1, @Name, @SortName, @Region, @Kind, @Note, @MaxDailyHours, @At)
        """;

    private const string Update = """
        update internships_allowance_scheme
        set    name = @Name, sort_name = @SortName, region = @Region, kind = @Kind, note = @Note, max_daily_hours = @MaxDailyHours, changed_at = @At, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string Count = "select count(*) from internships_allowance_scheme where id = @Id";
    private const string DeleteTerms = "delete from internships_allowance_terms where scheme_id = @Id";
    private const string DeleteSteps = "delete from internships_allowance_step where scheme_id = @Id";

    private const string InsertTerms = """
        insert into internships_allowance_terms (scheme_id, valid_from, method, cents, cents_with_meals, threshold_percent, below, floor_cents, total_cents, day_share, threshold_above, act, to_verify)
        values (@Id, @ValidFrom, @Method, @Cents, @CentsWithMeals, @ThresholdPercent, @Below, @FloorCents, @TotalCents, @DayShare, @ThresholdAbove, @Act, @ToVerify)
        """;

    private const string InsertStep = "insert into internships_allowance_step (scheme_id, valid_from, reached_at, cents) values (@Id, @ValidFrom, @ReachedAt, @Cents)";

    public async Task<SavedScheme> Handle(SaveScheme request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = request.Id ?? Guid.CreateVersion7(now);
        var scheme = request.Scheme;
        var region = RegionOf(scheme.Region);
        if (request.Id is not null && await table.IsUsedAsync(id, cancellationToken) && (await table.AllAsync(cancellationToken)).FirstOrDefault(one => one.Id == id) is { } before)
        {
            if (before.Version != request.Version)
            {
                throw new StaleVersionException();
            }

            TermsInForceStay.Check(before, scheme, region, clock.Today());
        }

        var row = new
        {
            Id = id,
            request.Version,
            Name = scheme.Name!.Trim(),
            SortName = SearchText.Normalize(scheme.Name),
            Region = region,
            Kind = scheme.Kind?.Code(),
            Note = Trimmed(scheme.Note),
            scheme.MaxDailyHours,
            At = now,
        };
        if (await db.ExecuteAsync(request.Id is null ? Insert : Update, row, cancellationToken, ifTaken: Taken) == 0)
        {
            throw await db.ScalarAsync<int>(Count, new { Id = id }, cancellationToken) == 0 ? new NotFoundException("allowance-scheme") : new StaleVersionException();
        }

        await db.ExecuteAsync(DeleteSteps, new { Id = id }, cancellationToken);
        await db.ExecuteAsync(DeleteTerms, new { Id = id }, cancellationToken);
        foreach (var terms in scheme.Terms!)
        {
            await db.ExecuteAsync(InsertTerms, new
            {
                Id = id,
                terms.ValidFrom,
                Method = terms.Method!.Value.Code(),
                Cents = terms.Cents ?? 0,
                terms.CentsWithMeals,
                terms.ThresholdPercent,
                Below = (terms.Below ?? BelowThreshold.Nothing).Code(),
                terms.FloorCents,
                terms.TotalCents,
                DayShare = terms.DayShare?.Code(),
                ThresholdAbove = terms.ThresholdAbove is true && terms.ThresholdPercent is not null,
                Act = Trimmed(terms.Act),
                ToVerify = terms.ToVerify is { Count: > 0 } ? string.Join(' ', terms.ToVerify) : null,
            }, cancellationToken);
            foreach (var step in terms.Steps ?? [])
            {
                await db.ExecuteAsync(InsertStep, new { Id = id, terms.ValidFrom, step.ReachedAt, step.Cents }, cancellationToken);
            }
        }

        audit.Changes("allowance-scheme", id);
        return new(id, request.Version + 1);
    }

    /// <summary>A name that is not one of the regions would fit no internship.</summary>
    private static string? RegionOf(string? written) => Trimmed(written) switch
    {
        null => null,
        var name when string.Equals(name, RuleSetTable.National, StringComparison.OrdinalIgnoreCase) => RuleSetTable.National,
        var name => Regions.Find(name)?.Name ?? throw new FieldException("region", "scheme.region-wrong", new(
            "Non c'è una regione con questo nome: scriverla per intero, oppure lasciare vuoto se lo schema vale ovunque.",
            "There is no region of this name: write it in full, or leave it empty if the scheme holds everywhere.")),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ConflictException Taken() => new("allowance-scheme.name-taken", new(
        "C'è già uno schema con questo nome: distinguerli nel nome.", "There is already a scheme of this name: tell them apart by name.")) { Field = "name" };
}
