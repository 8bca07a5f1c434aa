using System.Globalization;

namespace InclusionPlatform.Benchmarks;

/// <summary>What reading companies costs with ten times as many on file: no request more than one and a half times what it costs with 100,000.</summary>
internal static class Growth
{
    private const int Few = 100_000, Many = 1_000_000;
    private const double AtMost = 1.5;

    public static async Task<int> RunAsync(string apiFolder, string dataFolder)
    {
        var before = await MeasureAsync(apiFolder, Path.Combine(dataFolder, "few"), Few);
        var after = await MeasureAsync(apiFolder, Path.Combine(dataFolder, "many"), Many);
        var ok = true;
        Console.WriteLine();
        foreach (var (name, few) in before)
        {
            var many = after[name];
            var times = few.PerSecond / many.PerSecond;
            var reached = times <= AtMost && many.Failures == 0;
            ok &= reached;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{few.PerSecond,10:0}/s at {Few:N0}, {many.PerSecond,8:0}/s at {Many:N0}: {times:0.00} times the cost (at most {AtMost:0.0}) {(reached ? "reached" : "MISSED")}"));
        }

        return ok ? 0 : 1;
    }

    private static async Task<Dictionary<string, Load>> MeasureAsync(string apiFolder, string dataFolder, int companies)
    {
        Directory.CreateDirectory(dataFolder);
        var filled = await BenchmarkData.FillAsync(dataFolder, Benchmark.Email, Benchmark.Password, companies, withPeople: false);
        var port = Benchmark.FreePort();
        using var api = Benchmark.StartApi(apiFolder, dataFolder, port);
        try
        {
            var address = new Uri($"http://127.0.0.1:{port}");
            await Benchmark.FirstAnswerAsync(new Uri(address, "/api/v1/auth/me"));
            var session = await Benchmark.SignInAsync(address, Benchmark.Email);
            Dictionary<string, Load> loads = [];
            foreach (var target in Benchmark.Targets(filled).Where(target => target.Who == Benchmark.Email && target.CostsAtMost is null))
            {
                await Wrk.WarmUpAsync(address, target.Script(session));
                loads[target.Name] = await Wrk.FireAsync(address, 32, target.Script(session));
            }

            return loads;
        }
        finally
        {
            api.Kill(entireProcessTree: true);
        }
    }
}
