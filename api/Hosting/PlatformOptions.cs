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

    /// <summary>Whether an empty database is filled with the invented demo year.</summary>
    public bool Demo { get; set; }

    /// <summary>Folder of the built web client.</summary>
    public string WebClient { get; set; } = "";
}
