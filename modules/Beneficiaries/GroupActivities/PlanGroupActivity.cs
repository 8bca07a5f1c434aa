using FluentValidation;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>Plans ahead what many people will do together: each of them gets an appointment of their own, which names nobody else.</summary>
/// <param name="Kind">What the group does.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">When it begins: HH:mm, Italian time.</param>
/// <param name="Until">When it ends, on the same day.</param>
/// <param name="Title">What it is called; it is the note of each appointment.</param>
/// <param name="Place">Where.</param>
/// <param name="CaseIds">Who is expected.</param>
/// <param name="TellPeople">Each person is told by mail before, as of any appointment.</param>
internal sealed record PlanGroupActivity(
    GroupActivityKind? Kind, DateOnly? On, string? At, string? Until, string? Title, string? Place, IReadOnlyList<Guid>? CaseIds, bool TellPeople = false) : ICommand<PlannedGroupActivity>, IActivityPlan;

internal sealed record PlannedGroupActivity(Guid Id);

internal static class PlanGroupActivityEndpoint
{
    public static void MapPlanGroupActivity(this IEndpointRouteBuilder activities) => activities
        .MapPost("/planned", Handle)
        .WithName("planGroupActivity")
        .WithSummary("Plan ahead what many people will do together: an appointment for each")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<PlannedGroupActivity>> Handle(PlanGroupActivity body, IMediator mediator, CancellationToken ct)
    {
        var planned = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/group-activities/planned/{planned.Id}", planned);
    }
}

internal sealed class PlanGroupActivityValidator : PlansActivity<PlanGroupActivity>
{
    public PlanGroupActivityValidator(TimeProvider clock) : base(clock)
    {
        RuleFor(activity => activity.CaseIds).NotEmpty().WithErrorCode("group-activity.nobody").WithMessage(_ => GroupSentences.Nobody.ToString());
        RuleFor(activity => activity.CaseIds).Must(people => people is null || people.Count <= GroupSentences.Most).WithErrorCode("group-activity.too-many").WithMessage(_ => GroupSentences.TooMany.ToString());
        RuleFor(activity => activity.CaseIds).Must(people => people is null || people.Distinct().Count() == people.Count).WithErrorCode("group-activity.twice").WithMessage(_ => GroupSentences.Twice.ToString());
    }
}

internal sealed class PlanGroupActivityHandler(IDbSession db, IMediator mediator, OwnGroup group, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<PlanGroupActivity, PlannedGroupActivity>
{
    private const string Insert = """
        insert into beneficiaries_planned_activity (id, version, state, kind, starts_at, ends_at, content_cipher, activity_id, created_by, created_at)
        values (@Id, 1, 'planned', @Kind, @StartsAt, @EndsAt, @Content, null, @Me, @Now)
        """;

    public async Task<PlannedGroupActivity> Handle(PlanGroupActivity request, CancellationToken cancellationToken)
    {
        await group.DemandAsync(request.CaseIds!, "caseIds", cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var times = ActivityTimes.Of(request);
        var content = PlannedActivityContent.Of(request);
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, Kind = request.Kind!.Value.Code(), times.StartsAt, times.EndsAt, Content = sensitive.Seal(content), Me = user.Id, Now = now,
            },
            cancellationToken);
        var plan = new AppointmentPlan(AppointmentKind.Group, request.On, request.At, times.Minutes, user.Id, content.Place, content.Title, request.TellPeople);
        foreach (var (caseId, at) in request.CaseIds!.Select((one, at) => (one, at)))
        {
            // Whoever leads the group is reminded of it once, not of each person.
            await mediator.Send(new PlanAppointment(caseId, plan, id, Reminds: at == 0), cancellationToken);
        }

        return new(id);
    }
}
