using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring.Rules;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>Records a call, mail or meeting with the host's tutor.</summary>
internal sealed record LogExchange(Guid Id, ExchangeChannel? Channel, DateOnly? HeldOn, string? Note) : ICommand<LoggedExchange>;

internal sealed record LoggedExchange(Guid Id);

internal static class LogExchangeEndpoint
{
    internal sealed record TutorExchange(ExchangeChannel? Channel, DateOnly? HeldOn, string? Note);

    public static void MapLogExchange(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/exchanges", Handle)
        .WithName("logTutorExchange")
        .WithSummary("Record a call, mail or meeting with the host's tutor")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Created<LoggedExchange>> Handle(Guid id, TutorExchange body, IMediator mediator, CancellationToken ct)
    {
        var logged = await mediator.Send(new LogExchange(id, body.Channel, body.HeldOn, body.Note), ct);
        return TypedResults.Created($"/api/v1/internships/{id}/exchanges/{logged.Id}", logged);
    }
}

internal sealed class LogExchangeValidator : AbstractValidator<LogExchange>
{
    public LogExchangeValidator()
    {
        RuleFor(exchange => exchange.Channel).NotNull();
        RuleFor(exchange => exchange.HeldOn).NotNull();
        RuleFor(exchange => exchange.Note).NotEmpty().MaximumLength(4000);
    }
}

internal sealed class LogExchangeHandler(IDbSession db, VisibleInternships internships, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<LogExchange, LoggedExchange>
{
    private const string Insert = """
        insert into internships_exchange (id, internship_id, channel, held_on, note_cipher, at, by_id)
        values (@ExchangeId, @Id, @Channel, @HeldOn, @Note, @At, @By)
        """;

    public async Task<LoggedExchange> Handle(LogExchange request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        VisitFits.Check(request.HeldOn!.Value, row.StartsOn, row.EndedOn ?? row.EndsOn, clock.Today());
        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(
            Insert,
            new { ExchangeId = id, row.Id, Channel = request.Channel!.Value.Code(), request.HeldOn, Note = cipher.ProtectFor(row.BeneficiaryId, request.Note!.Trim()), At = at, By = user.Id }, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return new(id);
    }
}
