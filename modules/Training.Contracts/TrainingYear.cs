using InclusionPlatform.Shared;

namespace InclusionPlatform.Training.Contracts;

/// <summary>The training of a calendar year.</summary>
/// <param name="Year">Calendar year.</param>
public sealed record CountTraining(int Year) : IQuery<TrainingYear>;

/// <summary>What was done in a year.</summary>
/// <param name="Courses">Course editions with a session in the year.</param>
/// <param name="CoursesWithGuaranteedJob">Of these, with a job guaranteed at the end.</param>
/// <param name="Minutes">Minutes of lesson held.</param>
/// <param name="Participants">Enrolments confirmed in these editions.</param>
/// <param name="HiredAfterwards">Participants recorded as hired after the edition.</param>
public sealed record TrainingYear(int Courses, int CoursesWithGuaranteedJob, int Minutes, int Participants, int HiredAfterwards);
