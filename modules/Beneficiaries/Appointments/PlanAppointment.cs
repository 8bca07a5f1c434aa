using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>Makes an appointment with the person of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Plan">What is planned.</param>
/// <param name="PlannedActivityId">The activity of a group that it is part of.</param>
/// <param name="Reminds">Whoever meets the person is reminded of it.</param>
internal sealed record PlanAppointment(Guid CaseId, AppointmentPlan Plan, Guid? PlannedActivityId = null, bool Reminds = true) : ICommand<PlannedAppointment>;

internal sealed record PlannedAppointment(Guid Id);

/// <summary>Moves or corrects an appointment that has no outcome yet.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Id">The appointment.</param>
/// <param name="Version">As it was read.</param>
/// <param name="Plan">What is planned from now on.</param>
/// <param name="Reminds">Whoever meets the person is reminded of it.</param>
internal sealed record ChangeAppointment(Guid CaseId, Guid Id, int Version, AppointmentPlan Plan, bool Reminds = true) : ICommand;

internal static class PlanAppointmentEndpoint
{
    public static void MapPlanAppointment(this IEndpointRouteBuilder cases)
    {
        cases.MapPost("/{caseId:guid}/appointments", Plan).WithName("planAppointment").WithSummary("Make an appointment with the person of a case").RequireRight(BeneficiariesModule.Write);
        cases.MapPut("/{caseId:guid}/appointments/{id:guid}", Change).WithName("changeAppointment").WithSummary("Move or correct an appointment without an outcome").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<PlannedAppointment>> Plan(Guid caseId, AppointmentPlan body, IMediator mediator, CancellationToken ct)
    {
        var planned = await mediator.Send(new PlanAppointment(caseId, body), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}/appointments/{planned.Id}", planned);
    }

    private static async Task<NoContent> Change(Guid caseId, Guid id, IfMatch match, AppointmentPlan body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeAppointment(caseId, id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class PlanAppointmentValidator(TimeProvider clock) : CarriesAppointment<PlanAppointment>(command => command.Plan, clock);

internal sealed class ChangeAppointmentValidator(TimeProvider clock) : CarriesAppointment<ChangeAppointment>(command => command.Plan, clock);

internal sealed class PlanAppointmentHandler(IDbSession db, NeedToKnow needToKnow, AppointmentDesk desk, AppointmentMessages messages, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<PlanAppointment, PlannedAppointment>, IRequestHandler<ChangeAppointment, Unit>
{
    private const string Insert = """
        insert into beneficiaries_appointment (id, version, case_id, state, kind, starts_at, ends_at, user_id, details_cipher, reminded_at, tell_person, tell_place, planned_activity_id, changed_at, created_by, created_at)
        values (@Id, 1, @CaseId, 'planned', @Kind, @StartsAt, @EndsAt, @UserId, @Details, @RemindedAt, @TellPerson, @TellPlace, @PlannedActivityId, @Now, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_appointment
        set    kind = @Kind, starts_at = @StartsAt, ends_at = @EndsAt, user_id = @UserId, details_cipher = @Details, reminded_at = @RemindedAt, tell_person = @TellPerson,
               tell_place = @TellPlace, not_told = null, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'planned'
        """;

    public async Task<PlannedAppointment> Handle(PlanAppointment request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var times = await desk.CheckAsync(seen, request.Plan, cancellationToken);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await db.ExecuteAsync(Insert, Row(id, 0, seen, request.Plan, times, request.PlannedActivityId, request.Reminds), cancellationToken);
        await desk.TellAsync(request.Plan.UserId!.Value, "appointment.planned", seen.BeneficiaryId, times.StartsAt, cancellationToken);
        Audit(seen);
        return new(id);
    }

    public async Task<Unit> Handle(ChangeAppointment request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var kept = await desk.FindAsync(request.CaseId, request.Id, cancellationToken);
        Rules.AppointmentIsPlanned.CheckChange(kept.State);
        var times = await desk.CheckAsync(seen, request.Plan, cancellationToken);
        if (await db.ExecuteAsync(Update, Row(request.Id, request.Version, seen, request.Plan, times, null, request.Reminds), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await messages.ChangedAsync(kept, request.Plan, times, seen.BeneficiaryId, cancellationToken);
        if (kept.StartsAt != times.StartsAt || kept.UserId != request.Plan.UserId)
        {
            await desk.TellAsync(request.Plan.UserId!.Value, "appointment.moved", seen.BeneficiaryId, times.StartsAt, cancellationToken);
        }

        Audit(seen);
        return Unit.Value;
    }

    private object Row(Guid id, int version, SeenCase seen, AppointmentPlan plan, PlannedTimes times, Guid? plannedActivityId, bool reminds) => new
    {
        Id = id, Version = version, CaseId = seen.Id, Kind = plan.Kind!.Value.Code(), times.StartsAt, times.EndsAt, plan.UserId,
        Details = desk.Seal(seen.BeneficiaryId, new(Blank(plan.Place), Blank(plan.Note), null, null)), RemindedAt = reminds ? desk.Reminded(times.StartsAt) : clock.GetUtcNow(), plan.TellPerson,
        TellPlace = plan.TellPerson && plan.TellPlace, PlannedActivityId = plannedActivityId, Now = clock.GetUtcNow(), Me = user.Id,
    };

    private void Audit(SeenCase seen)
    {
        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
