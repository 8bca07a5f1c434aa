namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Recognises a company that an earlier row of the same file has already.</summary>
internal sealed class FileDuplicates
{
    private readonly Dictionary<string, int> byNumber = [];
    private readonly Dictionary<(string, string?), List<(int Row, string? VatNumber, string? ExternalId)>> byName = [];
    private readonly Dictionary<Guid, int> byCompany = [];

    /// <summary>The earlier row with the same company, or null, and then this row is the one for later ones.</summary>
    public int? FindOrClaim(int number, RowReading row, Guid? company)
    {
        if (Find(row, company) is { } earlier)
        {
            return earlier;
        }

        foreach (var key in Numbers(row))
        {
            byNumber.TryAdd(key, number);
        }

        if (company is { } id)
        {
            byCompany.TryAdd(id, number);
        }

        var name = (row.SortName, row.Municipality);
        if (!byName.TryGetValue(name, out var alike))
        {
            byName.Add(name, alike = []);
        }

        alike.Add((number, row.VatNumber, row.ExternalId));
        return null;
    }

    private int? Find(RowReading row, Guid? company)
    {
        foreach (var key in Numbers(row))
        {
            if (byNumber.TryGetValue(key, out var earlier))
            {
                return earlier;
            }
        }

        if (company is { } id && byCompany.TryGetValue(id, out var same))
        {
            return same;
        }

        return byName.TryGetValue((row.SortName, row.Municipality), out var alike)
            ? alike.Where(other => (other.VatNumber is null || row.VatNumber is null) && (other.ExternalId is null || row.ExternalId is null)).Select(other => (int?)other.Row).FirstOrDefault()
            : null;
    }

    private static IEnumerable<string> Numbers(RowReading row)
    {
        if (row.VatNumber is not null)
        {
            yield return $"vat {row.VatNumber}";
        }

        if (row.TaxCode is not null)
        {
            yield return $"tax {row.TaxCode}";
        }

        if (row.ExternalId is not null)
        {
            yield return $"id {row.ExternalId}";
        }
    }
}
