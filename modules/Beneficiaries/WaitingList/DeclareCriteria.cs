using FluentValidation;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.WaitingList;

/// <summary>Declares by what the waiting list is ordered from a day on. What was declared before stays as it was: an order can be explained years later.</summary>
/// <param name="ValidFrom">Today or later.</param>
/// <param name="Note">Who decided and why, such as the minutes of a working table.</param>
/// <param name="Items">Each criterion once, in the order in which they are shown.</param>
internal sealed record DeclareCriteria(DateOnly? ValidFrom, string? Note, IReadOnlyList<WaitingPoints>? Items) : ICommand<DeclaredCriteria>;

internal sealed record DeclaredCriteria(Guid Id);

internal static class DeclareCriteriaEndpoint
{
    public static void MapDeclareCriteria(this IEndpointRouteBuilder list) => list
        .MapPost("/criteria", Handle)
        .WithName("declareWaitingCriteria")
        .WithSummary("Declare the criteria of the waiting list")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static async Task<Created<DeclaredCriteria>> Handle(DeclareCriteria body, IMediator mediator, CancellationToken ct)
    {
        var declared = await mediator.Send(body, ct);
        return TypedResults.Created("/api/v1/waiting-list/criteria", declared);
    }
}

internal sealed class DeclareCriteriaValidator : AbstractValidator<DeclareCriteria>
{
    public DeclareCriteriaValidator(TimeProvider clock)
    {
        RuleFor(criteria => criteria.ValidFrom).NotNull().IsLikelyDay();
        RuleFor(criteria => criteria.ValidFrom).Must(day => day is null || day >= clock.Today()).WithErrorCode("waiting-list.criteria-in-past")
            .WithMessage(_ => new Words(
                "I criteri valgono da oggi o da un giorno futuro: l'ordine dei giorni passati non si riscrive.",
                "Criteria hold from today or a later day: the order of past days is not rewritten.").ToString());
        RuleFor(criteria => criteria.Note).NotEmpty().MaximumLength(1000);
        RuleFor(criteria => criteria.Items).NotEmpty();
        RuleFor(criteria => criteria.Items).Must(items => items is null || items.Select(item => item.Criterion).Distinct().Count() == items.Count).WithErrorCode("waiting-list.criterion-twice")
            .WithMessage(_ => new Words("Lo stesso criterio è scritto due volte: lasciarlo una volta sola.", "The same criterion is written twice: keep it once.").ToString());
        RuleForEach(criteria => criteria.Items).ChildRules(item =>
        {
            item.RuleFor(one => one.Criterion).IsInEnum();
            item.RuleFor(one => one.Points).InclusiveBetween(1, 100);
        });
    }
}

internal sealed class DeclareCriteriaHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeclareCriteria, DeclaredCriteria>
{
    private const string Insert = """
        insert into beneficiaries_waiting_criteria (id, valid_from, note, declared_by, declared_at)
        values (@Id, @ValidFrom, @Note, @Me, @Now)
        """;

    private const string InsertItem = """
        insert into beneficiaries_waiting_criterion (criteria_id, position, criterion, points)
        values (@Id, @Position, @Criterion, @Points)
        """;

    public async Task<DeclaredCriteria> Handle(DeclareCriteria request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(Insert, new { Id = id, request.ValidFrom, Note = request.Note!.Trim(), Me = user.Id, Now = now }, cancellationToken);
        await db.ExecuteAsync(
            InsertItem, request.Items!.Select((item, index) => new { Id = id, Position = index + 1, Criterion = item.Criterion.Code(), item.Points }).ToArray(), cancellationToken);
        audit.Changes("waiting-criteria", id);
        return new(id);
    }
}
