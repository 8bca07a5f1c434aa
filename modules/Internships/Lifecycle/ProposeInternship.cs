using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Drafts;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Writes down an internship to come. Nothing has begun: the rules are looked at when it starts, and can be looked at any time before.</summary>
internal sealed record ProposeInternship : InternshipPlan, ICommand<ProposedInternship>
{
    public ProposeInternship(InternshipPlan plan) : base(plan)
    {
    }
}

internal sealed record ProposedInternship(Guid Id);

internal static class ProposeInternshipEndpoint
{
    public static void MapProposeInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/", Handle)
        .WithName("proposeInternship")
        .WithSummary("Propose an internship for a case at a company")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Created<ProposedInternship>> Handle(InternshipProposal body, IMediator mediator, CancellationToken ct)
    {
        var proposed = await mediator.Send(new ProposeInternship(body), ct);
        return TypedResults.Created($"/api/v1/internships/{proposed.Id}", proposed);
    }
}

internal sealed class ProposeInternshipValidator : AbstractValidator<ProposeInternship>
{
    public ProposeInternshipValidator() => Include(new InternshipPlanValidator());
}

internal sealed class ProposeInternshipHandler(IDbSession db, IMediator mediator, IColleagues colleagues, Guards guards, IEvents events, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ProposeInternship, ProposedInternship>
{
    public async Task<ProposedInternship> Handle(ProposeInternship request, CancellationToken cancellationToken)
    {
        var forCase = await mediator.Send(new FindCase(request.CaseId!.Value, StartsWork: true), cancellationToken);
        var host = await mediator.Send(new FindHost(request.CompanyId!.Value), cancellationToken);
        var region = HostRegion.Of(request.Region, host);
        await PromoterTutorIsKnown.CheckAsync(request.PromoterTutorId, colleagues, cancellationToken);
        await ChosenConvention.CheckAsync(db, request.ConventionId, host.Id, cancellationToken);
        await guards.EnsureAsync(cancellationToken, host.Id, forCase.BeneficiaryId);

        var now = clock.GetUtcNow();
        var proposed = new ProposedInternship(Guid.CreateVersion7(now));
        await db.ExecuteAsync(Insert, new
        {
            proposed.Id,
            forCase.CaseId,
            forCase.BeneficiaryId,
            CompanyId = host.Id,
            Kind = request.Kind!.Value.Code(),
            Modulation = request.Modulation!.Value.Code(),
            State = InternshipState.Proposed.Code(),
            request.StartsOn,
            request.EndsOn,
            WeeklyHours = WeeklyTime.Whole(request.WeeklyHours!.Value),
            request.Seasonal,
            request.MealsProvided,
            Duties = request.Duties!.Trim(),
            Objectives = request.Objectives!.Trim(),
            HostType = (request.HostType ?? HostType.PrivateEmployer).Code(),
            Region = region,
            Workplace = string.IsNullOrWhiteSpace(request.Workplace) ? null : request.Workplace.Trim(),
            HostTutor = request.HostTutor!.Trim(),
            HostTutorKey = FactsReader.TutorKey(request.HostTutor),
            PromoterTutorId = request.PromoterTutorId ?? user.Id,
            Programme = string.IsNullOrWhiteSpace(request.Programme) ? null : request.Programme.Trim(),
            request.AllowanceCents,
            request.ConventionId,
            WeekHours = WeekHours.Of(request.Hours)?.Text,
            SafetyRisk = request.SafetyRisk?.Code(),
            request.SafetyGeneralHours,
            request.SafetySpecificHours,
            request.SafetyOn,
            SafetyBy = InternshipPlanText.OrNull(request.SafetyBy),
            CaseManager = InternshipPlanText.OrNull(request.CaseManager),
            HostWork = request.HostWork?.Code(),
            HostWorkEndedOn = request.HostWork is HostWork.Ended ? request.HostWorkEndedOn : null,
            At = now,
            By = user.Id,
        }, cancellationToken);
        if (request.Payer is { } payer)
        {
            await mediator.Send(new AssignAllowance(proposed.Id, 0, payer, request.ProgrammeId, request.SchemeId, null, false), cancellationToken);
        }

        if (request.DraftId is { } draft)
        {
            await db.ExecuteAsync(DraftSql.DeleteOwn, new { Id = draft, Me = user.Id }, cancellationToken);
        }

        audit.Changes("internship", proposed.Id);
        audit.Changes("beneficiary", forCase.BeneficiaryId);
        events.Publish(new InternshipProposed(proposed.Id, forCase.CaseId, host.Id, request.ReferralId));
        return proposed;
    }

    private const string Insert = """
        insert into internships_internship (
            id, case_id, beneficiary_id, company_id, kind, modulation, state, starts_on, ends_on, weekly_hours, seasonal, meals_provided, duties, objectives,
            host_type, region, host_tutor, host_tutor_key, workplace, promoter_tutor_id, programme, allowance_cents, convention_id, week_hours,
            safety_risk, safety_general_hours, safety_specific_hours, safety_on, safety_by, case_manager, host_work, host_work_ended_on, outside_quota, created_at, created_by, version)
        values (
            @Id, @CaseId, @BeneficiaryId, @CompanyId, @Kind, @Modulation, @State, @StartsOn, @EndsOn, @WeeklyHours, @Seasonal, @MealsProvided, @Duties, @Objectives,
            @HostType, @Region, @HostTutor, @HostTutorKey, @Workplace, @PromoterTutorId, @Programme, @AllowanceCents, @ConventionId, @WeekHours,
            @SafetyRisk, @SafetyGeneralHours, @SafetySpecificHours, @SafetyOn, @SafetyBy, @CaseManager, @HostWork, @HostWorkEndedOn, 0, @At, @By, 1)
        """;
}
