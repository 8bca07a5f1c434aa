namespace InclusionPlatform.Api.Hosting;

/// <summary>Section <c>Platform</c> of the configuration.</summary>
internal sealed class PlatformOptions
{
    /// <summary>Name of the service, shown in the header and in mails.</summary>
    public string ServiceName { get; set; } = "Inclusion Platform";

    /// <summary>Where people reach the platform, for links in mails.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>E-mail address for reports on accessibility, which L. 4/2004 (art. 3-quater) wants on the statement.</summary>
    public string AccessibilityContact { get; set; } = "";

    /// <summary>Folder of the database file, keys and outgoing mail.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Megabytes below which the data disk has too little room and the platform says that it is not ready, while it still answers.</summary>
    public int FreeMegabytes { get; set; } = 50;

    /// <summary>Whether an empty database is filled with the invented demo year.</summary>
    public bool Demo { get; set; }

    /// <summary>
    /// Address of a tile server for the maps, such as <c>https://tiles.example.org/{z}/{x}/{y}.png</c>. Empty: the maps draw the plain ground that comes with the client and
    /// ask nobody for anything.
    /// </summary>
    public string MapTiles { get; set; } = "";

    /// <summary>What the tile server wants written on the map.</summary>
    public string MapAttribution { get; set; } = "";

    /// <summary>Scheme and host of the tile server, for the content security policy; null without one.</summary>
    /// <exception cref="StartUpException">The address has not the form of a tile server's.</exception>
    public string? MapTileHost => MapTiles.Length == 0 ? null
        : Uri.TryCreate(MapTiles.Replace("{s}.", "", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            && MapTiles.Contains("{z}", StringComparison.Ordinal) && MapTiles.Contains("{x}", StringComparison.Ordinal) && MapTiles.Contains("{y}", StringComparison.Ordinal)
            ? $"{address.Scheme}://{(MapTiles.Contains("{s}.", StringComparison.Ordinal) ? "*." : "")}{address.Authority}"
            : throw new StartUpException("Platform:MapTiles deve essere un indirizzo https con {z}, {x} e {y}, come https://tiles.example.org/{z}/{x}/{y}.png.");

    /// <summary>Folder of the built web client.</summary>
    public string WebClient { get; set; } = "";

    /// <summary>Links in mails are made from the public address: a wrong one is told before anybody gets them.</summary>
    /// <exception cref="StartUpException">It is no http address.</exception>
    public void RequirePublicAddress()
    {
        if (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new StartUpException("Platform:PublicAddress deve essere l'indirizzo a cui le persone raggiungono la piattaforma, come https://lavoro.example.org.");
        }
    }
}
