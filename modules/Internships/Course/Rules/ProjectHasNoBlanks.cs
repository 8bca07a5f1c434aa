using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// The project that is signed names the convention it is annexed to and the covers of the person (guidelines 25-5-2017, rep. 86/CSR; accord 22-1-2015, rep. 7/CSR): nobody is asked to sign it with blanks
/// in their place. The convention itself may still be on its way to be signed.
/// </summary>
internal static class ProjectHasNoBlanks
{
    /// <summary>Whether what the rule asks for would be a blank on the paper.</summary>
    public static bool IsBlank(RuleFacts facts, RuleResult rule) => rule.Code switch
    {
        "internship.convention" => facts.Convention is null,
        "internship.inail-cover" => (facts.Documents.InailPosition ?? facts.Convention?.InailPosition) is null,
        "internship.liability-cover" => (facts.Documents.LiabilityPolicy ?? facts.Convention?.LiabilityPolicy) is null,
        _ => false,
    };
}
