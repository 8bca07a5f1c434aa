using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace InclusionPlatform.Benchmarks;

/// <summary>Starts the published API on 100,000 companies, 200,000 people and 50,000 internships, signed in, access rules and audit on, and compares it with the bare endpoint of the same run.</summary>
internal static class Benchmark
{
    internal const string Email = "bench@example.test";
    private const string Matches = "/api/v1/company-matches";
    private const string ByMunicipality = "page of 25, by municipality";
    private const string People = "/api/v1/beneficiaries/search";
    internal const string Password = "una frase per la misura";

    /// <summary>How many times the usual answer of the bare endpoint the slowest hundredth may take.</summary>
    private const int MostP99 = 40;

    /// <summary>How long nothing is asked before what the load has left in memory is read: the platform gives it back when it is quiet.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string apiFolder, string dataFolder, string only)
    {
        // Whoever measures only what is about people does not wait for the companies.
        var filled = await (IsOfPeople(only) ? BenchmarkData.FillAsync(dataFolder, Email, Password, 0) : BenchmarkData.FillAsync(dataFolder, Email, Password));
        var apiPort = FreePort();
        var barePort = FreePort(other: apiPort);
        using var bare = Start(Environment.ProcessPath!, ["bare", barePort.ToString(CultureInfo.InvariantCulture), Path.Combine(dataFolder, "inclusion.db")]);
        var clock = Stopwatch.StartNew();
        using var api = StartApi(apiFolder, dataFolder, apiPort);
        try
        {
            var address = new Uri($"http://127.0.0.1:{apiPort}");
            await FirstAnswerAsync(new Uri(address, "/api/v1/auth/me"));
            var start = clock.Elapsed;
            var sessions = new Dictionary<string, Session>();
            foreach (var email in new[] { Email, BenchmarkData.Educator, BenchmarkData.Coordinator, BenchmarkData.Approver })
            {
                sessions[email] = await SignInAsync(address, email);
            }

            using var http = new HttpClient();

            Console.WriteLine();
            Console.WriteLine($"{"",-28}{"conn",5}{"req/s",10}{"p50 ms",9}{"p99 ms",9}{"bare req/s",12}{"bare p50",10}{"ratio",8}   goal");
            var ok = true;
            int? pageSize = null;
            var reachedPerSecond = new Dictionary<string, double>();
            foreach (var target in Targets(filled).Where(target => target.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                var session = sessions[target.Who];
                var bareAddress = new Uri($"http://127.0.0.1:{barePort}");
                var size = target.Sample.Length == 0 ? 200 : await SizeAsync(http, new Uri(address, target.Sample), target, session);

                // The same client asks the same number of paths with the same headers of all three, so that its own work weighs on each alike.
                var bareScript = Target.Script(session, [.. target.Paths.Select(_ => $"/bare/{size}")], null);
                var plainScript = target.Plain.Length == 0 ? null : Target.Script(session, target.Plain, null);
                await Wrk.WarmUpAsync(bareAddress, bareScript);
                await Wrk.WarmUpAsync(address, target.Script(session));
                if (plainScript is not null)
                {
                    await Wrk.WarmUpAsync(bareAddress, plainScript);
                }

                foreach (var connections in new[] { 1, 32 })
                {
                    var yardstick = await Wrk.FireAsync(bareAddress, connections, bareScript);
                    var load = await Wrk.FireAsync(address, connections, target.Script(session));
                    var plain = plainScript is null || connections == 1 ? null : await Wrk.FireAsync(bareAddress, connections, plainScript);
                    var ratio = load.PerSecond / yardstick.PerSecond;
                    reachedPerSecond[target.Name] = load.PerSecond;
                    pageSize = target.Name == ByMunicipality ? size : pageSize;
                    var cost = target.CostsAtMost is { } most && reachedPerSecond.TryGetValue(most.Of, out var other) ? other / load.PerSecond : (double?)null;
                    var reached = connections == 1 || (load.Failures == 0 && (target.CostsAtMost is { } limit
                        ? cost <= limit.Times
                        : ratio >= target.Goal && (!target.LimitsP99 || load.P99 <= MostP99 * yardstick.P50)));
                    ok &= reached;
                    var goal = cost is null ? $">= {target.Goal:0.00}" : string.Create(CultureInfo.InvariantCulture, $"{cost:0.0} times {target.CostsAtMost!.Value.Of} (at most {target.CostsAtMost.Value.Times})");
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name,-28}{connections,5}{load.PerSecond,10:0}{load.P50,9:0.00}{load.P99,9:0.00}{yardstick.PerSecond,12:0}{yardstick.P50,10:0.00}{ratio,8:0.000}   {(connections == 1 ? "" : $"{goal} {(reached ? "reached" : "MISSED")}")}{(plain is null ? "" : $"; {load.PerSecond / plain.PerSecond:0.00} of a plain read, itself {plain.PerSecond / yardstick.PerSecond:0.00}")}{(load.Failures > 0 ? $", {load.Failures} failures" : "")}"));
                }
            }

            if (filled.Programme is { } programme && MonthClosing.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                var bareAddress = new Uri($"http://127.0.0.1:{barePort}/bare/{pageSize ?? 9_000}");
                var page = await Wrk.FireAsync(bareAddress, 1, "");
                var ofMany = await Wrk.FireAsync(bareAddress, 32, "");
                ok &= await MonthClosing.MeasureAsync(http, address, programme, sessions[BenchmarkData.Coordinator], sessions[BenchmarkData.Approver], 1000 / page.PerSecond, ofMany.P50, Path.Combine(dataFolder, "inclusion.db"));
                BenchmarkData.MonthIsClosed(dataFolder);
            }

            var busy = Megabytes(api.Id, "VmRSS");
            await Task.Delay(Rest);
            var memory = Megabytes(api.Id, "VmRSS");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answer {start.TotalSeconds:0.00} s (goal under 2), resident {busy} MB as the load ends, {memory} MB a quarter of a minute after it (goal under 200)"));
            return ok && start < TimeSpan.FromSeconds(2) && memory < 200 ? 0 : 1;
        }
        finally
        {
            api.Kill(entireProcessTree: true);
            bare.Kill(entireProcessTree: true);
        }
    }

    internal static IEnumerable<Target> Targets(BenchmarkData.Filled filled)
    {
        var ids = filled.Companies.DefaultIfEmpty();
        var some = ids.Where((_, at) => at % 97 == 0).Take(1000).Select(id => id.ToString()).ToArray();
        var words = new[] { "girandola", "quercia", "faro", "onda", "ponte", "gelso", "bussola", "stella", "lanterna", "rondine" };
        yield return new("company by id", 0.30, $"/api/v1/companies/{some[0]}", [.. some.Select(id => $"/api/v1/companies/{id}")], null) { LimitsP99 = true, Plain = [.. some.Select(id => PlainReads.Company + id)] };
        yield return new("page of 25, by sector", 0.10, "/api/v1/companies?sector=catering&limit=25", ["/api/v1/companies?sector=catering&limit=25", "/api/v1/companies?sector=crafts&limit=25"], null) { LimitsP99 = true };
        yield return new(ByMunicipality, 0.10, "/api/v1/companies?municipality=044066&limit=25", ["/api/v1/companies?municipality=044066&limit=25"], null) { LimitsP99 = true, Plain = [$"{PlainReads.Page}?municipality=044066"] };
        yield return new("text search", 0.05, "/api/v1/companies?q=girandola&limit=25", [.. words.Select(word => $"/api/v1/companies?q={word}&limit=25"), .. words.Select(word => $"/api/v1/companies?q=tratt+{word}&limit=25")], null) { LimitsP99 = true };
        yield return new("matching", 0, Matches, [Matches], """{"sectors":["catering"],"municipality":"044066","maxKm":30,"limit":8}""") { CostsAtMost = (ByMunicipality, 50) };
        yield return new("caseload page, educator", 0.05, "/api/v1/caseload?mine=true&limit=25", ["/api/v1/caseload?mine=true&limit=25"], null) { Who = BenchmarkData.Educator };
        yield return new("caseload page, coordinator", 0.05, "/api/v1/caseload?limit=25", ["/api/v1/caseload?limit=25", "/api/v1/caseload?limit=25&sort=contact"], null) { Who = BenchmarkData.Coordinator };
        yield return new("person search, educator", 0.03, People, [People], """{"text":"ros","onlyMine":false,"limit":25,"total":false}""") { Who = BenchmarkData.Educator };
        yield return new("person search, coordinator", 0.03, People, [People], """{"text":"rosiveri gi","onlyMine":false,"limit":25,"total":false}""") { Who = BenchmarkData.Coordinator };
        var checks = filled.Internships.DefaultIfEmpty().Select(id => $"/api/v1/internships/{id}/rule-check").ToArray();
        yield return new("rule check", 0.05, checks[0], checks, "") { Who = BenchmarkData.Educator, NeedsCompanies = true };
        yield return new("create, durable and audited", 0.02, "", ["/api/v1/companies"], """{"name":"Azienda Misura %d","kind":"company","sector":"crafts","municipality":"044066","address":"Via di prova 1","permanentStaff":7}""");
    }

    private static bool IsOfPeople(string only) => only.Length > 0 && !MonthClosing.Name.Contains(only, StringComparison.OrdinalIgnoreCase) && Targets(new([], [], null)).All(target => (target.Who != Email && !target.NeedsCompanies) || !target.Name.Contains(only, StringComparison.OrdinalIgnoreCase));

    private static async Task<int> SizeAsync(HttpClient http, Uri address, Target target, Session session)
    {
        using var request = new HttpRequestMessage(target.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        request.Headers.Add("Cookie", session.Cookie);
        request.Headers.Add("X-XSRF-TOKEN", session.Forgery);
        request.Content = target.Body is null ? null : new StringContent(target.Body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    internal static async Task<Session> SignInAsync(Uri address, string email)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var http = new HttpClient(handler);
        using var answer = await http.PostAsJsonAsync(new Uri(address, "/api/v1/auth/sign-in"), new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        var cookies = answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToArray();
        return new(string.Join("; ", cookies), Uri.UnescapeDataString(cookies.Single(cookie => cookie.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)).Split('=', 2)[1]));
    }

    internal static async Task FirstAnswerAsync(Uri address)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException("The API does not answer.");
    }

    /// <summary>The published API on its own data, with no limit to how much one client may ask.</summary>
    internal static Process StartApi(string apiFolder, string dataFolder, int port) => Start("dotnet", [
        Path.Combine(apiFolder, "InclusionPlatform.Api.dll"), $"--Platform:DataFolder={dataFolder}", $"--urls=http://127.0.0.1:{port}", "--RateLimits:PerSecond=10000000",
        "--RateLimits:Burst=10000000", "--Logging:LogLevel:Default=Warning"]);

    internal static Process Start(string file, string[] arguments) => Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = false })!;

    /// <summary>What the system says of a process: <c>VmRSS</c> resident now, <c>VmHWM</c> at most so far.</summary>
    internal static long Megabytes(int process, string what) => File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith($"{what}:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    internal static int FreePort(int other = 0)
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        return port == other ? FreePort(other) : port;
    }

    /// <summary>What is measured: paths fired in turn, or a body posted again and again with a number of its own.</summary>
    internal sealed record Target(string Name, double Goal, string Sample, string[] Paths, string? Body)
    {
        /// <summary>Whose session it is.</summary>
        public string Who { get; init; } = Email;

        /// <summary>Whether it cannot be measured on people alone.</summary>
        public bool NeedsCompanies { get; init; }

        /// <summary>Whether its slowest hundredth is limited too: it is asked of the reads of the bank.</summary>
        public bool LimitsP99 { get; init; }

        /// <summary>The same rows read plainly.</summary>
        public string[] Plain { get; init; } = [];

        /// <summary>Where the goal is told in the cost of another target of the same run.</summary>
        public (string Of, double Times)? CostsAtMost { get; init; }

        public string Script(Session session) => Script(session, Paths, Body);

        public static string Script(Session session, string[] paths, string? body) => $$"""
            local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
            local at = 0
            wrk.headers["Cookie"] = "{{session.Cookie}}"
            wrk.headers["X-XSRF-TOKEN"] = "{{session.Forgery}}"
            wrk.headers["Content-Type"] = "application/json"
            math.randomseed(os.time())
            local first = math.random(1, 1000000000)
            request = function()
              at = at + 1
              local path = paths[(at % #paths) + 1]
              {{(body is null ? "return wrk.format('GET', path)" : $"return wrk.format('POST', path, nil, string.format('{body}', first + at))")}}
            end
            """;
    }
}
