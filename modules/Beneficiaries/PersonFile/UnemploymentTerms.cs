using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using MediatR;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>The terms of long-term unemployment that were declared. One statement.</summary>
internal sealed class UnemploymentTerms(IDbSession db)
{
    private const string Select = """
        select id as Id, scheme as Scheme, valid_from as ValidFrom, months as Months, young_under as YoungUnder, young_months as YoungMonths, source as Source, to_verify as ToVerify,
               declared_at as DeclaredAt, declared_by as DeclaredBy
        from   beneficiaries_unemployment_term
        order by scheme, valid_from desc, declared_at desc, id desc
        """;

    public Task<IReadOnlyList<LongTermTerm>> AllAsync(CancellationToken ct) => db.QueryAsync<LongTermTerm>(Select, null, ct);
}

/// <summary>The terms, by scheme, the latest first; those that another took the place of are told apart.</summary>
internal sealed record ListUnemploymentTerms : IQuery<IReadOnlyList<UnemploymentTerm>>;

/// <summary>A term.</summary>
/// <param name="Id">The term.</param>
/// <param name="Scheme">For which scheme.</param>
/// <param name="ValidFrom">Counted so from this day on.</param>
/// <param name="Months">Months without work.</param>
/// <param name="YoungUnder">Younger than so many years: other months; 0 for nobody.</param>
/// <param name="YoungMonths">Months without work for the young.</param>
/// <param name="Source">The act that says so.</param>
/// <param name="ToVerify">The figures are not certain.</param>
/// <param name="State">Whether it holds today.</param>
/// <param name="DeclaredAt">When it was written.</param>
/// <param name="DeclaredByName">By whom; none for what came with the platform.</param>
internal sealed record UnemploymentTerm(
    Guid Id, UnemploymentScheme Scheme, DateOnly ValidFrom, int Months, int YoungUnder, int YoungMonths, string Source, bool ToVerify, TermState State, DateTimeOffset DeclaredAt, string? DeclaredByName);

/// <summary>Where a term stands.</summary>
internal enum TermState
{
    InForce,
    Future,

    /// <summary>A later day has come.</summary>
    Past,

    /// <summary>Another was declared from the same day.</summary>
    Replaced,
}

/// <summary>Declares from which month on a scheme calls unemployment long, from a day on.</summary>
internal sealed record DeclareUnemploymentTerm(
    UnemploymentScheme? Scheme, DateOnly? ValidFrom, int? Months, int? YoungUnder, int? YoungMonths, string? Source, bool ToVerify) : ICommand<DeclaredUnemploymentTerm>;

internal sealed record DeclaredUnemploymentTerm(Guid Id);

internal static class UnemploymentTermsEndpoint
{
    internal const string Read = "unemployment-terms:read";
    internal const string Write = "unemployment-terms:write";

    public static void MapUnemploymentTerms(this IEndpointRouteBuilder api)
    {
        var terms = api.MapGroup("/unemployment-terms").WithTags("Beneficiaries");
        terms.MapGet("/", List).WithName("listUnemploymentTerms").WithSummary("List the terms of long-term unemployment with their acts").RequireRight(Read);
        terms.MapPost("/", Declare).WithName("declareUnemploymentTerm").WithSummary("Declare a term of long-term unemployment from a day on").RequireRight(Write);
    }

    private static Task<IReadOnlyList<UnemploymentTerm>> List(IMediator mediator, CancellationToken ct) => mediator.Send(new ListUnemploymentTerms(), ct);

    private static async Task<Created<DeclaredUnemploymentTerm>> Declare(DeclareUnemploymentTerm body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created("/api/v1/unemployment-terms", await mediator.Send(body, ct));
}

internal sealed class DeclareUnemploymentTermValidator : AbstractValidator<DeclareUnemploymentTerm>
{
    public DeclareUnemploymentTermValidator(TimeProvider clock)
    {
        RuleFor(term => term.Scheme).NotNull().IsInEnum();
        RuleFor(term => term.ValidFrom).NotNull().Must(day => day is null || (day >= new DateOnly(2015, 1, 1) && day <= clock.Today().AddYears(3))).WithErrorCode("unemployment-term.day")
            .WithMessage(_ => new Words("Il giorno è troppo lontano: controllare l'anno.", "The day is too far away: check the year.").ToString());
        RuleFor(term => term.Months).NotNull().InclusiveBetween(1, 120);
        RuleFor(term => term.YoungUnder).InclusiveBetween(16, 40);
        RuleFor(term => term.YoungMonths).InclusiveBetween(1, 120);
        RuleFor(term => term.YoungMonths).NotNull().When(term => term.YoungUnder is not null).WithErrorCode("unemployment-term.young")
            .WithMessage(_ => new Words("Per i giovani servono l'età e i mesi, oppure nessuno dei due.", "Of the young both age and months are needed, or neither.").ToString());
        RuleFor(term => term.YoungUnder).NotNull().When(term => term.YoungMonths is not null).WithErrorCode("unemployment-term.young")
            .WithMessage(_ => new Words("Per i giovani servono l'età e i mesi, oppure nessuno dei due.", "Of the young both age and months are needed, or neither.").ToString());
        RuleFor(term => term.Source).NotEmpty().MaximumLength(500);
    }
}

internal sealed class UnemploymentTermsHandler(IDbSession db, UnemploymentTerms terms, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListUnemploymentTerms, IReadOnlyList<UnemploymentTerm>>, IRequestHandler<DeclareUnemploymentTerm, DeclaredUnemploymentTerm>
{
    private const string Insert = """
        insert into beneficiaries_unemployment_term (id, scheme, valid_from, months, young_under, young_months, source, to_verify, declared_at, declared_by)
        values (@Id, @Scheme, @ValidFrom, @Months, @YoungUnder, @YoungMonths, @Source, @ToVerify, @Now, @Me)
        """;

    public async Task<IReadOnlyList<UnemploymentTerm>> Handle(ListUnemploymentTerms request, CancellationToken cancellationToken)
    {
        var all = await terms.AllAsync(cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var today = clock.Today();
        return [.. all.Select(term => new UnemploymentTerm(
            term.Id, term.Scheme, term.ValidFrom, term.Months, term.YoungUnder, term.YoungMonths, term.Source, term.ToVerify, StateOf(term, all, today), term.DeclaredAt, names.GetValueOrDefault(term.DeclaredBy)))];
    }

    public async Task<DeclaredUnemploymentTerm> Handle(DeclareUnemploymentTerm request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var declared = new DeclaredUnemploymentTerm(Guid.CreateVersion7(now));
        await db.ExecuteAsync(
            Insert,
            new
            {
                declared.Id, Scheme = request.Scheme!.Value.Code(), request.ValidFrom, request.Months, YoungUnder = request.YoungUnder ?? 0, YoungMonths = request.YoungMonths ?? 0, Source = request.Source!.Trim(),
                request.ToVerify, Now = now, Me = user.Id,
            },
            cancellationToken);
        audit.Changes("unemployment-term", declared.Id);
        return declared;
    }

    private static TermState StateOf(LongTermTerm term, IReadOnlyList<LongTermTerm> all, DateOnly today) =>
        LongTermUnemployment.LatestOf(all.Where(one => one.Scheme == term.Scheme && one.ValidFrom == term.ValidFrom))!.Id != term.Id ? TermState.Replaced
        : term.ValidFrom > today ? TermState.Future
        : LongTermUnemployment.LatestOf(all.Where(one => one.Scheme == term.Scheme && one.ValidFrom <= today))!.Id == term.Id ? TermState.InForce
        : TermState.Past;
}
