using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Changes a proposal. The case stays; at another company the convention and the papers of the former do not hold any more,
/// and what was with those who sign it is a draft again: nobody signed this. A communication falls with what it communicated, the host's declaration with the start it was given for,
/// and who pays with the region, the kind and the days that the scheme is for.</summary>
internal sealed record ChangeProposal : InternshipPlan, ICommand
{
    public ChangeProposal(Guid id, int version, InternshipPlan plan) : base(plan) => (Id, Version) = (id, version);

    public Guid Id { get; }

    public int Version { get; }
}

internal static class ChangeProposalEndpoint
{
    public static void MapChangeProposal(this IEndpointRouteBuilder internships) => internships
        .MapPut("/{id:guid}", Handle)
        .WithName("changeProposal")
        .WithSummary("Change an internship that has not started")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, InternshipProposal body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeProposal(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeProposalValidator : AbstractValidator<ChangeProposal>
{
    public ChangeProposalValidator() => Include(new InternshipPlanValidator());
}

internal sealed class ChangeProposalHandler(IDbSession db, VisibleInternships internships, AssignedSchemes assigned, RuleOverrides overrides, IMediator mediator, IColleagues colleagues, Guards guards, InternshipHistory history, IAuditTrail audit) : IRequestHandler<ChangeProposal, Unit>
{
    public async Task<Unit> Handle(ChangeProposal request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Proposed)
        {
            throw WrongState.Of(row.State);
        }

        if (request.CaseId != row.CaseId)
        {
            throw new FieldException("caseId", "internship.case-fixed", new(
                "La persona di una proposta non si cambia: annullare questa e farne una nuova.",
                "The person of a proposal is not changed: cancel this one and make a new one."));
        }

        var host = await mediator.Send(new FindHost(request.CompanyId!.Value), cancellationToken);
        var region = HostRegion.Of(request.Region, host);
        // Who stood there already stays until somebody else is chosen, even if their account was closed meanwhile.
        await PromoterTutorIsKnown.CheckAsync(request.PromoterTutorId == row.PromoterTutorId ? null : request.PromoterTutorId, colleagues, cancellationToken);
        var sameHost = host.Id == row.CompanyId;
        // With the host its convention goes: a form that still carries it is not refused for that.
        var convention = !sameHost && request.ConventionId == row.ConventionId ? null : request.ConventionId;
        await ChosenConvention.CheckAsync(db, convention, host.Id, cancellationToken);
        await guards.EnsureAsync(cancellationToken, host.Id, forCase.BeneficiaryId);
        var falls = new WhatFalls(row, request, sameHost);
        var changed = await db.ExecuteAsync(sameHost ? Update : UpdateWithHost, new
        {
            request.Id,
            request.Version,
            CompanyId = host.Id,
            Kind = request.Kind!.Value.Code(),
            Modulation = request.Modulation!.Value.Code(),
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
            PromoterTutorId = request.PromoterTutorId ?? row.PromoterTutorId,
            Programme = string.IsNullOrWhiteSpace(request.Programme) ? null : request.Programme.Trim(),
            request.AllowanceCents,
            ConventionId = convention ?? (sameHost ? row.ConventionId : null),
            WeekHours = WeekHours.Of(request.Hours)?.Text,
            SafetyRisk = request.SafetyRisk?.Code(),
            request.SafetyGeneralHours,
            request.SafetySpecificHours,
            request.SafetyOn,
            SafetyBy = InternshipPlanText.OrNull(request.SafetyBy),
            CaseManager = InternshipPlanText.OrNull(request.CaseManager),
            HostWork = request.HostWork?.Code(),
            HostWorkEndedOn = request.HostWork is HostWork.Ended ? request.HostWorkEndedOn : null,
            CommunicationFalls = falls.Communication,
            DeclarationFalls = falls.Declaration,
        }, cancellationToken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        // What was set aside was set aside for the proposal as it was.
        await overrides.WithdrawAllAsync(row.Id, cancellationToken);
        await db.ExecuteAsync(Signing.SignatureBook.ForgetRequests, new { row.Id }, cancellationToken);
        await TellAsync(row, falls, cancellationToken);
        var longestDay = PlanFacts.LongestOf(WeekHours.Of(request.Hours), WeeklyTime.Whole(request.WeeklyHours.Value));
        if (await assigned.FallAsync(row.Id, region, request.Kind.Value, request.StartsOn!.Value, longestDay, cancellationToken))
        {
            await history.AddAsync(row.Id, MomentKind.PayerFell, null, null, cancellationToken);
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    private async Task TellAsync(InternshipRow row, WhatFalls falls, CancellationToken ct)
    {
        if (falls.Signatures)
        {
            await history.AddAsync(row.Id, MomentKind.SignaturesFell, null, null, ct);
        }

        if (falls.Declaration)
        {
            await history.AddAsync(row.Id, MomentKind.DeclarationFell, null, row.HostDeclaredOn, ct);
        }

        if (falls.Communication)
        {
            await history.AddAsync(row.Id, MomentKind.CommunicationFell, row.CommunicationProtocol, row.CommunicationSentOn, ct);
        }
    }

    /// <summary>Which papers were given for what stands no more.</summary>
    private sealed record WhatFalls(bool Communication, bool Declaration, bool Signatures)
    {
        public WhatFalls(InternshipRow row, InternshipPlan plan, bool sameHost) : this(
            row.CommunicationProtocol is not null && (!sameHost || plan.StartsOn != row.StartsOn || plan.EndsOn != row.EndsOn || plan.WeeklyHours != row.WeeklyHours || plan.Kind != row.Kind
                || InternshipPlanText.OrNull(plan.Workplace) != row.Workplace),
            row.HostDeclaredOn is not null && (!sameHost || plan.StartsOn != row.StartsOn),
            (row.SignedByPersonOn ?? row.SignedByHostOn ?? row.SignedByPromoterOn) is not null && (!sameHost || row.ToSignAt is not null))
        {
        }
    }

    private const string Update = """
        update internships_internship
        set    kind = @Kind, modulation = @Modulation, starts_on = @StartsOn, ends_on = @EndsOn, weekly_hours = @WeeklyHours, seasonal = @Seasonal,
               meals_provided = @MealsProvided, duties = @Duties, objectives = @Objectives, host_type = @HostType, region = @Region, host_tutor = @HostTutor,
               host_tutor_key = @HostTutorKey, workplace = @Workplace, promoter_tutor_id = @PromoterTutorId, programme = @Programme, allowance_cents = @AllowanceCents,
               convention_id = @ConventionId, week_hours = @WeekHours, safety_risk = @SafetyRisk, safety_general_hours = @SafetyGeneralHours,
               safety_specific_hours = @SafetySpecificHours, safety_on = @SafetyOn, safety_by = @SafetyBy, case_manager = @CaseManager, host_work = @HostWork, host_work_ended_on = @HostWorkEndedOn, signed_by_person_on = case when to_sign_at is null then signed_by_person_on else null end,
               signed_by_host_on = case when to_sign_at is null then signed_by_host_on else null end,
               signed_by_promoter_on = case when to_sign_at is null then signed_by_promoter_on else null end, to_sign_at = null, to_sign_by = null,
               communication_protocol = case when @CommunicationFalls = 1 then null else communication_protocol end,
               communication_sent_on = case when @CommunicationFalls = 1 then null else communication_sent_on end,
               host_declared_on = case when @DeclarationFalls = 1 then null else host_declared_on end, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed'
        """;

    private const string UpdateWithHost = """
        update internships_internship
        set    company_id = @CompanyId, kind = @Kind, modulation = @Modulation, starts_on = @StartsOn, ends_on = @EndsOn, weekly_hours = @WeeklyHours,
               seasonal = @Seasonal, meals_provided = @MealsProvided, duties = @Duties, objectives = @Objectives, host_type = @HostType, region = @Region,
               host_tutor = @HostTutor, host_tutor_key = @HostTutorKey, workplace = @Workplace, promoter_tutor_id = @PromoterTutorId, programme = @Programme,
               allowance_cents = @AllowanceCents, convention_id = @ConventionId, week_hours = @WeekHours, safety_risk = @SafetyRisk, safety_general_hours = @SafetyGeneralHours,
               safety_specific_hours = @SafetySpecificHours, safety_on = @SafetyOn, safety_by = @SafetyBy, case_manager = @CaseManager, host_work = @HostWork, host_work_ended_on = @HostWorkEndedOn, signed_by_person_on = null, signed_by_host_on = null,
               signed_by_promoter_on = null, communication_protocol = null, communication_sent_on = null, inail_position = null, liability_policy = null,
               host_declared_on = null, to_sign_at = null, to_sign_by = null, version = version + 1
        where  id = @Id and version = @Version and state = 'proposed'
        """;
}
