using System.Globalization;

namespace InclusionPlatform.Benchmarks;

/// <summary>Runs by itself as the bare endpoint, or the whole benchmark: see build/bench. A data folder that was filled before is used as it is.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bare", var port, var database]:
                await BareEndpoint.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), database);
                return 0;
            case ["growth", var apiFolder, var dataFolder]:
                return await Growth.RunAsync(apiFolder, dataFolder);
            case ["import", var apiFolder, var dataFolder]:
                return await ImportRun.RunAsync(apiFolder, dataFolder);
            case [var apiFolder, var dataFolder]:
                return await Benchmark.RunAsync(apiFolder, dataFolder, "");
            case [var apiFolder, var dataFolder, var only]:
                return await Benchmark.RunAsync(apiFolder, dataFolder, only);
            default:
                await Console.Error.WriteLineAsync("usage: InclusionPlatform.Benchmarks [growth|import] <folder of the published API> <data folder> [part of the names to measure]");
                return 2;
        }
    }
}
