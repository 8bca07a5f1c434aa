using InclusionPlatform.Api.Hosting;

namespace InclusionPlatform.Api.Http;

/// <summary>What every answer tells the browser about how far to trust it; errors too, whose headers are wiped before they are written.</summary>
internal sealed class SecurityHeaders
{
    /// <summary>A year, as browsers' lists want it (RFC 6797).</summary>
    private const string OverHttpsOnly = "max-age=31536000";

    private readonly string policy;
    private readonly bool isHttps;

    /// <summary>Pictures come from here and, where the maps have a tile server, from that one host.</summary>
    /// <exception cref="StartUpException">The address of the tile server has not the form of one.</exception>
    public SecurityHeaders(PlatformOptions options)
    {
        var images = options.MapTileHost is { } tileHost ? $"'self' data: blob: {tileHost}" : "'self' data: blob:";
        policy = $"default-src 'self'; img-src {images}; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";
        isHttps = options.PublicAddress.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes them; a page that sets its own caching does so after this.</summary>
    public void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!http.Request.Path.StartsWithSegments("/swagger"))
        {
            headers.ContentSecurityPolicy = policy;
        }

        // Usually a server in front holds the certificate and asks here over http: the public address tells how people come.
        if (isHttps)
        {
            headers.StrictTransportSecurity = OverHttpsOnly;
        }

        if (http.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }
    }
}
