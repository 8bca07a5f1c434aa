using System.Globalization;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>What a row would change of a company. A field that the file leaves empty is among them only where a person said that empty means none.</summary>
internal static class Differences
{
    public static IReadOnlyList<FieldChange> Between(CompanyRow existing, string? externalId, RowReading row)
    {
        var (before, after) = (existing.Data, row.On(existing.Data));
        var changes = new List<FieldChange>();
        void Compare(string field, string? old, string? @new)
        {
            if (old != @new)
            {
                changes.Add(new(field, old, @new));
            }
        }

        Compare(ImportFields.Name, before.Name, after.Name);
        Compare(ImportFields.VatNumber, before.VatNumber, after.VatNumber);
        Compare(ImportFields.TaxCode, before.TaxCode, after.TaxCode);
        Compare(ImportFields.Kind, before.Kind.Code(), after.Kind.Code());
        Compare(ImportFields.Sector, before.Sector, after.Sector);
        Compare(ImportFields.Address, before.Address, after.Address);
        Compare(ImportFields.Cap, before.Cap, after.Cap);
        Compare(ImportFields.Municipality, Place(before.Municipality), Place(after.Municipality));
        Compare(ImportFields.PermanentStaff, before.PermanentStaff?.ToString(CultureInfo.InvariantCulture), after.PermanentStaff?.ToString(CultureInfo.InvariantCulture));
        Compare(ImportFields.Phone, before.Phone, after.Phone);
        Compare(ImportFields.Email, before.Email, after.Email);
        Compare(ImportFields.Website, before.Website, after.Website);
        Compare(ImportFields.ContactName, before.ContactPerson?.Name, after.ContactPerson?.Name);
        Compare(ImportFields.ContactRole, before.ContactPerson?.Role, after.ContactPerson?.Role);
        Compare(ImportFields.ContactPhone, before.ContactPerson?.Phone, after.ContactPerson?.Phone);
        Compare(ImportFields.ContactEmail, before.ContactPerson?.Email, after.ContactPerson?.Email);
        Compare(ImportFields.Notes, before.Notes, after.Notes);
        Compare(ImportFields.ExternalId, externalId, row.ExternalId ?? externalId);
        if (row.NextContactOn is { } next)
        {
            Compare(ImportFields.NextContactOn, Day(existing.NextContactOn), Day(next));
        }

        if (row.LastContactOn is { } last && (existing.LastContactAt is not { } known || known.InItaly() < last))
        {
            Compare(ImportFields.LastContactOn, Day(existing.LastContactAt?.InItaly()), Day(last));
        }

        return changes;
    }

    private static string? Place(string? istat) => Municipalities.ByIstat(istat)?.NameWithProvince;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
