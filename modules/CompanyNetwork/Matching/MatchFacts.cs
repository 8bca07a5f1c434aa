using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>All that reasons and hard constraints look at: a wish in functional terms, a company and one of its openings.</summary>
/// <param name="Wish">What the person can and cannot do.</param>
/// <param name="Company">The company.</param>
/// <param name="Opening">What it offers now; null when that is to be asked.</param>
/// <param name="Kind">Code of the kind of internship meant; null is an extracurricular one.</param>
/// <param name="Today">The day.</param>
internal sealed record MatchFacts(FunctionalCriteria Wish, MatchedCompany Company, MatchedOpening? Opening, string? Kind, DateOnly Today)
{
    private const string UsualKind = "extracurricular";

    /// <summary>Kilometres as the crow flies; null when a place is not known.</summary>
    public double? Km { get; } = Municipalities.ByIstat(Wish.Municipality) is { } home && Company.Place is { } place ? Municipalities.DistanceKm(home, place) : null;

    /// <summary>The host's quota for this kind of internship.</summary>
    public HostQuotaLeft? Quota => Company.Host?.Quotas.FirstOrDefault(quota => quota.Kind == (Kind ?? UsualKind));

    /// <summary>Internships of the company that were like the one sought: of the same purpose, and of the same kind if it is chosen.</summary>
    public IEnumerable<PathResults> SimilarPaths => Company.Host?.Paths.Where(path =>
        (Kind is null || path.Kind == Kind)
        && (Wish.Context is WorkContext.Either || (Wish.Context is WorkContext.Protected) == (path.Modulation == "maintainingSkills"))) ?? [];
}

/// <summary>A company as matching sees it.</summary>
internal sealed record MatchedCompany(
    Guid Id, string Name, string Sector, Municipality? Place, int? PermanentStaff, bool Archived, bool DoNotContact, bool SaidNever, DateOnly? LastVerifiedOn, HostRecord? Host);

/// <summary>An opening as matching sees it. What a company did not say is null and excludes nobody.</summary>
/// <param name="Id">The availability.</param>
/// <param name="Places">How many.</param>
/// <param name="Context">Protected, productive or a job.</param>
/// <param name="Duties">What is to be done.</param>
/// <param name="WeeklyHours">Hours a week.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="VerifiedOn">When it was verified.</param>
/// <param name="State">Whether it counts today.</param>
/// <param name="Skills">What must be known already.</param>
/// <param name="Times">When work is done.</param>
/// <param name="LicenceRequired">A driving licence is needed.</param>
/// <param name="Effort">How hard it is on the body.</param>
/// <param name="Shifts">Work is in shifts.</param>
/// <param name="BearsInterruptions">The company bears absences and breaks.</param>
internal sealed record MatchedOpening(
    Guid Id, int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly? ValidTo, DateOnly VerifiedOn, AvailabilityState State,
    IReadOnlyList<string> Skills, IReadOnlyList<TimeWindow> Times, bool? LicenceRequired, Effort? Effort, bool? Shifts, bool? BearsInterruptions);
