namespace InclusionPlatform.Shared.Mail;

/// <summary>What mails and public pages say of the service itself; from the configuration section <c>Platform</c>.</summary>
public sealed class ServiceOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Platform";

    /// <summary>Name of the service.</summary>
    public string ServiceName { get; set; } = "Inclusion Platform";

    /// <summary>Where people reach the platform, without a slash at the end.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>A whole address of the client or the API.</summary>
    /// <param name="path">Path that starts with a slash.</param>
    public string Link(string path) => PublicAddress.TrimEnd('/') + path;
}
