using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// A sheet of 100,000 companies, uploaded, checked and imported with all that is written of them, beside the same rows put by prepared statements, without checks and in one transaction, into a
/// copy of the database as it was before. Rows that only the upload needs, and the access log, are left out of the yardstick.
/// </summary>
internal static class ImportRun
{
    private const int Rows = 100_000;
    private const double AtMost = 4;

    public static async Task<int> RunAsync(string apiFolder, string dataFolder)
    {
        // A quarter of it first: what the process holds must not grow with the sheet.
        var (_, _, small) = await ImportAsync(apiFolder, Directory.CreateDirectory(Path.Combine(dataFolder, "quarter")).FullName, Rows / 4);
        var (uploaded, imported, large) = await ImportAsync(apiFolder, dataFolder, Rows);
        var (bare, rows) = BareInsert(Path.Combine(dataFolder, "inclusion.db"), Path.Combine(dataFolder, "before.db"));
        var times = imported / bare;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import of {Rows:N0} companies: uploaded and checked in {uploaded.TotalSeconds:0.0} s, imported after {imported.TotalSeconds:0.0} s; the {rows:N0} rows that it wrote, put bare, {bare.TotalSeconds:0.0} s: {times:0.0} times (at most {AtMost:0}) {(times <= AtMost ? "reached" : "MISSED")}; resident {large.Before} MB before, {large.Uploaded} at most until checked, {large.Peak} until imported; with a quarter of the rows {small.Before}, {small.Uploaded} and {small.Peak} MB"));
        return times <= AtMost ? 0 : 1;
    }

    private static async Task<(TimeSpan Uploaded, TimeSpan Imported, (long Before, long Uploaded, long Peak) Memory)> ImportAsync(string apiFolder, string dataFolder, int rows)
    {
        await BenchmarkData.FillAsync(dataFolder, Benchmark.Email, Benchmark.Password, companies: 0, withPeople: false);
        CopyOf(Path.Combine(dataFolder, "inclusion.db"), Path.Combine(dataFolder, "before.db"));
        var sheet = Path.Combine(dataFolder, "companies.csv");
        await WriteSheetAsync(sheet, rows);
        var port = Benchmark.FreePort();
        using var api = Benchmark.StartApi(apiFolder, dataFolder, port);
        try
        {
            var address = new Uri($"http://127.0.0.1:{port}");
            await Benchmark.FirstAnswerAsync(new Uri(address, "/api/v1/auth/me"));
            var session = await Benchmark.SignInAsync(address, Benchmark.Email);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(30) };
            var resident = Benchmark.Megabytes(api.Id, "VmRSS");
            var clock = Stopwatch.StartNew();
            var id = await UploadAsync(http, address, session, sheet);
            var (uploaded, checkedAt) = (clock.Elapsed, Benchmark.Megabytes(api.Id, "VmHWM"));
            await ConfirmAsync(http, address, session, id, rows);
            return (uploaded, clock.Elapsed, (resident, checkedAt, Benchmark.Megabytes(api.Id, "VmHWM")));
        }
        finally
        {
            api.Kill(entireProcessTree: true);
            await api.WaitForExitAsync();
        }
    }

    private static async Task<string> UploadAsync(HttpClient http, Uri address, Session who, string sheet)
    {
        await using var file = File.OpenRead(sheet);
        using var part = new StreamContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent();
        form.Add(part, "file", "companies.csv");
        return (await SendAsync(http, new(address, "/api/v1/company-imports"), who, form))["id"]!.ToString();
    }

    private static async Task ConfirmAsync(HttpClient http, Uri address, Session who, string id, int rows)
    {
        var counts = await SendAsync(http, new(address, $"/api/v1/company-imports/{id}/confirmation"), who, null);
        if (counts["created"]?.GetValue<int>() != rows)
        {
            throw new InvalidOperationException($"Not all rows were imported: {counts.ToJsonString()}");
        }
    }

    private static async Task<JsonNode> SendAsync(HttpClient http, Uri address, Session who, HttpContent? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Add("Cookie", who.Cookie);
        request.Headers.Add("X-XSRF-TOKEN", who.Forgery);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{address.AbsolutePath}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>As services keep it: their own headers, a row for each company and the person to call there.</summary>
    private static async Task WriteSheetAsync(string file, int rows)
    {
        await using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteLineAsync("Codice;Rag. Sociale;P.IVA;Settore;Indirizzo;CAP;Comune;Prov.;N. dipendenti;Tel.;E-mail;Referente;Cell.;Ultimo contatto;Da richiamare;Note");
        string[] sectors = ["Ristorazione", "Artigianato", "Agricoltura", "Commercio"], places = ["San Benedetto del Tronto", "Grottammare", "Ascoli Piceno", "Monteprandone"];
        for (var number = 0; number < rows; number++)
        {
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{number};Officina Prova {number} Società;{VatNumber(number)};{sectors[number % 4]};Via di prova {number % 200};{(number % 4 == 2 ? "63100" : "63074")};{places[number % 4]};AP;{number % 40};0735 {number:000000};azienda{number}@example.test;Carla Prova {number};347 {number:0000000};{number % 27 + 1:00}/10/2026;{number % 27 + 1:00}/12/2026;Chiamare al mattino"));
        }
    }

    private static string VatNumber(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{number + 1:0000000}044");
        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 2)).Sum(value => value > 9 ? value - 9 : value);
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static void CopyOf(string database, string copy)
    {
        File.Delete(copy);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "vacuum into @Copy";
        command.Parameters.AddWithValue("@Copy", copy);
        command.ExecuteNonQuery();
    }

    /// <summary>The rows that are in the one and not in the other, table by table, as one transaction of prepared statements writes them. Reading them first is not timed.</summary>
    private static (TimeSpan Time, int Rows) BareInsert(string after, string before)
    {
        using var connection = new SqliteConnection($"Data Source={before};Pooling=False;Foreign Keys=False");
        connection.Open();
        Run("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -8000;");
        Run($"attach '{after}' as made");
        var tables = Names("select name from main.sqlite_master where type = 'table' and name like 'company_network_%' and name not like 'company_network_import%'");
        var rows = tables.ToDictionary(table => table, table => Read($"select * from made.{table} where rowid > coalesce((select max(rowid) from main.{table}), 0) order by rowid"));
        var clock = Stopwatch.StartNew();
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (table, found) in rows.Where(one => one.Value.Count > 0))
            {
                using var insert = connection.CreateCommand();
                insert.Transaction = transaction;
                insert.CommandText = $"insert into main.{table} values ({string.Join(", ", found[0].Select((_, place) => $"@P{place}"))})";
                var parameters = found[0].Select((_, place) => insert.Parameters.AddWithValue($"@P{place}", DBNull.Value)).ToArray();
                insert.Prepare();
                foreach (var row in found)
                {
                    for (var place = 0; place < row.Length; place++)
                    {
                        parameters[place].Value = row[place];
                    }

                    insert.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }

        return (clock.Elapsed, rows.Values.Sum(found => found.Count));

        void Run(string text)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }

        List<string> Names(string text) => [.. Read(text).Select(row => (string)row[0])];

        List<object[]> Read(string text)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            using var reader = command.ExecuteReader();
            List<object[]> found = [];
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                found.Add(row);
            }

            return found;
        }
    }
}
