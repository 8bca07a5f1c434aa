namespace InclusionPlatform.Internships.Conventions;

/// <summary>A convention as it is stored.</summary>
internal sealed record ConventionRow(
    Guid Id, Guid CompanyId, string Number, ConventionState State, DateOnly? SentOn, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition,
    string? LiabilityPolicy, string? Insurer, DateOnly? LiabilityUntil, string? Note, Guid? RenewsId, DateTimeOffset CreatedAt, Guid CreatedBy, int Version)
{
    public const string SelectById = """
        select id as Id, company_id as CompanyId, number as Number, state as State, sent_on as SentOn, signature_on as SignedOn, valid_from as ValidFrom, valid_to as ValidTo,
               inail_position as InailPosition, liability_policy as LiabilityPolicy, insurer as Insurer, liability_until as LiabilityUntil, note as Note, renews_id as RenewsId,
               created_at as CreatedAt, created_by as CreatedBy, version as Version
        from   internships_convention
        where  id = @Id
        """;

    /// <summary>What is shown: a signed one whose last day has passed is expired.</summary>
    public ConventionState Shown(DateOnly today) => StateOn(State, ValidTo, today);

    public static ConventionState StateOn(ConventionState state, DateOnly validTo, DateOnly today) => state is ConventionState.Signed && validTo < today ? ConventionState.Expired : state;
}
