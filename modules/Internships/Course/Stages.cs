namespace InclusionPlatform.Internships.Course;

/// <summary>The stage is read, not stored: a signature or a suspension cannot disagree with it.</summary>
internal static class Stages
{
    public static InternshipStage Of(InternshipState state, bool isToSign, bool isSigned, bool isSuspended) => state switch
    {
        InternshipState.Proposed => isSigned ? InternshipStage.Ready : isToSign ? InternshipStage.ToSign : InternshipStage.Draft,
        InternshipState.Active => isSuspended ? InternshipStage.Suspended : InternshipStage.Active,
        InternshipState.Ended => InternshipStage.Ended,
        InternshipState.EndedEarly => InternshipStage.EndedEarly,
        _ => InternshipStage.Cancelled,
    };
}
