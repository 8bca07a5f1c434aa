using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Publishes what an educator looks for, so that the operators of the bank propose companies. It names nobody and leads to nobody.</summary>
/// <param name="Municipality">ISTAT code of the municipality from which distances are counted.</param>
/// <param name="Sectors">Codes of the sectors wished; any when not given.</param>
/// <param name="MaxKm">Kilometres as the crow flies at the most.</param>
/// <param name="HasLicence">Whether the person has a driving licence; null if it is not known.</param>
/// <param name="CanDoShifts">Whether the person can work in shifts; null if it is not known.</param>
/// <param name="NeedsInterruptions">Whether the person must be able to interrupt the work.</param>
internal sealed record OpenNeed(
    string Municipality, IReadOnlyList<string>? Sectors = null, int? MaxKm = null, AvailabilityContext? Context = null, int? WeeklyHours = null, IReadOnlyList<WeekSlot>? Slots = null,
    bool? HasLicence = null, bool? CanDoShifts = null, PhysicalEffort? MostEffort = null, bool? NeedsInterruptions = null, string? Note = null, DateOnly? From = null)
    : ICommand<OpenedNeed>;

internal sealed record OpenedNeed(Guid Id);

internal static class OpenNeedEndpoint
{
    public static void MapOpenNeed(this IEndpointRouteBuilder needs) => needs
        .MapPost("/", Handle)
        .WithName("openPlacementNeed")
        .WithSummary("Publish what is looked for, without naming anybody")
        .RequireRight(CompanyNetworkModule.AnswerReferrals);

    private static async Task<Created<OpenedNeed>> Handle(OpenNeed body, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/placement-needs/{opened.Id}", opened);
    }
}

internal sealed class OpenNeedValidator : AbstractValidator<OpenNeed>
{
    public OpenNeedValidator(TimeProvider clock)
    {
        RuleFor(need => need.Municipality).Must(istat => Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => new Words("Questo comune non esiste: sceglierlo dall'elenco.", "This municipality does not exist: choose it from the list.").ToString());
        RuleForEach(need => need.Sectors).Must(Sectors.All.Contains).WithErrorCode("sector.unknown")
            .WithMessage(_ => new Words("Questo settore non è tra quelli previsti.", "This sector is not one of those known.").ToString());
        RuleFor(need => need.MaxKm).InclusiveBetween(1, 200);
        RuleFor(need => need.Context).IsInEnum();
        RuleFor(need => need.WeeklyHours).InclusiveBetween(1, 48);
        RuleFor(need => need.Slots).Must(slots => slots is null || slots.Count <= WeekSlots.Most && slots.All(slot => Enum.IsDefined(slot.Day) && Enum.IsDefined(slot.Part)))
            .WithErrorCode("availability.slots").WithMessage(_ => new Words("I giorni e le fasce vanno scelti dalla tabella.", "Choose days and parts of the day from the table.").ToString());
        RuleFor(need => need.MostEffort).IsInEnum();
        RuleFor(need => need.Note).MaximumLength(1000).NamesNobody();
        RuleFor(need => need.From).GreaterThanOrEqualTo(_ => clock.Today().AddYears(-1)).LessThanOrEqualTo(_ => clock.Today().AddYears(2)).When(need => need.From is not null);
        this.SpeaksOfTheDuty(need => need.Note, PersonalFact.Penal, PersonalFact.Health);
    }
}

internal sealed class OpenNeedHandler(IDbSession db, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<OpenNeed, OpenedNeed>
{
    private const string Insert = """
        insert into company_network_need (
            id, version, opened_by, sectors, municipality, max_km, context, weekly_hours, slots, has_licence, can_do_shifts, most_effort, needs_interruptions, note, from_on, opened_at,
            closed_at, closed_by, close_reason)
        values (
            @Id, @Version, @By, @Sectors, @Municipality, @MaxKm, @Context, @WeeklyHours, @Slots, @HasLicence, @CanDoShifts, @MostEffort, @NeedsInterruptions, @Note, @From, @At,
            null, null, null)
        """;

    public async Task<OpenedNeed> Handle(OpenNeed request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var opened = new OpenedNeed(Guid.CreateVersion7(now));
        audit.Changes("placement-need", opened.Id);
        var written = NeedRow.Written(request, opened.Id, version: 1);
        written.AddDynamicParams(new { By = user.Id, At = now });
        await db.ExecuteAsync(Insert, written, cancellationToken);
        await notifications.NotifyAsync(Role.CompanyOperator, "placement-need.opened", Municipalities.ByIstat(request.Municipality)?.NameWithProvince, $"/companies/needs/{opened.Id}", cancellationToken);
        return opened;
    }
}
