using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// The end of a month: the list of five thousand people reckoned, handed over and frozen, for three months one after the other. The first list after the start, whose code is compiled and whose people's keys
/// are read for it, is told by itself; like everything else here it is judged what is called often (ADR 67), so the list is reckoned and thrown away some times before, as whoever prepares it does.
/// Its goal is told in requests of a page for every hundred internships.
/// </summary>
internal static class MonthClosing
{
    public const string Name = "month closing";

    /// <summary>For each hundred internships.</summary>
    private const int MostRequests = 40;

    /// <summary>How often the list is made and thrown away before it counts.</summary>
    private const int Tries = 8;

    /// <param name="maker">Who prepares the list.</param>
    /// <param name="approver">Somebody else, who freezes it.</param>
    /// <param name="page">Milliseconds of a bare request of a page, one at a time: below what the rows alone cost (ADR 67).</param>
    /// <param name="pageOfMany">Milliseconds of the usual bare request of a page while thirty-two ask at once: the goal, as it is for the slowest reads.</param>
    /// <param name="database">The file that holds the list, for the plain writing of the same rows.</param>
    public static async Task<bool> MeasureAsync(HttpClient http, Uri address, Guid programme, Session maker, Session approver, double page, double pageOfMany, string database)
    {
        var ok = true;
        var months = PayListData.MonthsOf(TimeProvider.System.GetUtcNow());
        for (var trial = 0; trial < Tries; trial++)
        {
            var (id, _, first) = await MakeAsync(months[0]);
            if (trial == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: the first list after the start is reckoned in {first.TotalSeconds:0.00} s"));
            }

            using var thrown = await SendAsync(http, new(address, $"/api/v1/allowance-runs/{id}"), maker, null, 1, HttpMethod.Delete);
        }

        foreach (var month in months)
        {
            var clock = Stopwatch.StartNew();
            var (id, people, reckoned) = await MakeAsync(month);
            using var submitted = await SendAsync(http, new(address, $"/api/v1/allowance-runs/{id}/submission"), maker, null, 1);
            using var frozen = await SendAsync(http, new(address, $"/api/v1/allowance-runs/{id}/approval"), approver, new { }, 2);
            var hundreds = people / 100.0;
            var took = clock.Elapsed;
            double Pages(double one) => took.TotalMilliseconds / hundreds / one;
            var plain = PlainWrite.OfTheList(database, id);
            var reached = Pages(pageOfMany) <= MostRequests;
            ok &= reached;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Name} {month:yyyy-MM}: {people} people reckoned in {reckoned.TotalSeconds:0.00} s, frozen after {took.TotalSeconds:0.00} s: {Pages(pageOfMany):0} bare page requests for each hundred (at most {MostRequests}) {(reached ? "reached" : "MISSED")}; {Pages(page):0} of those asked one at a time, of which its rows alone, written plainly, take {plain.TotalMilliseconds / hundreds / page:0}"));
        }

        return ok;

        async Task<(Guid Id, int People, TimeSpan Took)> MakeAsync(DateOnly month)
        {
            var clock = Stopwatch.StartNew();
            using var made = await SendAsync(http, new(address, "/api/v1/allowance-runs"), maker, new { programmeId = programme, month = month.ToString("yyyy-MM", CultureInfo.InvariantCulture) }, null);
            var took = clock.Elapsed;
            var run = (await JsonNode.ParseAsync(await made.Content.ReadAsStreamAsync()))!;
            return (run["id"]!.GetValue<Guid>(), run["people"]!.GetValue<int>(), took);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Uri address, Session who, object? body, int? version, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address);
        request.Headers.Add("Cookie", who.Cookie);
        request.Headers.Add("X-XSRF-TOKEN", who.Forgery);
        if (version is { } known)
        {
            request.Headers.Add("If-Match", $"\"{known.ToString(CultureInfo.InvariantCulture)}\"");
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{address.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
