namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>How somebody stands towards targeted placement (L. 68/1999). Kept by position: add at the end.</summary>
internal enum TargetedPlacementEnrolment
{
    NotEnrolled,
    Requested,
    Enrolled,
}

/// <summary>How the person stands towards the employment services. That somebody is enrolled under L. 68/1999 tells of a disability: encrypted and closed.</summary>
/// <param name="TargetedPlacement">Enrolment in targeted placement.</param>
/// <param name="TargetedPlacementOn">Since when enrolled, or the day of the request.</param>
/// <param name="TargetedPlacementOffice">The office that keeps the list.</param>
/// <param name="GolPath">Code of the GOL path.</param>
/// <param name="GolPathOn">When it was assigned.</param>
internal sealed record LabourServicesDetails(TargetedPlacementEnrolment? TargetedPlacement, DateOnly? TargetedPlacementOn, string? TargetedPlacementOffice, string? GolPath, DateOnly? GolPathOn);
