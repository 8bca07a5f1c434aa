using System.Globalization;
using InclusionPlatform.Benchmarks;

// Runs by itself as the bare endpoint, or the whole benchmark: see build/bench.
if (args is ["bare", var port])
{
    await BareEndpoint.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

if (args is not [var apiFolder, var dataFolder])
{
    await Console.Error.WriteLineAsync("usage: InclusionPlatform.Benchmarks <folder of the published API> <data folder>");
    return 2;
}

return await Benchmark.RunAsync(apiFolder, dataFolder);
