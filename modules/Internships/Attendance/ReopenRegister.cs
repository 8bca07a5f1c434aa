using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Opens a register again, with a reason that stays in its list. The signatures fall, because what they signed may change.</summary>
internal sealed record ReopenRegister(Guid Id, string Month, int Version, string? Reason) : ICommand;

internal static class ReopenRegisterEndpoint
{
    internal sealed record RegisterReopeningRequest(string? Reason);

    public static void MapReopenRegister(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/attendance/{month}/reopening", Handle)
        .WithName("reopenRegister")
        .WithSummary("Open a month's register again, with a reason")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, string month, RegisterReopeningRequest body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReopenRegister(id, month, match.Version, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReopenRegisterValidator : AbstractValidator<ReopenRegister>
{
    public ReopenRegisterValidator() => RuleFor(reopening => reopening.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class ReopenRegisterHandler(IDbSession db, VisibleInternships internships, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ReopenRegister, Unit>
{
    private const string Reopen = """
        update internships_attendance_month
        set    state = 'open', tutor_signed_at = null, tutor_signed_how = null, tutor_signed_with = null, tutor_name_cipher = null, tutor_signed_digest = null, intern_name_cipher = null, intern_signed_digest = null, intern_signed_at = null, intern_signed_how = null,
               intern_signed_with = null, closed_at = null, planned_minutes = null, scan_id = null, changed_at = @At, version = version + 1
        where  internship_id = @InternshipId and month = @Month and version = @Version and state <> 'open'
        """;

    private const string Insert = """
        insert into internships_attendance_reopening (id, internship_id, month, at, by_id, reason_cipher, was_closed, scan_id)
        values (@Id, @InternshipId, @Month, @At, @By, @Reason, @WasClosed, @ScanId)
        """;

    public async Task<Unit> Handle(ReopenRegister request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var month = RegisterMonth.Read(request.Month).Text;
        var register = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { InternshipId = row.Id, Month = month }, cancellationToken);
        if (register is null or { State: RegisterState.Open })
        {
            throw new ConflictException("attendance.open", new("Il registro di questo mese è già aperto.", "The register of this month is open already."));
        }

        var at = clock.GetUtcNow();
        if (await db.ExecuteAsync(Reopen, new { InternshipId = row.Id, Month = month, request.Version, At = at }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(at),
            InternshipId = row.Id,
            Month = month,
            At = at,
            By = user.Id,
            Reason = cipher.Protect(request.Reason!.Trim()),
            WasClosed = register.State is RegisterState.Closed,
            register.ScanId,
        }, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }
}
