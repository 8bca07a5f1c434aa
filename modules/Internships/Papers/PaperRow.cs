namespace InclusionPlatform.Internships.Papers;

/// <summary>A paper as it is stored.</summary>
internal sealed record PaperRow(
    Guid Id, Guid? InternshipId, Guid? ConventionId, PaperKind Kind, string Month, int Number, string Digest, bool Funded, Guid DocumentId, DateTimeOffset MadeAt, Guid MadeBy, DateOnly? SignedOn,
    Guid? SignedId, DateTimeOffset? SignedAt, int Bound)
{
    /// <summary>A signature rests on it, or somebody was sent to sign it.</summary>
    public bool IsBound => Bound > 0;

    public const string Columns = """
        select id as Id, internship_id as InternshipId, convention_id as ConventionId, kind as Kind, month as Month, number as Number, digest as Digest, funded as Funded,
               document_id as DocumentId, made_at as MadeAt, made_by as MadeBy, signed_on as SignedOn, signed_id as SignedId, signed_at as SignedAt,
               case when signed_id is not null or exists (select 1 from internships_signature s where s.paper_id = internships_paper.id)
                    or exists (select 1 from internships_signature_request r where r.paper_id = internships_paper.id) then 1 else 0 end as Bound
        from   internships_paper
        """;

    public const string SelectById = Columns + "\nwhere  id = @Id";

    public const string SelectOf = Columns + "\nwhere  (internship_id = @InternshipId or convention_id = @ConventionId)\norder by kind, month desc, number desc";

    public const string SelectLast = Columns + """

        where  (internship_id = @InternshipId or convention_id = @ConventionId) and kind = @Kind and month = @Month
        and    number = (
            select max(p.number)
            from   internships_paper p
            where  (p.internship_id = @InternshipId or p.convention_id = @ConventionId) and p.kind = @Kind and p.month = @Month)
        """;

    public const string Insert = """
        insert into internships_paper (id, internship_id, convention_id, kind, month, number, digest, template_id, funded, document_id, made_at, made_by)
        values (@Id, @InternshipId, @ConventionId, @Kind, @Month, @Number, @Digest, @TemplateId, @Funded, @DocumentId, @At, @By)
        """;

    /// <summary>Never one on which a signature rests, or that somebody was sent to sign.</summary>
    public const string Delete = """
        delete from internships_paper
        where  id = @Id and signed_id is null
               and not exists (select 1 from internships_signature s where s.paper_id = @Id)
               and not exists (select 1 from internships_signature_request r where r.paper_id = @Id)
        """;

    public const string Sign = """
        update internships_paper set signed_on = @SignedOn, signed_id = @SignedId, signed_at = @At, signed_by = @By
        where  id = @Id and signed_id is null
        """;
}
