using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.Beneficiaries.WorkProfiles;

/// <summary>What somebody can and cannot do at work, in functional terms: never why. Only the équipe reads and writes it.</summary>
/// <param name="Skills">Labels of the service's list.</param>
/// <param name="Means">How they can get to work; none is "not known".</param>
/// <param name="ReachKm">At most so far.</param>
/// <param name="ReachMinutes">At most so long on the way.</param>
/// <param name="WeeklyHours">Hours a week they want.</param>
/// <param name="Unavailable">When they are not available.</param>
/// <param name="Context">Which context suits.</param>
/// <param name="Effort">The hardest they bear; null is "not known".</param>
/// <param name="NeedsInterruptions">The work must bear interruptions.</param>
/// <param name="DrivingLicence">Null is "not known".</param>
/// <param name="Shifts">Null is "not known".</param>
internal sealed record WorkProfileDetails(
    IReadOnlyList<string> Skills, IReadOnlyList<Means> Means, int? ReachKm, int? ReachMinutes, int? WeeklyHours, IReadOnlyList<TimeWindow> Unavailable, WorkContext Context,
    Effort? Effort, bool NeedsInterruptions, bool? DrivingLicence, bool? Shifts)
{
    public static WorkProfileDetails Empty { get; } = new([], [], null, null, null, [], WorkContext.Either, null, false, null, null);

    /// <summary>What matching may be told. How the person moves is taken from the registry until the profile says it.</summary>
    public FunctionalCriteria Criteria(string wishedSectors, string? domicile, Mobility? mobility) => new(
        wishedSectors.Split(',', StringSplitOptions.RemoveEmptyEntries), domicile, Skills, Means.Count > 0 ? Means : Usual(mobility), ReachKm, ReachMinutes, WeeklyHours, Unavailable,
        Context, Effort, NeedsInterruptions, DrivingLicence, Shifts);

    private static Means[] Usual(Mobility? mobility) => mobility switch
    {
        Mobility.None => [CompanyNetwork.Contracts.Means.NeedsLift],
        Mobility.PublicTransport => [CompanyNetwork.Contracts.Means.PublicTransport],
        Mobility.Bicycle => [CompanyNetwork.Contracts.Means.Bicycle],
        Mobility.Moped => [CompanyNetwork.Contracts.Means.Moped],
        Mobility.Car => [CompanyNetwork.Contracts.Means.OwnCar],
        _ => [],
    };
}
