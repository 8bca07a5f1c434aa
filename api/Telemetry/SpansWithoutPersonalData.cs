using System.Diagnostics;
using OpenTelemetry;

namespace InclusionPlatform.Api.Telemetry;

/// <summary>
/// What leaves with a span: methods, routes with their placeholders, statuses and times. Addresses as they were called, query strings, network addresses, browsers and the
/// messages of errors do not, whoever put them there: they may tell of a person.
/// </summary>
internal sealed class SpansWithoutPersonalData : BaseProcessor<Activity>
{
    private static readonly string[] Withheld =
    [
        "url.path", "url.query", "url.full", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original",
        "http.target", "http.url", "http.user_agent", "http.client_ip", "enduser.id", "exception.message", "exception.stacktrace",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Withheld)
        {
            if (data.GetTagItem(tag) is not null)
            {
                data.SetTag(tag, null);
            }
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}
