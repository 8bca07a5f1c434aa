using System.Globalization;
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
    GroupActivityKind? Kind, DateOnly? On, string? At, string? Until, string? Title, string? Place, IReadOnlyList<Guid>? CaseIds, bool TellPeople = false) : ICommand<PlannedGroupActivity>;

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

internal sealed class PlanGroupActivityValidator : AbstractValidator<PlanGroupActivity>
{
    private const string Hour = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private const int MostYears = 2, Shortest = 5, Longest = 600;

    public PlanGroupActivityValidator(TimeProvider clock)
    {
        RuleFor(activity => activity.Kind).NotNull().IsInEnum();
        RuleFor(activity => activity.On).NotNull();
        RuleFor(activity => activity.On).Must(day => day is null || (day >= clock.Today() && day <= clock.Today().AddYears(MostYears))).WithErrorCode("planned-activity.day")
            .WithMessage(_ => new Words("Si programma da oggi a due anni: quello che si è già fatto si registra.", "One plans from today to two years ahead: what was done already is recorded.").ToString());
        RuleFor(activity => activity.At).NotEmpty();
        RuleFor(activity => activity.At).Matches(Hour).When(activity => !string.IsNullOrEmpty(activity.At)).WithErrorCode("appointment.time").WithMessage(_ => Time.ToString());
        RuleFor(activity => activity.Until).NotEmpty();
        RuleFor(activity => activity.Until).Matches(Hour).When(activity => !string.IsNullOrEmpty(activity.Until)).WithErrorCode("appointment.time").WithMessage(_ => Time.ToString());
        RuleFor(activity => activity.Until).Must((activity, _) => MinutesOf(activity) is null or (>= Shortest and <= Longest)).WithErrorCode("planned-activity.until")
            .WithMessage(_ => new Words("La fine viene dopo l'inizio, nello stesso giorno, al massimo dieci ore dopo.", "The end comes after the beginning, on the same day, ten hours later at most.").ToString());
        RuleFor(activity => activity.Title).NotEmpty().MaximumLength(120);
        RuleFor(activity => activity.Place).MaximumLength(200);
        RuleFor(activity => activity.CaseIds).NotEmpty().WithErrorCode("group-activity.nobody").WithMessage(_ => GroupSentences.Nobody.ToString());
        RuleFor(activity => activity.CaseIds).Must(people => people is null || people.Count <= GroupSentences.Most).WithErrorCode("group-activity.too-many").WithMessage(_ => GroupSentences.TooMany.ToString());
        RuleFor(activity => activity.CaseIds).Must(people => people is null || people.Distinct().Count() == people.Count).WithErrorCode("group-activity.twice").WithMessage(_ => GroupSentences.Twice.ToString());
    }

    private static Words Time { get; } = new("L'ora si scrive come 09:30.", "Write the time as 09:30.");

    /// <summary>How long it lasts; null while the hours are not written as hours.</summary>
    public static int? MinutesOf(PlanGroupActivity activity) =>
        TimeOnly.TryParseExact(activity.At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && TimeOnly.TryParseExact(activity.Until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? (int)(until.ToTimeSpan() - at.ToTimeSpan()).TotalMinutes
            : null;
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
        var minutes = PlanGroupActivityValidator.MinutesOf(request)!.Value;
        var starts = request.On!.Value.AtInItaly(TimeOnly.ParseExact(request.At!, "HH:mm", CultureInfo.InvariantCulture));
        var place = string.IsNullOrWhiteSpace(request.Place) ? null : request.Place.Trim();
        var title = request.Title!.Trim();
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, Kind = request.Kind!.Value.Code(), StartsAt = starts, EndsAt = starts.AddMinutes(minutes), Content = sensitive.Seal(new PlannedActivityContent(title, place)), Me = user.Id, Now = now,
            },
            cancellationToken);
        var plan = new AppointmentPlan(AppointmentKind.Group, request.On, request.At, minutes, user.Id, place, title, request.TellPeople);
        foreach (var (caseId, at) in request.CaseIds!.Select((one, at) => (one, at)))
        {
            // Whoever leads the group is reminded of it once, not of each person.
            await mediator.Send(new PlanAppointment(caseId, plan, id, Reminds: at == 0), cancellationToken);
        }

        return new(id);
    }
}
