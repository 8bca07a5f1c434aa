using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Understands the cells of one row: repairs what spreadsheets spoil, says so, and names what is wrong.</summary>
internal sealed class RowReader(DateOnly today)
{
    private readonly Dictionary<(string, string?), Municipality?> places = [];

    /// <summary>Reads a row.</summary>
    /// <param name="text">The text of a field, or null when no column fills it.</param>
    public RowReading Read(Func<string, string?> text)
    {
        string? Cell(string field) => CellText.Text(text(field));
        var row = new RowReading
        {
            Name = Cell(ImportFields.Name),
            Address = Cell(ImportFields.Address),
            Website = Cell(ImportFields.Website),
            ContactName = Cell(ImportFields.ContactName),
            ContactRole = Cell(ImportFields.ContactRole),
            Notes = Cell(ImportFields.Notes),
        };
        foreach (var field in ImportFields.Names)
        {
            if (CellText.IsFailedFormula(text(field)))
            {
                row.Remark(field, "cell.failed-formula", ImportWords.FailedFormula.With(FieldLabels.WordsOf(field, typeof(RowReader).Assembly) ?? (object)field, text(field)!.Trim()));
            }
        }

        if (row.Name is null)
        {
            row.Wrong(ImportFields.Name, "name.empty", ImportWords.NameMissing);
        }

        ReadVatNumber(row, Cell(ImportFields.VatNumber));
        ReadTaxCode(row, Cell(ImportFields.TaxCode));
        ReadSector(row, Cell(ImportFields.Sector));
        ReadKind(row, Cell(ImportFields.Kind));
        ReadPlace(row, Cell(ImportFields.Municipality), Cell(ImportFields.Province), Cell(ImportFields.Cap));
        ReadStaff(row, text(ImportFields.PermanentStaff));
        row.Phone = ReadPhone(row, ImportFields.Phone, Cell(ImportFields.Phone));
        row.ContactPhone = ReadPhone(row, ImportFields.ContactPhone, Cell(ImportFields.ContactPhone));
        row.Email = ReadEmail(row, ImportFields.Email, Cell(ImportFields.Email));
        row.ContactEmail = ReadEmail(row, ImportFields.ContactEmail, Cell(ImportFields.ContactEmail));
        row.LastContactOn = ReadDay(row, ImportFields.LastContactOn, text(ImportFields.LastContactOn), today);
        ReadExternalId(row, Cell(ImportFields.ExternalId));
        row.NextContactOn = ReadDay(row, ImportFields.NextContactOn, text(ImportFields.NextContactOn), null);
        row.Close();
        return row;
    }

    private static void ReadVatNumber(RowReading row, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (VatNumber.TryParseLenient(text, out var number, out var wasRepaired, out var problem))
        {
            row.VatNumber = number.Value;
            if (wasRepaired)
            {
                row.Remark(ImportFields.VatNumber, "vat-number.repaired", ImportWords.VatRepaired);
            }
        }
        else if (TaxCode.TryParse(text, out var person, out _))
        {
            row.TaxCode = person.Value;
            row.Remark(ImportFields.VatNumber, "vat-number.tax-code", ImportWords.TaxCodeInVat);
        }
        else
        {
            row.Wrong(ImportFields.VatNumber, problem, IdentifierWords.OfVatNumber(problem));
        }
    }

    private static void ReadTaxCode(RowReading row, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (CompanyIdentifiers.TryReadTaxCode(text, out var code, out var problem))
        {
            row.TaxCode = code;
        }
        else if (VatNumber.TryParseLenient(text, out var number, out _, out _))
        {
            row.TaxCode = number.Value;
        }
        else
        {
            row.Wrong(ImportFields.TaxCode, problem, IdentifierWords.OfTaxCode);
        }
    }

    private static void ReadExternalId(RowReading row, string? text)
    {
        if (text is { Length: > ExternalIds.Longest })
        {
            row.Wrong(ImportFields.ExternalId, "external-id.too-long", ImportWords.ExternalIdTooLong);
        }
        else
        {
            row.ExternalId = text?.ToUpperInvariant();
        }
    }

    private static void ReadSector(RowReading row, string? text)
    {
        row.Sector = text is null ? null : SectorSynonyms.Find(text) ?? "other";
        if (text is not null && row.Sector == "other" && SectorSynonyms.Find(text) is null)
        {
            row.Remark(ImportFields.Sector, "sector.unknown", ImportWords.SectorUnknown);
        }
    }

    private static void ReadKind(RowReading row, string? text)
    {
        row.Kind = text is null ? null : KindSynonyms.Find(text);
        if (text is not null && row.Kind is null)
        {
            row.Remark(ImportFields.Kind, "kind.unknown", ImportWords.KindUnknown);
        }
    }

    private void ReadPlace(RowReading row, string? text, string? province, string? cap)
    {
        if (text is not null)
        {
            if (!places.TryGetValue((text, province), out var place))
            {
                place = Municipalities.ByIstat(text) ?? Municipalities.Find(text, province);
                places.Add((text, province), place = place is { IsActive: true, Istat: not null } ? place : null);
            }

            row.Municipality = place?.Istat;
            if (place is null)
            {
                row.Wrong(ImportFields.Municipality, "municipality.unknown", ImportWords.MunicipalityUnknown);
            }
        }

        if (cap is null)
        {
            return;
        }

        var digits = cap.Replace(" ", "", StringComparison.Ordinal);
        row.Cap = digits;
        if (digits.Length is 3 or 4 && digits.All(char.IsAsciiDigit))
        {
            row.Cap = digits.PadLeft(5, '0');
            row.Remark(ImportFields.Cap, "cap.repaired", ImportWords.CapRepaired);
        }

        if (row.Municipality is not null && Municipalities.ByIstat(row.Municipality) is { Caps.Length: > 0 } known && !known.HasCap(row.Cap))
        {
            row.Remark(ImportFields.Cap, "cap.elsewhere", ImportWords.CapElsewhere);
        }
    }

    private static void ReadStaff(RowReading row, string? text)
    {
        var number = CellText.Integer(text);
        row.PermanentStaff = number.Value;
        if (number.IsWrong)
        {
            row.Wrong(ImportFields.PermanentStaff, "permanent-staff.form", ImportWords.StaffWrong);
        }
    }

    private static string? ReadPhone(RowReading row, string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (PhoneNumber.TryParseLenient(text, out _, out var wasRepaired, out _))
        {
            if (wasRepaired)
            {
                row.Remark(field, "phone-number.repaired", ImportWords.PhoneRepaired);
            }

            return wasRepaired ? "0" + text : text;
        }

        foreach (var part in text.Split(['/', ';', ',', '-', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Concat(text.Split(" e ", StringSplitOptions.TrimEntries)))
        {
            if (part != text && PhoneNumber.TryParse(part, out _, out _))
            {
                row.Remark(field, "phone-number.several", ImportWords.PhonesSeveral);
                AddNote(row, text);
                return part;
            }
        }

        row.Wrong(field, "phone-number.form", IdentifierWords.Phone);
        return null;
    }

    private static string? ReadEmail(RowReading row, string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var email, out _))
        {
            return email.Normalized;
        }

        var first = text.Split([';', ',', '/', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part != text && EmailAddress.TryParse(part, out _, out _));
        if (first is null)
        {
            row.Wrong(field, "email.form", IdentifierWords.Email);
            return null;
        }

        row.Remark(field, "email.several", ImportWords.EmailsSeveral);
        AddNote(row, text);
        return first.ToLowerInvariant();
    }

    private static void AddNote(RowReading row, string text) => row.Notes = row.Notes is null ? text : $"{row.Notes}\n{text}";

    private static DateOnly? ReadDay(RowReading row, string field, string? text, DateOnly? latest)
    {
        var day = CellText.Date(text, latest);
        if (day.IsWrong)
        {
            row.Wrong(field, "date.form", ImportWords.DateWrong);
        }

        return day.Value;
    }
}
