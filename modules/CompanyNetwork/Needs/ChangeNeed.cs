using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Rewrites what is looked for while it is open. Whoever keeps a place for it is told, because the place may not suit any more; what was proposed stays to be answered.</summary>
internal sealed record ChangeNeed(Guid Id, int Version, OpenNeed Need) : ICommand<PlacementNeed>;

internal static class ChangeNeedEndpoint
{
    public static void MapChangeNeed(this IEndpointRouteBuilder needs) => needs
        .MapPut("/{id:guid}", Handle)
        .WithName("changePlacementNeed")
        .WithSummary("Change what is looked for")
        .RequireRight(CompanyNetworkModule.AnswerReferrals);

    private static async Task<VersionedOk<PlacementNeed>> Handle(Guid id, OpenNeed body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new ChangeNeed(id, match.Version, body), ct));
}

internal sealed class ChangeNeedValidator : AbstractValidator<ChangeNeed>
{
    public ChangeNeedValidator(TimeProvider clock)
    {
        // Errors name the fields as the form has them.
        var asOpened = new OpenNeedValidator(clock);
        RuleFor(change => change).Custom((change, context) => asOpened.Validate(change.Need).Errors.ForEach(context.AddFailure));
    }
}

internal sealed class ChangeNeedHandler(IDbSession db, IMediator mediator, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeNeed, PlacementNeed>
{
    private const string Update = """
        update company_network_need
        set    version = version + 1, sectors = @Sectors, municipality = @Municipality, max_km = @MaxKm, context = @Context, weekly_hours = @WeeklyHours, slots = @Slots,
               has_licence = @HasLicence, can_do_shifts = @CanDoShifts, most_effort = @MostEffort, needs_interruptions = @NeedsInterruptions, note = @Note, from_on = @From
        where  id = @Id and version = @Version and closed_at is null
        """;

    private const string Proposers = "select distinct proposed_by from company_network_referral where need_id = @Id and state = 'proposed' and reserved_until >= @Today";

    public async Task<PlacementNeed> Handle(ChangeNeed request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<NeedRow>(NeedRow.SelectById, new { request.Id }, cancellationToken);
        if (row is null || (row.OpenedBy != user.Id && !user.Roles.Contains(Role.Coordinator)))
        {
            throw new NotFoundException("need");
        }

        ClosedNeedIsNotAnswered.Check(row.ClosedAt);
        audit.Changes("placement-need", row.Id);
        if (await db.ExecuteAsync(Update, NeedRow.Written(request.Need, request.Id, request.Version), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        var proposers = await db.QueryAsync<Guid>(Proposers, new { request.Id, Today = clock.Today() }, cancellationToken);
        await notifications.NotifyAsync(
            proposers.Where(proposer => proposer != user.Id), "placement-need.changed", Municipalities.ByIstat(request.Need.Municipality)?.NameWithProvince, $"/companies/needs/{request.Id}", cancellationToken);
        return await mediator.Send(new GetNeed(request.Id), cancellationToken);
    }
}
