using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>What is to be said of one field of a row.</summary>
/// <param name="Field">The field concerned.</param>
/// <param name="Code">Stable code of what is remarked.</param>
/// <param name="Message">What is remarked, and the way out.</param>
internal sealed record FieldRemark(string Field, string Code, string Message);

/// <summary>A row as understood: which fields it fills, what is wrong, what was repaired. Fields that it leaves empty stay null and change nothing.</summary>
internal sealed class RowReading
{
    private readonly List<FieldRemark> errors = [];
    private readonly List<FieldRemark> remarks = [];

    public string? Name { get; set; }

    public string? VatNumber { get; set; }

    public string? TaxCode { get; set; }

    public CompanyKind? Kind { get; set; }

    public string? Sector { get; set; }

    public string? Address { get; set; }

    public string? Cap { get; set; }

    public string? Municipality { get; set; }

    public int? PermanentStaff { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string? ContactName { get; set; }

    public string? ContactRole { get; set; }

    public string? ContactPhone { get; set; }

    public string? ContactEmail { get; set; }

    public DateOnly? LastContactOn { get; set; }

    public DateOnly? NextContactOn { get; set; }

    public string? Notes { get; set; }

    /// <summary>The sheet's own id of the company, in the form that is stored and compared.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Fields that this row blanks: left empty by the sheet, where a person said that empty means none.</summary>
    public IReadOnlySet<string> Blanks { get; set; } = new HashSet<string>();

    public IReadOnlyList<FieldRemark> Errors => errors;

    public IReadOnlyList<FieldRemark> Remarks => remarks;

    public string SortName { get; private set; } = "";

    public void Wrong(string field, string code, Words words) => errors.Add(new(field, code, words.ToString()));

    public void Remark(string field, string code, Words words) => remarks.Add(new(field, code, words.ToString()));

    /// <summary>The company that this row would make, or make of one that is there.</summary>
    public CompanyData On(CompanyData? existing) => new(
        Name ?? existing?.Name ?? "",
        VatNumber ?? Kept(ImportFields.VatNumber, existing?.VatNumber),
        TaxCode ?? Kept(ImportFields.TaxCode, existing?.TaxCode),
        Kind ?? existing?.Kind ?? CompanyKind.Company,
        Sector ?? existing?.Sector ?? "other",
        existing?.AtecoSection,
        existing?.AtecoCode,
        Address ?? Kept(ImportFields.Address, existing?.Address),
        Cap ?? Kept(ImportFields.Cap, existing?.Cap),
        Municipality ?? Kept(ImportFields.Municipality, existing?.Municipality),
        PermanentStaff ?? (Blanks.Contains(ImportFields.PermanentStaff) ? null : existing?.PermanentStaff),
        Phone ?? Kept(ImportFields.Phone, existing?.Phone),
        Email ?? Kept(ImportFields.Email, existing?.Email),
        Website ?? Kept(ImportFields.Website, existing?.Website),
        new(
            ContactName ?? Kept(ImportFields.ContactName, existing?.ContactPerson?.Name),
            ContactRole ?? Kept(ImportFields.ContactRole, existing?.ContactPerson?.Role),
            ContactPhone ?? Kept(ImportFields.ContactPhone, existing?.ContactPerson?.Phone),
            ContactEmail ?? Kept(ImportFields.ContactEmail, existing?.ContactPerson?.Email),
            existing?.ContactPerson?.PreferredHours,
            existing?.ContactPerson?.DoNotCall ?? false),
        Notes ?? Kept(ImportFields.Notes, existing?.Notes))
    {
        TradeName = existing?.TradeName,
        LegalForm = existing?.LegalForm,
        SolidarityNetwork = existing?.SolidarityNetwork,
        LookedAfterBy = existing?.LookedAfterBy,
        ConsentNotes = existing?.ConsentNotes,
        ObligationStaff = existing?.ObligationStaff,
        TargetedPlacement = existing?.TargetedPlacement,
        Article14Convention = existing?.Article14Convention,
        Article14Until = existing?.Article14Until,
    };

    private string? Kept(string field, string? stored) => Blanks.Contains(field) ? null : stored;

    /// <summary>Applies the rules of the form to the row, so that nothing enters by a file that a person could not write.</summary>
    public void Close()
    {
        SortName = CompanyWords.SortName(Name ?? "");
        if (Name is not null && SortName.Length == 0)
        {
            Wrong(ImportFields.Name, "name.empty", ImportWords.NameMissing);
        }

        CompanyDataValidator.Check(On(null), failure =>
        {
            var field = FieldOf(failure.PropertyName);
            if (errors.TrueForAll(error => error.Field != field))
            {
                errors.Add(new(field, failure.ErrorCode, failure.ErrorMessage));
            }
        });
    }

    private static string FieldOf(string property) => property switch
    {
        "ContactPerson.Name" => ImportFields.ContactName,
        "ContactPerson.Role" => ImportFields.ContactRole,
        "ContactPerson.Phone" => ImportFields.ContactPhone,
        "ContactPerson.Email" => ImportFields.ContactEmail,
        _ => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property),
    };
}
