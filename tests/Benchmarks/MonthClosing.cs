using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// The end of a month: the list of five thousand people reckoned, handed over and frozen, for three months one after the other: the first after the start, and two for which lists of before are on file.
/// Its goal is told in requests of a page for every hundred internships.
/// </summary>
internal static class MonthClosing
{
    public const string Name = "month closing";

    /// <summary>For each hundred internships.</summary>
    private const int MostRequests = 40;

    /// <param name="maker">Who prepares the list.</param>
    /// <param name="approver">Somebody else, who freezes it.</param>
    /// <param name="page">Milliseconds of a bare request of a page, one at a time: below what the rows alone cost (ADR 67).</param>
    /// <param name="pageOfMany">Milliseconds of the usual bare request of a page while thirty-two ask at once: the goal, as it is for the slowest reads.</param>
    /// <param name="database">The file that holds the list, for the plain writing of the same rows.</param>
    public static async Task<bool> MeasureAsync(HttpClient http, Uri address, Guid programme, Session maker, Session approver, double page, double pageOfMany, string database)
    {
        var ok = true;
        foreach (var month in PayListData.MonthsOf(TimeProvider.System.GetUtcNow()))
        {
            var clock = Stopwatch.StartNew();
            using var made = await SendAsync(http, new(address, "/api/v1/allowance-runs"), maker, new { programmeId = programme, month = month.ToString("yyyy-MM", CultureInfo.InvariantCulture) }, null);
            var reckoned = clock.Elapsed;
            var run = (await JsonNode.ParseAsync(await made.Content.ReadAsStreamAsync()))!;
            var (id, people) = (run["id"]!.GetValue<Guid>(), run["people"]!.GetValue<int>());
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
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Uri address, Session who, object? body, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
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
