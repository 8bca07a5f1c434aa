using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>
/// Recognises a company that an earlier row of the same file has already. Of a hundred thousand rows all are kept in mind, so each by digests and numbers instead of its texts, in room that is
/// taken once: what grows by doubling leaves as much behind.
/// </summary>
/// <param name="rows">How many there are.</param>
internal sealed class FileDuplicates(int rows)
{
    // Two numbers are what most rows have: VAT number and own code, or VAT number and tax code.
    private readonly Dictionary<Key, int> byNumber = new(2 * rows);
    private readonly Dictionary<Key, FirstRows> byName = new(rows);
    private readonly Dictionary<Guid, int> byCompany = [];

    /// <summary>The earlier row with the same company, or null, and then this row is the one for later ones.</summary>
    public int? FindOrClaim(int number, RowReading row, Guid? company)
    {
        var numbers = Numbers(row).ToArray();
        var name = Digest($"{row.SortName}\n{row.Municipality}");
        if (Find(row, numbers, name, company) is { } earlier)
        {
            return earlier;
        }

        foreach (var key in numbers)
        {
            byNumber.TryAdd(key, number);
        }

        if (company is { } id)
        {
            byCompany.TryAdd(id, number);
        }

        byName[name] = byName.GetValueOrDefault(name).With(number, row);
        return null;
    }

    private int? Find(RowReading row, Key[] numbers, Key name, Guid? company)
    {
        foreach (var key in numbers)
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

        return byName.TryGetValue(name, out var alike) ? alike.SameAs(row) : null;
    }

    private static IEnumerable<Key> Numbers(RowReading row)
    {
        if (row.VatNumber is not null)
        {
            yield return Digest($"vat {row.VatNumber}");
        }

        if (row.TaxCode is not null)
        {
            yield return Digest($"tax {row.TaxCode}");
        }

        if (row.ExternalId is not null)
        {
            yield return Digest($"id {row.ExternalId}");
        }
    }

    private static Key Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return new(BinaryPrimitives.ReadUInt64BigEndian(digest), BinaryPrimitives.ReadUInt64BigEndian(digest[8..]));
    }

    /// <summary>The first 128 bits of a digest: two texts never have the same ones. As two numbers, because one of 16 bytes is laid out with half as much room again.</summary>
    private readonly record struct Key(ulong First, ulong Second);

    /// <summary>Of the rows with one name and municipality, the first of each kind: zero where there is none. Two with a VAT number each, or an own code each, differ in it: they are two companies.</summary>
    private readonly record struct FirstRows(int WithBoth, int WithVatNumber, int WithExternalId, int WithNeither)
    {
        public FirstRows With(int number, RowReading row) => (row.VatNumber is not null, row.ExternalId is not null) switch
        {
            (true, true) => this with { WithBoth = First(WithBoth, number) },
            (true, false) => this with { WithVatNumber = First(WithVatNumber, number) },
            (false, true) => this with { WithExternalId = First(WithExternalId, number) },
            _ => this with { WithNeither = First(WithNeither, number) },
        };

        public int? SameAs(RowReading row)
        {
            var (vat, own) = (row.VatNumber is not null, row.ExternalId is not null);
            int[] same = [vat || own ? 0 : WithBoth, vat ? 0 : WithVatNumber, own ? 0 : WithExternalId, WithNeither];
            return same.Where(number => number > 0).Select(number => (int?)number).Min();
        }

        private static int First(int known, int number) => known > 0 ? known : number;
    }
}
