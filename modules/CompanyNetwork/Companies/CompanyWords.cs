using System.Text.RegularExpressions;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>The words whose beginnings find a company: its name, its place, its numbers, its sector as it is called, and the people one speaks with there.</summary>
internal static partial class CompanyWords
{
    public const int LongestWord = 60;

    /// <summary>More words than this tell nothing more of a company itself; it is also what one statement takes.</summary>
    public const int Most = 16;

    /// <summary>With those of its people: a large company has many, and the first ones are the ones spoken with.</summary>
    private const int MostWithPeople = 48, MostOfAName = 5;

    /// <summary>Fewer digits are as well a house number or a year.</summary>
    private const int ShortestNumber = 6;

    /// <summary>As long as a VAT number: digits without a sign between them may be one, and are left as they are.</summary>
    private const int LongestBareNumber = 11;

    private const string Italy = "+39";

    /// <summary>What every word that begins so is below, on both engines: words are made of digits and letters, and z is the last in binary as in Latin collations.</summary>
    public static string EndOf(string beginning) => beginning.PadRight(LongestWord + 1, 'z');

    /// <summary>The random end of a company's id, which orders those of one word by chance.</summary>
    public static string Spread(Guid company) => company.ToString().ToUpperInvariant()[^8..];

    public static string SortName(string name)
    {
        var key = SearchText.Normalize(name);
        return key.Length <= 200 ? key : key[..200];
    }

    /// <summary>The words of a company and of its people.</summary>
    public static IReadOnlyList<string> Of(WordedCompany company, IEnumerable<WordedPerson> people) =>
        [.. Distinct(SearchText.Words(company.Name)
                .Concat(SearchText.Words(company.TradeName))
                .Concat(company.VatNumber is null ? [] : [company.VatNumber])
                .Concat(NumberOf(company.Phone))
                .Concat(SearchText.Words(Municipalities.ByIstat(company.Municipality)?.Name))
                .Concat(SearchText.Words(SectorNames.Italian(company.Sector))))
            .Take(Most)
            .Concat(Distinct(people.SelectMany(person => SearchText.Words(person.Name).Take(MostOfAName).Concat(NumberOf(person.Phone)).Concat(NumberOf(person.OtherPhone)))))
            .Distinct(StringComparer.Ordinal)
            .Take(MostWithPeople)];

    /// <summary>The words of a search. A phone number in it, however it is written, is one word: "+39 0735/123.456" is looked for as 0735123456.</summary>
    public static IReadOnlyList<string> Sought(string? text) => SearchText.Words(text is null ? null : Numbers().Replace(text, found => SoughtNumber(found.Value)));

    private static string SoughtNumber(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        var isBare = digits.Length == written.Length && !written.StartsWith("00", StringComparison.Ordinal);
        if (digits.Length < ShortestNumber || (isBare && digits.Length <= LongestBareNumber))
        {
            return written;
        }

        if (PhoneNumber.TryParse(written, out var phone, out _))
        {
            return $" {National(phone)} ";
        }

        // Still being typed: the country's code is left out, as it is in the index.
        var typed = written.StartsWith('+') ? digits : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : null;
        return $" {(typed is null ? digits : typed.StartsWith("39", StringComparison.Ordinal) ? typed[2..] : typed)} ";
    }

    private static IEnumerable<string> NumberOf(string? written) => PhoneNumber.TryParse(written, out var phone, out _) ? [National(phone)] : [];

    private static string National(PhoneNumber phone) => phone.E164.StartsWith(Italy, StringComparison.Ordinal) ? phone.E164[Italy.Length..] : phone.E164[1..];

    private static IEnumerable<string> Distinct(IEnumerable<string> words) => words.Select(word => word.Length > LongestWord ? word[..LongestWord] : word).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\d])(\+|\(\+|\()?\d[\d\s./()\-\u2013]*\d(?![\p{L}])")]
    private static partial Regex Numbers();
}

/// <summary>What of a company gives words.</summary>
internal sealed record WordedCompany(Guid Id, string Name, string? TradeName, string? VatNumber, string? Municipality, string Sector, string? Phone);

/// <summary>What of somebody of a company gives words.</summary>
internal sealed record WordedPerson(Guid CompanyId, string? Name, string? Phone, string? OtherPhone);
