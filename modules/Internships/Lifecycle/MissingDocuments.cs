using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What is still to be collected before the start: for lists and for the home page, without looking at the other rules.</summary>
internal static class MissingDocuments
{
    /// <summary>Codes: convention, project, communication, inail, liability, hostDeclaration.</summary>
    public static IReadOnlyList<string> Of(DocumentFacts papers, bool hasConvention, string? conventionInail, string? conventionLiability, HostType host, InternshipKind kind)
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

        if (host is HostType.PrivateEmployer && (papers.CommunicationProtocol is null || papers.CommunicationSentOn is null))
        {
            missing.Add("communication");
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
}
