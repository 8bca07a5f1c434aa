namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>A column that was written in clear before it had an encrypted one beside it.</summary>
/// <param name="Table">The table, <c>t</c> in the texts.</param>
/// <param name="Clear">Where the clear text was.</param>
/// <param name="Cipher">Where it belongs.</param>
/// <param name="Blank">What stays in the clear column, as SQL.</param>
/// <param name="Person">Where it stands whose the text is.</param>
/// <param name="Joins">The way there.</param>
internal sealed record ClearColumn(string Table, string Clear, string Cipher, string Blank, string Person, string Joins = "")
{
    /// <summary>Every one that there is.</summary>
    public static readonly IReadOnlyList<ClearColumn> All =
    [
        new("beneficiaries_case", "reason", "reason_cipher", "''", "t.beneficiary_id"),
        new("beneficiaries_case_closure", "dropout_reason", "dropout_reason_cipher", "null", "c.beneficiary_id", "join beneficiaries_case c on c.id = t.case_id"),
    ];

    /// <summary>The texts that are still in clear; of people made anonymous too, whose key is no more.</summary>
    public string Select { get; } = $"""
        select t.id as Id, {Person} as Person, t.{Clear} as Text, case when p.anonymised_at is null then 0 else 1 end as Anonymous
        from   {Table} t
        {Joins}
        join   beneficiaries_person p on p.id = {Person}
        where  t.{Clear} <> '' and t.{Cipher} is null
        """;

    /// <summary>Encrypts one and blanks it, if it is still the one that was read.</summary>
    public string Write { get; } = $"""
        update {Table}
        set    {Cipher} = @Sealed, {Clear} = {Blank}
        where  id = @Id and {Clear} = @Text and {Cipher} is null
        """;
}
