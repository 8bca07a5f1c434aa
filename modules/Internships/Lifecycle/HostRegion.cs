using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>The region whose rules hold: that of the host's operating unit.</summary>
internal static class HostRegion
{
    /// <summary>As written in the proposal, otherwise as the company's record says.</summary>
    /// <exception cref="FieldException">Neither says it, or there is no such region.</exception>
    public static string Of(string? written, Host host)
    {
        var name = string.IsNullOrWhiteSpace(written) ? host.Region : written;
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new FieldException("region", "internship.region-unknown", new(
                "La scheda dell'azienda non dice in quale comune lavora: indicare la regione dell'unità operativa.",
                "The company's record does not say in which municipality it works: give the region of the operating unit."));
        }

        return Regions.Find(name)?.Name ?? throw new FieldException("region", "internship.region-wrong", new(
            "Non c'è una regione con questo nome.", "There is no region of this name."));
    }
}
