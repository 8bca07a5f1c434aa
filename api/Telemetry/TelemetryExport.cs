using InclusionPlatform.Shared.Messaging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InclusionPlatform.Api.Telemetry;

/// <summary>
/// Sends spans and metrics to an OTLP collector when one is configured (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>), otherwise makes nothing at all. The names of the settings
/// are those of the OpenTelemetry specification; they may stand in any source of the configuration. What was collected is sent to the end when the platform stops.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private readonly Lock ending = new();
    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <summary>Whether there is a collector to send to.</summary>
    public static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[EndpointSetting]);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : "inclusion-platform");
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", Tracing.Name)
            .AddProcessor(new SpansWithoutPersonalData())
            .AddOtlpExporter(options => SetTarget(options, "v1/traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime")
            .AddOtlpExporter(options => SetTarget(options, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The host may be stopped and disposed of at once; a provider bears it only once, and who comes second waits until the last export has left.
        lock (ending)
        {
            traces?.Dispose();
            metrics?.Dispose();
            traces = null;
            metrics = null;
        }
    }

    private void SetTarget(OtlpExporterOptions options, string signal)
    {
        var endpoint = configuration[EndpointSetting]!;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new Hosting.StartUpException($"{EndpointSetting} «{endpoint}» non è un indirizzo: serve qualcosa come http://localhost:4318.");
        }

        // The exporter completes the address by itself only where it reads it from the environment.
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is "http/protobuf" || (configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is null or "" && address.Port == 4318);
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = http ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{signal}") : address;
    }
}
