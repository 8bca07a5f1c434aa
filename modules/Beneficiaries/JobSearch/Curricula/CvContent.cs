using InclusionPlatform.Beneficiaries.PersonFile;

namespace InclusionPlatform.Beneficiaries.JobSearch.Curricula;

/// <summary>What whoever writes a curriculum chooses to show.</summary>
/// <param name="Headline">One line under the name.</param>
/// <param name="Profile">A few sentences about the person at work.</param>
/// <param name="ShowPhone">The person's telephone.</param>
/// <param name="ShowEmail">An address for answers: of the mailbox made for the person, else their own.</param>
/// <param name="ShowMunicipality">Where the person lives, by municipality.</param>
/// <param name="ShowBirthDate">Day of birth.</param>
/// <param name="ShowCitizenship">Citizenship.</param>
/// <param name="ExperienceIds">Work done, of the person's file.</param>
/// <param name="InternshipIds">Internships of the case; called just that, whatever they were for.</param>
/// <param name="CourseIds">Courses that were finished.</param>
/// <param name="Skills">Names of skills from the latest signed assessment.</param>
/// <param name="ShowEducation">The qualification.</param>
/// <param name="EducationText">The qualification in words, in the place of its level.</param>
/// <param name="ShowLanguages">Languages.</param>
/// <param name="ShowLicences">Licences.</param>
/// <param name="Availability">When the person can work, in words.</param>
/// <param name="ShowTargetedPlacement">The enrolment in the lists of L. 68/99.</param>
/// <param name="TargetedPlacementAsked">The person asked for it: it never enters otherwise.</param>
internal sealed record CvDraft(
    string? Headline, string? Profile, bool ShowPhone, bool ShowEmail, bool ShowMunicipality, bool ShowBirthDate, bool ShowCitizenship, IReadOnlyList<Guid>? ExperienceIds,
    IReadOnlyList<Guid>? InternshipIds, IReadOnlyList<Guid>? CourseIds, IReadOnlyList<string>? Skills, bool ShowEducation, string? EducationText, bool ShowLanguages, bool ShowLicences,
    string? Availability, bool ShowTargetedPlacement, bool TargetedPlacementAsked);

/// <summary>What a curriculum says: a whole copy, so that what was sent reads the same when the file has changed.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Municipality">Municipality where the person lives, by name; null where it is left out.</param>
/// <param name="Licences">Driving licences and qualifications for machines.</param>
/// <param name="Skills">Skills, by name.</param>
/// <param name="TargetedPlacement">Whether it says that the person is on the list of L. 68/99.</param>
internal sealed record CvFacts(
    string Name, string? Phone, string? Email, string? Municipality, DateOnly? BirthDate, string? Citizenship, IReadOnlyList<CvWork> Works, IReadOnlyList<CvCourse> Courses, string? Education,
    IReadOnlyList<CvLanguage> Languages, IReadOnlyList<string> Licences, IReadOnlyList<string> Skills, bool TargetedPlacement);

/// <summary>Work done, or an internship.</summary>
/// <param name="ToOn">Last day; null if it goes on.</param>
/// <param name="Duties">What the person did.</param>
/// <param name="Employer">Where.</param>
/// <param name="IsInternship">Whether it was an internship.</param>
internal sealed record CvWork(DateOnly FromOn, DateOnly? ToOn, string Duties, string Employer, bool IsInternship);

/// <summary>A course that was finished.</summary>
/// <param name="Title">Title of the course.</param>
internal sealed record CvCourse(DateOnly EndedOn, string Title);

/// <summary>A language.</summary>
/// <param name="Name">The language, by name.</param>
internal sealed record CvLanguage(string Name, LanguageLevel Level);

/// <summary>A version as it is kept.</summary>
internal sealed record CvContent(CvDraft Draft, CvFacts Facts);

/// <summary>How levels and fields are called.</summary>
internal static class CvLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("headline", "Titolo", "Headline"),
        ("profile", "Profilo", "Profile"),
        ("availability", "Disponibilità", "Availability"),
        ("educationText", "Titolo di studio", "Education"),
        ("experienceIds", "Lavori fatti", "Work done"),
        ("targetedPlacementAsked", "Richiesta della persona", "Request of the person"),
    ];

    public static string Label(this LanguageLevel level) => level is LanguageLevel.MotherTongue ? new Words("madrelingua", "mother tongue").ToString() : level.ToString();
}
