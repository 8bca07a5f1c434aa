using FluentValidation;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing.Skills;

/// <summary>Reads the whole catalogue, withdrawn terms included, for who keeps it.</summary>
internal sealed record ListSkillTerms : IQuery<SkillTerms>;

/// <summary>
/// Writes a term of the service, a new one without code. Withdrawn, it is not offered any more and stays readable wherever it was used. Of those of the platform only that is changed: their words stay.
/// </summary>
internal sealed record SaveSkillTerm(string? Code, int Version, string? NameIt, string? NameEn, SkillArea? Area, bool Withdrawn) : ICommand<SavedSkillTerm>;

internal sealed record SavedSkillTerm(string Code, int Version);

/// <summary>The catalogue.</summary>
internal sealed record SkillTerms(IReadOnlyList<SkillTerm> Items);

/// <summary>A term of the catalogue.</summary>
/// <param name="Code">Its own for ever.</param>
/// <param name="Version">Its ETag; 0 of those of the platform that were never withdrawn.</param>
/// <param name="NameIt">In Italian, as on papers.</param>
/// <param name="NameEn">In English, or null.</param>
/// <param name="Area">Its heading.</param>
/// <param name="AreaName">The heading in words.</param>
/// <param name="IsOwn">Of the service.</param>
/// <param name="Withdrawn">Not offered any more.</param>
internal sealed record SkillTerm(string Code, int Version, string NameIt, string? NameEn, SkillArea Area, string AreaName, bool IsOwn, bool Withdrawn);

internal static class KeepSkillsEndpoint
{
    /// <param name="NameIt">The skill in Italian.</param>
    /// <param name="NameEn">The skill in English.</param>
    /// <param name="Withdrawn">Whether it is offered no more; what it was used for stays.</param>
    internal sealed record WrittenSkillTerm(string? NameIt, string? NameEn, SkillArea? Area, bool? Withdrawn = null);

    public static void MapKeepSkills(this IEndpointRouteBuilder skills)
    {
        skills.MapGet("/", List).WithName("listInternshipSkills").WithSummary("List the catalogue of skills by which internships are evaluated").RequireRight(InternshipsModule.WriteSkills);
        skills.MapPost("/", Add).WithName("addInternshipSkill").WithSummary("Add a term of the service to the catalogue of skills").RequireRight(InternshipsModule.WriteSkills);
        skills.MapPut("/{code}", Change).WithName("changeInternshipSkill").WithSummary("Rename a term of the service, withdraw it or offer it again; one of the platform is withdrawn or offered again").RequireRight(InternshipsModule.WriteSkills);
    }

    private static async Task<Ok<SkillTerms>> List(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSkillTerms(), ct));

    private static async Task<Created<SavedSkillTerm>> Add(WrittenSkillTerm body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SaveSkillTerm(null, 0, body.NameIt, body.NameEn, body.Area, false), ct);
        return TypedResults.Created("/api/v1/internship-skills", saved);
    }

    private static async Task<Ok<SavedSkillTerm>> Change(string code, WrittenSkillTerm body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SaveSkillTerm(code, match.Version, body.NameIt, body.NameEn, body.Area, body.Withdrawn ?? false), ct));
}

internal sealed class SaveSkillTermValidator : AbstractValidator<SaveSkillTerm>
{
    private const int Most = 120;

    public SaveSkillTermValidator()
    {
        RuleFor(term => term.NameIt).NotEmpty().MaximumLength(Most);
        RuleFor(term => term.NameIt)
            .Must(name => string.IsNullOrWhiteSpace(name) || SearchText.Normalize(name).Length > 0)
            .WithErrorCode("internship-skill.name-unreadable")
            .WithMessage(_ => new Words("Scrivere la competenza con parole, per esempio «curare le piante».", "Write the skill in words, such as «look after plants».").ToString());
        RuleFor(term => term.NameEn).MaximumLength(Most);
        RuleFor(term => term.Area).NotNull().IsInEnum();
    }
}

internal sealed class KeepSkillsHandler(IDbSession db, SkillTable table, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListSkillTerms, SkillTerms>, IRequestHandler<SaveSkillTerm, SavedSkillTerm>
{
    private const string Insert = """
        insert into internships_skill (code, version, name_it, name_en, name_key, area, withdrawn_at, changed_at, changed_by)
        values (@Code, 1, @NameIt, @NameEn, @NameKey, @Area, null, @At, @By)
        """;

    private const string Update = """
        update internships_skill
        set    name_it = @NameIt, name_en = @NameEn, name_key = @NameKey, area = @Area, withdrawn_at = case when @Withdrawn = 0 then null else coalesce(withdrawn_at, @At) end,
               changed_at = @At, changed_by = @By, version = version + 1
        where  code = @Code and version = @Version
        """;

    private const string InsertShipped = """
        insert into internships_skill_shipped (code, version, withdrawn_at, changed_at, changed_by)
        select @Code, 1, case when @Withdrawn = 1 then @At else null end, @At, @By
        where  not exists (select 1 from internships_skill_shipped where code = @Code)
        """;

    private const string UpdateShipped = """
        update internships_skill_shipped
        set    withdrawn_at = case when @Withdrawn = 0 then null else coalesce(withdrawn_at, @At) end, changed_at = @At, changed_by = @By, version = version + 1
        where  code = @Code and version = @Version
        """;

    public async Task<SkillTerms> Handle(ListSkillTerms request, CancellationToken cancellationToken)
    {
        var own = await table.OwnAsync(cancellationToken);
        var shipped = (await table.ShippedAsync(cancellationToken)).ToDictionary(one => one.Code);
        SkillTerm Of((string Code, Words Name, SkillArea Area) one) => new(
            one.Code, shipped.GetValueOrDefault(one.Code)?.Version ?? 0, one.Name.It, one.Name.En, one.Area, SkillCatalogue.WordsOf(one.Area).ToString(), false, shipped.GetValueOrDefault(one.Code)?.WithdrawnAt is not null);
        return new([.. SkillCatalogue.All.Select(Of)
            .Concat(own.Select(one => new SkillTerm(one.Code, one.Version, one.NameIt, one.NameEn, one.Area, SkillCatalogue.WordsOf(one.Area).ToString(), true, one.WithdrawnAt is not null)))
            .OrderBy(one => one.Area)]);
    }

    public async Task<SavedSkillTerm> Handle(SaveSkillTerm request, CancellationToken cancellationToken)
    {
        if (request.Code is { } asked && SkillCatalogue.Knows(asked))
        {
            return await MoveShippedAsync(asked, request, cancellationToken);
        }

        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        var code = request.Code ?? id.ToString("N");
        var (name, english) = (request.NameIt!.Trim(), string.IsNullOrWhiteSpace(request.NameEn) ? null : request.NameEn.Trim());
        var key = SearchText.Normalize(name);
        if (SkillCatalogue.All.Any(one => SearchText.Normalize(one.Name.It) == key))
        {
            throw Taken();
        }

        var written = new { Code = code, request.Version, NameIt = name, NameEn = english, NameKey = key, Area = request.Area!.Value.Code(), request.Withdrawn, At = at, By = user.Id };
        if (await db.ExecuteAsync(request.Code is null ? Insert : Update, written, cancellationToken, ifTaken: Taken) == 0)
        {
            throw (await table.OwnAsync(cancellationToken)).Any(one => one.Code == code) ? new StaleVersionException() : new NotFoundException("internship-skill");
        }

        audit.Changes("internship-skill", Guid.TryParseExact(code, "N", out var known) ? known : id);
        return new(code, request.Version + 1);
    }

    private async Task<SavedSkillTerm> MoveShippedAsync(string code, SaveSkillTerm request, CancellationToken ct)
    {
        var shipped = SkillCatalogue.All.First(one => one.Code == code);
        if (request.NameIt!.Trim() != shipped.Name.It || request.Area != shipped.Area || (request.NameEn is { } english && english.Trim() != shipped.Name.En))
        {
            throw new ConflictException("internship-skill.shipped", new(
                "Questa competenza è della piattaforma e le sue parole restano: si può ritirare, e aggiungerne una propria con altre parole.",
                "This skill is the platform's and its words stay: it can be withdrawn, and one of your own added in other words."));
        }

        if (request.Withdrawn && (await table.ReadAsync(ct)).Offered().All(one => one.Code == code))
        {
            throw new ConflictException("internship-skill.last", new(
                "È l'ultima competenza dell'elenco: senza, nessun tirocinio si potrebbe valutare. Aggiungerne o riprenderne prima un'altra.",
                "It is the last skill of the list: without it no internship could be evaluated. Add or offer another one first."));
        }

        var written = new { Code = code, request.Version, request.Withdrawn, At = clock.GetUtcNow(), By = user.Id };
        if (await db.ExecuteAsync(request.Version == 0 ? InsertShipped : UpdateShipped, written, ct, ifTaken: () => new ConflictException("internship-skill.changed", new(
            "Nel frattempo un'altra persona ha cambiato questa competenza: rileggere l'elenco.", "Somebody else changed this skill in the meantime: read the list again."))) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("internship-skill", ShippedId(code));
        return new(code, request.Version + 1);
    }

    /// <summary>The log names records by an id: that of a term of the platform is its place in the catalogue.</summary>
    private static Guid ShippedId(string code) => new(SkillCatalogue.Codes.ToList().IndexOf(code) + 1, 0, 0, new byte[8]);

    private static ConflictException Taken() => new("internship-skill.name-taken", new(
        "Questa competenza c'è già nell'elenco, forse tra quelle ritirate: riprenderla, oppure dirla con altre parole.",
        "This skill is in the list already, maybe among the withdrawn ones: offer it again, or say it in other words.")) { Field = "nameIt" };
}
