using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Reads an uploaded file within the limits of an import, and says in the platform's way what cannot be taken.</summary>
internal static class UploadedSheet
{
    private const string TooLarge = "spreadsheet.too-large";

    public static SpreadsheetSource Open(Stream file, string name, CompanyNetworkOptions options)
    {
        // Titles and the header come on top of the rows that count.
        var limits = new SpreadsheetLimits { Rows = options.ImportRows + 31, FileBytes = options.ImportMegabytes * 1024 * 1024 };
        try
        {
            var sheet = SpreadsheetReader.Open(file, name, ImportFields.Known, limits);
            return sheet with { Rows = Within(sheet.Rows, options.ImportRows) };
        }
        catch (SpreadsheetException wrong)
        {
            throw Refusal(wrong);
        }
    }

    private static IEnumerable<SpreadsheetRow> Within(IEnumerable<SpreadsheetRow> rows, int most)
    {
        using var each = rows.GetEnumerator();
        for (var count = 0; Next(each); count++)
        {
            yield return count < most ? each.Current : throw new RequestException(StatusCodes.Status413PayloadTooLarge, TooLarge, new Words(
                "Il file ha più di {0:N0} righe: dividerlo in più file e caricarli uno alla volta.",
                "The file has more than {0:N0} rows: split it into several files and upload them one by one.").With(most));
        }
    }

    private static bool Next(IEnumerator<SpreadsheetRow> each)
    {
        try
        {
            return each.MoveNext();
        }
        catch (SpreadsheetException wrong)
        {
            throw Refusal(wrong);
        }
    }

    private static Exception Refusal(SpreadsheetException wrong) => wrong.Code == TooLarge
        ? new RequestException(StatusCodes.Status413PayloadTooLarge, wrong.Code, new(wrong.Italian, wrong.English))
        : new FieldException("file", wrong.Code, new(wrong.Italian, wrong.English));
}
