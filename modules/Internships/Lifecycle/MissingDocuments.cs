using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What is still to be collected before the start: for lists and for the home page, without looking at the other rules.</summary>
internal static class MissingDocuments
{
    /// <summary>The communication that may follow the start: asked for from the start on, or once its last day is over.</summary>
    private const string Communication = "communication";

    /// <summary>Of one that began: the communications of its start, of an extension and of its end before the day that was known.</summary>
    public static IReadOnlyList<string> OfBegun(InternshipState state, DocumentFacts papers, bool extensionIsDue, bool cessationIsDue)
    {
        var missing = new List<string>();
        if (state is InternshipState.Active && !IsCommunicated(papers))
        {
            missing.Add(Communication);
        }

        if (extensionIsDue)
        {
            missing.Add("extensionCommunication");
        }

        if (cessationIsDue)
        {
            missing.Add("cessationCommunication");
        }

        return missing;
    }

    /// <summary>Codes: convention, project, communication, inail, liability, hostDeclaration.</summary>
    public static IReadOnlyList<string> Of(
        DocumentFacts papers, bool hasConvention, string? conventionInail, string? conventionLiability, HostType host, InternshipKind kind, DateOnly startsOn, DateOnly today)
    {
        var missing = new List<string>();
        if (!hasConvention)
        {
            missing.Add("convention");
        }

        if (papers.SignedByPersonOn is null || papers.SignedByHostOn is null || papers.SignedByPromoterOn is null)
        {
            missing.Add("project");
        }

        if (!IsCommunicated(papers) && (host is HostType.PrivateEmployer || today > CommunicationIsSent.Deadline(host, startsOn)))
        {
            missing.Add(Communication);
        }

        if ((papers.InailPosition ?? conventionInail) is null)
        {
            missing.Add("inail");
        }

        if ((papers.LiabilityPolicy ?? conventionLiability) is null)
        {
            missing.Add("liability");
        }

        if (papers.HostDeclaredOn is null && kind is InternshipKind.Extracurricular)
        {
            missing.Add("hostDeclaration");
        }

        return missing;
    }

    private static bool IsCommunicated(DocumentFacts papers) => papers is { CommunicationProtocol: not null, CommunicationSentOn: not null };
}
