namespace InclusionPlatform.Internships.Drafts;

/// <summary>Drafts belong to who writes them: every statement names the owner.</summary>
internal static class DraftSql
{
    public const string SelectOne = """
        select id as Id, case_id as CaseId, company_id as CompanyId, content_cipher as Content, saved_at as SavedAt, version as Version
        from   internships_draft
        where  id = @Id and owner_id = @Me
        """;

    public const string SelectAll = """
        select id as Id, case_id as CaseId, company_id as CompanyId, content_cipher as Content, saved_at as SavedAt, version as Version
        from   internships_draft
        where  owner_id = @Me
        order by saved_at desc, id desc
        """;

    public const string Count = "select count(*) from internships_draft where owner_id = @Me";

    public const string Insert = """
        insert into internships_draft (id, owner_id, case_id, beneficiary_id, company_id, content_cipher, begun_at, saved_at, version)
        values (@Id, @Me, @CaseId, @BeneficiaryId, @CompanyId, @Content, @At, @At, 1)
        """;

    public const string Update = """
        update internships_draft
        set    case_id = @CaseId, beneficiary_id = @BeneficiaryId, company_id = @CompanyId, content_cipher = @Content, saved_at = @At, version = version + 1
        where  id = @Id and owner_id = @Me and version = @Version
        """;

    public const string DeleteOwn = "delete from internships_draft where id = @Id and owner_id = @Me";

    public const string DeleteOld = "delete from internships_draft where saved_at < @Before";
}

/// <summary>A draft as it is stored.</summary>
internal sealed record DraftRow(Guid Id, Guid? CaseId, Guid? CompanyId, string Content, DateTimeOffset SavedAt, int Version);
