using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>A protected context where one is needed; a productive one, or a job, where that is sought.</summary>
internal sealed class ContextSuits : HardConstraint
{
    public override string Code => "match.context";

    public override Words? Broken(MatchFacts facts) => (facts.Wish.Context, facts.Opening?.Context) switch
    {
        (WorkContext.Protected, AvailabilityContext.Productive or AvailabilityContext.Job) => new("Serve un contesto protetto e qui non lo è.", "A protected context is needed and this is none."),
        (WorkContext.Productive, AvailabilityContext.Protected) => new("Serve un contesto produttivo e qui è protetto.", "A productive context is needed and this is a protected one."),
        _ => null,
    };
}
