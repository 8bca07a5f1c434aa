using InclusionPlatform.Shared.Http;
using InclusionPlatform.Training.Courses;

namespace InclusionPlatform.Training.Editions;

/// <summary>How far an edition is.</summary>
internal enum EditionState
{
    /// <summary>Being prepared.</summary>
    Planned,

    /// <summary>People can enrol.</summary>
    Enrolling,

    /// <summary>Lessons are held; latecomers can still enrol.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Not held.</summary>
    Cancelled,
}

/// <summary>Work that waits in an edition.</summary>
internal enum EditionDue
{
    /// <summary>Begins within seven days.</summary>
    Starting,

    /// <summary>A lesson is over and nobody wrote who was there.</summary>
    Attendance,

    /// <summary>Somebody waits although places are free.</summary>
    FreePlaces,

    /// <summary>Is over and nobody wrote what became of the participants.</summary>
    Outcomes,
}

/// <summary>A job promised at the end of the course.</summary>
/// <param name="Employer">Who hires.</param>
/// <param name="Positions">How many people.</param>
internal sealed record GuaranteedJob(string Employer, int Positions);

/// <summary>Where the lessons are.</summary>
/// <param name="MunicipalityIstat">ISTAT code.</param>
/// <param name="MunicipalityName">With its province.</param>
/// <param name="Address">Street and number, or the name of the room.</param>
internal sealed record EditionPlace(string MunicipalityIstat, string MunicipalityName, string? Address);

/// <summary>How many people stand where.</summary>
/// <param name="Confirmed">Have a place, those who completed included.</param>
/// <param name="Enrolled">Have asked and are not confirmed yet.</param>
/// <param name="Waiting">On the waiting list.</param>
/// <param name="Withdrawn">Are out.</param>
/// <param name="Completed">Of the confirmed, who finished.</param>
/// <param name="Hired">Of the confirmed, who was hired afterwards.</param>
internal sealed record EditionCounts(int Confirmed, int Enrolled, int Waiting, int Withdrawn, int Completed, int Hired);

/// <summary>An edition of a course.</summary>
/// <param name="Id">The edition.</param>
/// <param name="CourseId">Its course.</param>
/// <param name="CourseTitle">Title of the course.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Code">Short name that the service gives it.</param>
/// <param name="TrainerId">Account of who runs it.</param>
/// <param name="TrainerName">Their name.</param>
/// <param name="Place">Where.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Places">Most participants.</param>
/// <param name="GuaranteedJob">A job promised at the end, or null.</param>
/// <param name="Programme">Who pays, in words.</param>
/// <param name="ProgrammeId">The programme that pays, if one does.</param>
/// <param name="ProgrammeName">Its name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Counts">How many people stand where.</param>
/// <param name="PlannedMinutes">Minutes of lesson planned and held.</param>
/// <param name="HeldMinutes">Minutes of lesson held.</param>
/// <param name="CanManage">Whoever asks runs it: sees who takes part and changes it.</param>
/// <param name="Version">The ETag.</param>
internal sealed record Edition(
    Guid Id, Guid CourseId, string CourseTitle, CourseTopic Topic, string Code, Guid? TrainerId, string? TrainerName, EditionPlace Place, DateOnly StartsOn, DateOnly EndsOn, int Places,
    GuaranteedJob? GuaranteedJob, string? Programme, Guid? ProgrammeId, string? ProgrammeName, EditionState State, EditionCounts Counts, int PlannedMinutes, int HeldMinutes, bool CanManage, int Version) : IVersioned;

/// <summary>What is written of an edition.</summary>
internal interface IEditionData
{
    string Code { get; }

    Guid? TrainerId { get; }

    string Municipality { get; }

    string? Address { get; }

    DateOnly StartsOn { get; }

    DateOnly EndsOn { get; }

    int Places { get; }

    GuaranteedJob? GuaranteedJob { get; }

    string? Programme { get; }

    Guid? ProgrammeId { get; }
}
