using FluentValidation;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Training.Courses;

/// <summary>What a course is about.</summary>
internal enum CourseTopic
{
    /// <summary>Safety at the workplace.</summary>
    WorkplaceSafety,

    /// <summary>Kitchen, dining room, food hygiene.</summary>
    Catering,

    /// <summary>Forklift driving.</summary>
    Forklift,

    /// <summary>Computers and the net.</summary>
    Digital,

    /// <summary>Italian and other languages.</summary>
    Language,

    /// <summary>Care of people.</summary>
    Care,

    /// <summary>Whatever else.</summary>
    Other,
}

/// <summary>What is written of a course.</summary>
internal interface ICourseData
{
    string Title { get; }

    CourseTopic Topic { get; }

    string? Description { get; }

    int PlannedHours { get; }

    string? Certificate { get; }
}

/// <summary>A course, of which editions are held.</summary>
/// <param name="Id">The course.</param>
/// <param name="Title">Its title.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Description">What one learns.</param>
/// <param name="PlannedHours">Hours of lesson.</param>
/// <param name="Certificate">What is given at the end.</param>
/// <param name="Editions">How many editions it has.</param>
/// <param name="Version">The ETag.</param>
internal sealed record Course(Guid Id, string Title, CourseTopic Topic, string? Description, int PlannedHours, string? Certificate, int Editions, int Version) : IVersioned;

internal sealed class CourseDataValidator : AbstractValidator<ICourseData>
{
    public CourseDataValidator()
    {
        RuleFor(course => course.Title).NotEmpty().MaximumLength(200);
        RuleFor(course => course.Topic).IsInEnum();
        RuleFor(course => course.Description).MaximumLength(4000);
        RuleFor(course => course.PlannedHours).InclusiveBetween(1, 2000);
        RuleFor(course => course.Certificate).MaximumLength(200);
    }
}
