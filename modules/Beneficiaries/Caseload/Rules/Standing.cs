using InclusionPlatform.Beneficiaries.Cases.Rules;

namespace InclusionPlatform.Beneficiaries.Caseload.Rules;

/// <summary>How a case stands, seen from its facts; nobody sets it.</summary>
internal enum CaseStanding
{
    /// <summary>Taken on, no plan agreed yet.</summary>
    Beginning,

    /// <summary>A plan is in force or being signed.</summary>
    Planned,

    /// <summary>In a course.</summary>
    Course,

    /// <summary>An internship runs.</summary>
    Internship,

    /// <summary>Open, without an internship and without news for thirty days.</summary>
    Stalled,

    /// <summary>Closed, with contacts still to be made.</summary>
    FollowUp,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>Decides how a case stands.</summary>
internal static class Standing
{
    public static CaseStanding Of(bool isOpen, int openInternships, DateOnly lastActivityOn, bool hasPlan, DateOnly? courseUntil, bool hasStep, DateOnly today) =>
        !isOpen ? hasStep ? CaseStanding.FollowUp : CaseStanding.Closed
        : openInternships > 0 ? CaseStanding.Internship
        : CaseIsStalled.Holds(openInternships, lastActivityOn, today) ? CaseStanding.Stalled
        : courseUntil >= today ? CaseStanding.Course
        : hasPlan ? CaseStanding.Planned
        : CaseStanding.Beginning;
}
