using System.Globalization;

namespace InclusionPlatform.Benchmarks;

/// <summary>Runs by itself as the bare endpoint, or the whole benchmark: see build/bench.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bare", var port]:
                await BareEndpoint.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
                return 0;
            case [var apiFolder, var dataFolder]:
                return await Benchmark.RunAsync(apiFolder, dataFolder);
            default:
                await Console.Error.WriteLineAsync("usage: InclusionPlatform.Benchmarks <folder of the published API> <data folder>");
                return 2;
        }
    }
}
