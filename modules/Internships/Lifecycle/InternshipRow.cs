using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>An internship as it is stored.</summary>
internal sealed record InternshipRow(
    Guid Id, Guid CaseId, Guid BeneficiaryId, Guid CompanyId, InternshipKind Kind, Modulation Modulation, InternshipState State, DateOnly StartsOn, DateOnly EndsOn,
    int WholeHours, bool Seasonal, bool MealsProvided, string Duties, string Objectives, HostType HostType, string Region, string HostTutor, Guid PromoterTutorId,
    string? Programme, long AllowanceCents, Guid? ConventionId, DateOnly? SignedByPersonOn, DateOnly? SignedByHostOn, DateOnly? SignedByPromoterOn,
    string? CommunicationProtocol, DateOnly? CommunicationSentOn, string? InailPosition, string? LiabilityPolicy, DateOnly? HostDeclaredOn, string? AttestedBy,
    DateOnly? AttestedOn, DateOnly? EndedOn, Outcome? Outcome, JobContract? Contract, DateOnly? HiredOn, string? ReasonCipher, DateTimeOffset CreatedAt, Guid CreatedBy,
    DateTimeOffset? ActivatedAt, Guid? ActivatedBy, DateTimeOffset? ClosedAt, Guid? ClosedBy, int SuspendedDays, string? Workplace,
    DateTimeOffset? ToSignAt, Guid? ToSignBy, string? CauseCipher, string? WeekHours,
    SafetyRisk? SafetyRisk, int? SafetyGeneralHours, int? SafetySpecificHours, DateOnly? SafetyOn, string? SafetyBy, DateOnly? CessationDueOn, string? CessationProtocol,
    DateOnly? CessationSentOn, string? CaseManager, HostWork? HostWork, DateOnly? HostWorkEndedOn, int Version)
{
    public const string Columns = """
        select id as Id, case_id as CaseId, beneficiary_id as BeneficiaryId, company_id as CompanyId, kind as Kind, modulation as Modulation, state as State,
               starts_on as StartsOn, ends_on as EndsOn, weekly_hours as WholeHours, seasonal as Seasonal, meals_provided as MealsProvided, duties as Duties,
               objectives as Objectives, host_type as HostType, region as Region, host_tutor as HostTutor, promoter_tutor_id as PromoterTutorId,
               programme as Programme, allowance_cents as AllowanceCents, convention_id as ConventionId, signed_by_person_on as SignedByPersonOn,
               signed_by_host_on as SignedByHostOn, signed_by_promoter_on as SignedByPromoterOn, communication_protocol as CommunicationProtocol,
               communication_sent_on as CommunicationSentOn, inail_position as InailPosition, liability_policy as LiabilityPolicy,
               host_declared_on as HostDeclaredOn, attested_by as AttestedBy, attested_on as AttestedOn, ended_on as EndedOn, outcome as Outcome,
               contract as Contract, hired_on as HiredOn, reason_cipher as ReasonCipher, created_at as CreatedAt, created_by as CreatedBy,
               activated_at as ActivatedAt, activated_by as ActivatedBy, closed_at as ClosedAt, closed_by as ClosedBy,
               suspended_days as SuspendedDays, workplace as Workplace, to_sign_at as ToSignAt, to_sign_by as ToSignBy, cause_cipher as CauseCipher,
               week_hours as WeekHours, safety_risk as SafetyRisk, safety_general_hours as SafetyGeneralHours, safety_specific_hours as SafetySpecificHours,
               safety_on as SafetyOn, safety_by as SafetyBy, cessation_due_on as CessationDueOn, cessation_protocol as CessationProtocol,
               cessation_sent_on as CessationSentOn, case_manager as CaseManager, host_work as HostWork, host_work_ended_on as HostWorkEndedOn, version as Version
        from   internships_internship
        """;

    public const string SelectById = Columns + "\nwhere  id = @Id";

    /// <summary>Exact: the hours of the days make it where they are said.</summary>
    public decimal WeeklyHours => Rules.WeekHours.Read(WeekHours)?.Hours ?? WholeHours;

    public PlanFacts Plan => new(Kind, StartsOn, EndsOn, WeeklyHours, Seasonal, MealsProvided, HostType, AllowanceCents, SuspendedDays)
    {
        Hours = Rules.WeekHours.Read(WeekHours),
        Safety = new(SafetyRisk, SafetyGeneralHours, SafetySpecificHours, SafetyOn, SafetyBy),
        CaseManager = CaseManager,
        HostWork = HostWork,
        HostWorkEndedOn = HostWorkEndedOn,
    };

    /// <summary>The day on which it ended, or is planned to.</summary>
    public DateOnly LastDay => EndedOn ?? EndsOn;

    public bool IsOver => State is InternshipState.Ended or InternshipState.EndedEarly;

    public bool IsSigned => SignedByPersonOn is not null && SignedByHostOn is not null && SignedByPromoterOn is not null;

    public DocumentFacts Documents => new(
        SignedByPersonOn, SignedByHostOn, SignedByPromoterOn, CommunicationProtocol, CommunicationSentOn, InailPosition, LiabilityPolicy, HostDeclaredOn, AttestedBy, AttestedOn);
}
