using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Training.Courses;

namespace InclusionPlatform.Training.Editions;

/// <summary>An edition as its tables have it.</summary>
internal sealed record EditionRow(
    Guid Id, Guid CourseId, string CourseTitle, CourseTopic Topic, string Code, Guid? TrainerId, string MunicipalityIstat, string? Address, DateOnly StartsOn, DateOnly EndsOn, int Places,
    string? JobEmployer, int? JobPositions, string? Programme, Guid? ProgrammeId, EditionState State, int PlacesTaken, int Enrolled, int Waiting, int Withdrawn, int Completed, int Hired, int PlannedMinutes,
    int HeldMinutes, int Version)
{
    public const string Select = """
        select e.id as Id, e.course_id as CourseId, c.title as CourseTitle, c.topic as Topic, e.code as Code, e.trainer_id as TrainerId, e.municipality_istat as MunicipalityIstat,
               e.address as Address, e.starts_on as StartsOn, e.ends_on as EndsOn, e.places as Places, e.job_employer as JobEmployer, e.job_positions as JobPositions,
               e.programme as Programme, e.programme_id as ProgrammeId, e.state as State, e.places_taken as PlacesTaken,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state = 'enrolled') as Enrolled,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state = 'waiting') as Waiting,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state = 'withdrawn') as Withdrawn,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state = 'completed') as Completed,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state in ('confirmed', 'completed') and n.hired_on is not null) as Hired,
               (select coalesce(sum(s.to_minute - s.from_minute), 0) from training_session s where s.edition_id = e.id and s.state <> 'cancelled') as PlannedMinutes,
               (select coalesce(sum(s.to_minute - s.from_minute), 0) from training_session s where s.edition_id = e.id and s.state = 'held') as HeldMinutes,
               e.version as Version
        from   training_course_edition e
        join   training_course c on c.id = e.course_id
        where  1 = 1
        """;

    public Edition With(string? trainerName, bool canManage, string? programmeName = null) => new(
        Id, CourseId, CourseTitle, Topic, Code, TrainerId, trainerName, new(MunicipalityIstat, Municipalities.ByIstat(MunicipalityIstat)?.NameWithProvince ?? MunicipalityIstat, Address), StartsOn,
        EndsOn, Places, JobEmployer is null ? null : new(JobEmployer, JobPositions ?? 1), Programme, ProgrammeId, programmeName, State, new(PlacesTaken, Enrolled, Waiting, Withdrawn, Completed, Hired), PlannedMinutes,
        HeldMinutes, canManage, Version);
}
